#include <doctest/doctest.h>

#include <cerrno>
#include <map>

#include "content/limits.hpp"
#include "content/syntax/json_reader.hpp"
#include "rules/rule.hpp"

using namespace thidua;

namespace {

content::Value json(const std::string& text) {
  Diagnostics diagnostics;
  auto root = content::read_json(text, "x.json", diagnostics);
  REQUIRE_MESSAGE(root, text);
  return std::move(*root);
}

content::DataFile data(const std::string& path, const std::string& text) { return {path, "x", json(text)}; }

content::TextFile page(const std::string& path, const std::string& front_matter, const std::string& body) {
  return {path, "x", json(front_matter), body, 5};
}

/// What the attachments of a test hold, by their names.
std::map<std::string, std::string> attachments;

base::Result<std::string> read_media(const content::MediaFile& file) {
  const auto at = attachments.find(file.name);
  if (at == attachments.end()) return base::fail("read", file.path, EIO);
  return at->second;
}

/// The findings as "file:line:column code args".
std::string findings(const content::Sources& sources, unsigned jobs = 2) {
  Diagnostics diagnostics;
  rules::personal_data(sources, read_media, jobs, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.sorted()) {
    out += d.place.file + ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " +
           std::string(describe(d.code).name);
    for (const std::string& arg : d.args) out += " " + arg;
    out += "; ";
  }
  return out;
}

content::Sources with_site(const std::string& site) {
  content::Sources sources;
  sources.site.push_back(data("site.json", site));
  return sources;
}

}  // namespace

TEST_CASE("rules::personal_data: looks into every kind of file") {
  const std::string number = R"({"a": [{"b": "0912345678"}]})";
  content::Sources sources = with_site(number);
  sources.units.push_back(data("units.json", number));
  sources.practices.push_back(page("practice.md", number, ""));
  sources.exemplars.push_back(page("exemplar.md", number, ""));
  sources.news.push_back(page("news.md", number, ""));
  sources.pages.push_back(page("page.md", number, ""));
  content::CampaignFolder campaign;
  campaign.facts = data("campaign.json", number);
  campaign.documents.push_back(page("plan.md", number, ""));
  campaign.registrations.push_back(data("registrations.json", number));
  campaign.scores.push_back(data("scores.json", number));
  campaign.attainment.push_back(data("attainment.json", number));
  campaign.results.push_back(data("results.json", number));
  sources.campaigns.push_back(std::move(campaign));
  std::string expected;
  for (const char* file :
       {"attainment.json", "campaign.json", "exemplar.md", "news.md", "page.md", "plan.md", "practice.md",
        "registrations.json", "results.json", "scores.json", "site.json", "units.json"}) {
    expected += std::string(file) + ":1:14 mobile-number 0912…; ";
  }
  CHECK(findings(sources, 1) == expected);
  CHECK(findings(sources, 7) == expected);
}

TEST_CASE("rules::personal_data: a finding in a body has its line in the file and its column in letters") {
  content::Sources sources;
  sources.news.push_back(page("news.md", "{}", "Đoạn đầu.\n\nĐiện thoại 0912 345 678, sinh\nnăm 1980\n"));
  CHECK(findings(sources) == "news.md:7:12 mobile-number 0912…; news.md:7:26 birth-date sinh năm …; ");
}

TEST_CASE("rules::personal_data: what is not published, and what is a number to count with, is not looked at") {
  const content::Sources sources = with_site(
      R"({"internal": "0912345678", "$schema": "x 0912345678", "a": {"internal": ["001080012345"]}, "value": 191234567})");
  CHECK(findings(sources) == "");
}

TEST_CASE("rules::personal_data: a declared contact is an office's wherever it stands, however it is written") {
  content::Sources sources = with_site(R"({"contacts": {"phone": "0912 345 678"}})");
  sources.practices.push_back(page("a.md", R"({"contact": {"phone": "0387.654.321"}})", "Gọi +84 387 654 321."));
  sources.news.push_back(page("b.md", "{}", "Gọi 0912.345.678 hoặc 0387654321, không gọi 0356789012."));
  CHECK(findings(sources) == "b.md:5:45 mobile-number 0356…; ");
}

TEST_CASE("rules::personal_data: contacts hold no other personal data") {
  CHECK(findings(with_site(R"x({"contacts": {"name": "Ông A (SN 1980)", "address": "CCCD 001080012345"}})x")) ==
        "site.json:1:23 birth-date SN …; site.json:1:53 citizen-number 001…; ");
}

TEST_CASE("rules::personal_data: an exception accepts the whole of what was found, in its file only") {
  const auto site = [](const std::string& file, const std::string& text) {
    return with_site(R"({"personal_data_exceptions": [{"file": ")" + file + R"(", "text": ")" + text +
                     R"(", "reason": "0912345678"}]})");
  };
  const auto found = [](content::Sources sources) {
    sources.news.push_back(page("a.md", "{}", "mã 123456789"));
    return findings(sources);
  };
  const std::string finding = "a.md:5:4 citizen-number 123…; ",
                    unused = "site.json:1:31 personal-data-exception-unused ";
  CHECK(found(site("a.md", "123456789")) == "");
  CHECK(found(site("a.md", "mã 123456789")) == "");
  CHECK(found(site("a.md", "12345678")) == finding + unused + "a.md; ");
  CHECK(found(site("b.md", "123456789")) == finding + unused + "b.md; ");
}

TEST_CASE("rules::personal_data: an exception for a file that could not be read is not called unused") {
  content::Sources sources = with_site(
      R"({"personal_data_exceptions": [{"file": "content/news/a.md", "text": "x", "reason": "x"},
                                       {"file": "content/campaigns/b/plan.md", "text": "x", "reason": "x"},
                                       {"file": "content/news/ab.md", "text": "x", "reason": "x"}]})");
  sources.unusable = {"news/a", "campaigns/b"};
  CHECK(findings(sources) == "site.json:3:40 personal-data-exception-unused content/news/ab.md; ");
}

TEST_CASE("rules::personal_data: of one file, only so many findings are reported") {
  content::Sources sources;
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "0912345678\n";
  sources.news.push_back(page("a.md", "{}", body));
  Diagnostics diagnostics;
  rules::personal_data(sources, read_media, 2, diagnostics);
  const auto sorted = diagnostics.sorted();
  CHECK(sorted.size() == content::kMaxFindings + 1);
  CHECK(sorted.front().code == Code::too_many_findings);
}

TEST_CASE("rules::personal_data: a disguised number has its place, and contacts and exceptions hold for it as shown") {
  content::Sources sources = with_site(
      R"({"contacts": {"phone": "038&#55;654321"},
          "personal_data_exceptions": [{"file": "a.md", "text": "03**56**789013", "reason": "x"},
                                       {"file": "a.md", "text": "0356789014", "reason": "x"}]})");
  sources.news.push_back(page("a.md", "{}",
                              "Gọi 0387.654.321, 03**87**654321.\n"
                              "Đừng gọi ０３５６７８９０１２, 03**56**789013 hay 0356789\u200B014.\n"));
  CHECK(findings(sources) == "a.md:6:10 mobile-number 0356…; ");
}

TEST_CASE("rules::personal_data: looks into files of text beside the articles, up to their size") {
  content::Sources sources;
  const auto add = [&](const std::string& name, std::uint64_t size, const std::string& text) {
    sources.media.push_back({"content/media/" + name, name, size});
    if (!text.empty()) attachments[name] = text;
  };
  const std::string line = "STT\tĐT\r\n1\t0912345678\r\n";
  add("a.csv", 30, "Họ tên,Ngày sinh\nTrần Thị B,5/2/1980\n");
  add("b.TXT", 30, line);
  add("c.txt", 5 * 1024 * 1024 + 1, line);
  add("d.pdf", 30, line);
  add("e.txt", 30, "");
  CHECK(findings(sources) ==
        "content/media/a.csv:2:12 birth-date …; content/media/b.TXT:2:3 mobile-number 0912…; "
        "content/media/e.txt:0:0 file-unreadable Input/output error; ");
  attachments.clear();
}
