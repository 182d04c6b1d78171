#include "content/read_content.hpp"

#include <doctest/doctest.h>

#include <string>

#include "content/content_folder.hpp"
#include "content/limits.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

const std::string kNews = "---\ntitle: Tin\nsummary: Tóm tắt\ndate: 2024-01-31\n---\nThân bài\n";

/// The least that the schema of campaign.json asks for.
const std::string kCampaign = R"({
  "title": {"text": "Phong trào", "clause": "preamble.p2"}, "short_title": "Phong trào", "locality": "sa-pa", "level": "district",
  "issuer": {"unit": "sa-pa/ubnd", "clause": "preamble.p1"}, "period": {"from": "2022", "to": "2025", "clause": "preamble.p2"},
  "document": {"number": {"is": "absent"}, "date": {"is": "absent"}, "signer": {"is": "absent"}},
  "audiences": [], "updated": "2024-01-31"})";

ContentFolder& add_campaign(ContentFolder& folder, const std::string& id) {
  const std::string path = "content/campaigns/" + id;
  return folder.file(path + "/campaign.json", kCampaign).file(path + "/plan.md", "## I. MỤC ĐÍCH\n");
}

Lines ids(const std::vector<TextFile>& files) {
  Lines all;
  for (const TextFile& file : files) all.push_back(file.id);
  return all;
}

}  // namespace

TEST_CASE("content::read_content: takes in every kind of file") {
  ContentFolder folder;
  folder.site().file("content/news/a.md", kNews).file("content/pages/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\nx");
  folder.file("content/practices/b.md", "{\"title\": \"Mô hình\", \"summary\": \"Tóm tắt\"}\nThân");
  folder.file("content/units/sa-pa.json", R"({"locality": {"name": "Sa Pa", "level": "district"}, "units": []})");
  folder.file("content/exemplars/c.md",
              "---\ntitle: Tổ Một\nsummary: S\ndate: 2024-01-31\nfor: collective\nunit: sa-pa/a\n---\nx");
  add_campaign(folder, "x").file("content/campaigns/x/huong-dan.md", "---\ntitle: Hướng dẫn\n---\n");
  folder.file("content/campaigns/x/registrations.json",
              R"({"registrations": [{"unit": "sa-pa/a", "date": "2024-01-31"}]})");
  folder.file("content/campaigns/x/scores/2024.json",
              R"({"scores": [{"unit": "sa-pa/a", "points": 90.0, "maximum": 100}]})");
  folder.file("content/campaigns/x/results/so-ket.json",
              R"({"round": "so-ket", "decision": {"number": "1/QĐ", "date": "2024-01-31"},
                  "awards": [{"id": "a", "award_form": "giay-khen", "for": "collective", "unit": "sa-pa/a"}]})");
  const Sources sources = folder.read();
  CHECK(findings_with_files(folder.diagnostics) == Lines{});
  CHECK(sources.unusable == Lines{});
  REQUIRE(sources.site.size() == 1);
  CHECK(sources.site[0].path == "content/site.json");
  CHECK(sources.site[0].root.find("name")->as_string() == "Cổng");
  CHECK(ids(sources.news) == Lines{"a"});
  CHECK(ids(sources.pages) == Lines{"gioi-thieu"});
  CHECK(ids(sources.practices) == Lines{"b"});
  CHECK(sources.practices[0].body == "Thân");
  CHECK(ids(sources.exemplars) == Lines{"c"});
  REQUIRE(sources.units.size() == 1);
  CHECK(sources.units[0].id == "sa-pa");
  REQUIRE(sources.campaigns.size() == 1);
  const CampaignFolder& campaign = sources.campaigns[0];
  CHECK(campaign.id == "x");
  CHECK(campaign.facts.root.find("short_title")->as_string() == "Phong trào");
  CHECK(ids(campaign.documents) == Lines{"plan", "huong-dan"});
  CHECK(campaign.registrations.size() == 1);
  REQUIRE(campaign.scores.size() == 1);
  CHECK(campaign.scores[0].id == "2024");
  REQUIRE(campaign.results.size() == 1);
  CHECK(campaign.results[0].id == "so-ket");
}

TEST_CASE("content::read_content: gives bodies with plain line ends, composed, and with the line they start on") {
  ContentFolder folder;
  folder.site().file(
      "content/news/a.md",
      "\xEF\xBB\xBF---\r\ntitle: T\r\nsummary: S\r\ndate: 2024-01-31\r\n---\r\nmột\r\nho\u0061\u0300\r\n");
  const Sources sources = folder.read();
  REQUIRE(sources.news.size() == 1);
  CHECK(sources.news[0].body == "một\nhoà\n");
  CHECK(sources.news[0].body_line == 6);
  CHECK(findings_with_files(folder.diagnostics) == Lines{"content/news/a.md not-nfc 7:3"});
}

TEST_CASE("content::read_content: reports what is wrong with each file and goes on with the rest") {
  ContentFolder folder;
  folder.site().file("content/news/a.md", "---\ntitle: T\n---\n").file("content/news/b.md", kNews);
  folder.file("content/news/c.md", "---\ntitle: T\nsumary: S\ndate: 2024\n---\n").file("content/units/u.json", "{,}");
  folder.file("content/pages/p.md", "\x80").file("content/practices/q.md", "không có phần đầu");
  const Sources sources = folder.read();
  CHECK(findings_with_files(folder.diagnostics) ==
        Lines{"content/news/a.md missing-field 2:1", "content/news/a.md missing-field 2:1",
              "content/news/c.md misspelt-key 3:1", "content/news/c.md wrong-type 4:7",
              "content/pages/p.md invalid-utf8 1:1", "content/practices/q.md front-matter-missing 1:1",
              "content/units/u.json json-key-expected 1:2"});
  CHECK(ids(sources.news) == Lines{"b"});
  CHECK(sources.unusable == Lines{"news/a", "news/c", "pages/p", "practices/q", "units/u"});
}

TEST_CASE("content::read_content: gives up a campaign without facts or plan, but not for another file of it") {
  ContentFolder folder;
  folder.site();
  add_campaign(folder, "a").file("content/campaigns/a/campaign.json", "{}");
  add_campaign(folder, "b").file("content/campaigns/b/plan.md", "\xFF");
  add_campaign(folder, "c").file("content/campaigns/c/scores/2024.json", "[]");
  const Sources sources = folder.read();
  REQUIRE(sources.campaigns.size() == 1);
  CHECK(sources.campaigns[0].id == "c");
  CHECK(sources.unusable ==
        Lines{"campaigns/a/campaign", "campaigns/a", "campaigns/b/plan", "campaigns/b", "campaigns/c/scores/2024"});
}

TEST_CASE("content::read_content: gives the same whatever the number of threads") {
  ContentFolder folder;
  folder.site();
  for (int i = 0; i < 60; ++i) {
    const bool good = i % 3 != 0;
    folder.file("content/news/n-" + std::to_string(i) + ".md", good ? kNews : "---\ntitel: x\n---\n");
  }
  const Sources one = folder.read(1);
  const Lines found = findings_with_files(folder.diagnostics);
  for (unsigned jobs : {2U, 7U}) {
    const Sources many = folder.read(jobs);
    CHECK(ids(many.news) == ids(one.news));
    CHECK(many.unusable == one.unusable);
    CHECK(findings_with_files(folder.diagnostics) == found);
  }
  CHECK(one.news.size() == 40);
  CHECK(one.unusable.size() == 20);
}

TEST_CASE("content::read_content: shows the first findings of a file and says that there are more") {
  ContentFolder folder;
  std::string units = R"({"locality": {"name": "a", "level": "district"}, "units": [)";
  for (int i = 0; i < 300; ++i) units += "\n7,";
  folder.site().file("content/units/a.json", units + "7]}");
  folder.read();
  const Lines found = findings(folder.diagnostics);
  REQUIRE(found.size() == kMaxFindings + 1);
  CHECK(found.front() == "too-many-findings");
  CHECK(found.back() == "wrong-type 101:1");
}
