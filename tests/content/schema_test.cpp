#include "content/schema/schema.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>

#include "content/findings.hpp"
#include "content/limits.hpp"
#include "content/syntax/json_reader.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

constexpr const char* kSchema = R"({
  "type": "object",
  "additionalProperties": false,
  "required": ["title", "year"],
  "properties": {
    "title": { "$ref": "#/definitions/title" },
    "year": { "type": "integer", "minimum": 1945, "maximum": 2100 },
    "share": { "type": ["number", "string"], "pattern": "^[0-9]+/[0-9]+$" },
    "level": { "enum": ["provincial", "district", 3] },
    "kind": { "const": "plan" },
    "day": { "$ref": "#/definitions/day", "description": "when it was changed" },
    "code": { "type": "string", "pattern": "^[A-Z]{3}$", "description": "three capital letters" },
    "bare": { "type": "string", "pattern": "^x+$" },
    "topics": { "type": "array", "minItems": 1, "maxItems": 3, "items": { "type": "string", "minLength": 2 } },
    "parts": { "type": "array", "items": { "$ref": "#/definitions/part" } },
    "by_name": { "type": "object", "additionalProperties": { "type": "number" } },
    "draft": { "type": "boolean" }
  },
  "definitions": {
    "title": { "type": "string", "minLength": 1, "maxLength": 5 },
    "day": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
    "part": {
      "type": "object",
      "additionalProperties": false,
      "required": ["name"],
      "properties": { "name": { "$ref": "#/definitions/title" }, "parts": { "type": "array", "items": { "$ref": "#/definitions/part" } } }
    }
  }
})";

Diagnostics check(const std::string& text, const char* schema = kSchema) {
  Diagnostics diagnostics;
  const std::optional<Value> value = read_json(text, "content/a.json", diagnostics);
  REQUIRE_MESSAGE(value, first_message(diagnostics));
  const bool fits = Schema(schema).check(*value, "content/a.json", diagnostics);
  CHECK_MESSAGE(fits == !diagnostics.has_errors(), text);
  return diagnostics;
}

/// Of an object that is right but for `member`, which stands on its second line.
Diagnostics check_member(const std::string& member) {
  return check("{\"title\": \"a\", \"year\": 2024,\n" + member + "}");
}

Lines problems(const std::string& text) { return findings(check(text)); }

std::vector<std::string> args(const Diagnostics& diagnostics) {
  return diagnostics.sorted().empty() ? std::vector<std::string>{} : diagnostics.sorted()[0].args;
}

}  // namespace

TEST_CASE("content::Schema: passes what fits") {
  CHECK(
      problems(
          R"({"title": "đường", "year": 2024, "share": "2/3", "level": 3, "kind": "plan", "day": "2024-01-31", "code": "ABC",
    "topics": ["ab"], "parts": [{"name": "a", "parts": [{"name": "b"}]}], "by_name": {"x": 1}, "draft": true})") ==
      Lines{});
}

TEST_CASE("content::Schema: names a missing field at its object") {
  const Diagnostics found = check("\n {\"title\": \"a\"}");
  CHECK(findings(found) == Lines{"missing-field 2:2"});
  CHECK(args(found) == std::vector<std::string>{"year"});
  CHECK(problems("{\"title\": \"a\", \"year\": 2024,\n\"parts\": [{\"name\": \"a\"},\n {}]}") ==
        Lines{"missing-field 3:2"});
  CHECK(problems("{}") == Lines{"missing-field 1:1", "missing-field 1:1"});
}

TEST_CASE("content::Schema: reports each unknown key at the key, with the known ones") {
  const Diagnostics found = check_member(" \"zzz\": 1, \"qqq\": 2");
  CHECK(findings(found) == Lines{"unknown-key 2:2", "unknown-key 2:12"});
  CHECK(first_hint(found).find("`share`, `level`") != std::string::npos);
  CHECK(first_hint(found).find("`title`") == std::string::npos);
}

TEST_CASE("content::Schema: takes an unknown key that is nearly a known one for a slip, and misses nothing then") {
  const Diagnostics found = check("{\"titel\": \"a\",\n  \"yaer\": 2024}");
  CHECK(findings(found) == Lines{"misspelt-key 1:2", "misspelt-key 2:3"});
  CHECK(first_hint(found) == "did you mean `title`?");
  CHECK(problems("{\"title\": \"a\", \"title_\": \"b\"}") == Lines{"missing-field 1:1", "unknown-key 1:16"});
  CHECK(findings(check_member("\"parts\": [{\"nam\": \"a\"}]")) == Lines{"misspelt-key 2:12"});
}

TEST_CASE("content::Schema: says which type is expected and which was seen") {
  const Diagnostics found = check_member("\"topics\": \"một\"");
  CHECK(findings(found) == Lines{"wrong-type 2:11"});
  CHECK(first_message(found) == "`topics` must be a list, not text");
  CHECK(first_message(found, Language::vietnamese) == "`topics` phải là danh sách, không phải chuỗi ký tự");
  CHECK(first_message(check_member("\"share\": true")) == "`share` must be a number or text, not true or false");
  CHECK(first_message(check("[]")) == "`a.json` must be a group of fields, not a list");
  CHECK(problems("{\"title\": 5, \"year\": \"2024\"}") == Lines{"wrong-type 1:11", "wrong-type 1:22"});
  CHECK(problems("{\"title\": \"a\", \"year\": 2024.5}") == Lines{"wrong-type 1:24"});
  CHECK(problems("{\"title\": null, \"year\": 2024}") == Lines{"wrong-type 1:11"});
  CHECK(findings(check_member("\"by_name\": {\"a\": 1, \"b\": \"2\"}")) == Lines{"wrong-type 2:26"});
  CHECK(findings(check_member("\"topics\": [\"ab\", 7]")) == Lines{"wrong-type 2:18"});
  CHECK(args(check_member("\"topics\": [\"ab\", 7]"))[0] == "topics");
}

TEST_CASE("content::Schema: lists what is allowed") {
  const Diagnostics found = check_member("\"level\": \"huyện\"");
  CHECK(findings(found) == Lines{"not-one-of 2:10"});
  CHECK(first_message(found) == "`level` cannot be `huyện`");
  CHECK(first_hint(found) == "use one of: `provincial`, `district`, `3`");
  CHECK(first_hint(check_member("\"kind\": \"x\"")) == "use one of: `plan`");
}

TEST_CASE("content::Schema: says in words what form is expected") {
  CHECK(findings(check_member("\"day\": \"31/01/2024\"")) == Lines{"wrong-form 2:8"});
  CHECK(first_hint(check_member("\"day\": \"31/01/2024\"")) == "write a day as year-month-day, such as 2025-07-31");
  CHECK(first_hint(check_member("\"day\": \"1\""), Language::vietnamese).find("năm-tháng-ngày") != std::string::npos);
  CHECK(first_hint(check_member("\"code\": \"ab\"")) == "write three capital letters");
  CHECK(first_hint(check_member("\"bare\": \"y\"")) == "write ^x+$");
  CHECK(findings(check_member("\"share\": \"a\"")) == Lines{"wrong-form 2:10"});
}

TEST_CASE("content::Schema: counts lengths in characters") {
  CHECK(problems("{\"title\": \"đường\", \"year\": 2024}") == Lines{});
  const Diagnostics found = check("{\"title\": \"đườnge\", \"year\": 2024}");
  CHECK(findings(found) == Lines{"too-long 1:11"});
  CHECK(args(found) == std::vector<std::string>{"title", "5", "6"});
  CHECK(problems("{\"title\": \"\", \"year\": 2024}") == Lines{"too-short 1:11"});
  CHECK(args(check_member("\"topics\": [\"ab\", \"c\"]")) == std::vector<std::string>{"topics", "2"});
}

TEST_CASE("content::Schema: bounds numbers and lists") {
  CHECK(args(check("{\"title\": \"a\", \"year\": 1944}")) == std::vector<std::string>{"year", "1945"});
  CHECK(problems("{\"title\": \"a\", \"year\": 1944}") == Lines{"too-small 1:24"});
  CHECK(problems("{\"title\": \"a\", \"year\": 2101}") == Lines{"too-large 1:24"});
  CHECK(problems("{\"title\": \"a\", \"year\": 1945}") == Lines{});
  CHECK(findings(check_member("\"topics\": []")) == Lines{"too-few-items 2:11"});
  CHECK(findings(check_member("\"topics\": [\"ab\",\"ab\",\"ab\",\"ab\"]")) == Lines{"too-many-items 2:11"});
}

TEST_CASE("content::Schema: reports one diagnostic per cause, however deep") {
  const std::string text =
      R"({"title": "a", "year": 2024, "parts": [{"name": "a", "parts": [{"name": "a", "parts": [{"name": 7}]}]}]})";
  CHECK(problems(text) == Lines{"wrong-type 1:97"});
}

TEST_CASE("content::Schema: reports no more of one file than is shown, and a few") {
  std::string text = "{\"title\": \"a\", \"year\": 2024, \"parts\": [";
  for (int i = 0; i < 1000; ++i) text += "7, {\"zzzz\": 1}, ";
  const std::size_t count = check(text + "7]}").sorted().size();
  CHECK(count > kMaxFindings);
  CHECK(count < 2 * kMaxFindings);
}

TEST_CASE("content::Schema: checks on several threads at once") {
  const Schema schema(kSchema);
  Diagnostics ignored;
  const Value good = *read_json(R"({"title": "a", "year": 2024, "day": "2024-01-31"})", "a.json", ignored);
  const Value bad = *read_json(R"({"title": "a", "year": 2024, "day": "2024"})", "a.json", ignored);
  const auto work = [&](int& wrong) {
    for (int i = 0; i < 500; ++i) {
      Diagnostics diagnostics;
      if (!schema.check(good, "a.json", diagnostics) || schema.check(bad, "a.json", diagnostics)) ++wrong;
    }
  };
  int wrong_here = 0, wrong_there = 0;
  {
    const std::jthread other(work, std::ref(wrong_there));
    work(wrong_here);
  }
  CHECK(wrong_here == 0);
  CHECK(wrong_there == 0);
}
