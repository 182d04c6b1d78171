// The JSON Schema (draft-07) of a table's JSON file.
#pragma once

#include <string>

#include "render/words.hpp"
#include "routes/open_data.hpp"

namespace thidua::data {

/// An array of objects that have every column and no other member; what may be empty may be null.
std::string row_schema(const routes::Table& table, const render::Words& words);

}  // namespace thidua::data
