// The text of a practice -> its parts, by its headings.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "model/articles/article.hpp"

namespace thidua::model {

struct CutPractice {
  Text lead;  ///< what stands before the first heading
  PracticeParts parts;
  bool all_known = true;  ///< each heading names a part
};

/// Cuts at headings of the first two levels (`## Kết quả`), which may be written without tone marks and in any case.
/// Reports a heading that names no part, and a part that stands twice. Definitions of links serve every part.
CutPractice cut_practice(const Text& body, const std::string& file, Diagnostics& diagnostics);

/// The heading of a part, as the office writes it.
std::string_view heading_of(PracticePart part);

}  // namespace thidua::model
