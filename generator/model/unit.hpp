// Localities and their units: offices, blocks of them, and the authorities that decide.
#pragma once

#include <optional>
#include <string>

#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/date.hpp"
#include "model/vocabulary.hpp"

namespace thidua::model {

/// Position in Site::units.
using UnitIndex = std::size_t;

struct Locality {
  std::string id;  ///< the slug: sa-pa
  std::string name;
  Level level = Level::district;
  bool illustrative = false;    ///< a fictional place
  content::OriginIndex origin;  ///< position in Site::origins
};

struct Successor {
  UnitIndex unit = 0;
  Date from;
};

struct Unit {
  std::string id;  ///< <locality>/<unit>
  std::string name;
  std::string sort_name;  ///< what lists are ordered by; the name, unless the author says otherwise
  UnitKind kind = UnitKind::unit;
  Level level = Level::district;
  std::size_t locality = 0;  ///< position in Site::localities
  std::optional<UnitIndex> block, parent;
  std::optional<Successor> successor;
  Place place;
};

}  // namespace thidua::model
