// How numbers and lists of pages are written into the index. js/search.js/decode.mjs reads the same.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/collate.hpp"

namespace thidua::search {

/// Seven bits a byte, the lowest first; the highest bit of a byte says that more follow.
void append_number(std::string& out, std::uint64_t number);

/// A number, and so many bytes.
void append_text(std::string& out, std::string_view text);

/// Pages in ascending order, in the shortest of three ways, which the first byte names:
/// 0: the distance of each from the one before (the first from -1), less one;
/// 1: runs: the distance as above, then the run's length, less one;
/// 2: a bit for each page up to the last, the lowest bit of a byte first.
/// The number of bytes after the first byte comes second.
void append_pages(std::string& out, const std::vector<std::uint32_t>& pages);

/// One page of a term.
struct Hit {
  std::uint32_t page = 0;
  std::uint16_t place = 0;
  /// Bits 0 to 3: fields; 4 to 6: of a page that has it in its title, how long the title is, else how often; 7: the
  /// forms follow.
  std::uint8_t weight = 0;
  std::uint8_t forms = 0;  ///< bit per form, of the first kFormBits; written only where it is not 1
};

/// Joins the postings of each page. `title_words`: how many words the title of each page has.
std::vector<Hit> hits_of(std::span<const Posting> postings, std::span<const std::uint8_t> title_words);

/// How many hits of a term are written with weight, forms and place: those of a longer list that matter most.
inline constexpr std::size_t kMostHits = 160;

/// Where there are more than kMostHits, two lists of pages: all, and those that have it in the title. Then the hits
/// that are written, each as the distance of its page as above, weight, forms if the weight says so, place.
void append_hits(std::string& out, const std::vector<Hit>& hits);

}  // namespace thidua::search
