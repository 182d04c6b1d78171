// Headings of a Markdown table's columns.
#pragma once

#include <cstddef>
#include <string_view>

namespace thidua::rules::personal {

/// The tables of a text, one after the other. Finds each once, so that all of them cost no more than their length.
class Table {
 public:
  /// The text outlives it.
  explicit Table(std::string_view text) : text_(text) {}

  /// The heading of the column whose cell begins at `at`, spaces aside; empty where no cell of a table with borders
  /// begins there, in its first line, and far into a line. The offsets asked never decrease.
  std::string_view heading_of(std::size_t at);

 private:
  bool is_row(std::size_t line) const;
  std::size_t line_of(std::size_t at) const;
  std::size_t end_of_line(std::size_t at) const;

  std::string_view text_;
  std::size_t begin_ = 0, end_ = 0;  ///< of the table that was asked for last
};

}  // namespace thidua::rules::personal
