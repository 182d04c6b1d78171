#include "preview/showing.hpp"

#include <doctest/doctest.h>

namespace thidua::preview {
namespace {

Showing small_site() {
  auto edition = std::make_shared<Edition>();
  edition->add("index.html", "<head></head>home");
  edition->add("404.html", "<head></head>not here");
  edition->add("tin-tuc/index.html", "<head></head>news");
  edition->add("assets/css/site.css", "p{}");
  Showing showing;
  showing.digest = edition->digest();
  showing.edition = std::move(edition);
  return showing;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("preview::answer: a folder shows its page, with the script; other files are as they are") {
  const Showing showing = small_site();
  CHECK(answer(showing, "/").status == 200);
  CHECK(contains(*answer(showing, "/").body, "home"));
  CHECK(contains(*answer(showing, "/").body, "data-site=\"" + showing.digest + "\""));
  CHECK(contains(*answer(showing, "/tin-tuc/").body, "news"));
  CHECK(contains(*answer(showing, "/tin-tuc/index.html").body, "news"));
  CHECK(*answer(showing, "/assets/css/site.css").body == "p{}");
  CHECK(answer(showing, "/assets/css/site.css").type == "text/css; charset=utf-8");
}

TEST_CASE("preview::answer: a folder without its slash leads to itself, and nowhere else") {
  const Showing showing = small_site();
  CHECK(answer(showing, "/tin-tuc").status == 301);
  CHECK(answer(showing, "/tin-tuc").location == "/tin-tuc/");
  CHECK(answer(showing, "//tin-tuc").status == 404);
  CHECK(answer(showing, "/assets").status == 404);  // no page, no list
  CHECK(answer(showing, "/assets/").status == 404);
}

TEST_CASE("preview::answer: what the edition does not hold is the site's own page for that") {
  const Showing showing = small_site();
  for (const std::string_view path :
       {"/none", "", "index.html", "/../etc/passwd", "/tin-tuc/../index.html", "/./", "//", "/index.html/",
        "/tin-tuc\\index.html", "/.thidua/none", "/.thidua/findings", "http://127.0.0.1/", "*"}) {
    CAPTURE(path);
    CHECK(answer(showing, path).status == 404);
    CHECK(contains(*answer(showing, path).body, "not here"));
  }
  CHECK(answer(showing, std::string_view("/index.html\0", 12)).status == 404);
  CHECK(answer(showing, std::string_view("/tin-tuc/\0", 10)).status == 404);
}

TEST_CASE("preview::answer: findings stand beside the last good edition") {
  Showing showing = small_site();
  showing.findings = "<head></head>wrong";
  CHECK(contains(*answer(showing, "/").body, "home"));
  CHECK(*answer(showing, "/.thidua/findings").body == "<head></head>wrong");
  CHECK_FALSE(contains(state_of(showing), "\"findings\":\"\""));
  showing.findings.clear();
  CHECK(contains(state_of(showing), "\"findings\":\"\""));
}

TEST_CASE("preview::answer: without any edition, every page is the page of findings") {
  Showing showing;
  showing.findings = "<head></head>wrong";
  CHECK(answer(showing, "/tin-tuc/").status == 500);
  CHECK(contains(*answer(showing, "/").body, "wrong"));
  CHECK(contains(*answer(showing, "/").body, "data-site=\"\""));
  CHECK(answer(showing, "/.thidua/preview.js").status == 200);
  CHECK(answer(showing, "/.thidua/none").status == 404);
}

TEST_CASE("preview::answer: a body outlives the edition that it is from") {
  Showing showing = small_site();
  const Answer kept = answer(showing, "/assets/css/site.css");
  showing = {};
  CHECK(*kept.body == "p{}");
}

TEST_CASE("preview::Edition: the digest tells editions apart by paths and bytes, in whatever order they were added") {
  const auto digest_of = [](std::initializer_list<std::pair<const char*, const char*>> files) {
    Edition edition;
    for (const auto& [path, bytes] : files) edition.add(path, bytes);
    return edition.digest();
  };
  const std::string digest = digest_of({{"a", "1"}, {"b", "2"}});
  CHECK(digest_of({{"b", "2"}, {"a", "1"}}) == digest);
  CHECK(digest_of({{"a", "1"}, {"b", "3"}}) != digest);
  CHECK(digest_of({{"a", "1"}, {"c", "2"}}) != digest);
  CHECK(digest_of({{"a", "1"}}) != digest);
}

}  // namespace thidua::preview
