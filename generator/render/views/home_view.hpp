// The home page: what is due next, what was decided last, and the way to everything else.
#pragma once

#include "model/site.hpp"
#include "render/view.hpp"
#include "render/words.hpp"

namespace thidua::render {

/// Adds the members of the `home` template (themes/README.md). Deadlines are those from Site::now on; a reader's own
/// day is the script's business.
void add_home(const model::Site& site, const Words& words, View& view);

}  // namespace thidua::render
