#include "data/feeds/feeds.hpp"

#include "data/small_material.hpp"

using namespace thidua;
using testing::date;
using testing::holds;
using testing::SmallMaterial;

namespace {

std::size_t entries_in(const std::string& feed) {
  std::size_t count = 0;
  for (std::size_t at = feed.find("<entry>"); at != std::string::npos; at = feed.find("<entry>", at + 1)) ++count;
  return count;
}

model::News news(const std::string& id, const char* day) {
  model::News out;
  out.id = id;
  out.title = "Tin " + id;
  out.summary = "Tóm tắt & <b>";
  out.date = date(day);
  return out;
}

}  // namespace

TEST_CASE_FIXTURE(SmallMaterial, "data::make_feeds: all four are there before anything is in them") {
  const auto all = files(data::make_feeds);
  REQUIRE(all.size() == 4);
  for (const auto& [path, feed] : all) {
    CAPTURE(path);
    CHECK(entries_in(feed) == 0);
    CHECK(holds(feed, "<updated>2025-01-01T00:00:00+07:00</updated>"));  // the campaign's: never the clock's
  }
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_feeds: an entry is known by its address, and `updated` is the author's") {
  site.news = {news("a", "2025-02-01")};
  site.news[0].updated = date("2025-02-20");
  const std::string feed = files(data::make_feeds).at("tin-tuc/feed.xml");
  CHECK(holds(feed, "<id>https://h/tin-tuc/a/</id>"));
  CHECK(holds(feed, "<published>2025-02-01T00:00:00+07:00</published>\n<updated>2025-02-20T00:00:00+07:00</updated>"));
  CHECK(holds(feed, "<summary>Tóm tắt &amp; &lt;b&gt;</summary>"));
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_feeds: invented things say so in title and category") {
  site.news = {news("a", "2025-02-01"), news("b", "2025-01-01")};
  site.news[0].illustrative = true;
  const std::string feed = files(data::make_feeds).at("tin-tuc/feed.xml");
  CHECK(holds(feed, "<title>[Minh họa] Tin a</title>"));
  CHECK(holds(feed, "<category term=\"illustrative\""));
  CHECK(holds(feed, "<title>Tin b</title>"));
}

TEST_CASE_FIXTURE(SmallMaterial, "data::make_feeds: the newest fifty are enough") {
  for (int i = 0; i < 60; ++i) site.news.push_back(news("n" + std::to_string(i), "2025-02-01"));
  CHECK(entries_in(files(data::make_feeds).at("tin-tuc/feed.xml")) == data::kFeedLength);
}

TEST_CASE_FIXTURE(SmallMaterial,
                  "data::make_feeds: a decision is an entry, renewed by its corrections, the newest first") {
  model::Result older, newer;
  older.id = "2023";
  older.decision = {.number = "5/QĐ", .date = date("2024-01-10")};
  newer.id = "2024";
  newer.decision = {.number = "9/QĐ", .date = date("2025-01-10")};
  older.corrections = {{.date = date("2024-03-01"), .reason = "Nhầm", .of = "decision", .field = "signer"}};
  plan().results = {older, newer};
  const auto all = files(data::make_feeds);
  const std::string& results = all.at("ket-qua.xml");
  CHECK(results.find("#quyet-dinh:2024") < results.find("#quyet-dinh:2023"));
  CHECK(
      holds(results, "<published>2024-01-10T00:00:00+07:00</published>\n<updated>2024-03-01T00:00:00+07:00</updated>"));
  CHECK(holds(all.at("dinh-chinh/feed.xml"), "<id>https://h/dinh-chinh/#thu/results/2023/1</id>"));
  CHECK(holds(all.at("dinh-chinh/feed.xml"), "Lý do: Nhầm"));
}
