// The number, letter or bullet at the start of a line of a plan.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thidua::model {

enum class MarkerStyle { chapter, roman, article, upper_letter, arabic, letter, dash, plus, star };

struct Marker {
  MarkerStyle style = MarkerStyle::dash;
  std::string printed;    ///< "IV.", "1.2.", "a)", "-"
  std::string component;  ///< of the path: "IV", "1.2", "a"; empty for bullets, which are counted
  int components = 1;     ///< how many numbers an arabic marker joins: 2 for 1.2
  int ordinal = 0;        ///< value of the last number or letter, to see whether it follows another; 0 for bullets
  std::string_view rest;  ///< the line behind it, without white space around

  bool is_bullet() const { return style >= MarkerStyle::dash; }
};

/// Recognises `I.` `A.` `Điều 5.` `Chương II` `1.` `1.2.` `1)` `a)` `a.` `a,` `-` `–` `+` `*`. A backslash before it
/// hides it.
std::optional<Marker> marker_of(std::string_view line);

}  // namespace thidua::model
