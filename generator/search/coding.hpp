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
  std::uint8_t weight = 0;  ///< bits 0 to 2: fields; 3 to 5: how often; 6: the forms follow
  std::uint8_t forms = 0;   ///< bit per form, of the first kFormBits; written only where it is not 1
};

/// Joins the postings of each page.
std::vector<Hit> hits_of(std::span<const Posting> postings);

/// How many hits of a term are written with weight, forms and place: those of a longer list that matter most.
inline constexpr std::size_t kMostHits = 256;

/// The number of pages. Where it is above kMostHits, three lists of pages: all, those that have it in the title, those
/// that have it in a heading. Then the hits that are written, each as the distance of its page as above, weight, forms
/// if the weight says so, place.
void append_hits(std::string& out, const std::vector<Hit>& hits);

}  // namespace thidua::search
