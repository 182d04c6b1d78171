#include "render/markdown.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::render;

namespace {

struct Fixture {
  routes::Routes routes;
  Markdown markdown{routes};
  Diagnostics diagnostics;
  MarkdownPlace place{"content/pages/x.md", 10, "../"};

  Fixture() { routes.known = {{"", 0}, {"tin-tuc/", 0}, {"media/a.png", 0}}; }
  std::string blocks(std::string_view text) { return markdown.blocks(text, place, diagnostics); }
  std::string codes() const {
    std::string out;
    for (const Diagnostic& d : diagnostics.sorted()) {
      out += std::string(describe(d.code).name) + "@" + std::to_string(d.place.line) + " ";
    }
    return out;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::Markdown: HTML in the source is shown as text") {
  CHECK(blocks("a <b onclick=\"x\">b</b>") == "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n");
  CHECK(blocks("<script>\nalert(1)\n</script>\n") == "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</p>\n");
  CHECK(codes().empty());
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: links with other schemes are left out, their text stays") {
  CHECK(blocks("x\n\n[bấm](javascript:alert(1)) và [dữ liệu](data:text/html,x) và [k](//example.com/)") ==
        "<p>x</p>\n<p>bấm và dữ liệu và k</p>\n");
  CHECK(codes() == "link-left-out@12 link-left-out@12 link-left-out@12 ");
  CHECK(blocks("[JAVASCRIPT](JaVaScRiPt:alert(1))").find("href") == std::string::npos);
  CHECK(blocks("<javascript:alert(1)>").find("href") == std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: links within the site become relative and must lead somewhere") {
  CHECK(blocks("[tin](/tin-tuc/#a)") == "<p><a href=\"../tin-tuc/#a\">tin</a></p>\n");
  CHECK(codes().empty());
  blocks("[tin](/tin/)");
  CHECK(codes() == "broken-link@10 ");
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: pictures come from this site only") {
  CHECK(blocks("![Ảnh](/media/a.png)") == "<p><img src=\"../media/a.png\" alt=\"Ảnh\" /></p>\n");
  CHECK(blocks("![Ảnh](https://example.com/a.png)") == "<p>Ảnh</p>\n");
  CHECK(codes() == "image-left-out@10 ");
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: takes a text apart at its headings, each with an anchor of its own") {
  const Rendered text =
      markdown.render("Mở đầu.\n\n# Đơn vị *một*\n\nA.\n\n### Đơn vị một\n\nB.\n", place, diagnostics);
  CHECK(text.lead == "<p>Mở đầu.</p>\n");
  REQUIRE(text.sections.size() == 2);
  CHECK(text.sections[0].id == "don-vi-mot");
  CHECK(text.sections[0].title == "Đơn vị <em>một</em>");
  CHECK(text.sections[0].level == 2);
  CHECK(text.sections[0].html == "<p>A.</p>\n");
  CHECK(text.sections[1].id == "don-vi-mot-2");
  CHECK(text.sections[1].level == 3);
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: a line is one paragraph's inside, whatever it begins with") {
  CHECK(markdown.line("một *hai*", place, diagnostics) == "một <em>hai</em>");
  CHECK(markdown.line("> 90% hồ sơ", place, diagnostics) == "&gt; 90% hồ sơ");
  CHECK(markdown.line("", place, diagnostics).empty());
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: refuses what the parser would take too long over") {
  CHECK(blocks(std::string(40'000, '|') + "\n").empty());
  CHECK(blocks(std::string(10'000, '>') + "\n").empty());
  CHECK(blocks(std::string(100'000, 'a')).empty());
  CHECK(codes() == "table-too-wide@10 markdown-too-deep@10 paragraph-too-long@10 ");
}

TEST_CASE_FIXTURE(Fixture, "render::Markdown: a line reads as the same text does as a block") {
  const std::string_view pieces[] = {
      "a", "Ủy ban", " ",   "  ", "\t",  "!",          "\"",          "#",      "&",  "&amp;", "'",  "(",
      ")", "*",      "**",  "+",  ",",   "-",          ".",           "/",      "1.", "9)",    ":",  "|",
      "<", ">",      "<b>", "=",  "?",   "[x]",        "(/tin-tuc/)", "\\",     "^",  "_",     "__", "`",
      "{", "}",      "~",   "~~", "~~~", "http://a.b", "a@b.c",       "\u00A0", "%"};
  for (const std::string_view first : {"a", "đ", "Z"}) {
    for (const std::string_view second : pieces) {
      for (const std::string_view third : pieces) {
        const std::string text = std::string(first) + std::string(second) + std::string(third);
        CAPTURE(text);
        CHECK("<p>" + markdown.line(text, place, diagnostics) + "</p>\n" == blocks(text));
      }
    }
  }
}
