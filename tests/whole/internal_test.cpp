// What is marked internal is never published: no file of the site holds it, whichever field of whichever schema it
// stands in.
//
// The site in whole/internal names the schema of each of its files. The test walks that schema beside the file and
// plants a text of its own into every object that may have the field `internal`; so a schema that gets one more is
// looked at without a word here, or fails the test until whole/internal has such an object.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>

#include <filesystem>
#include <set>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;
using rapidjson::Value;

const std::string kSource = THIDUA_SOURCE_DIR;
const std::string kMark = "chi-luu-noi-bo-";  ///< what every planted text begins with

rapidjson::Document parsed(const std::string& path) {
  rapidjson::Document document;
  document.Parse(bytes_of(path).c_str());
  REQUIRE_MESSAGE(!document.HasParseError(), path);
  return document;
}

/// Where a schema has the field: "results/awards/[]/internal".
using SchemaPaths = std::set<std::string>;

/// The paths below a part of a schema. Its references lead to definitions of words, not of objects.
void collect(const Value& schema, const std::string& path, SchemaPaths& paths) {
  REQUIRE_MESSAGE((!schema.HasMember("$ref") || !schema.HasMember("properties")), path);
  if (schema.HasMember("items")) collect(schema["items"], path + "/[]", paths);
  if (!schema.HasMember("properties")) return;
  for (const auto& [name, property] : schema["properties"].GetObject()) {
    const std::string here = path + "/" + name.GetString();
    if (std::string_view(name.GetString()) == "internal")
      paths.insert(here);
    else
      collect(property, here, paths);
  }
}

/// Of all schemas. A definition must not hold the field: collect() does not look there.
SchemaPaths internal_fields() {
  SchemaPaths paths;
  for (const auto& entry : fs::directory_iterator(kSource + "/generator/schemas")) {
    const std::string name = entry.path().filename();
    if (!name.ends_with(".schema.json")) continue;
    const rapidjson::Document schema = parsed(entry.path());
    collect(schema, name.substr(0, name.find('.')), paths);
    SchemaPaths hidden;
    if (schema.HasMember("definitions")) {
      for (const auto& [key, definition] : schema["definitions"].GetObject()) collect(definition, name, hidden);
    }
    CHECK_MESSAGE(hidden.empty(), name);
  }
  return paths;
}

/// Plants a text of its own wherever the field is allowed in a file, and notes where that was.
class Planter {
 public:
  explicit Planter(const SchemaPaths& allowed) : allowed_(allowed) {}

  /// A JSON file, or a Markdown file with front matter in JSON.
  void plant(const std::string& path) {
    const std::string text = bytes_of(path);
    rapidjson::StringStream in(text.c_str());
    rapidjson::Document document;
    document.ParseStream<rapidjson::kParseStopWhenDoneFlag>(in);
    if (document.HasParseError() || !document.IsObject() || !document.HasMember("$schema")) return;
    const std::string schema = fs::path(document["$schema"].GetString()).filename();
    plant(document, schema.substr(0, schema.find('.')), document.GetAllocator());
    rapidjson::StringBuffer out;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(out);
    document.Accept(writer);
    put(path, out.GetString() + text.substr(in.Tell()));
  }

  const SchemaPaths& planted() const { return planted_; }

 private:
  void plant(Value& value, const std::string& path, rapidjson::Document::AllocatorType& allocator) {
    if (value.IsArray()) {
      for (Value& item : value.GetArray()) plant(item, path + "/[]", allocator);
    }
    if (!value.IsObject()) return;
    for (auto& member : value.GetObject()) plant(member.value, path + "/" + member.name.GetString(), allocator);
    const std::string here = path + "/internal";
    if (!allowed_.contains(here)) return;
    const std::string text = kMark + std::to_string(planted_.size()) + " sinh ngày 05/02/1980, CCCD 001080012345";
    value.AddMember("internal", Value(text.c_str(), allocator), allocator);
    planted_.insert(here);
  }

  const SchemaPaths& allowed_;
  SchemaPaths planted_;
};

/// The files of the site that hold the text.
std::set<std::string> files_with(const Snapshot& site, const std::string& text) {
  std::set<std::string> files;
  for (const auto& [path, bytes] : site) {
    if (bytes.find(text) != std::string::npos) files.insert(path);
  }
  return files;
}

Snapshot built(const SmallRoot& root, std::vector<std::string> args) {
  const Run run = run_program({std::move(args), root.path()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  CHECK(run.err.find(kMark) == std::string::npos);
  return snapshot(root / "public");
}

}  // namespace

TEST_CASE("whole: what is marked internal reaches no file of the site") {
  const SmallRoot root;
  lay_over(kSource + "/tests/whole/internal/content", root / "content");
  const SchemaPaths allowed = internal_fields();
  Planter planter(allowed);
  for (const auto& entry : fs::recursive_directory_iterator(root / "content")) {
    if (entry.is_regular_file()) planter.plant(entry.path());
  }
  for (const std::string& path : allowed) {
    CAPTURE(path);
    CHECK(planter.planted().contains(path));
  }
  REQUIRE(allowed.contains("results/awards/[]/attestations/[]/internal"));
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--drafts"}}) {
    std::vector<std::string> args = {"build", "--today", "2025-12-31"};
    args.insert(args.end(), more.begin(), more.end());
    const Snapshot site = built(root, args);
    CHECK(files_with(site, kMark).empty());
    CHECK(files_with(site, "001080012345").empty());
    // The search finds what is published from the same objects.
    for (const char* shown : {"45/QĐ-UBND", "Trao giấy khen", "Trả kết quả tại nhà văn hóa", "95% đúng hẹn", "91,5"}) {
      CAPTURE(shown);
      CHECK_FALSE(files_with(site, shown).empty());
    }
  }
}
