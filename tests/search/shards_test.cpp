#include "search/shards.hpp"

#include <doctest/doctest.h>

#include <string>

namespace thidua::search {
namespace {

struct Site {
  Harvest harvest;
  std::vector<PageSource> sources;

  void add(const std::string& text) {
    sources.push_back({0, sources.size()});
    harvest.add(sources.size() - 1, "<p data-search>" + text + "</p>");
  }
  std::vector<Shard> shards(unsigned jobs = 1) const { return make_shards(collate({&harvest}, sources, jobs), jobs); }
};

}  // namespace

TEST_CASE("search::make_shards: keys with what they share with the one before, forms, hits, and what stands before") {
  Site site;
  site.add("hai ba");
  const auto shards = site.shards();
  REQUIRE(shards.size() == 1);
  CHECK(shards[0].first == "ba");
  // ba: after syllable 1; hai: after none; hai ba: a pair.
  const std::string hit("\x01\x00\x04\x00", 4);
  CHECK(shards[0].bytes == std::string("\x00\x02"
                                       "ba"
                                       "\x09\x01\x00",
                                       7) +
                               hit + std::string("\x00\x01\x01", 3) +
                               std::string("\x00\x03"
                                           "hai"
                                           "\x08\x01\x00",
                                           8) +
                               hit + std::string("\x00\x00", 2) +
                               std::string("\x03\x03"
                                           " ba"
                                           "\x06\x01\x00",
                                           8) +
                               hit);
}

TEST_CASE("search::make_shards: a shard ends where it is long enough, and threads change nothing") {
  Site site;
  for (int i = 0; i < 2000; ++i) site.add("chữ " + std::to_string(i) + " và " + std::to_string(i * 7 % 2000));
  const auto shards = site.shards();
  CHECK(shards.size() > 2);
  for (std::size_t i = 0; i + 1 < shards.size(); ++i) {
    CHECK(shards[i].bytes.size() >= kShardBytes);
    CHECK(shards[i].first < shards[i + 1].first);
  }
  const auto again = site.shards(3);
  REQUIRE(again.size() == shards.size());
  for (std::size_t i = 0; i < shards.size(); ++i) CHECK(again[i].bytes == shards[i].bytes);
}

}  // namespace thidua::search
