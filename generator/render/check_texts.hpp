// The Markdown of a site that cannot be rendered, checked on its own.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// Reports what rendering would report about texts and links, whatever else is wrong with the site.
void check_texts(const model::Site& site, const routes::Routes& routes, Diagnostics& diagnostics);

}  // namespace thidua::render
