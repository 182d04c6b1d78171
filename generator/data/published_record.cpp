#include "data/published_record.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace thidua::data {
namespace {

using Json = rapidjson::Value;

constexpr int kVersion = 1;

/// Writes objects whose members stand on lines of their own, or on one line.
class RecordWriter {
 public:
  std::string write(const model::Published& published) {
    raw("{\"version\": " + std::to_string(kVersion) + ", \"records\": ");
    object(published, "\n ", [this](const model::PublishedFile& file) {
      object(file, "\n  ", [this](const model::PublishedFields& fields) {
        object(fields, " ", [this](const std::string& value) { text(value); });
      });
    });
    raw("}\n");
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void raw(std::string_view text) {
    for (const char c : text) buffer_.Put(c);
  }

  void text(std::string_view text) {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer_);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  template <class Map, class Write>
  void object(const Map& map, std::string_view separator, Write write) {
    bool first = true;
    buffer_.Put('{');
    for (const auto& [key, value] : map) {
      if (!first) buffer_.Put(',');
      first = false;
      raw(separator);
      text(key);
      raw(": ");
      write(value);
    }
    buffer_.Put('}');
  }

  rapidjson::StringBuffer buffer_;
};

std::string text_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// The member of that name, or null.
const Json* member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

bool parse_fields(const Json& value, model::PublishedFields& out) {
  if (!value.IsObject()) return false;
  for (const auto& [name, text] : value.GetObject()) {
    if (!text.IsString()) return false;
    out.emplace(text_of(name), text_of(text));
  }
  return true;
}

bool parse_file(const Json& value, model::PublishedFile& out) {
  if (!value.IsObject()) return false;
  for (const auto& [name, fields] : value.GetObject()) {
    if (!parse_fields(fields, out[text_of(name)])) return false;
  }
  return true;
}

}  // namespace

std::string to_json(const model::Published& published) { return RecordWriter().write(published); }

std::optional<model::Published> parse_published(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  const Json* version = member(document, "version");
  const Json* records = member(document, "records");
  const bool known = version != nullptr && version->IsInt() && version->GetInt() == kVersion;
  if (!known || records == nullptr || !records->IsObject()) return std::nullopt;
  model::Published out;
  for (const auto& [name, file] : records->GetObject()) {
    if (!parse_file(file, out[text_of(name)])) return std::nullopt;
  }
  return out;
}

}  // namespace thidua::data
