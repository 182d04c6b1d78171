#include "preview/reload_script.hpp"

#include <doctest/doctest.h>

namespace thidua::preview {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("preview::widened_policy: scripts, connections and frames of the own origin come in, nothing else") {
  CHECK(widened_policy("default-src 'none'") ==
        "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'");
  CHECK(widened_policy("default-src 'none'; img-src data:; script-src 'none'; connect-src 'self'") ==
        "default-src 'none'; img-src data:; script-src 'self'; connect-src 'self'; frame-src 'self'");
  CHECK(widened_policy("default-src 'none';script-src 'sha256-abc=' ; ") ==
        "default-src 'none'; script-src 'sha256-abc=' 'self'; connect-src 'self'; frame-src 'self'");
}

TEST_CASE("preview::widened_policy: what fell back to default-src keeps what that allowed") {
  CHECK(widened_policy("default-src https://a.example") ==
        "default-src https://a.example; script-src https://a.example 'self'; connect-src https://a.example 'self'; "
        "frame-src https://a.example 'self'");
}

TEST_CASE("preview::widened_policy: what is not restricted stays so") {
  CHECK(widened_policy("base-uri 'none'") == "base-uri 'none'");
  CHECK(widened_policy("") == "");
}

TEST_CASE("preview::with_reload_script: the script stands in the head, and the policy lets it work") {
  const std::string page =
      "<!doctype html><html><head>"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"
      "<title>A</title></head><body>&lt;/head></body></html>";
  const std::string out = with_reload_script(page, {"d1", "", "Đóng"});
  CHECK(contains(out,
                 "content=\"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src "
                 "'self'\"><title>"));
  CHECK(contains(out,
                 "</title><script defer src=\"/.thidua/preview.js\" data-site=\"d1\" data-findings=\"\" "
                 "data-close=\"Đóng\"></script>\n</head><body>"));
}

TEST_CASE("preview::with_reload_script: a page without head or policy gets the script all the same") {
  CHECK(with_reload_script("<p>A", {"", "f", "x"}).starts_with("<p>A<script defer"));
}

}  // namespace thidua::preview
