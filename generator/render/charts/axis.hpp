// Where things stand in a chart. Charts have no fixed width: places across are percentages of it, places down are
// measured in the size of its letters, so that it grows with the text of a reader who needs it larger.
#pragma once

#include <string>

namespace thidua::render {

/// "73.5%": two decimals at most.
std::string percent(double value);

/// Tenths of the size of a letter: 12 -> "1.2em".
std::string letters(int tenths);

/// A way from 0 to `most` drawn over the first `width` percent of a chart.
class Axis {
 public:
  Axis(double most, double width) : most_(most), width_(width) {}

  /// Of a value between 0 and `most`; what lies outside stands at the nearer end.
  double at(double value) const;

 private:
  double most_, width_;
};

/// A name that has to fit on one line of a narrow screen, with a mark where something was left out.
std::string shortened(const std::string& name);

}  // namespace thidua::render
