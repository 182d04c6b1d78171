#include "deploy/hosts/ftps/listing.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace thidua::deploy::ftps {
namespace {

/// Takes the text up to a separator away from the front, and the separator with it.
std::string_view take_until(std::string_view& text, char separator) {
  const auto end = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return copy;
}

/// `type=file;size=3; name`: facts, one space, and the name as it is.
std::optional<Member> member_of(std::string_view line) {
  std::string_view facts = take_until(line, ' ');
  Member member{.name = std::string(line)};
  std::string type;
  while (!facts.empty()) {
    std::string_view value = take_until(facts, ';');
    const std::string name = lower(take_until(value, '='));
    if (name == "type") type = lower(value);
    if (name == "size") std::from_chars(value.data(), value.data() + value.size(), member.size);
  }
  member.is_folder = type == "dir";
  const bool counts = member.is_folder || type == "file";
  if (!counts || member.name.empty() || member.name == "." || member.name == "..") return std::nullopt;
  return member;
}

}  // namespace

std::vector<Member> read_members(std::string_view lines) {
  std::vector<Member> members;
  while (!lines.empty()) {
    std::string_view line = take_until(lines, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (auto member = member_of(line)) members.push_back(std::move(*member));
  }
  return members;
}

}  // namespace thidua::deploy::ftps
