#include "render/accent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "render/view.hpp"

namespace thidua::render {
namespace {

constexpr double kLegible = 4.5;
constexpr double kTint = 0.1;  ///< how much of the accent colours a soft ground
constexpr std::string_view kWhite = "#ffffff";
constexpr std::string_view kBlack = "#000000";

/// Red, green, blue, each 0 to 255. `text` is #rrggbb.
std::array<double, 3> parts(std::string_view text) {
  std::array<double, 3> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    int value = 0;
    const std::string_view digits = text.substr(std::min(1 + 2 * i, text.size()), 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    out[i] = value;
  }
  return out;
}

/// WCAG 2.2, "relative luminance": 0 (black) to 1 (white).
double luminance(std::string_view colour) {
  constexpr std::array<double, 3> kWeights{0.2126, 0.7152, 0.0722};
  const auto values = parts(colour);
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double share = values[i] / 255;
    sum += kWeights[i] * (share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4));
  }
  return sum;
}

std::string mixed(std::string_view colour, std::string_view ground, double share) {
  const auto over = parts(colour);
  const auto under = parts(ground);
  std::string out = "#";
  for (std::size_t i = 0; i < over.size(); ++i)
    out += fmt::format("{:02x}", static_cast<int>(std::lround(over[i] * share + under[i] * (1 - share))));
  return out;
}

/// A colour and what goes with it on one paper.
View scheme(std::string_view accent, std::string_view paper) {
  const bool white = contrast(accent, kWhite) >= contrast(accent, kBlack);
  return object("accent", std::string(accent), "on_accent", std::string(white ? kWhite : kBlack), "soft",
                mixed(accent, paper, kTint));
}

/// Links stand on the paper and on the soft ground: the lesser contrast counts.
void check_legible(std::string_view accent, std::string_view paper, const Place& place, Diagnostics& diagnostics) {
  const double least = std::min(contrast(accent, paper), contrast(accent, mixed(accent, paper, kTint)));
  if (least < kLegible)
    diagnostics.add(Code::accent_illegible, place,
                    {std::string(accent), std::string(paper), fmt::format("{:.1f}", std::floor(least * 10) / 10)});
}

}  // namespace

double contrast(std::string_view a, std::string_view b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

Theme with_accent(Theme&& theme, const model::SiteInfo& info, Diagnostics& diagnostics) {
  if (!info.accent) return std::move(theme);
  const auto at = theme.templates.find("accent");
  if (at == theme.templates.end() || theme.paper.light.empty() || theme.paper.dark.empty()) {
    diagnostics.add(Code::template_missing, {theme.folder, 0, 0}, {"accent"});
    return std::move(theme);
  }
  check_legible(info.accent->light, theme.paper.light, info.accent->light_place, diagnostics);
  check_legible(info.accent->dark, theme.paper.dark, info.accent->dark_place, diagnostics);
  const View view = object("light", scheme(info.accent->light, theme.paper.light), "dark",
                           scheme(info.accent->dark, theme.paper.dark));
  std::string sheet;
  at->second.render({}, view, sheet, diagnostics);
  theme.assets.push_back(make_asset("css/accent.css", std::move(sheet)));
  theme.accent_sheet = theme.assets.back().output;
  return std::move(theme);
}

}  // namespace thidua::render
