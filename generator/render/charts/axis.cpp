#include "render/charts/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace thidua::render {

std::string percent(double value) { return fmt::format("{}%", std::round(value * 100) / 100); }

std::string letters(int tenths) { return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "em"; }

double Axis::at(double value) const { return most_ > 0 ? std::clamp(value / most_, 0.0, 1.0) * width_ : 0; }

std::string shortened(const std::string& name) {
  constexpr std::size_t kLetters = 32;
  if (base::count_code_points(name) <= kLetters) return name;
  const auto begins = [&](std::size_t at) { return (static_cast<unsigned char>(name[at]) & 0xC0U) != 0x80U; };
  std::size_t end = 0;
  for (std::size_t letters = 0; letters < kLetters || !begins(end); ++end) letters += begins(end) ? 1 : 0;
  return name.substr(0, end) + "…";
}

}  // namespace thidua::render
