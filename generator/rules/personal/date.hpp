// Dates in figures and in words, as Vietnamese texts write them.
#pragma once

#include <cstddef>
#include <string_view>

namespace thidua::rules::personal {

/// A date that was read. One of a month and its day, or of a year alone, is one too.
struct WrittenDate {
  std::size_t end = std::string_view::npos;  ///< in the text; npos where no date was found
  int year = 0;                              ///< 0 where none is written; of two digits as they stand: 85
  bool is_full = false;                      ///< day, month and year

  bool found() const { return end != std::string_view::npos; }
};

/// The date whose first digit stands at `digit`: “05/02/1980”, “1980-02-05”, “5 tháng 2 năm 1980”, “02/1980”, “1980”.
WrittenDate date_at(std::string_view text, std::size_t digit);

}  // namespace thidua::rules::personal
