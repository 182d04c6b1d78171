#include "search/coding.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace thidua::search {

namespace {

constexpr unsigned kFields = 15, kStep = 4;  // bits of a weight, and where the step begins
constexpr std::uint8_t kFormsFollow = 1U << 7U;

constexpr unsigned kTitle = 1;

/// By a count, 0 to 7: the first of the borders that it does not exceed; from the last place on, the last.
using Steps = std::array<std::uint8_t, 33>;
constexpr Steps steps_of(const std::array<unsigned, 7>& borders) {
  Steps out{};
  for (unsigned count = 0; count < out.size(); ++count) {
    while (out[count] < borders.size() && count > borders[out[count]]) ++out[count];
  }
  return out;
}

constexpr Steps kHowOften = steps_of({1, 2, 3, 5, 8, 15, 31});
constexpr Steps kTitleWords = steps_of({1, 2, 3, 4, 6, 9, 14});

unsigned step_of(unsigned count, const Steps& steps) { return steps[std::min<std::size_t>(count, steps.size() - 1)]; }

/// Hands out the bytes of a number: seven bits each, the lowest first, the highest bit where more follow.
template <class Append>
void write_number(std::uint64_t number, Append append) {
  for (; number >= 0x80; number >>= 7U) append(number | 0x80U);
  append(number);
}

/// Writes bytes behind a text, for which there is room from the beginning.
class Bytes {
 public:
  Bytes(std::string& out, std::size_t room) : out_(out), size_(out.size()) { out.resize(size_ + room); }

  /// The last call.
  void finish() { out_.resize(size_); }

  void append(std::uint64_t byte) { out_[size_++] = static_cast<char>(byte); }
  void append_number(std::uint32_t number) {
    write_number(number, [&](std::uint64_t byte) { append(byte); });
  }

 private:
  std::string& out_;
  std::size_t size_;
};

constexpr std::size_t kLongestNumber = 5;

std::string as_distances(const std::vector<std::uint32_t>& pages) {
  std::string out;
  Bytes bytes(out, pages.size() * kLongestNumber);
  std::uint32_t next = 0;
  for (const std::uint32_t page : pages) {
    bytes.append_number(page - next);
    next = page + 1;
  }
  bytes.finish();
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

constexpr unsigned kImpacts = 32;

/// The higher, the more the page is about the term; below kImpacts.
unsigned impact(const Hit& hit) {
  const auto best = static_cast<unsigned>(std::countr_zero(hit.weight & kFields));
  const unsigned step = hit.weight >> kStep & 7U;
  return (3 - best) * 8 + (best == 0 ? 7 - step : step);
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
  Bytes bytes(out, hits.size() * (2 * kLongestNumber + 2));
  std::uint32_t next = 0;
  for (const Hit& hit : hits) {
    bytes.append_number(hit.page - next);
    next = hit.page + 1;
    const bool plain = hit.forms == 1;
    bytes.append(hit.weight | (plain ? 0U : kFormsFollow));
    if (!plain) bytes.append(hit.forms);
    bytes.append_number(hit.place);
  }
  bytes.finish();
}

}  // namespace

void append_number(std::string& out, std::uint64_t number) {
  write_number(number, [&](std::uint64_t byte) { out += static_cast<char>(byte); });
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

std::vector<Hit> hits_of(std::span<const Posting> postings, std::span<const std::uint8_t> title_words) {
  std::vector<Hit> hits;
  hits.reserve(postings.size());
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
      hit.weight = static_cast<std::uint8_t>((hit.weight & kFields) | fields);
      hit.forms |= form;
      count += one.count;
    }
    const unsigned own = hits.back().weight & kFields;
    const unsigned step = (own & kTitle) != 0 ? step_of(title_words[one.page], kTitleWords) : step_of(count, kHowOften);
    hits.back().weight = static_cast<std::uint8_t>(own | step << kStep);
  }
  return hits;
}

void append_hits(std::string& out, const std::vector<Hit>& hits) {
  if (hits.size() <= kMostHits) return append_written(out, hits);
  for (const unsigned fields : {kFields, kTitle}) append_pages(out, pages_with(hits, fields));
  append_written(out, best_of(hits));
}

}  // namespace thidua::search
