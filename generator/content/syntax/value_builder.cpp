#include "content/syntax/value_builder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

constexpr auto kNone = std::string::npos;
/// Above it (2 to the 53rd), a double no longer tells neighbouring whole numbers apart.
constexpr double kMaxInteger = 9007199254740992.0;

}  // namespace

void ValueBuilder::report(Code code, Position at, std::vector<std::string> args) {
  diagnostics_.add(code, place_of(file_, at), std::move(args));
  ok_ = false;
}

bool ValueBuilder::open(Value empty) {
  if (open_.size() >= kMaxDepth) {
    report(Code::nesting_too_deep, empty.at, {std::to_string(kMaxDepth)});
    return false;
  }
  if (++count_ > limits_.values) {
    report(Code::too_many_values, empty.at, {std::to_string(limits_.values)});
    return false;
  }
  open_.push_back({std::move(empty), {}, {}});
  return true;
}

bool ValueBuilder::add(Value value) {
  if (++count_ > limits_.values) {
    report(Code::too_many_values, value.at, {std::to_string(limits_.values)});
    return false;
  }
  place(std::move(value));
  return true;
}

void ValueBuilder::place(Value value) {
  if (open_.empty()) {
    root_ = std::move(value);
  } else if (Frame& frame = open_.back(); frame.value.is_array()) {
    frame.value.as_array().push_back(std::move(value));
  } else {
    frame.value.as_object().push_back({std::move(frame.key), frame.key_at, std::move(value)});
  }
}

void ValueBuilder::key(std::string text, Position at, Spelling spelling) {
  open_.back().key = checked(std::move(text), at, spelling);
  open_.back().key_at = at;
}

bool ValueBuilder::text(std::string text, Position at, Spelling spelling) {
  return add({checked(std::move(text), at, spelling), at});
}

bool ValueBuilder::number(std::string spelling, Position at) {
  Value::Number number{std::move(spelling)};
  const std::optional<double> value = number.spelling.size() > kMaxNumber ? std::nullopt : number.exact();
  if (!value || (number.is_whole() && std::abs(*value) > kMaxInteger)) {
    report(Code::number_out_of_range, at);
    number.spelling = "0";
  }
  return add({std::move(number), at});
}

void ValueBuilder::close() {
  Value value = std::move(open_.back().value);
  open_.pop_back();
  if (value.is_object()) report_duplicates(value.as_object());
  place(std::move(value));
}

std::string ValueBuilder::checked(std::string text, Position at, Spelling spelling) {
  if (text.size() > limits_.string) {
    report(Code::string_too_long, at, {std::to_string(limits_.string)});
    return {};
  }
  if (base::is_plainly_clean(text)) return text;
  if (spelling == Spelling::escaped && base::find_invalid_utf8(text) != kNone) {
    report(Code::escape_invalid, at);
    return {};
  }
  if (spelling == Spelling::escaped && base::find_control(text) != kNone) {
    report(Code::escape_control, at);
    return {};
  }
  if (const std::size_t invisible = base::find_invisible(text); invisible != kNone) {
    report(Code::invisible_character, at, {base::name_of_character(text, invisible)});
    return {};
  }
  return base::find_not_nfc(text) == kNone ? text : base::to_nfc(text);
}

void ValueBuilder::report_duplicates(Value::Object& members) {
  if (members.size() < 2) return;
  std::vector<std::uint32_t> order(members.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = members[a].key.compare(members[b].key);
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t i = 0, first = 0; ++i < order.size();) {
    const Member &one = members[order[first]], &other = members[order[i]];
    if (one.key == other.key) {
      report(Code::duplicate_key, other.at, {other.key, std::to_string(one.at.line)});
    } else {
      first = i;
    }
  }
}

}  // namespace thidua::content
