#include "search/text/marked_text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace thidua::search {
namespace {

/// Pieces, each as T, O, H or X for its field; `+` joins one to the piece before.
std::string pieces_of(std::string_view html) {
  std::string out;
  MarkedText text(html);
  for (Piece piece; text.next(piece);) {
    out += piece.follows ? "+" : out.empty() ? "" : " ";
    out += "TOHX"[static_cast<int>(piece.field)];
    out += '(' + std::string(piece.text) + ')';
  }
  return out;
}

}  // namespace

TEST_CASE("search::MarkedText: only what is marked, with its fields") {
  CHECK(pieces_of("<p>a</p><div data-search><h1>b</h1><h3>c</h3>d</div>e") == "T(b) H(c) X(d)");
  CHECK(pieces_of("<h1 class=x data-search>a</h1><h1>b</h1><p data-search=''>c</p>") == "T(a) X(c)");
  CHECK(pieces_of("<a data-search=\"owner\" href=\"x\">a</a> b") == "O(a)");
  CHECK(pieces_of("<a href=\"x\"data-search=owner title='y'>a</a> b") == "O(a)");
  CHECK(pieces_of("<a href=\"data-search\" title=\"a data-search b\">a</a> b").empty());
  CHECK(pieces_of("<p>data-search</p> data-search <i>data-search</i>").empty());
  CHECK(pieces_of("<p title=\"a data-search b\">a</p>").empty());
}

TEST_CASE("search::MarkedText: a marked element ends where its own end is") {
  CHECK(pieces_of("<div data-search>a<div>b<div>c</div></div>d</div>e") == "X(a) X(b) X(c) X(d)");
  CHECK(pieces_of("<p data-search>a<br>b<img src=x>c</p>d") == "X(a) X(b) X(c)");
}

TEST_CASE("search::MarkedText: inline tags part no sentence, others do") {
  CHECK(pieces_of("<p data-search>a <b>b</b> c</p>") == "X(a )+X(b)+X( c)");
  CHECK(pieces_of("<ul data-search><li>a</li><li>b</li></ul>") == "X(a) X(b)");
  CHECK(pieces_of("<p data-search><span>a</span><span>b</span></p>") == "X(a) X(b)");
}

TEST_CASE("search::MarkedText: what is left out") {
  CHECK(pieces_of("<div data-search>a<p data-search=\"off\">b<p>c</p></p>d</div>") == "X(a) X(d)");
  CHECK(pieces_of("<div data-search>a<nav><ul><li>b</li></ul></nav>c</div>") == "X(a) X(c)");
  CHECK(pieces_of("<div data-search>a<script>\"<b>\"</script><!-- b > c -->d</div>") == "X(a) X(d)");
}

TEST_CASE("search::MarkedText: a text that speaks of the mark a hundred thousand times takes no time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += " data-search";
  CHECK(pieces_of("<p>" + text + "</p><p title=\"" + text + "\"></p><p data-search>a</p>") == "X(a)");
}

TEST_CASE("search::MarkedText: what looks like a tag, and what nothing closes") {
  CHECK(pieces_of("<p data-search>1 < 2 <3</p>") == "X(1 )+X( 2 )+X(3)");
  for (const char* html : {"<p data-search", "<p data-search>", "<p data-search>a", "<p data-search=\"",
                           "<div data-search><nav>a", "<p data-search>a<", "<p data-search>a</", "<p data-search>a<!--",
                           "<p data-search><script>a", "</p data-search>a"}) {
    CAPTURE(html);
    const std::string pieces = pieces_of(html);
    CHECK((pieces.empty() || pieces.starts_with("X(a)")));
  }
}

}  // namespace thidua::search
