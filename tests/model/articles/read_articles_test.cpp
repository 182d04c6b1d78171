#include "model/articles/read_articles.hpp"

#include <doctest/doctest.h>

#include "content/syntax/json_reader.hpp"
#include "model/articles/practice_parts.hpp"

using namespace thidua;
using namespace thidua::model;

namespace {

content::Value json(const std::string& text) {
  Diagnostics diagnostics;
  auto value = content::read_json(text, "x.json", diagnostics);
  REQUIRE(value);
  return std::move(*value);
}

content::TextFile file(const std::string& folder, const std::string& id, const std::string& head,
                       const std::string& body = "x\n") {
  return {"content/" + folder + "/" + id + ".md", id, json(head), body, 5};
}

std::string news_head(const std::string& more) {
  return R"({"title": "T", "summary": "S", "date": "2026-01-01")" + more + "}";
}

struct Built {
  explicit Built(content::Sources sources, Drafts drafts = Drafts::leave_out, const char* now = "2026-03-01T12:00")
      : site(build_site(sources, {drafts, 2, *parse_moment(now)}, diagnostics)) {}

  Diagnostics diagnostics;
  Site site;
};

std::string ids(const auto& articles) {
  std::string out;
  for (const auto& article : articles) out += article.id + " ";
  return out;
}

const char* const kWholeBody =
    "## Vấn đề\na\n## Giải pháp\na\n## Kết quả\na\n## Chi phí\na\n## Điều kiện áp dụng\na\n## Bài học kinh nghiệm\na\n"
    "## Cách nhân rộng\na\n";

std::string practice_head(const std::string& without = "") {
  std::string out = R"({"title": "T", "summary": "S")";
  const std::pair<const char*, const char*> kFields[] = {
      {"unit", R"("a/b")"},
      {"campaign", R"("c")"},
      {"topics", R"(["t"])"},
      {"measures", R"([{"what": "w", "before": 12.50, "after": "ít", "unit": "ngày"}])"},
      {"contact", R"({"name": "n"})"},
      {"verified", R"("2026-01-01")"},
      {"evidence", R"([{"text": "e", "href": "media/a.pdf"}])"}};
  for (const auto& [key, value] : kFields) {
    if (key != without) out += ", \"" + std::string(key) + "\": " + value;
  }
  return out + "}";
}

}  // namespace

TEST_CASE("model::read_articles: what has not appeared or has disappeared is left out, with all that leads to it") {
  content::Sources sources;
  sources.news.push_back(file("news", "da-dang", news_head(R"(, "publish_at": "2026-03-01T12:00")")));
  sources.news.push_back(file("news", "sap-dang",
                              news_head(R"(, "publish_at": "2026-03-01T12:01", "aliases": ["/x/"])"),
                              "![a](/media/mat.png), ![b](/media/chung.png)."));
  sources.news.push_back(file("news", "het-han", news_head(R"(, "expire_at": "2026-03-01T12:00")")));
  sources.pages.push_back(file("pages", "trang", R"({"title": "T"})", "![b](/media/chung.png)"));
  for (const char* name : {"mat.png", "chung.png", "rieng.png"})
    sources.media.push_back({"content/media/" + std::string(name), name, 1});
  const Built built(std::move(sources));
  CHECK(ids(built.site.news) == "da-dang ");
  REQUIRE(built.site.left_out.size() == 2);
  CHECK(built.site.left_out[0].id == "news/sap-dang");
  CHECK(built.site.left_out[0].aliases == std::vector<std::string>{"/x/"});
  CHECK(built.site.left_out[1].id == "news/het-han");
  REQUIRE(built.site.media.size() == 2);
  CHECK(built.site.media[0].name == "chung.png");
  CHECK(built.site.media[1].name == "rieng.png");
  CHECK_FALSE(built.diagnostics.has_errors());
}

TEST_CASE("model::read_articles: the next change is the earliest of all articles, but of drafts") {
  const auto change = [](Drafts drafts) {
    content::Sources sources;
    sources.news.push_back(file("news", "a", news_head(R"(, "publish_at": "2026-04-01", "draft": true)")));
    sources.news.push_back(file("news", "b", news_head(R"(, "publish_at": "2026-06-01")")));
    sources.exemplars.push_back(
        file("exemplars", "c", news_head(R"(, "for": "collective", "unit": "a/b", "expire_at": "2026-05-01")")));
    return Built(std::move(sources), drafts).site.next_change;
  };
  CHECK(change(Drafts::leave_out) == parse_moment("2026-05-01"));
  CHECK(change(Drafts::include) == parse_moment("2026-04-01"));
  CHECK_FALSE(Built({}).site.next_change);
}

TEST_CASE("model::read_articles: a practice keeps its numbers as written and its media as addresses") {
  content::Sources sources;
  sources.unusable = {"units/a", "campaigns/c"};
  sources.practices.push_back(file("practices", "p", practice_head(), kWholeBody));
  const Built built(std::move(sources));
  CHECK(built.diagnostics.sorted().empty());
  REQUIRE(built.site.practices.size() == 1);
  const Practice& practice = built.site.practices[0];
  CHECK(practice.measures.at(0).before == "12.50");
  CHECK(practice.measures.at(0).after == "ít");
  CHECK(practice.evidence.at(0).href == "/media/a.pdf");
  CHECK(practice.part(PracticePart::problem).line == 6);
}

TEST_CASE("model::read_articles: a practice that lacks any field or part is a draft, and told so once") {
  const auto findings = [](const std::string& head, const std::string& body, Drafts drafts) {
    content::Sources sources;
    sources.unusable = {"units/a", "campaigns/c"};
    sources.practices.push_back(file("practices", "p", head, body));
    const Built built(std::move(sources), drafts);
    CHECK(built.site.practices.size() == (drafts == Drafts::include ? 1 : 0));
    const auto found = built.diagnostics.sorted();
    return found.empty() ? "" : found.size() == 1 ? found[0].args.at(0) : "several";
  };
  for (const char* key : {"unit", "campaign", "topics", "measures", "contact", "verified", "evidence"}) {
    CAPTURE(key);
    CHECK(findings(practice_head(key), kWholeBody, Drafts::leave_out) == key);
    CHECK(findings(practice_head(key), kWholeBody, Drafts::include) == "");
  }
  for (std::size_t i = 0; i < kNeededParts; ++i) {
    const std::string heading(heading_of(static_cast<PracticePart>(i)));
    CAPTURE(heading);
    std::string body = kWholeBody;
    body.erase(body.find("## " + heading + "\na\n"), heading.size() + 6);
    CHECK(findings(practice_head(), body, Drafts::leave_out) == "“" + heading + "”");
  }
}

TEST_CASE("model::read_articles: an article about an invented unit is invented, whether it says so or not") {
  content::Sources sources;
  sources.units.push_back({"content/units/a.json", "a", json(R"({"illustrative": true, "locality": {"name": "A",
      "level": "commune"}, "units": [{"id": "b", "name": "B", "kind": "unit", "level": "commune"}]})")});
  sources.news.push_back(file("news", "a", news_head(R"(, "unit": "a/b")")));
  sources.news.push_back(file("news", "b", news_head("")));
  sources.news.push_back(file("news", "c", news_head(R"(, "illustrative": true)")));
  const Built built(std::move(sources));
  REQUIRE(built.site.news.size() == 3);
  CHECK(built.site.news[0].illustrative);
  CHECK_FALSE(built.site.news[1].illustrative);
  CHECK(built.site.news[2].illustrative);
}

TEST_CASE("model::read_articles: an exemplar keeps kind, position and picture as written") {
  content::Sources sources;
  sources.unusable = {"units/a"};
  sources.exemplars.push_back(file("exemplars", "e", news_head(R"(, "for": "individual", "unit": "a/b",
      "position": "P", "picture": {"file": "a.jpg", "alt": "Tả"})")));
  const Built built(std::move(sources));
  REQUIRE(built.site.exemplars.size() == 1);
  const Exemplar& exemplar = built.site.exemplars[0];
  CHECK(exemplar.recipient == RecipientKind::individual);
  CHECK(exemplar.position == "P");
  REQUIRE(exemplar.picture);
  CHECK(exemplar.picture->file == "a.jpg");
  CHECK(exemplar.picture->place.line == 2);
  CHECK_FALSE(exemplar.award);
}
