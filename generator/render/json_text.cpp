#include "render/json_text.hpp"

#include <algorithm>

#include "base/sixteen_bytes.hpp"

namespace thidua::render {
namespace {

constexpr const char* kHex = "0123456789abcdef";
constexpr base::Byte kLineSeparator = 0xE2;  // the first byte of U+2028 and U+2029, which end lines in scripts

/// The length of the character at the front if it is to be escaped, else 0.
std::size_t escaped_length(std::string_view text) {
  if (static_cast<unsigned char>(text[0]) < 0x80) return 1;
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

void append_escape(std::string& out, std::string_view character) {
  const auto c = static_cast<unsigned char>(character[0]);
  if (character.size() > 1) {
    out += character == "\u2028" ? "\\u2028" : "\\u2029";
  } else if (c == '"' || c == '\\') {
    out += '\\';
    out += character;
  } else {
    out.append("\\u00");
    out += kHex[c >> 4U];
    out += kHex[c & 0xFU];
  }
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  using base::Byte;
  const auto is_special = [](auto c) {
    return (c == Byte{'"'}) | (c == Byte{'\\'}) | (c < Byte{0x20}) | (c == Byte{'<'}) | (c == Byte{'>'}) |
           (c == Byte{'&'}) | (c == kLineSeparator);
  };
  out += '"';
  std::size_t plain = 0;  // where what needs no escape began
  for (std::size_t at = 0; (at = base::find_byte(text, at, is_special)) < text.size();) {
    const std::size_t length = escaped_length(text.substr(at));
    if (length > 0) {
      out += text.substr(plain, at - plain);
      append_escape(out, text.substr(at, length));
      plain = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  out += text.substr(plain);
  out += '"';
}

void JsonObject::begin(std::string_view name) {
  if (text_.size() > 1) text_ += ',';
  append_json_text(text_, name);
  text_ += ':';
}

JsonObject& JsonObject::add(std::string_view name, std::string_view text) {
  begin(name);
  append_json_text(text_, text);
  return *this;
}

JsonObject& JsonObject::add_json(std::string_view name, std::string_view json) {
  begin(name);
  text_ += json;
  return *this;
}

}  // namespace thidua::render
