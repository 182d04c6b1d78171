// What of the records must not change silently once it is published: decisions, awards and scores, as plain text.
#pragma once

#include <map>
#include <string>

#include "model/site.hpp"

namespace thidua::model {

/// Fields and their values as written: {"points": "93.5", "maximum": "100"}. An absent one is no field.
using PublishedFields = std::map<std::string, std::string>;

/// One file of records: what it holds by the id of an award, `decision`, or the id of a unit.
using PublishedFile = std::map<std::string, PublishedFields>;

/// By campaign and file: "ha-tinh-2025/results/hang-nam", "ha-tinh-2025/scores/2024".
using Published = std::map<std::string, PublishedFile>;

/// Only what is to be seen.
Published published(const Site& site);

/// The key in Published of one file.
std::string published_key(const Campaign& campaign, const Result& result);
std::string published_key(const Campaign& campaign, const ScoreTable& table);

}  // namespace thidua::model
