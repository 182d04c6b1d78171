// Numbers, dates, document numbers and comparators in Vietnamese text, so that the facts of a plan and its clauses can
// be held against each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::model {

/// How a number or date is bounded by the words beside it.
enum class Relation { at_least, more_than, at_most, less_than, before };

std::string_view name_of_relation(Relation relation);

/// One number or date, in a form in which equal ones are equal strings:
/// `90`, `93.5`, `2022-03-10`, `--03-15` (15 March), `2023-01`, `--01`, `2023-Q4`, `Q2`, `33/2021/qđ-ubnd`.
struct Quantity {
  std::string token;
  std::optional<Relation> relation;
  bool implied = false;  ///< a year within a period: 2027 in 2026-2028, which means it without printing it

  auto operator<=>(const Quantity&) const = default;
};

/// All quantities of a text in its order. Numbers in figures, and one, two, three in words behind a comparator.
/// `tối thiểu`, `ít nhất`, `không dưới`, `… trở lên` give at_least; `trên`, `hơn` more_than; `không quá`, `tối đa`, `…
/// trở xuống` at_most; `dưới` less_than; `trước` before.
std::vector<Quantity> quantities_in(std::string_view text);

/// The token of a plain number.
std::string number_token(std::string_view spelling);

}  // namespace thidua::model
