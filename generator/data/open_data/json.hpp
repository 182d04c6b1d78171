// Rows as JSON: an array with one object per row, each on a line of its own; and JSON for the files beside them.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "data/open_data/rows.hpp"
#include "routes/open_data.hpp"

namespace thidua::data {

/// A JSON string, in quotes.
void append_json_text(std::string_view text, std::string& out);
std::string json_text(std::string_view text);

/// Every column is a member; an empty cell is null. `first`: of the array.
void append_json_row(std::span<const routes::Column> columns, Row row, bool first, std::string& out);

/// An object: names, and values that are JSON already. A member whose value is empty is left out.
std::string json_object(std::initializer_list<std::pair<std::string_view, std::string>> members);

/// An array of what `make` gives for each item: JSON.
template <class Items, class Make>
std::string json_array(const Items& items, Make make) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    out += make(item);
  }
  return out += ']';
}

}  // namespace thidua::data
