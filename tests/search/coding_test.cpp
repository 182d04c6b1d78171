#include "search/coding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace thidua::search {
namespace {

/// Reads back, by the description in coding.hpp alone.
struct Bytes {
  std::string_view rest;

  unsigned byte() {
    REQUIRE_FALSE(rest.empty());
    const unsigned out = static_cast<unsigned char>(rest[0]);
    rest.remove_prefix(1);
    return out;
  }
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned one = byte();
      out |= std::uint64_t{one & 0x7FU} << shift;
      if (one < 0x80) return out;
    }
  }
  std::vector<std::uint32_t> pages() {
    const unsigned way = byte();
    const std::size_t size = number();
    Bytes in{rest.substr(0, size)};
    rest.remove_prefix(size);
    std::vector<std::uint32_t> out;
    std::uint32_t next = 0;
    while (!in.rest.empty()) {
      if (way == 2) {
        const unsigned bits = in.byte();
        for (unsigned b = 0; b < 8; ++b, ++next) {
          if ((bits >> b & 1U) != 0) out.push_back(next);
        }
        continue;
      }
      next += static_cast<std::uint32_t>(in.number());
      const std::uint64_t length = way == 1 ? in.number() + 1 : 1;
      for (std::uint64_t i = 0; i < length; ++i) out.push_back(next++);
    }
    return out;
  }
};

std::vector<std::uint32_t> random_pages(std::mt19937& random, std::uint32_t step) {
  std::vector<std::uint32_t> out;
  const auto below = [&](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  std::uint32_t page = below(3);
  for (std::uint32_t i = below(400); i > 0; --i) {
    out.push_back(page);
    page += 1 + below(step);
  }
  return out;
}

Posting posting(std::uint32_t page, std::uint8_t fields, std::uint8_t count, std::uint16_t place, std::uint8_t form) {
  return {page, place, count, static_cast<std::uint8_t>(fields & 0xFU), static_cast<std::uint8_t>(form & 0xFU)};
}

}  // namespace

TEST_CASE("search::append_number: small ones take one byte, and each is read back") {
  for (const std::uint64_t number : {0ULL, 1ULL, 127ULL, 128ULL, 16'383ULL, 16'384ULL, 1ULL << 40U}) {
    std::string out;
    append_number(out, number);
    CHECK((number >= 128 || out.size() == 1));
    Bytes bytes{out};
    CHECK(bytes.number() == number);
    CHECK(bytes.rest.empty());
  }
}

TEST_CASE("search::append_pages: any list is read back, in the shortest of three ways") {
  std::mt19937 random(1);
  std::vector<bool> used(3);
  for (int i = 0; i < 300; ++i) {
    const auto pages = random_pages(random, i % 3 == 0 ? 1 : i % 3 == 1 ? 5 : 500);
    std::string out;
    append_pages(out, pages);
    used[static_cast<unsigned char>(out[0])] = true;
    Bytes bytes{out};
    CHECK(bytes.pages() == pages);
    CHECK(bytes.rest.empty());
  }
  CHECK(used == std::vector<bool>{true, true, true});
}

TEST_CASE("search::hits_of: the forms of one page become one hit with the weightiest place") {
  const std::vector<Posting> postings = {posting(3, 0b1000, 2, 50, 1), posting(3, 0b0100, 1, 9, 0),
                                         posting(8, 0b0001, 255, 1, 7)};
  const std::vector<std::uint8_t> title_words = {9, 9, 9, 9, 9, 9, 9, 9, 4};
  const auto hits = hits_of(postings, title_words);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].page == 3);
  CHECK(hits[0].place == 9);
  CHECK(hits[0].weight == (0b1100 | 2U << 4U));
  CHECK(hits[0].forms == 0b11);
  CHECK(hits[1].weight == (0b0001 | 3U << 4U));
  CHECK(hits[1].forms == 0);
}

TEST_CASE("search::append_hits: a short list has all of each page") {
  std::string out;
  append_hits(out, {{5, 300, 0b1000, 1}, {6, 2, 0b0001, 0b10}});
  Bytes bytes{out};
  CHECK(bytes.number() == 5);
  CHECK(bytes.byte() == 0b1000);
  CHECK(bytes.number() == 300);
  CHECK(bytes.number() == 0);
  CHECK(bytes.byte() == (0b0001 | 1U << 7U));
  CHECK(bytes.byte() == 0b10);
  CHECK(bytes.number() == 2);
  CHECK(bytes.rest.empty());
}

TEST_CASE("search::append_hits: a long list has all pages, and the hits that matter most") {
  std::vector<Hit> hits;
  for (std::uint32_t page = 0; page < 3 * kMostHits; ++page)
    hits.push_back({page, 0, static_cast<std::uint8_t>(page % 30 == 0 ? 0b0001 : 0b1000), 1});
  std::string out;
  append_hits(out, hits);
  Bytes bytes{out};
  CHECK(bytes.pages().size() == hits.size());
  CHECK(bytes.pages().size() == (3 * kMostHits + 29) / 30);
  std::size_t titles = 0, written = 0;
  for (; !bytes.rest.empty(); ++written) {
    bytes.number();
    titles += bytes.byte() == 0b0001 ? 1 : 0;
    bytes.number();
  }
  CHECK(written == kMostHits);
  CHECK(titles == (3 * kMostHits + 29) / 30);
}

TEST_CASE("search::append_hits: of the pages with it in the title those with the shortest are written") {
  std::vector<Hit> hits;
  for (std::uint32_t page = 0; page <= kMostHits; ++page) {
    const unsigned step = page == 7 ? 5 : 2;
    hits.push_back({page, 0, static_cast<std::uint8_t>(0b0001U | step << 4U), 1});
  }
  std::string out;
  append_hits(out, hits);
  Bytes bytes{out};
  bytes.pages();
  bytes.pages();
  std::vector<std::uint64_t> written;
  for (std::uint64_t page = 0; !bytes.rest.empty(); bytes.byte(), bytes.number()) {
    page += bytes.number() + (written.empty() ? 0 : 1);
    written.push_back(page);
  }
  CHECK(written.size() == kMostHits);
  CHECK(std::find(written.begin(), written.end(), 7) == written.end());
}

}  // namespace thidua::search
