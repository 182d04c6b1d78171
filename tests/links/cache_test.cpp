#include "links/cache.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "base/temporary_folder.hpp"

using namespace thidua;
using namespace thidua::links;
using std::chrono::seconds;

namespace {

constexpr Cache::Seconds at(int second) { return Cache::Seconds(seconds(1'000'000 + second)); }

}  // namespace

TEST_CASE("links::Cache: what was kept is found, as long as it is not too old") {
  Cache cache;
  cache.keep("https://a.vn/", {Outcome::moved, "https://b.vn/"}, at(10));
  CHECK(cache.find("https://a.vn/", at(10), at(20)) == Finding{Outcome::moved, "https://b.vn/"});
  CHECK_FALSE(cache.find("https://a.vn/", at(11), at(20)));
  CHECK_FALSE(cache.find("https://a.vn/", at(0), at(9)));  // from the future
  CHECK_FALSE(cache.find("https://b.vn/", at(0), at(20)));
}

TEST_CASE("links::Cache: what is broken or unreachable is asked for again, whatever was known before") {
  for (const Outcome outcome :
       {Outcome::gone, Outcome::no_host, Outcome::unreachable, Outcome::certificate, Outcome::local_network}) {
    Cache cache;
    cache.keep("https://a.vn/", {}, at(0));
    cache.keep("https://a.vn/", {outcome, "x"}, at(1));
    CHECK(cache.empty());
  }
}

TEST_CASE("links::Cache: the file gives back what was kept, with the same bytes") {
  Cache cache;
  cache.keep("https://a.vn/\u1ec9?q=\"1\"", {}, at(1));
  cache.keep("https://b.vn/", {Outcome::blocked, "HTTP 403"}, at(2));
  cache.keep("https://c.vn/", {Outcome::robots, "c.vn"}, at(3));
  cache.keep("https://d.vn/", {Outcome::redirected, "https://e.vn/"}, at(4));
  const auto again = Cache::parse(cache.to_json());
  REQUIRE(again);
  CHECK(again->to_json() == cache.to_json());
  CHECK(again->find("https://b.vn/", at(2), at(2)) == Finding{Outcome::blocked, "HTTP 403"});
  CHECK(again->find("https://a.vn/\u1ec9?q=\"1\"", at(0), at(2)) == Finding{});
}

TEST_CASE("links::Cache: what is no cache, of another version, or damaged is none") {
  Cache cache;
  cache.keep("https://a.vn/", {}, at(1));
  const std::string json = cache.to_json();
  for (std::size_t length = 0; length + 1 < json.size(); ++length) CHECK_FALSE(Cache::parse(json.substr(0, length)));
  for (const char* text : {R"({"version": 2, "answers": {}})", R"({"answers": {}})", R"({"version": 1})", "[]",
                           R"({"version": 1, "answers": {"a": 1}})",
                           R"({"version": 1, "answers": {"a": {"asked": 1, "outcome": "gone"}}})",
                           R"({"version": 1, "answers": {"a": {"asked": "1", "outcome": "works"}}})"})
    CHECK_FALSE(Cache::parse(text));
  CHECK(Cache::parse(R"({"version": 1, "answers": {}})"));
}

TEST_CASE("links::Cache: what is old goes, and beyond the limit the oldest") {
  Cache cache;
  for (std::size_t i = 0; i < kMostCached + 2; ++i)
    cache.keep(fmt::format("https://a.vn/{}", i), {}, at(static_cast<int>(i)));
  cache.trim(at(1));
  const auto known = [&](std::size_t i) { return cache.find(fmt::format("https://a.vn/{}", i), at(0), at(1'000'000)); };
  CHECK_FALSE(known(0));
  CHECK_FALSE(known(1));
  CHECK(known(2));
  CHECK(known(kMostCached + 1));
}

TEST_CASE("links::write_in_place: a new file, then in place of the old one, and never of anything else") {
  const testing::TemporaryFolder folder;
  const auto disk = base::real_disk();
  const std::string path = folder / "cache.json";
  testing::put(path + ".new", "of a run that was ended");
  for (const char* bytes : {"one", "two", "three"}) {
    REQUIRE(write_in_place(*disk, path, bytes));
    CHECK(testing::bytes_of(path) == bytes);
    CHECK_FALSE(std::filesystem::exists(path + ".new"));
  }
  std::filesystem::create_directory(folder / "folder");
  CHECK_FALSE(write_in_place(*disk, folder / "folder", "x"));
  std::filesystem::create_symlink(path, folder / "link");
  CHECK_FALSE(write_in_place(*disk, folder / "link", "x"));
  CHECK(testing::bytes_of(path) == "three");
  CHECK_FALSE(write_in_place(*disk, folder / "none/cache.json", "x"));
}
