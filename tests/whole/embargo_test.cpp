// What is to appear later, or no longer, or is a draft: nothing of it may reach the output, not even its name.
#include <doctest/doctest.h>

#include <filesystem>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Run build(const SmallRoot& root, const std::string& today, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"build", "--today", today});
  const Run run = run_program({std::move(more), root.path()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return run;
}

/// The output files that hold the word in their bytes or their path.
std::string files_with(const SmallRoot& root, const std::string& word) {
  std::string out;
  for (const auto& entry : fs::recursive_directory_iterator(root / "public")) {
    const std::string path = entry.path().lexically_relative(root / "public");
    if (contains(path, word) || (entry.is_regular_file() && contains(bytes_of(entry.path()), word))) out += path + "\n";
  }
  return out;
}

/// A field of each kind, and text, each with the planted word, which also fits into a slug.
void plant(const SmallRoot& root, const std::string& head) {
  const std::string common =
      "title: zzz\nsummary: zzz\nunit: thi-du/van-phong\ncampaign: thu-2025\ntopics: [zzz]\n" + head;
  const std::string text = "zzz ![zzz](/media/zzz.png)\n";
  put(root / "content/media/zzz.png", "zzz");
  put(root / "content/news/zzz.md", "---\n" + common + "date: 2025-06-01\naliases: [/zzz-cu/]\n" +
                                        "picture: { file: zzz.png, alt: zzz }\n---\n" + text);
  put(root / "content/exemplars/zzz.md",
      "---\n" + common + "date: 2025-06-01\nfor: individual\nposition: zzz\n---\n" + text);
  std::string practice = bytes_of(root / "content/practices/mot-cua.md");
  practice = practice.substr(practice.find("---\n", 4));
  put(root / "content/practices/zzz.md",
      "---\n" + common +
          "measures: [{ what: zzz, before: 1, after: 2 }]\ncontact: { name: zzz }\nverified: 2025-06-01\n" +
          "evidence: [{ text: zzz, href: media/zzz.png }]\n" + practice + "\n" + text);
}

/// A page that leads to all of them, without the word in what readers see.
void refer(const SmallRoot& root) {
  put(root / "content/pages/dan.md",
      "---\ntitle: Dẫn\n---\n[một](/tin-tuc/zzz/) [hai](/dien-hinh/zzz/) [ba](/cach-lam-hay/zzz/) [bốn](/zzz-cu/)\n");
}

/// A decision with the planted word in each field, and a practice and an exemplar that name its award; beside it one
/// that is to be seen and whose award names the practice.
void plant_decisions(const SmallRoot& root, const std::string& head) {
  lay_over(THIDUA_SOURCE_DIR "/tests/whole/embargo/content", root / "content");
  const std::string results = root / "content/campaigns/thu-2025/results/";
  const std::string common = R"("illustrative": true, "year": 2025, )";
  const std::string award =
      R"("award_form": "giay-khen", "for": "individual", "unit": "thi-du/van-phong", "practice": "mot-cua", )";
  put(root / "content/media/zzz.pdf", "zzz");
  put(results + "zzz.json",
      "{" + common + head + R"("decision": {"number": "zzz", "date": "2025-06-20", "signer": "zzz", "file": "zzz.pdf"},
          "awards": [{"id": "zzz", )" +
          award + R"("name": "zzz", "position": "zzz", "achievement": "zzz"}],
          "corrections": [{"date": "2025-06-21", "reason": "zzz", "of": "zzz", "field": "name", "before": "z", "after": "zzz"}]})");
  put(results + "mot.json", "{" + common +
                                R"("decision": {"number": "1", "date": "2025-06-20"}, "awards": [{"id": "a", )" +
                                award + R"("name": "Nguyễn Văn A"}]})");
  put(root / "content/exemplars/a.md",
      "---\ntitle: A\nsummary: A\ndate: 2025-06-01\nfor: individual\nunit: thi-du/van-phong\n"
      "award: thu-2025/zzz/zzz\n---\nx\n");
  const std::string practice = bytes_of(root / "content/practices/mot-cua.md");
  put(root / "content/practices/mot-cua.md", "---\naward: thu-2025/zzz/zzz\n" + practice.substr(4));
}

}  // namespace

TEST_CASE("whole: before its time nothing of an article is in the output; from then on, and until it expires, all is") {
  const SmallRoot root;
  plant(root, "publish_at: 2025-07-01T08:00\nexpire_at: 2025-08-01\n");
  refer(root);
  const Run before = build(root, "2025-07-01T07:59");
  CHECK(files_with(root, "zzz") == "");
  CHECK_FALSE(contains(before.out + before.err, "zzz"));
  build(root, "2025-07-01T08:00");
  for (const char* page :
       {"tin-tuc/zzz/index.html", "dien-hinh/zzz/index.html", "cach-lam-hay/zzz/index.html", "chu-de/zzz/index.html",
        "zzz-cu/index.html", "media/zzz.png", "tin-tuc/index.html", "dien-hinh/index.html", "cach-lam-hay/index.html",
        "don-vi/thi-du/van-phong/index.html", "index.html", "dan/index.html"}) {
    CAPTURE(page);
    CHECK(contains(files_with(root, "zzz"), page));
  }
  build(root, "2025-08-01");
  CHECK(files_with(root, "zzz") == "");
}

TEST_CASE("whole: before its time nothing of a decision is in the output, and what refers to it stays without it") {
  const SmallRoot root;
  plant_decisions(root, R"("publish_at": "2025-07-01T08:00", "expire_at": "2025-08-01", )");
  const std::string practice = root / "public/cach-lam-hay/mot-cua/index.html";
  const std::string exemplar = root / "public/dien-hinh/a/index.html";
  const std::string other = "phong-trao/thu-2025/ket-qua/#mot-a";
  const std::string own = "phong-trao/thu-2025/ket-qua/#zzz-zzz";
  const Run before = build(root, "2025-07-01T07:59");
  CHECK(files_with(root, "zzz") == "");
  CHECK_FALSE(contains(before.out + before.err, "zzz"));
  CHECK(contains(before.out, "the next change is due at 2025-07-01T08:00"));
  CHECK(contains(bytes_of(practice), other));
  CHECK_FALSE(contains(bytes_of(exemplar), "Giấy khen"));
  build(root, "2025-07-01T08:00");
  CHECK(contains(files_with(root, "zzz"), "media/zzz.pdf"));
  CHECK(contains(files_with(root, "zzz"), "phong-trao/thu-2025/ket-qua/index.html"));
  CHECK(contains(bytes_of(practice), own));
  CHECK(contains(bytes_of(practice), other));
  CHECK(contains(bytes_of(exemplar), own));
  CHECK(contains(bytes_of(exemplar), "Giấy khen"));
  build(root, "2025-08-01");
  CHECK(files_with(root, "zzz") == "");
}

TEST_CASE("whole: nothing of a draft is in the output, be it declared or incomplete") {
  const SmallRoot root;
  plant(root, "draft: true\n");
  refer(root);
  build(root, "2025-12-31");
  CHECK(files_with(root, "zzz") == "");
  build(root, "2025-12-31", {"--drafts"});
  CHECK(contains(files_with(root, "zzz"), "cach-lam-hay/zzz/index.html"));
  put(root / "content/practices/zzz.md", "---\ntitle: zzz\nsummary: zzz\n---\n## Kết quả\n\nzzz\n");
  build(root, "2025-12-31");
  CHECK(files_with(root, "zzz") == "");
  build(root, "2025-12-31", {"--drafts"});
  CHECK(contains(files_with(root, "zzz"), "cach-lam-hay/zzz/index.html"));
}

TEST_CASE("whole: the build says when something appears or disappears next, in both languages, and only then") {
  const SmallRoot root;
  CHECK_FALSE(contains(build(root, "2025-06-30").out, "next change"));
  plant(root, "publish_at: 2025-07-01T08:00\nexpire_at: 2025-08-01\n");
  CHECK(contains(build(root, "2025-06-30").out, "the next change is due at 2025-07-01T08:00"));
  CHECK(contains(build(root, "2025-07-02").out, "the next change is due at 2025-08-01T00:00"));
  CHECK(contains(build(root, "2025-06-30", {"--lang", "vi"}).out, "lần thay đổi kế tiếp: 2025-07-01T08:00"));
  CHECK_FALSE(contains(build(root, "2025-08-01").out, "next change"));
}

TEST_CASE("whole: a page that names a file keeps it, whoever else names it too") {
  const SmallRoot root;
  plant(root, "publish_at: 2026-07-01\n");
  put(root / "content/pages/dan.md", "---\ntitle: Dẫn\n---\n[tệp](/media/zzz.png)\n");
  build(root, "2025-12-31");
  CHECK(fs::exists(root / "public/media/zzz.png"));
}
