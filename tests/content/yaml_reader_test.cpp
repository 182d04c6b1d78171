#include "content/syntax/yaml_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "content/findings.hpp"
#include "content/limits.hpp"
#include "content/syntax/yaml_scalar.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

Lines problems(const std::string& text) {
  Diagnostics diagnostics;
  const std::optional<Value> value = read_yaml(text, 2, "a.md", diagnostics);
  CHECK_MESSAGE(value.has_value() == !diagnostics.has_errors(), text);
  return findings(diagnostics);
}

Value read(const std::string& text) {
  Diagnostics diagnostics;
  std::optional<Value> value = read_yaml(text, 2, "a.md", diagnostics);
  REQUIRE_MESSAGE(value, first_message(diagnostics));
  return *value;
}

std::string where(const Value& value) { return std::to_string(value.at.line) + ":" + std::to_string(value.at.column); }

}  // namespace

TEST_CASE("content::read_yaml: reads maps, lists and scalars") {
  const Value root = read("title: Mô hình hay\ntopics:\n  - một\n  - \"hai\"\nflow: [a, {b: c}]\nblock: |\n  x\n  y\n");
  CHECK(root.find("title")->as_string() == "Mô hình hay");
  CHECK(root.find("topics")->as_array()[1].as_string() == "hai");
  CHECK(root.find("flow")->as_array()[1].find("b")->as_string() == "c");
  CHECK(root.find("block")->as_string() == "x\ny\n");
}

TEST_CASE("content::read_yaml: resolves plain scalars by the core schema, and dates stay text") {
  const Value root = read(
      "n: ~\ne:\nt: true\nF: False\ni: 90\nd: 90.0\ndate: 2024-05-01\nmonth: 2024-05\nq: \"90\"\ns: 'true'\nno: "
      "no\nhex: 0x1F\n");
  CHECK(root.find("n")->is_null());
  CHECK(root.find("e")->is_null());
  CHECK(root.find("t")->as_bool());
  CHECK_FALSE(root.find("F")->as_bool());
  CHECK(root.find("i")->as_number().is_whole());
  CHECK(root.find("d")->as_number().spelling == "90.0");
  CHECK_FALSE(root.find("d")->as_number().is_whole());
  CHECK(root.find("date")->as_string() == "2024-05-01");
  CHECK(root.find("month")->as_string() == "2024-05");
  CHECK(root.find("q")->as_string() == "90");
  CHECK(root.find("s")->as_string() == "true");
  CHECK(root.find("no")->as_string() == "no");
  CHECK(root.find("hex")->as_string() == "0x1F");
}

TEST_CASE("content::classify_plain: knows what is a number") {
  for (const char* number : {"0", "-1", "+7", "007", "1.", ".5", "1.5", "1e3", "1.5E-3"}) {
    CHECK_MESSAGE(classify_plain(number) == YamlScalar::number, number);
  }
  for (const char* text :
       {"", "-", ".", "e3", "1e", "1e+", "1.2.3", "1,5", "1 000", "2024-05", "12:30", ".inf", "0o7", "1_000"}) {
    CHECK_MESSAGE(classify_plain(text) == YamlScalar::text, text);
  }
}

TEST_CASE("content::read_yaml: tells where each key and value starts, columns in code points") {
  const Value root = read("đơn vị: ế  # x\ntopics:\n  - a\n  - {ế: b}\n\"k\" : \"v\"\n");
  CHECK(where(*root.find("đơn vị")) == "2:9");
  CHECK(where(root.find("topics")->as_array()[0]) == "4:5");
  CHECK(where(root.find("topics")->as_array()[1]) == "5:5");
  CHECK(where(*root.find("topics")->as_array()[1].find("ế")) == "5:9");
  CHECK(where(*root.find("k")) == "6:7");
  CHECK(root.as_object()[2].at.line == 6);
  CHECK(root.as_object()[2].at.column == 1);
}

TEST_CASE("content::read_yaml: a value that was left out stands after the colon or hyphen, not on the next line") {
  const Value root = read("ế:\nb:\n  -\n  - c\n");
  CHECK(where(*root.find("ế")) == "2:3");
  CHECK(where(root.find("b")->as_array()[0]) == "4:4");
}

TEST_CASE("content::read_yaml: takes empty text for an empty object") {
  for (const char* text : {"", "\n\n", "# chỉ có ghi chú\n", "~\n"}) {
    const Value root = read(text);
    CHECK(root.is_object());
    CHECK(root.as_object().empty());
    CHECK(where(root) == "2:1");
  }
}

TEST_CASE("content::read_yaml: refuses what front matter has no use for") {
  CHECK(problems("a: &x 1\nb: *x\n") == Lines{"yaml-alias 2:4"});
  CHECK(problems("b: *x\n") == Lines{"yaml-alias 2:4"});
  CHECK(problems("a: &x\n  b: 1\n") == Lines{"yaml-alias 2:4"});
  CHECK(problems("a: !!str 1\n") == Lines{"yaml-tag 2:4"});
  CHECK(problems("a: !x [1]\n") == Lines{"yaml-tag 2:4"});
  CHECK(problems("a: ! 1\n") == Lines{"yaml-tag 2:4"});
  CHECK(problems("a: !e!x 1\n") == Lines{"yaml-tag 2:4"});
  CHECK(problems("a: !<x 1\n") == Lines{"yaml-tag 2:4"});
  CHECK(problems("a: **b**\n") == Lines{"yaml-alias 2:4"});
  CHECK(problems("a: & b\n") == Lines{"yaml-alias 2:4"});
  CHECK(problems("a: 1\n<<: {b: 2}\n") == Lines{"yaml-merge 3:1"});
  CHECK(problems("a: 1\n--- \nb: 2\n") == Lines{"yaml-documents 3:1"});
  CHECK(problems("1: a\n") == Lines{"yaml-key 2:1"});
  CHECK(problems("a: 1\ntrue: a\n") == Lines{"yaml-key 3:1"});
  CHECK(problems("~: a\n") == Lines{"yaml-key 2:1"});
  CHECK(problems("? [a, b]\n: c\n") == Lines{"yaml-key 2:3"});
  CHECK(problems("? {a: b}\n: c\n") == Lines{"yaml-key 2:3"});
  CHECK(problems("a: {{b}}\n") == Lines{"yaml-key 2:5"});
  CHECK(problems("\"1\": a\n") == Lines{});
}

TEST_CASE("content::read_yaml: says what is wrong with the syntax, and where") {
  CHECK(problems("title: Thi đua: năm 2024\n") == Lines{"yaml-syntax 2:15"});
  CHECK(problems("b: 1\ntitle: \"chưa đóng\nb: 1\n") == Lines{"yaml-syntax 3:8"});
  CHECK(problems("title: 'it''s\nb: 1\n") == Lines{"yaml-syntax 2:8"});
  CHECK(problems("title: \"chưa \\\" đóng\nb: \"1\"\n") == Lines{"yaml-syntax 3:5"});
  CHECK(problems("title: 'it''s'\nb: \"\\\\\"\n") == Lines{});
  CHECK(problems("b: 1\na: [1, 2\n") == Lines{"yaml-syntax 3:4"});
  CHECK(problems("a: [b, {c: d]\n") == Lines{"yaml-syntax 2:13"});
  CHECK(problems("a: 1\n]\n") == Lines{"yaml-syntax 3:1"});
  CHECK(problems("a: - b\n") == Lines{"yaml-syntax 2:4"});
  CHECK(problems("a: 1\n\tb: 2\n") == Lines{"yaml-syntax 3:1"});
  CHECK(problems("a: 1\n b: 2\n") == Lines{"yaml-syntax 3:3"});
  CHECK(problems("a: @b\n") == Lines{"yaml-syntax 2:4"});
  CHECK(problems("a: \"đ\\đ\"\n") == Lines{"yaml-syntax 2:6"});
  CHECK(problems("a: \"\\x1\"\n") == Lines{"yaml-syntax 2:5"});
  CHECK(problems("a: \"\\ud800\"\n") == Lines{"yaml-syntax 2:5"});
  CHECK(problems("a: \"đ\\u00\"\nb: 1\n") == Lines{"yaml-syntax 2:6"});
  CHECK(problems("'a") == Lines{"yaml-syntax 2:1"});
  CHECK(problems("a: [b, {c: d},\n") == Lines{"yaml-syntax 2:4"});
  CHECK(problems("a: [b, {c: d,\n") == Lines{"yaml-syntax 2:8"});
  CHECK(problems("a: [\n- b\n") == Lines{"yaml-syntax 3:1"});
  CHECK(problems("a: [b, , c]\n") == Lines{"yaml-syntax 2:8"});
  CHECK(problems("a: 1\nđ\nb: 2\n") == Lines{"yaml-syntax 3:1"});
  CHECK(problems("a: 1\nb:2\n") == Lines{"yaml-syntax 3:1"});
  CHECK(problems("a:\n\t- b\n") == Lines{"yaml-syntax 3:1"});
  CHECK(problems("a: > 90%\n") == Lines{"yaml-syntax 2:4"});
  CHECK(problems("a: 1\n%b: 2\n") == Lines{"yaml-syntax 3:1"});
}

TEST_CASE("content::read_yaml: refuses invisible characters that end a line or control a device, and says where") {
  for (const char* character : {"\u2028", "\u2029", "\xC2\x85", "\xC2\x90", "\xEF\xBF\xBE"}) {
    const std::string text = std::string("b: 1\na: ế") + character + "x\n";
    CHECK_MESSAGE(problems(text) == Lines{"yaml-syntax 3:5"}, text);
  }
}

TEST_CASE("content::read_yaml: says of each mistake what it is") {
  const auto said = [](const std::string& text) {
    Diagnostics diagnostics;
    read_yaml(text, 2, "a.md", diagnostics);
    return first_message(diagnostics);
  };
  const std::vector<std::pair<const char*, const char*>> mistakes = {
      {"a: \"b\n", "quotes"},
      {"a: [b\n", "the [ that"},
      {"a: {b\n", "the { that"},
      {"a: [b,\n", "bracket"},
      {"a: b]\n]\n", "not opened"},
      {"a:\n\t- b\n", "tab"},
      {"a: 1\n\tb: 1\n", "tab"},
      {"a: - b\n", "hyphen"},
      {"a: [\n- b\n", "hyphen"},
      {"a: @b\n", "cannot start"},
      {"a: > 90%\n", "next line"},
      {"a: 1\nb\n", "needs a colon"},
      {"%a\n", "%"},
      {"%TAG !x\n", "%"},
      {"a: \"\\z\"\n", "backslash"},
      {"a: \"\\x\"\n", "hexadecimal"},
      {"a: \"\\ud800\"\n", "no character"},
      {"a: b\xE2\x80\xA8\n", "invisible"},
      {"a: ? b\n", "a field"},
  };
  for (const auto& [text, words] : mistakes) CHECK_MESSAGE(said(text).find(words) != std::string::npos, said(text));
}

TEST_CASE("content::read_yaml: words common mistakes in both languages") {
  Diagnostics diagnostics;
  CHECK_FALSE(read_yaml("title: Thi đua: năm 2024\n", 2, "a.md", diagnostics));
  CHECK(first_message(diagnostics).find("colon") != std::string::npos);
  CHECK(first_message(diagnostics, Language::vietnamese).find("dấu hai chấm") != std::string::npos);
}

TEST_CASE("content::read_yaml: reports a key given twice at the second, naming the line of the first") {
  Diagnostics diagnostics;
  CHECK_FALSE(read_yaml("a: 1\nb: 2\na: 3\n", 2, "a.md", diagnostics));
  CHECK(findings(diagnostics) == Lines{"duplicate-key 4:1"});
  CHECK(diagnostics.sorted()[0].args == std::vector<std::string>{"a", "2"});
}

TEST_CASE("content::read_yaml: checks what escapes stand for") {
  CHECK(problems("a: \"\\0\"\n") == Lines{"escape-control 2:4"});
  CHECK(problems("a: \"\\x07\"\n") == Lines{"escape-control 2:4"});
  CHECK(read("a: \"ho\\u0061\\u0300\"\n").find("a")->as_string() == "hoà");
}

TEST_CASE("content::read_yaml: holds the limits") {
  const auto nested = [](std::size_t depth) {
    return "a: " + std::string(depth, '[') + std::string(depth, ']') + "\n";
  };
  CHECK(problems(nested(kMaxDepth - 1)) == Lines{});
  CHECK(problems(nested(kMaxDepth)) == Lines{"nesting-too-deep 2:67"});
  CHECK(problems("a: " + std::string(kMaxString + 1, 'x') + "\n") == Lines{"string-too-long 2:4"});
  CHECK(problems("a: 1e999\n") == Lines{"number-out-of-range 2:4"});
}
