#include "links/robots.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/http/url.hpp"
#include "base/text.hpp"

namespace thidua::links {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_unreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

/// One spelling for what is the same: %XX in capitals, for every byte beyond ASCII and for no unreserved character.
std::string normal(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string byte = path[i] == '%' ? http::decode(path.substr(i, 3)) : std::string();
    const bool encoded = byte.size() == 1 && i + 2 < path.size();
    const auto c = static_cast<unsigned char>(encoded ? byte[0] : path[i]);
    const bool as_it_is = encoded ? is_unreserved(c) : c > 0x20 && c < 0x7f;
    out += as_it_is ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
    if (encoded) i += 2;
  }
  return out;
}

/// Whether a pattern fits the beginning of a path, or with $ all of it. In the worst case as long as both multiplied.
bool fits(std::string_view pattern, std::string_view path) {
  const bool whole = pattern.ends_with('$');
  if (whole) pattern.remove_suffix(1);
  std::size_t p = 0, at = 0, star = pattern.npos, back = 0;
  while (true) {
    if (p == pattern.size() && (!whole || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      back = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p, ++at;
    } else if (star != pattern.npos && back < path.size()) {
      p = star + 1;
      at = ++back;
    } else {
      return false;
    }
  }
}

struct Line {
  std::string key;  ///< lower case
  std::string_view value;
};

std::optional<Line> line_of(std::string_view text) {
  text = text.substr(0, text.find('#'));
  const auto colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  return Line{base::fold(trimmed(text.substr(0, colon))), trimmed(text.substr(colon + 1))};
}

/// "thidua/1.0 (…)" -> "thidua".
std::string product(std::string_view agent) { return base::fold(agent.substr(0, agent.find_first_of("/ \t("))); }

std::chrono::milliseconds seconds_of(std::string_view text) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool known = error == std::errc() && std::isfinite(seconds) && seconds > 0;
  return std::chrono::milliseconds(known ? static_cast<long>(std::min(seconds, 86'400.0) * 1000) : 0);
}

}  // namespace

Robots Robots::closed() {
  Robots robots;
  robots.rules_.push_back({false, "/"});
  return robots;
}

Robots Robots::parse(std::string_view text, std::string_view agent) {
  Robots ours, for_all;
  bool named = false;                        // whether a group is for us
  bool about_us = false, about_all = false;  // the group that is being read
  bool in_head = false;                      // between its User-agent lines
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto each = [&](auto&& set) {
    if (about_us) set(ours);
    if (about_all) set(for_all);
  };
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = line_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line) continue;
    const auto& key = line->key;
    const auto& value = line->value;
    if (key == "user-agent") {
      if (!in_head) about_us = about_all = false;
      in_head = true;
      about_us = about_us || product(value) == agent;
      about_all = about_all || value == "*";
      named = named || about_us;
    } else if (key == "allow" || key == "disallow") {
      in_head = false;
      if (value.empty()) continue;
      each([&, allow = key == "allow"](Robots& robots) { robots.rules_.push_back({allow, normal(value)}); });
    } else if (key == "crawl-delay") {
      in_head = false;
      each([&](Robots& robots) { robots.delay_ = seconds_of(value); });
    }
  }
  return named ? ours : for_all;
}

bool Robots::allows(std::string_view target) const {
  const std::string path = normal(target);
  const Rule* decisive = nullptr;
  for (const Rule& rule : rules_) {
    if (!fits(rule.pattern, path)) continue;
    const bool longer = decisive == nullptr || rule.pattern.size() > decisive->pattern.size();
    const bool kinder = decisive != nullptr && rule.allow && rule.pattern.size() == decisive->pattern.size();
    if (longer || kinder) decisive = &rule;
  }
  return decisive == nullptr || decisive->allow;
}

}  // namespace thidua::links
