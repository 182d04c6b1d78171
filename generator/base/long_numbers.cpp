#include "base/long_numbers.hpp"

#include <cstddef>

namespace thidua::base {
namespace {

constexpr std::size_t kShown = 3, kShort = 9, kMobileAbroad = 11, kCitizen = 12;  // digits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, and single marks between them.
struct Number {
  std::size_t end = 0, digits = 0;
  bool grouped = false;
};

Number number_at(std::string_view text, std::size_t begin) {
  Number out{begin};
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      ++out.digits;
      out.end = at + 1;
    } else if (std::string_view(" .-_").find(text[at]) == std::string_view::npos || at > out.end) {
      break;
    }
  }
  out.grouped = out.end - begin > out.digits;
  return out;
}

/// Whether the number at `begin` may be that of a person.
bool is_personal(std::string_view text, std::size_t begin, const Number& number) {
  const std::string_view digits = text.substr(begin, number.end - begin);
  if (number.digits < kShort) return false;
  if (digits.front() == '0') return true;
  if (digits.starts_with("84") && number.digits >= kMobileAbroad) return true;
  if (number.grouped) return false;
  const bool joined = begin > 0 && text[begin - 1] != ' ';
  return number.digits == kCitizen || (number.digits == kShort && joined);
}

/// Hands each run of text to `out`, saying whether it is a number to be hidden. Groups that are none together are
/// looked at one by one.
template <class Is, class Out>
void split(std::string_view text, Is is_hidden, Out out) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      out(text.substr(at++, 1), false);
      continue;
    }
    Number number = number_at(text, at);
    bool hidden = is_hidden(at, number);
    if (!hidden && number.grouped) {
      std::size_t end = at;
      while (end < text.size() && is_digit(text[end])) ++end;
      number = {end, end - at, false};
      hidden = is_hidden(at, number);
    }
    out(text.substr(at, number.end - at), hidden);
    at = number.end;
  }
}

}  // namespace

std::string without_long_numbers(std::string_view text) {
  std::string out;
  const auto is_hidden = [&](std::size_t at, const Number& number) { return is_personal(text, at, number); };
  split(text, is_hidden, [&](std::string_view piece, bool hidden) {
    if (!hidden) return void(out += piece);
    out += piece.substr(0, kShown);
    out += "…";
  });
  return out;
}

std::string with_dots_for_long_numbers(std::string_view text) {
  std::string out;
  const auto is_hidden = [&](std::size_t at, const Number& number) {
    return is_personal(text, at, number) || (number.digits >= kShort && number.digits <= kCitizen && !number.grouped);
  };
  split(text, is_hidden, [&](std::string_view piece, bool hidden) {
    for (const char c : piece) out += hidden && is_digit(c) ? "•" : std::string(1, c);
  });
  return out;
}

}  // namespace thidua::base
