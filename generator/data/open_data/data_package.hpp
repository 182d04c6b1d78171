// du-lieu/datapackage.json: the plain CSVs as a Data Package (specs.frictionlessdata.io), which data tools load in one
// go.
#pragma once

#include <string>

#include "model/site.hpp"
#include "render/words.hpp"
#include "routes/open_data.hpp"

namespace thidua::data {

/// Valid for versions 1 and 2 of the specification. Names no licence where the site states none.
std::string data_package(const model::SiteInfo& info, const routes::WrittenTables& written, const render::Words& words);

}  // namespace thidua::data
