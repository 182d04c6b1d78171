// The schemas of generator/schemas/, as part of the program (the build makes the .cpp from the files).
#pragma once

#include <span>
#include <string_view>

namespace thidua::content {

struct EmbeddedSchema {
  std::string_view name;  ///< "campaign" for campaign.schema.json
  std::string_view text;
};

/// In the order of their names.
std::span<const EmbeddedSchema> embedded_schemas();
/// The text of the schema of that name, which is one of them.
std::string_view schema_text(std::string_view name);

}  // namespace thidua::content
