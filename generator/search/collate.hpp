// What all threads have read -> the terms of the site in order, each with the pages that have it in order.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "search/harvest.hpp"

namespace thidua::search {

/// A page of the index: which harvest read it, and which of its pages it is.
struct PageSource {
  std::size_t harvest = 0;
  std::size_t page = 0;
};

/// One way of writing a term on one page; those of one page follow each other.
struct Posting {
  std::uint32_t page;       ///< position in the order of pages
  std::uint16_t place;      ///< as in Occurrence
  std::uint8_t count;       ///< as in Occurrence
  std::uint8_t fields : 4;  ///< as in Occurrence
  std::uint8_t form : 4;    ///< position in Term::forms, kFormBits for all from there on
};

/// How many ways of writing a posting tells apart.
inline constexpr std::uint32_t kFormBits = 7;

inline constexpr std::uint32_t kNoSyllable = ~std::uint32_t{0};

/// A syllable or two neighbours, without marks, and all ways of writing it that occur.
struct Term {
  std::uint32_t first = 0;                 ///< position in Collation::syllables
  std::uint32_t second = kNoSyllable;      ///< likewise; kNoSyllable: a single syllable
  std::uint32_t forms = 0, forms_end = 0;  ///< positions in Collation::forms, the most frequent first
  std::uint64_t postings = 0, postings_end = 0;
};

/// Positions in Collation::words; the second is kNoWord for a single syllable.
using TermForm = std::pair<WordId, WordId>;

struct Collation {
  std::vector<std::string> syllables;  ///< keys, sorted
  std::vector<std::string> words;      ///< as written
  std::vector<Term> terms;             ///< by first syllable, the syllable itself first
  std::vector<TermForm> forms;
  std::unique_ptr<Posting[]> postings;
  std::vector<std::uint8_t> title_words;  ///< by page

  std::span<const Posting> postings_of(const Term& term) const {
    return {postings.get() + term.postings, postings.get() + term.postings_end};
  }
  /// "quyết định"
  std::string form(const TermForm& form) const;
  /// "quyet dinh"
  std::string key(const Term& term) const;
};

/// The result does not depend on which harvest read which page.
Collation collate(const std::vector<const Harvest*>& harvests, const std::vector<PageSource>& pages, unsigned jobs);

}  // namespace thidua::search
