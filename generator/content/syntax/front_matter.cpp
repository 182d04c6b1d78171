#include "content/syntax/front_matter.hpp"

#include <algorithm>

#include "content/limits.hpp"
#include "content/syntax/json_reader.hpp"
#include "content/syntax/position.hpp"
#include "content/syntax/yaml_reader.hpp"

namespace thidua::content {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::uint32_t kFirstYamlLine = 2;

/// Offset after the end of the line that starts at `from`.
std::size_t next_line(std::string_view text, std::size_t from) {
  const std::size_t end = text.find('\n', from);
  return end == kNone ? text.size() : end + 1;
}

/// Whether the line at `from` is `---`, blanks after it aside.
bool is_fence(std::string_view text, std::size_t from) {
  std::string_view line = text.substr(from, next_line(text, from) - from);
  line = line.substr(0, line.find_last_not_of(" \t\n") + 1);
  return line == "---";
}

/// Offset of the next line `---` from the line at `from` on, or npos.
std::size_t find_fence(std::string_view text, std::size_t from) {
  for (; from < text.size(); from = next_line(text, from)) {
    if (is_fence(text, from)) return from;
  }
  return kNone;
}

std::uint32_t line_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint32_t>(
             std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')) +
         1;
}

bool too_large(std::size_t size, const std::string& file, Diagnostics& diagnostics) {
  if (size <= kMaxFrontMatter) return false;
  diagnostics.add(Code::front_matter_too_large, {file, 1, 1}, {std::to_string(kMaxFrontMatter / 1024) + " KB"});
  return true;
}

std::optional<FrontMatter> read_yaml_front(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  const std::size_t from = next_line(text, 0);
  const std::size_t fence = find_fence(text, from);
  if (fence == kNone) {
    diagnostics.add(Code::front_matter_open, {file, 1, 1});
    return std::nullopt;
  }
  if (too_large(fence - from, file, diagnostics)) return std::nullopt;
  std::optional<Value> value = read_yaml(text.substr(from, fence - from), kFirstYamlLine, file, diagnostics);
  if (!value) return std::nullopt;
  const std::size_t body = next_line(text, fence);
  return FrontMatter{std::move(*value), body, line_at(text, fence) + 1};
}

std::optional<FrontMatter> read_json_object(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  std::optional<JsonFront> front = read_json_front(text, file, diagnostics);
  if (!front || too_large(front->end, file, diagnostics)) return std::nullopt;
  const std::size_t rest = text.find_first_not_of(" \t", front->end);
  if (rest != kNone && text[rest] != '\n') {
    diagnostics.add(Code::front_matter_rest, place_of(file, position_at(text, rest)));
    return std::nullopt;
  }
  const std::size_t body = next_line(text, front->end);
  return FrontMatter{std::move(front->value), body, line_at(text, front->end) + 1};
}

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  if (is_fence(text, 0)) return read_yaml_front(text, file, diagnostics);
  if (text.starts_with('{')) return read_json_object(text, file, diagnostics);
  return FrontMatter{Value{Value::Object{}, Position{1, 1}}, 0, 1};
}

}  // namespace thidua::content
