// Rows of open data on their way from the site to the files: one at a time, so that no table is ever in memory as
// cells.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "model/date.hpp"

namespace thidua::data {

/// A number with a decimal point: as written where that is one (93.50), else computed (2/3).
struct Decimal {
  std::string_view spelling;
  double value = 0;
};

/// What one column holds in one row; empty, or of the column's type. Texts are borrowed: they outlive the row.
class Cell {
 public:
  using Value = std::variant<std::monostate, std::string_view, std::int64_t, Decimal, std::chrono::sys_days, bool>;

  Cell() = default;
  // NOLINTBEGIN(google-explicit-constructor): values become cells
  Cell(std::nullopt_t) {}
  Cell(std::string_view text) {
    if (!text.empty()) value_ = text;
  }
  Cell(const std::string& text) : Cell(std::string_view(text)) {}
  Cell(const char* text) : Cell(std::string_view(text)) {}
  Cell(int number) : value_(std::int64_t{number}) {}
  Cell(Decimal number) : value_(number) {}
  Cell(std::chrono::sys_days day) : value_(day) {}
  /// The last day that the date covers.
  Cell(const model::Date& date) : value_(date.last_day()) {}
  Cell(bool truth) : value_(truth) {}
  template <class T>
  Cell(const std::optional<T>& value) {
    if (value) *this = Cell(*value);
  }
  // NOLINTEND(google-explicit-constructor)

  const Value& value() const { return value_; }
  bool empty() const { return std::holds_alternative<std::monostate>(value_); }

 private:
  Value value_;
};

using Row = std::span<const Cell>;

/// What takes the rows of one table.
class Rows {
 public:
  explicit Rows(std::function<void(Row)> take) : take_(std::move(take)) {}

  /// One cell for each column, in their order.
  void add(std::initializer_list<Cell> cells) {
    ++count_;
    take_({cells.begin(), cells.size()});
  }
  /// The table says what was known on that day; the latest counts.
  void as_of(const std::optional<model::Date>& date) {
    if (date && (!newest_ || newest_->last_day() < date->last_day())) newest_ = date;
  }

  std::size_t count() const { return count_; }
  const std::optional<model::Date>& newest() const { return newest_; }

 private:
  std::function<void(Row)> take_;
  std::size_t count_ = 0;
  std::optional<model::Date> newest_;
};

/// Puts the day in the form 2025-02-05 behind the text.
void append_day(std::chrono::sys_days day, std::string& out);
/// Puts the number with a decimal point behind the text, as JSON and CSV take it: without exponent, at most six
/// decimals where it was computed.
void append_decimal(const Decimal& number, std::string& out);

}  // namespace thidua::data
