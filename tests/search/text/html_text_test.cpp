#include "search/text/html_text.hpp"

#include <doctest/doctest.h>

namespace thidua::search {
namespace {

std::string title_of(std::string_view html) {
  std::string title;
  MarkedText text(html);
  for (Piece piece; text.next(piece);) append_title(title, piece);
  return title;
}

}  // namespace

TEST_CASE("search::append_title: text with its references resolved and its parts apart") {
  CHECK(title_of("<h1 data-search>a &amp; &lt;b&gt; &#39;c&#x27; &quot;</h1>") == "a & <b> 'c' \"");
  CHECK(title_of("<h1 data-search>a\n  <em>b</em></h1>") == "a b");
  CHECK(title_of("<h1 data-search>a</h1>\n<p data-search=owner>b</p>") == "a – b");
}

TEST_CASE("search::append_title: what is no reference stays") {
  CHECK(title_of("<h1 data-search>a & b &; &nosuch; &#xD800; &#99999999;</h1>") ==
        "a & b &; &nosuch; &#xD800; &#99999999;");
}

}  // namespace thidua::search
