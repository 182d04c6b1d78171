#include "search/coding.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace thidua::search {

namespace {

constexpr std::uint8_t kFormsFollow = 1U << 6U;

/// 0 to 7, for 1, 2, 3, up to 5, 8, 15, 31, and more.
unsigned how_often(unsigned count) {
  constexpr std::array kUpTo = {1U, 2U, 3U, 5U, 8U, 15U, 31U};
  return static_cast<unsigned>(std::lower_bound(kUpTo.begin(), kUpTo.end(), count) - kUpTo.begin());
}

/// Writes ascending pages as distances.
class Distances {
 public:
  explicit Distances(std::string& out) : out_(out) {}
  void append(std::uint32_t page) {
    append_number(out_, page - next_);
    next_ = page + 1;
  }

 private:
  std::string& out_;
  std::uint32_t next_ = 0;
};

std::string as_distances(const std::vector<std::uint32_t>& pages) {
  std::string out;
  Distances distances(out);
  for (const std::uint32_t page : pages) distances.append(page);
  return out;
}

std::string as_runs(const std::vector<std::uint32_t>& pages) {
  std::string out;
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t end = i + 1;
    while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
    append_number(out, pages[i] - next);
    append_number(out, end - i - 1);
    next = pages[end - 1] + 1;
    i = end;
  }
  return out;
}

std::string as_bits(const std::vector<std::uint32_t>& pages) {
  std::string out(pages.empty() ? 0 : pages.back() / 8 + 1, '\0');
  for (const std::uint32_t page : pages) out[page / 8] = static_cast<char>(out[page / 8] | (1U << (page % 8)));
  return out;
}

constexpr unsigned kImpacts = 24;

/// The higher, the more the page is about the term; below kImpacts.
unsigned impact(const Hit& hit) {
  const unsigned best = std::countr_zero(static_cast<unsigned>(hit.weight & 7U));
  return (2 - best) * 8 + (hit.weight >> 3U & 7U);
}

/// The hits that matter most, in the order of pages; of those that matter alike the first.
std::vector<Hit> best_of(const std::vector<Hit>& hits) {
  std::array<std::size_t, kImpacts> count{};
  for (const Hit& hit : hits) ++count[impact(hit)];
  unsigned least = kImpacts;
  std::size_t room = kMostHits;  // for hits of the least impact
  while (count[--least] < room) room -= count[least];
  std::vector<Hit> best;
  best.reserve(kMostHits);
  for (const Hit& hit : hits) {
    const unsigned own = impact(hit);
    if (own < least || (own == least && room == 0)) continue;
    if (own == least) --room;
    best.push_back(hit);
  }
  return best;
}

std::vector<std::uint32_t> pages_with(const std::vector<Hit>& hits, unsigned fields) {
  std::vector<std::uint32_t> pages;
  for (const Hit& hit : hits) {
    if ((hit.weight & fields) != 0) pages.push_back(hit.page);
  }
  return pages;
}

void append_written(std::string& out, const std::vector<Hit>& hits) {
  Distances distances(out);
  for (const Hit& hit : hits) {
    distances.append(hit.page);
    const bool plain = hit.forms == 1;
    out += static_cast<char>(hit.weight | (plain ? 0U : kFormsFollow));
    if (!plain) out += static_cast<char>(hit.forms);
    append_number(out, hit.place);
  }
}

}  // namespace

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>(number | 0x80U);
  out += static_cast<char>(number);
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

void append_pages(std::string& out, const std::vector<std::uint32_t>& pages) {
  const std::array<std::string, 3> ways = {as_distances(pages), as_runs(pages), as_bits(pages)};
  const auto shortest =
      std::min_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  out += static_cast<char>(shortest - ways.begin());
  append_text(out, *shortest);
}

std::vector<Hit> hits_of(std::span<const Posting> postings) {
  std::vector<Hit> hits;
  unsigned count = 0;
  for (const Posting& one : postings) {
    const unsigned fields = one.fields;
    const auto form = static_cast<std::uint8_t>(one.form < kFormBits ? 1U << one.form : 0U);
    if (hits.empty() || hits.back().page != one.page) {
      hits.push_back({one.page, one.place, static_cast<std::uint8_t>(fields), form});
      count = one.count;
    } else {
      Hit& hit = hits.back();
      if (std::countr_zero(fields) < std::countr_zero(static_cast<unsigned>(hit.weight))) hit.place = one.place;
      hit.weight = static_cast<std::uint8_t>((hit.weight & 7U) | fields);
      hit.forms |= form;
      count += one.count;
    }
    hits.back().weight = static_cast<std::uint8_t>((hits.back().weight & 7U) | how_often(count) << 3U);
  }
  return hits;
}

void append_hits(std::string& out, const std::vector<Hit>& hits) {
  append_number(out, hits.size());
  if (hits.size() <= kMostHits) return append_written(out, hits);
  constexpr unsigned kAny = 7, kTitle = 1, kHeading = 2;
  for (const unsigned fields : {kAny, kTitle, kHeading}) append_pages(out, pages_with(hits, fields));
  append_written(out, best_of(hits));
}

}  // namespace thidua::search
