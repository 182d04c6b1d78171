// JSON and YAML as one tree, in which every value knows where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace thidua::content {

/// Line and column from 1, the column in code points.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Member;

class Value {
 public:
  /// A number is kept as it was spelled, so that 90 and 90.0 are shown as they were written.
  struct Number {
    std::string spelling;

    std::optional<double> exact() const;  ///< nothing where it is out of range or no number
    double value() const { return exact().value_or(0); }
    /// Whether it has neither fraction nor exponent.
    bool is_whole() const;
  };
  using Array = std::vector<Value>;
  using Object = std::vector<Member>;  ///< in the order of the file; no key twice

  Value() = default;
  template <class T>
  Value(T content, Position position) : at(position), content_(std::move(content)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(content_); }
  bool is_bool() const { return std::holds_alternative<bool>(content_); }
  bool is_number() const { return std::holds_alternative<Number>(content_); }
  bool is_string() const { return std::holds_alternative<std::string>(content_); }
  bool is_array() const { return std::holds_alternative<Array>(content_); }
  bool is_object() const { return std::holds_alternative<Object>(content_); }

  bool as_bool() const { return std::get<bool>(content_); }
  const Number& as_number() const { return std::get<Number>(content_); }
  const std::string& as_string() const { return std::get<std::string>(content_); }
  const Array& as_array() const { return std::get<Array>(content_); }
  const Object& as_object() const { return std::get<Object>(content_); }
  Array& as_array() { return std::get<Array>(content_); }
  Object& as_object() { return std::get<Object>(content_); }

  /// The member of that name, or nullptr; also nullptr where this is no object.
  const Value* find(std::string_view key) const;

  Position at;

 private:
  std::variant<std::monostate, bool, Number, std::string, Array, Object> content_;
};

struct Member {
  std::string key;
  Position at;  ///< of the key
  Value value;
};

}  // namespace thidua::content
