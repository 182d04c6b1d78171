// The files of open data: each table as CSV, as CSV for Excel, as JSON and its schema; and what describes them all to
// programs.
#pragma once

#include <functional>
#include <string>

#include "model/site.hpp"
#include "render/words.hpp"
#include "routes/open_data.hpp"
#include "routes/routes.hpp"

namespace thidua::data {

using TakeFile = std::function<void(const std::string& path, const std::string& bytes)>;

/// All files of open data.
routes::WrittenTables write_open_data(const model::Site& site, const routes::Routes& routes, const render::Words& words,
                                      const TakeFile& take);

}  // namespace thidua::data
