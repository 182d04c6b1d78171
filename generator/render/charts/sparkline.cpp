#include "render/charts/sparkline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/charts/axis.hpp"
#include "rules/audit/case.hpp"

namespace thidua::render {
namespace {

// Pixels.
constexpr double kTop = 8, kDepth = 40, kLeft = 8, kStep = 44;

std::string pixels(double value) { return fmt::format("{}", std::round(value * 10) / 10); }

}  // namespace

View sparkline(const Words& words, const std::string& id, std::vector<YearShare> years) {
  if (years.size() < 2) return false;
  std::sort(years.begin(), years.end(), [](const YearShare& a, const YearShare& b) { return a.year < b.year; });
  const auto [low, high] = std::minmax_element(
      years.begin(), years.end(), [](const YearShare& a, const YearShare& b) { return a.percent < b.percent; });
  const double floor = low->percent, span = std::max(high->percent - low->percent, 1.0);  // one percent is no mountain
  const auto share = [&](const YearShare& y) { return words.amount(rules::spelled(y.percent, y.percent), "%"); };
  View points = list();
  std::string line, spoken;
  for (const YearShare& y : years) {
    const std::string x = pixels(kLeft + (y.year - years.front().year) * kStep);
    const std::string down = pixels(kTop + kDepth - (y.percent - floor) / span * kDepth);
    const std::string text = words.fill("chart.year", {{"year", std::to_string(y.year)}, {"value", share(y)}});
    line.append(line.empty() ? "" : " ").append(x).append(",").append(down);
    spoken += (spoken.empty() ? "" : "; ") + text;
    append(points, object("x", x, "y", down, "text", text));
  }
  const int width = static_cast<int>(2 * kLeft + (years.back().year - years.front().year) * kStep);
  return object("id", id, "description", spoken, "width", std::to_string(width), "height",
                std::to_string(static_cast<int>(2 * kTop + kDepth)), "points", std::move(points), "line",
                std::move(line));
}

}  // namespace thidua::render
