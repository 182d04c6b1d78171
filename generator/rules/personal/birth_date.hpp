// Dates of birth: “sinh ngày 05/02/1980”, “Ngày sinh: 05-02-1980”, “sinh năm 1980”, “(SN 1980)”, and what stands in a
// table below “Ngày sinh”, and a date directly behind a name.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/personal/find.hpp"
#include "rules/personal/table.hpp"

namespace thidua::rules::personal {

/// Whether a column's heading says “Ngày sinh”, “Ngày, tháng, năm sinh (dương lịch)”, “Sinh năm”.
bool is_heading_of_births(std::string_view heading);

/// Finds the dates of birth of one text, which outlives it.
class BirthDates {
 public:
  explicit BirthDates(std::string_view text) : text_(text), table_(text) {}

  /// The date of birth whose first digit, no digit being before it, stands at `digit`. The offsets asked never
  /// decrease.
  std::optional<Piece> at(std::size_t digit);

 private:
  std::string_view text_;
  Table table_;
};

}  // namespace thidua::rules::personal
