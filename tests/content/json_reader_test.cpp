#include "content/syntax/json_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "content/findings.hpp"
#include "content/limits.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

Lines problems(const std::string& text) {
  Diagnostics diagnostics;
  const std::optional<Value> value = read_json(text, "a.json", diagnostics);
  CHECK_MESSAGE(value.has_value() == !diagnostics.has_errors(), text);
  return findings(diagnostics);
}

Value read(const std::string& text) {
  Diagnostics diagnostics;
  std::optional<Value> value = read_json(text, "a.json", diagnostics);
  REQUIRE_MESSAGE(value, first_message(diagnostics));
  return *value;
}

std::string where(const Value& value) { return std::to_string(value.at.line) + ":" + std::to_string(value.at.column); }

}  // namespace

TEST_CASE("content::read_json: reads every kind of value") {
  const Value root =
      read(R"({"a": null, "b": true, "c": false, "d": -1.5e2, "e": "tiếng \"Việt\"\n\u0111", "f": [], "g": {}})");
  CHECK(root.find("a")->is_null());
  CHECK(root.find("b")->as_bool());
  CHECK_FALSE(root.find("c")->as_bool());
  CHECK(root.find("d")->as_number().value() == -150);
  CHECK(root.find("e")->as_string() == "tiếng \"Việt\"\nđ");
  CHECK(root.find("f")->as_array().empty());
  CHECK(root.find("g")->as_object().empty());
  CHECK(root.find("h") == nullptr);
}

TEST_CASE("content::read_json: keeps members and elements in their order") {
  const Value root = read(R"({"z": [3, 1, 2], "a": 0})");
  CHECK(root.as_object()[0].key == "z");
  CHECK(root.as_object()[1].key == "a");
  CHECK(root.find("z")->as_array()[0].as_number().value() == 3);
  CHECK(root.find("z")->as_array()[2].as_number().value() == 2);
}

TEST_CASE("content::read_json: keeps the spelling of a number") {
  const Value root = read("[90, 90.0, 9e1, -0, 0.10]");
  CHECK(root.as_array()[0].as_number().is_whole());
  CHECK_FALSE(root.as_array()[1].as_number().is_whole());
  CHECK_FALSE(root.as_array()[2].as_number().is_whole());
  CHECK(root.as_array()[1].as_number().spelling == "90.0");
  CHECK(root.as_array()[1].as_number().value() == 90);
  CHECK(root.as_array()[3].as_number().spelling == "-0");
  CHECK(root.as_array()[4].as_number().spelling == "0.10");
}

TEST_CASE("content::read_json: tells where each key and value starts, columns in code points") {
  const Value root = read("{\n  \"đơn vị\" : [\"ế\",{ \"b\":12 } ,\n\ttrue],\"c\"\n:\n   null}");
  CHECK(where(root) == "1:1");
  CHECK(where(*root.find("đơn vị")) == "2:14");
  const auto& list = root.find("đơn vị")->as_array();
  CHECK(where(list[0]) == "2:15");
  CHECK(where(list[1]) == "2:19");
  CHECK(where(*list[1].find("b")) == "2:25");
  CHECK(where(list[2]) == "3:2");
  CHECK(where(*root.find("c")) == "5:4");
  CHECK(root.as_object()[0].at.line == 2);
  CHECK(root.as_object()[0].at.column == 3);
  CHECK(root.as_object()[1].at.line == 3);
  CHECK(root.as_object()[1].at.column == 8);
}

TEST_CASE("content::read_json: tells places after strings that hold escapes, commas and colons") {
  const Value root = read(R"(["a\",: \\", ", :", "\u00e9", 7])");
  CHECK(where(root.as_array()[1]) == "1:14");
  CHECK(where(root.as_array()[2]) == "1:21");
  CHECK(where(root.as_array()[3]) == "1:31");
}

TEST_CASE("content::read_json: brings strings into normal form C") {
  const Value root = read("{\"ho\\u0061\\u0300\": \"e\u0323\u0302\"}");
  CHECK(root.as_object()[0].key == "hoà");
  CHECK(root.as_object()[0].value.as_string() == "ệ");
}

TEST_CASE("content::read_json: says what is wrong with the brackets and commas, and where") {
  CHECK(problems("") == Lines{"json-unexpected-end 1:1"});
  CHECK(problems("  \n ") == Lines{"json-unexpected-end 1:1"});
  CHECK(problems("{\"a\": 1") == Lines{"json-unexpected-end 1:8"});
  CHECK(problems("{\"a\": 1\n\n") == Lines{"json-unexpected-end 1:8"});
  CHECK(problems("{\"a\":") == Lines{"json-unexpected-end 1:6"});
  CHECK(problems("{\"a\"") == Lines{"json-unexpected-end 1:5"});
  CHECK(problems("[1,") == Lines{"json-unexpected-end 1:4"});
  CHECK(problems("[") == Lines{"json-unexpected-end 1:2"});
  CHECK(problems("[\n  1,\n]") == Lines{"json-trailing-comma 2:4"});
  CHECK(problems("{\"đ\": 1,}") == Lines{"json-trailing-comma 1:8"});
  CHECK(problems("[1\n  2]") == Lines{"json-comma-missing 2:3"});
  CHECK(problems("{\"a\": 1 \"b\": 2}") == Lines{"json-comma-missing 1:9"});
  CHECK(problems("{\"a\": [1}") == Lines{"json-comma-missing 1:9"});
  CHECK(problems("{\"a\" 1}") == Lines{"json-colon-missing 1:6"});
  CHECK(problems("{\"a\", 1}") == Lines{"json-colon-missing 1:5"});
  CHECK(problems("{a: 1}") == Lines{"json-key-expected 1:2"});
  CHECK(problems("{1: 1}") == Lines{"json-key-expected 1:2"});
  CHECK(problems("{,}") == Lines{"json-key-expected 1:2"});
  CHECK(problems("{\"a\":: 1}") == Lines{"json-value-expected 1:6"});
  CHECK(problems("[,1]") == Lines{"json-value-expected 1:2"});
  CHECK(problems("{\"a\": 1}\n}") == Lines{"json-rest 2:1"});
  CHECK(problems("1 2") == Lines{"json-rest 1:3"});
}

TEST_CASE("content::read_json: says what is wrong with a value, and where") {
  CHECK(problems("[True]") == Lines{"json-value-expected 1:2"});
  CHECK(problems("[ nul ]") == Lines{"json-value-expected 1:3"});
  CHECK(problems("[1, truex]") == Lines{"json-comma-missing 1:9"});
  CHECK(problems("[-]") == Lines{"json-value-expected 1:2"});
  CHECK(problems("[.5]") == Lines{"json-value-expected 1:2"});
  CHECK(problems("[01]") == Lines{"json-number 1:2"});
  CHECK(problems("[7, 1.]") == Lines{"json-number 1:5"});
  CHECK(problems("[7, 1e]") == Lines{"json-number 1:5"});
  CHECK(problems("[0, 1e999]") == Lines{"number-out-of-range 1:5"});
  CHECK(problems("[0, 12345678901234567890]") == Lines{"number-out-of-range 1:5"});
  CHECK(problems("[" + std::string(100, '9') + "]") == Lines{"number-out-of-range 1:2"});
  CHECK(problems("[9007199254740992]") == Lines{});
  CHECK(problems("[9007199254740994]") == Lines{"number-out-of-range 1:2"});
  CHECK(problems("[0.0000000001]") == Lines{});
}

TEST_CASE("content::read_json: knows what people write by habit") {
  CHECK(problems("{\n  // ghi chú\n  \"a\": 1}") == Lines{"json-comment 2:3"});
  CHECK(problems("{\"a\": 1 /* x */}") == Lines{"json-comment 1:9"});
  CHECK(problems("{\"a\": 'b'}") == Lines{"json-single-quote 1:7"});
  CHECK(problems("{'a': 1}") == Lines{"json-single-quote 1:2"});
}

TEST_CASE("content::read_json: says where an open string starts and which escape is wrong") {
  CHECK(problems("{\n  \"a\": \"chưa đóng,\n  \"b\": 1}") == Lines{"json-open-string 2:8"});
  CHECK(problems("{\"a\": \"x") == Lines{"json-open-string 1:7"});
  CHECK(problems("{\"a") == Lines{"json-open-string 1:2"});
  CHECK(problems("[\"đ\\x\"]") == Lines{"json-escape 1:4"});
  CHECK(problems("[\"\\u12g4\"]") == Lines{"json-escape 1:3"});
  CHECK(problems("[\"a\tb\"]") == Lines{"json-escape 1:4"});
  CHECK(problems("[\"\\ud800\"]") == Lines{"escape-invalid 1:3"});
  CHECK(problems("[1, \"\\udc00\"]") == Lines{"escape-invalid 1:5"});
  CHECK(problems("[1, \"a\\u0000b\"]") == Lines{"escape-control 1:5"});
  CHECK(problems("[\"\\ud83d\\ude00\"]") == Lines{});
}

TEST_CASE("content::read_json: reports a key given twice at the second, naming the line of the first") {
  Diagnostics diagnostics;
  CHECK_FALSE(read_json("{\n\"a\": 1,\n\"b\": {\"a\": 1},\n \"a\": 2}", "a.json", diagnostics));
  CHECK(findings(diagnostics) == Lines{"duplicate-key 4:2"});
  CHECK(diagnostics.sorted()[0].args == std::vector<std::string>{"a", "2"});
  CHECK(problems("{\"a\": 1, \"a\": 2, \"a\": 3}") == Lines{"duplicate-key 1:10", "duplicate-key 1:18"});
  CHECK(problems("{\"hoà\": 1, \"hoa\u0300\": 2}") == Lines{"duplicate-key 1:12"});
}

TEST_CASE("content::read_json: reports all keys given twice and all strings too long of a file") {
  const std::string text = "{\"a\": \"" + std::string(kMaxString + 1, 'x') + "\",\n\"a\": 12345678901234567890}";
  CHECK(problems(text) == Lines{"string-too-long 1:7", "duplicate-key 2:1", "number-out-of-range 2:6"});
}

TEST_CASE("content::read_json: holds the limits exactly") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(problems(nested(kMaxDepth)) == Lines{});
  CHECK(problems(nested(kMaxDepth + 1)) == Lines{"nesting-too-deep 1:65"});
  const auto text = [](std::size_t size) { return "[\"" + std::string(size, 'x') + "\"]"; };
  CHECK(problems(text(kMaxString)) == Lines{});
  CHECK(problems(text(kMaxString + 1)) == Lines{"string-too-long 1:2"});
}

TEST_CASE("content::read_json_front: tells where the value ends") {
  Diagnostics diagnostics;
  const std::string text = "{\"a\": {\"b\": \"}\"}} rest {";
  const std::optional<JsonFront> front = read_json_front(text, "a.md", diagnostics);
  REQUIRE(front);
  CHECK(text.substr(front->end) == " rest {");
  CHECK(front->value.find("a")->find("b")->as_string() == "}");
}
