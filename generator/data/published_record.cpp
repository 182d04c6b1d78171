#include "data/published_record.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace thidua::data {
namespace {

using Json = rapidjson::Value;

/// Writes one line per decision, award, score, acknowledgement and correction.
class RecordWriter {
 public:
  std::string write(const model::Published& published) {
    raw("{\"version\": " + std::to_string(published.version) + ", \"records\": {");
    each(published.files, "\n ", [this](const auto& file) {
      text(file.first);
      raw(": ");
      write(file.second);
    });
    raw("}}\n");
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void write(const model::PublishedFile& file) {
    raw(file.illustrative ? "{\"illustrative\": true, \"values\": {" : "{\"values\": {");
    each(file.values, "\n  ", [this](const auto& value) {
      text(value.first);
      raw(": ");
      write(value.second);
    });
    raw("}");
    entries("acknowledgements", file.acknowledgements);
    entries("corrections", file.corrections);
    raw("}");
  }

  void entries(std::string_view name, const std::vector<model::PublishedFields>& all) {
    if (all.empty()) return;
    raw(",\n ");
    text(name);
    raw(": [");
    each(all, "\n  ", [this](const model::PublishedFields& entry) { write(entry); });
    raw("]");
  }

  void write(const model::PublishedFields& fields) {
    raw("{");
    each(fields, " ", [this](const auto& field) {
      text(field.first);
      raw(": ");
      text(field.second);
    });
    raw("}");
  }

  void raw(std::string_view text) { std::copy(text.begin(), text.end(), buffer_.Push(text.size())); }

  void text(std::string_view text) {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer_);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  template <class Items, class Write>
  void each(const Items& items, std::string_view separator, Write write_one) {
    bool first = true;
    for (const auto& item : items) {
      if (!first) raw(",");
      first = false;
      raw(separator);
      write_one(item);
    }
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
  out.reserve(value.MemberCount());
  for (const auto& [name, text] : value.GetObject()) {
    if (!text.IsString()) return false;
    out.emplace_back(text_of(name), text_of(text));
  }
  return true;
}

bool parse_values(const Json* value, model::PublishedFile& out) {
  if (value == nullptr || !value->IsObject()) return false;
  for (const auto& [name, fields] : value->GetObject()) {
    if (!parse_fields(fields, out.values[text_of(name)])) return false;
  }
  return true;
}

bool parse_entries(const Json* list, std::vector<model::PublishedFields>& out) {
  if (list == nullptr) return true;
  if (!list->IsArray()) return false;
  for (const Json& entry : list->GetArray()) {
    if (!parse_fields(entry, out.emplace_back())) return false;
  }
  return true;
}

/// In version 1, the values are all that there is.
bool parse_file(const Json& file, int version, model::PublishedFile& out) {
  if (version == 1) return parse_values(&file, out);
  if (!file.IsObject()) return false;
  const Json* illustrative = member(file, "illustrative");
  out.illustrative = illustrative != nullptr && illustrative->IsTrue();
  return parse_values(member(file, "values"), out) &&
         parse_entries(member(file, "acknowledgements"), out.acknowledgements) &&
         parse_entries(member(file, "corrections"), out.corrections);
}

}  // namespace

std::string to_json(const model::Published& published) { return RecordWriter().write(published); }

std::optional<model::Published> parse_published(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  const Json* version = member(document, "version");
  const Json* records = member(document, "records");
  if (version == nullptr || !version->IsInt() || records == nullptr || !records->IsObject()) return std::nullopt;
  model::Published out;
  out.version = version->GetInt();
  if (out.version < 1 || out.version > model::kPublishedVersion) return std::nullopt;
  for (const auto& [name, file] : records->GetObject()) {
    if (!parse_file(file, out.version, out.files[text_of(name)])) return std::nullopt;
  }
  return out;
}

}  // namespace thidua::data
