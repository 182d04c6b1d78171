// Which template shows which kind of page.
#pragma once

#include <string>

#include "routes/routes.hpp"

namespace thidua::render {

/// The template of each kind of page, which is also the name of its title among the strings.
std::string template_of(routes::PageKind kind);

}  // namespace thidua::render
