// The published record as a file of the site, which the next build compares with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/records/published.hpp"

namespace thidua::data {

/// Its path in the output.
inline constexpr std::string_view kPublishedRecord = "du-lieu/cong-bo.json";

/// JSON, one line per record, in the order of the keys: {"version": 1, "records": {"<campaign>/results/<file>": {…}}}.
std::string to_json(const model::Published& published);

/// Empty where the text is no such record.
std::optional<model::Published> parse_published(std::string_view json);

}  // namespace thidua::data
