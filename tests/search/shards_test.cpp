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
  std::vector<ShardFile> files(unsigned jobs = 1) const {
    return make_shards(collate({&harvest}, sources, jobs), jobs);
  }
};

/// A list of one number, or of none, as append_pages() writes it.
std::string listed(const std::string& numbers) { return std::string(1, '\0') + char(numbers.size()) + numbers; }

const std::string kNone = listed("");

}  // namespace

TEST_CASE("search::make_shards: keys with what they share with the one before, forms, neighbours, hits") {
  Site site;
  site.add("hai ba");
  site.add("hai ba 3");
  const auto files = site.files();
  REQUIRE(files.size() == 1);
  REQUIRE(files[0].shards.size() == 1);
  CHECK(files[0].lists.empty());
  const Shard& shard = files[0].shards[0];
  CHECK(shard.first == "3");
  const std::string twice("\x02\x00\x00\x08\x00\x00\x08\x00", 8), second("\x01\x00\x01\x08\x00", 5);
  const auto term = [](char common, const std::string& rest, const std::string& body) {
    const std::string whole = "\x01" + std::string(1, '\0') + body;  // one form, which is the key
    return std::string(1, common) + char(rest.size()) + rest + char(whole.size()) + whole;
  };
  // Numbers have no number among those that can have a typing error: ba is 0, hai is 1.
  CHECK(shard.bytes == term(0, "3", kNone + listed(std::string(1, '\0')) + kNone + second) +
                           term(0, "ba", listed("\x01") + kNone + kNone + twice) + term(2, " 3", second) +
                           term(0, "hai", kNone + kNone + listed(std::string(1, '\0')) + twice) +
                           term(3, " ba", twice));
}

TEST_CASE("search::make_shards: long lists stand behind the shards, and nothing is lost") {
  Site site;
  for (int i = 0; i < 100; ++i) site.add("chữ");
  const auto files = site.files();
  REQUIRE(files.size() == 1);
  CHECK(files[0].lists.size() == 300);  // distance, weight, place of each
  CHECK(files[0].shards[0].bytes.ends_with(std::string("\x64\xac\x02\x00", 4)));
}

TEST_CASE("search::make_shards: shards and files end where they are long enough, and threads change nothing") {
  Site site;
  for (int i = 0; i < 3000; ++i) site.add("chữ " + std::to_string(i) + " và " + std::to_string(i * 7 % 2000));
  const auto files = site.files();
  CHECK(files.size() > 2);
  std::string last;
  for (const ShardFile& file : files) {
    std::size_t bytes = file.lists.size();
    for (const Shard& shard : file.shards) {
      bytes += shard.bytes.size();
      CHECK((&shard == &file.shards.back() || shard.bytes.size() >= kShardBytes));
      CHECK(last < shard.first);
      last = shard.first;
    }
    CHECK((&file == &files.back() || bytes >= kFileBytes));
  }
  const auto again = site.files(3);
  REQUIRE(again.size() == files.size());
  for (std::size_t f = 0; f < files.size(); ++f) {
    CHECK(again[f].lists == files[f].lists);
    REQUIRE(again[f].shards.size() == files[f].shards.size());
    for (std::size_t i = 0; i < files[f].shards.size(); ++i)
      CHECK(again[f].shards[i].bytes == files[f].shards[i].bytes);
  }
}

}  // namespace thidua::search
