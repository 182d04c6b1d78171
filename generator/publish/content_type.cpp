#include "publish/content_type.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace thidua::publish {
namespace {

using Type = std::pair<std::string_view, std::string_view>;

/// What the site can hold: pages, assets of a theme, files for machines, and media with the endings that the content
/// stage accepts. By ending.
constexpr auto kTypes = std::to_array<Type>({
    {"atom", "application/atom+xml; charset=utf-8"},
    {"avif", "image/avif"},
    {"css", "text/css; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"gif", "image/gif"},
    {"html", "text/html; charset=utf-8"},
    {"ico", "image/x-icon"},
    {"ics", "text/calendar; charset=utf-8"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"jsonld", "application/ld+json"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"svg", "image/svg+xml; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
    {"webmanifest", "application/manifest+json"},
    {"webp", "image/webp"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"xml", "application/xml; charset=utf-8"},
    {"zip", "application/zip"},
});

}  // namespace

std::string_view content_type(std::string_view path) {
  std::string ending(path.substr(path.find_last_of("./") + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto* found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& type) { return type.first == ending; });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

bool is_text(std::string_view path) {
  const std::string_view type = content_type(path);
  return type.ends_with("charset=utf-8") || type.ends_with("json") || type.find("+xml;") != type.npos;
}

}  // namespace thidua::publish
