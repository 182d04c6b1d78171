#include "render/json_text.hpp"

#include <doctest/doctest.h>

using namespace thidua::render;

namespace {

std::string text(std::string_view of) {
  std::string out;
  append_json_text(out, of);
  return out;
}

}  // namespace

TEST_CASE("render::append_json_text: nothing ends the script element or begins a comment in it") {
  const std::string out = text("</script><!--<script>]]>&amp;");
  for (const char c : {'<', '>', '&'}) CHECK(out.find(c) == std::string::npos);
  CHECK(out.starts_with("\"\\u003c/script\\u003e\\u003c!--"));
}

TEST_CASE("render::append_json_text: quotation marks, backslashes and control characters") {
  CHECK(text("a\"b\\c\n\t\x01") == "\"a\\\"b\\\\c\\u000a\\u0009\\u0001\"");
}

TEST_CASE("render::append_json_text: the line ends of JavaScript; all other letters as they are") {
  CHECK(text("a\u2028b\u2029c\u2027") == "\"a\\u2028b\\u2029c\u2027\"");
  CHECK(text("Phường Ữ") == "\"Phường Ữ\"");
}

TEST_CASE("render::JsonObject: members in their order; what is absent is left out") {
  CHECK(JsonObject("T").add("a", "1").add_optional("b", "").add_json("c", "[2]").take() ==
        R"({"@type":"T","a":"1","c":[2]})");
}
