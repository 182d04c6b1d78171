#include "content/exchange/source_list.hpp"

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/http/url.hpp"
#include "content/limits.hpp"
#include "content/read_text.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "content/syntax/json_reader.hpp"
#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

std::string text(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr ? std::string() : value->as_string();
}

std::vector<std::string> texts(const Value& object, std::string_view key) {
  std::vector<std::string> out;
  if (const Value* list = object.find(key)) {
    for (const Value& item : list->as_array()) out.push_back(item.as_string());
  }
  return out;
}

std::optional<std::uint64_t> number(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  if (value == nullptr) return std::nullopt;
  return static_cast<std::uint64_t>(value->as_number().value());
}

Source read_source(const Value& item) {
  Source source{.id = text(item, "id"),
                .url = text(item, "url"),
                .allow = texts(item, "allow"),
                .leave_out = texts(item, "leave_out"),
                .place = place_of(std::string(kSourceList), item.find("url")->at)};
  source.limit = number(item, "megabytes").value_or(source.limit / kMegabyte) * kMegabyte;
  source.seconds = static_cast<unsigned>(number(item, "seconds").value_or(source.seconds));
  return source;
}

/// Without TLS only for a host that is named.
bool may_be_asked(const Source& source, const std::optional<http::Url>& url) {
  if (!url) return false;
  const auto is_named = [&](const std::string& name) { return name == url->host || name == url->place(); };
  return url->scheme == "https" || std::any_of(source.allow.begin(), source.allow.end(), is_named);
}

}  // namespace

std::optional<std::vector<Source>> read_source_list(const base::Disk& disk, const std::string& root,
                                                    Diagnostics& diagnostics) {
  const std::string file(kSourceList), path = base::join(root, file);
  if (const auto found = disk.status(path); !found && found.error().error == ENOENT) return std::vector<Source>();
  const std::optional<CleanText> clean = read_text(disk, path, kMaxDataFile, file, diagnostics);
  if (!clean) return std::nullopt;
  const std::optional<Value> root_value = read_json(clean->text, file, diagnostics);
  if (!root_value || !Schema(schema_text("sources")).check(*root_value, file, diagnostics)) return std::nullopt;
  std::vector<Source> out;
  std::set<std::string> ids;
  bool fine = true;
  for (const Value& item : root_value->find("sources")->as_array()) {
    Source source = read_source(item);
    const auto url = http::parse_url(source.url);
    const bool is_new = ids.insert(source.id).second, secure = may_be_asked(source, url);
    if (!is_new) diagnostics.add(Code::duplicate_id, place_of(file, item.find("id")->at), {source.id});
    if (!secure) diagnostics.add(Code::source_without_tls, source.place, {url ? url->shown() : ""});
    fine = fine && is_new && secure;
    out.push_back(std::move(source));
  }
  if (!fine) return std::nullopt;
  return out;
}

}  // namespace thidua::content
