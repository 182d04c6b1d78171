#include "content/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "content/limits.hpp"

namespace thidua::content {
namespace {

constexpr std::array<std::string_view, 14> kMediaEndings = {".avif", ".csv", ".docx", ".gif", ".jpeg", ".jpg",  ".ods",
                                                            ".odt",  ".pdf", ".png",  ".txt", ".webp", ".xlsx", ".zip"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Windows refuses these names with any ending, in any case; a web host takes `index` for the page of the folder.
bool is_reserved(std::string_view name) {
  const std::string stem = lower(name.substr(0, name.find('.')));
  const bool numbered = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && is_digit(stem[3]);
  return numbered || stem == "con" || stem == "prn" || stem == "aux" || stem == "nul" || stem == "index";
}

bool is_slug(std::string_view name) {
  if (name.empty() || name.size() > kMaxSlug || name.front() == '-' || name.back() == '-') return false;
  if (name.find("--") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool is_media_character(char c) {
  return is_lower(c) || is_upper(c) || is_digit(c) || c == '.' || c == '-' || c == '_';
}

}  // namespace

NameFault check_slug(std::string_view name) {
  if (!is_slug(name)) return NameFault::form;
  return is_reserved(name) ? NameFault::reserved : NameFault::none;
}

NameFault check_media_name(std::string_view name) {
  const bool allowed = std::all_of(name.begin(), name.end(), is_media_character);
  if (!allowed || name.empty() || name.front() == '.' || name.back() == '.') return NameFault::form;
  if (name.size() > kMaxMediaName || name.find("..") != std::string_view::npos) return NameFault::form;
  return is_reserved(name) ? NameFault::reserved : NameFault::none;
}

bool is_year(std::string_view name) { return name.size() == 4 && std::all_of(name.begin(), name.end(), is_digit); }

std::string suggest_slug(std::string_view name) {
  if (base::find_invalid_utf8(name) != std::string_view::npos) return {};
  std::string slug;
  for (char c : base::fold(name)) {
    const bool kept = is_lower(c) || is_digit(c);
    if (kept) slug += c;
    if (!kept && !slug.empty() && slug.back() != '-') slug += '-';
  }
  slug.resize(std::min(slug.size(), kMaxSlug));
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

bool is_media_ending(std::string_view ending) {
  return std::find(kMediaEndings.begin(), kMediaEndings.end(), lower(ending)) != kMediaEndings.end();
}

std::string media_endings() { return fmt::format("{}", fmt::join(kMediaEndings, " ")); }

std::string_view ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

std::string_view stem_of(std::string_view name) { return name.substr(0, name.size() - ending_of(name).size()); }

}  // namespace thidua::content
