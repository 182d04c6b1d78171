// What all schemas under generator/schemas/ keep to.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include "content/findings.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "content/schema/words.hpp"
#include "content/syntax/json_reader.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

/// Those that content/schema/shape.hpp acts on, and those that only describe.
constexpr std::array<std::string_view, 19> kKeywords = {
    "$schema",  "title",    "description", "type",        "properties", "required", "additionalProperties",
    "enum",     "const",    "pattern",     "minLength",   "maxLength",  "minimum",  "maximum",
    "minItems", "maxItems", "items",       "definitions", "$ref"};

bool is_known(const std::string& keyword) {
  return std::find(kKeywords.begin(), kKeywords.end(), keyword) != kKeywords.end();
}

/// Everything in a schema that the program would pass over in silence.
void find_ignored(const Value& node, const std::string& path, Lines& found) {
  if (!node.is_object()) {
    found.push_back(path + ": a schema that is no object");
    return;
  }
  const bool refers = node.find("$ref") != nullptr;
  for (const Member& member : node.as_object()) {
    const std::string here = path + "/" + member.key;
    const bool describes = member.key == "$ref" || member.key == "description";
    if (!is_known(member.key)) found.push_back(here + ": an unknown keyword");
    if (refers && !describes) found.push_back(here + ": ignored beside $ref");
    if (member.key == "properties" || member.key == "definitions") {
      for (const Member& named : member.value.as_object()) find_ignored(named.value, here + "/" + named.key, found);
    } else if (member.key == "items") {
      find_ignored(member.value, here, found);
    } else if (member.key == "additionalProperties" && !member.value.is_bool()) {
      find_ignored(member.value, here, found);
    } else if (member.key == "pattern" && !describe_pattern(member.value.as_string())) {
      found.push_back(here + ": a pattern without words in content/schema/words.cpp");
    } else if (member.key == "$ref" && !member.value.as_string().starts_with("#/definitions/")) {
      found.push_back(here + ": a reference to another place than definitions");
    }
  }
}

Lines ignored(std::string_view text) {
  Diagnostics diagnostics;
  const std::optional<Value> schema = read_json(text, "schema", diagnostics);
  REQUIRE_MESSAGE(schema, first_message(diagnostics));
  Lines found;
  find_ignored(*schema, "", found);
  return found;
}

}  // namespace

TEST_CASE("content::embedded_schemas: holds every file of generator/schemas") {
  Lines files, names;
  for (const auto& entry : std::filesystem::directory_iterator(THIDUA_SOURCE_DIR "/generator/schemas")) {
    const std::string name = entry.path().filename();
    if (name.ends_with(".schema.json")) files.push_back(name.substr(0, name.find('.')));
  }
  std::sort(files.begin(), files.end());
  for (const EmbeddedSchema& schema : embedded_schemas()) names.emplace_back(schema.name);
  CHECK(names == files);
}

TEST_CASE("content::embedded_schemas: has no keyword that the validator or the diagnostics would pass over") {
  for (const EmbeddedSchema& schema : embedded_schemas()) {
    CAPTURE(schema.name);
    CHECK(ignored(schema.text) == Lines{});
  }
}

TEST_CASE("content::embedded_schemas: the check above sees what is passed over") {
  CHECK(ignored(R"({"format": "date"})") == Lines{"/format: an unknown keyword"});
  CHECK(ignored(R"({"properties": {"maximum": {"uniqueItems": true}}})") ==
        Lines{"/properties/maximum/uniqueItems: an unknown keyword"});
  CHECK(ignored(R"({"items": {"$ref": "#/definitions/a", "maxLength": 3}})") ==
        Lines{"/items/maxLength: ignored beside $ref"});
  CHECK(ignored(R"({"items": [true]})") == Lines{"/items: a schema that is no object"});
  CHECK(ignored(R"({"pattern": "^never seen$"})").size() == 1);
  CHECK(ignored(R"({"$ref": "other.json"})").size() == 1);
}

TEST_CASE("content::embedded_schemas: every reference resolves and every schema refuses what it does not know") {
  for (const EmbeddedSchema& text : embedded_schemas()) {
    CAPTURE(text.name);
    const Schema schema(text.text);
    Diagnostics diagnostics;
    const Value stray = *read_json(R"({"$schema": "x", "no-such-key": 1})", "a.json", diagnostics);
    CHECK_FALSE(schema.check(stray, "a.json", diagnostics));
    const Lines found = findings(diagnostics);
    CHECK(std::count(found.begin(), found.end(), "unknown-key 1:18") == 1);
  }
}
