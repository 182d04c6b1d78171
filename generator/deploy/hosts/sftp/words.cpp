#include "deploy/hosts/sftp/words.hpp"

#include <algorithm>

namespace thidua::deploy::sftp {
namespace {

constexpr std::size_t kLongestWords = 300;  // bytes

bool is_plain_in_shell(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("/._-:@+").find(c) != std::string_view::npos;
}

FailureKind kind_of(Code code) {
  switch (code) {
    case Code::no_such_file:
      return FailureKind::missing;
    case Code::permission_denied:
    case Code::write_protected:
      return FailureKind::refused;
    case Code::bad_message:
    case Code::unsupported:
      return FailureKind::unsupported;
    case Code::no_space:
    case Code::quota_exceeded:
      return FailureKind::full;
    default:
      return FailureKind::passing;
  }
}

}  // namespace

std::string plain_words(std::string_view said) {
  std::string words;
  for (const char c : said.substr(0, kLongestWords))
    words += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  while (!words.empty() && (words.back() == ' ' || words.back() == '.')) words.pop_back();
  return words;
}

std::string shell_word(std::string_view argument) {
  if (!argument.empty() && std::all_of(argument.begin(), argument.end(), is_plain_in_shell))
    return std::string(argument);
  std::string quoted = "'";
  for (const char c : argument) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

Failure failure_of(const Reply& status, std::string operation, std::string path) {
  if (status.type != Type::status || status.code == Code::ok)
    return out_of_place(std::move(operation), std::move(path));
  std::string words = plain_words(status.text);
  if (words.empty()) words = "status " + std::to_string(static_cast<std::uint32_t>(status.code));
  return {kind_of(status.code), std::move(operation), std::move(path), std::move(words)};
}

Failure out_of_place(std::string operation, std::string path) {
  return {FailureKind::unsupported, std::move(operation), std::move(path),
          "the host's answer does not fit what it was asked"};
}

}  // namespace thidua::deploy::sftp
