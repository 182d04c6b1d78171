// Our check of a schema beside that of valijson, a library for JSON Schema: on real files and thousands of damaged
// copies both must accept and refuse the same.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "content/findings.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "content/syntax/json_reader.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

using rapidjson::Document;
using Random = std::mt19937;

class Oracle {
 public:
  explicit Oracle(std::string_view text) {
    document_.Parse(text.data(), text.size());
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::RapidJsonAdapter(document_), schema_);
  }

  bool fits(const Document& value) {
    return validator_.validate(schema_, valijson::adapters::RapidJsonAdapter(value), nullptr);
  }

 private:
  Document document_;
  valijson::Schema schema_;
  valijson::Validator validator_;
};

void collect(rapidjson::Value& value, std::vector<rapidjson::Value*>& all) {
  all.push_back(&value);
  if (value.IsObject()) {
    for (auto& member : value.GetObject()) collect(member.value, all);
  } else if (value.IsArray()) {
    for (auto& element : value.GetArray()) collect(element, all);
  }
}

std::size_t below(std::size_t limit, Random& random) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

void set_text(rapidjson::Value& value, const std::string& text, Document& document) {
  value.SetString(text.c_str(), static_cast<rapidjson::SizeType>(text.size()), document.GetAllocator());
}

/// Makes something else of a value: another type, another text or number, a member more or less.
void damage(rapidjson::Value& value, Document& document, Random& random) {
  auto& memory = document.GetAllocator();
  const std::string text = value.IsString() ? value.GetString() : "";
  switch (below(8, random)) {
    case 0:
      value.SetNull();
      break;
    case 1:
      value.SetInt(static_cast<int>(below(3000, random)) - 1);
      break;
    case 2:
      value.SetDouble(static_cast<double>(below(1000, random)) / 8);
      break;
    case 3:
      set_text(value, text.empty() ? "ờ" : text + "!", document);
      break;
    case 4:
      set_text(value, text.substr(0, text.size() / 2), document);
      break;
    case 5: {
      std::string repeated;
      for (std::size_t i = below(3000, random); i > 0; --i) repeated += "đ";
      set_text(value, repeated, document);
      break;
    }
    case 6:
      if (value.IsObject() && value.MemberCount() > 0)
        value.RemoveMember(value.MemberBegin() + static_cast<std::ptrdiff_t>(below(value.MemberCount(), random)));
      else if (value.IsArray() && !value.Empty())
        value.Erase(value.Begin());
      else
        value.SetBool(true);
      break;
    default:
      if (value.IsObject() && !value.HasMember("zz"))
        value.AddMember("zz", rapidjson::Value(7), memory);
      else if (value.IsArray() && !value.Empty())
        value.PushBack(rapidjson::Value(value[0], memory), memory);
      else
        value.SetObject();
  }
}

std::string spelled(const Document& document) {
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  document.Accept(writer);
  return out.GetString();
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The files of the shipped content that a schema is for.
std::vector<std::filesystem::path> files_for(const std::string& schema) {
  const std::filesystem::path content = THIDUA_SOURCE_DIR "/content";
  if (schema == "site") return {content / "site.json"};
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(content)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".json") continue;
    if (path.stem() == schema || path.parent_path().filename() == schema) out.push_back(path);
  }
  return out;
}

}  // namespace

TEST_CASE("content::Schema: accepts and refuses what valijson does") {
  Random random(20260101);
  for (const std::string name : {"site", "units", "campaign", "registrations", "scores", "attainment", "results"}) {
    CAPTURE(name);
    const Schema ours{schema_text(name)};
    Oracle theirs(schema_text(name));
    const auto files = files_for(name);
    REQUIRE(!files.empty());
    int accepted = 0, refused = 0;
    for (int round = 0; round < 400; ++round) {
      Document document;
      document.Parse(bytes_of(files[below(files.size(), random)]).c_str());
      for (std::size_t times = below(3, random); times > 0; --times) {
        std::vector<rapidjson::Value*> values;
        collect(document, values);
        damage(*values[below(values.size(), random)], document, random);
      }
      const std::string text = spelled(document);
      Diagnostics diagnostics;
      const std::optional<Value> value = read_json(text, "a.json", diagnostics);
      if (!value) continue;  // beyond our limits, such as a text of 10,000 bytes
      const bool fits = theirs.fits(document);
      ++(fits ? accepted : refused);
      const bool same = ours.check(*value, "a.json", diagnostics) == fits;
      REQUIRE_MESSAGE(same, (same ? "" : first_message(diagnostics) + "\n" + text));
    }
    CHECK(accepted > 40);
    CHECK(refused > 40);
  }
}
