// The authority's own colour in place of the theme's: a small style sheet after the theme's, made from site.json.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "render/theme.hpp"

namespace thidua::render {

/// The contrast of two colours, each #rrggbb: 1 (equal) to 21 (WCAG 2.2, "contrast ratio").
double contrast(std::string_view a, std::string_view b);

/// The theme with a style sheet of the authority's colours among its assets, made by the theme's template `accent`; as
/// it was where site.json names none. Reports a colour that is not legible on the theme's paper (WCAG 2.2, 1.4.3: 4.5).
Theme with_accent(Theme&& theme, const model::SiteInfo& info, Diagnostics& diagnostics);

}  // namespace thidua::render
