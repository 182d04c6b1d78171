#include "publish/manifest.hpp"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "publish/site_path.hpp"

namespace thidua::publish {
namespace {

using Json = rapidjson::Value;
using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

constexpr int kVersion = 1;
constexpr std::size_t kHashDigits = 32;

rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

void write_text(Writer& writer, std::string_view text) { writer.String(text.data(), length(text)); }

void write_key(Writer& writer, std::string_view key) { writer.Key(key.data(), length(key)); }

void write_file(Writer& writer, const FileFacts& file) {
  writer.StartObject();
  write_key(writer, "size");
  writer.Uint64(file.size);
  write_key(writer, "hash");
  write_text(writer, file.hash);
  if (!file.sent.empty()) write_key(writer, "sent"), write_text(writer, file.sent);
  writer.EndObject();
}

std::string_view text_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// The member of that name, or null.
const Json* member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::optional<FileFacts> parse_file(const Json& value) {
  if (!value.IsObject()) return std::nullopt;
  const Json* size = member(value, "size");
  const Json* hash = member(value, "hash");
  if (size == nullptr || !size->IsUint64() || hash == nullptr || !hash->IsString()) return std::nullopt;
  if (hash->GetStringLength() != kHashDigits) return std::nullopt;
  const Json* sent = member(value, "sent");
  if (sent != nullptr && !sent->IsString()) return std::nullopt;
  return FileFacts{size->GetUint64(), std::string(text_of(*hash)), std::string(sent ? text_of(*sent) : "")};
}

bool parse_facts(const Json* value, Manifest& manifest) {
  if (value == nullptr || !value->IsObject()) return false;
  for (const auto& [name, fact] : value->GetObject()) {
    if (!fact.IsString() || !manifest.facts.emplace(text_of(name), text_of(fact)).second) return false;
  }
  return true;
}

bool parse_files(const Json* value, Manifest& manifest) {
  if (value == nullptr || !value->IsObject()) return false;
  for (const auto& [path, facts] : value->GetObject()) {
    auto file = parse_file(facts);
    if (!file || !is_site_path(text_of(path))) return false;
    if (!manifest.files.emplace(text_of(path), std::move(*file)).second) return false;
  }
  return true;
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 1);
  writer.StartObject();
  write_key(writer, "version");
  writer.Int(kVersion);
  write_key(writer, "facts");
  writer.StartObject();
  for (const auto& [name, fact] : manifest.facts) write_key(writer, name), write_text(writer, fact);
  writer.EndObject();
  write_key(writer, "files");
  writer.StartObject();
  for (const auto& [path, file] : manifest.files) write_key(writer, path), write_file(writer, file);
  writer.EndObject();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::optional<Manifest> parse_manifest(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());  // deep nesting does not use up the stack
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  const Json* version = member(document, "version");
  if (version == nullptr || !version->IsInt() || version->GetInt() != kVersion) return std::nullopt;
  Manifest manifest;
  if (!parse_facts(member(document, "facts"), manifest)) return std::nullopt;
  if (!parse_files(member(document, "files"), manifest)) return std::nullopt;
  return manifest;
}

}  // namespace thidua::publish
