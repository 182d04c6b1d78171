// The published record as a file of the site, which the next build compares with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/records/published.hpp"

namespace thidua::data {

/// Its path in the output.
inline constexpr std::string_view kPublishedRecord = "du-lieu/cong-bo.json";

/// JSON, one line per decision, award, score, acknowledgement or correction, in the order of the keys: {"version": 2,
/// "records": {"<campaign>/results/<file>": {"illustrative": true, "values": {…}, "acknowledgements": […],
/// "corrections": […]}}}. `illustrative` stands only with records of a fictional locality.
std::string to_json(const model::Published& published);

/// Empty where the text is no such record. Reads version 1 too, in which a file held its values and nothing else.
std::optional<model::Published> parse_published(std::string_view json);

}  // namespace thidua::data
