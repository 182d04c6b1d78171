#include "model/articles/substance.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thidua::model;

TEST_CASE("model::has_substance: letters and digits say something, wherever they stand") {
  for (const char* text : {"Có", "1", "日", "**a**", "- x", "> “Được.”", "| a |\n| - |", "![](/media/a.png)",
                           "<https://a.vn>", "a < b", "1 & 2;", "<!-- x --> Có", "### Chi phí\n\nKhông.", "`<br>x`",
                           "#hashtag", "    # mã lệnh", "```sh\n# mã lệnh\n```"}) {
    CAPTURE(text);
    CHECK(has_substance(text));
  }
}

TEST_CASE("model::has_substance: spaces, marks, rules, headings, comments, tags and definitions say nothing") {
  for (const char* text : {"",
                           " \n\t",
                           "\u00A0",
                           "***",
                           "---",
                           "###",
                           "### Sẽ viết",
                           "<!-- sẽ viết -->",
                           "<!-- không đóng",
                           "&nbsp;",
                           "&#160;",
                           "<br>",
                           "<p class=\"a\"></p>",
                           "[a]: /tin-tuc/",
                           "  [a]: /x 'Tựa'",
                           "…",
                           "> –",
                           "```sh\n```",
                           "| |\n| - |",
                           "*\n*"}) {
    CAPTURE(text);
    CHECK_FALSE(has_substance(text));
  }
}

TEST_CASE("model::has_substance: takes time in proportion to the text, also where nothing is ever closed") {
  for (const char* piece : {"<a ", "&a", "<!-", "["}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    static_cast<void>(has_substance("<b " + text));
  }
}
