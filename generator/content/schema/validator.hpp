// The JSON Schema validator (draft-07, valijson) behind an interface of our own: what is wrong where, as values instead
// of prose.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/value.hpp"

namespace thidua::content {

enum class Fault {
  missing_field,
  unknown_key,
  wrong_type,
  not_one_of,
  wrong_form,
  too_short,
  too_long,
  too_small,
  too_large,
  too_few_items,
  too_many_items,
};

struct Finding {
  Fault fault;
  std::vector<std::string> path;  ///< keys and indices (from 0) that lead from the root to the value
  std::string field;              ///< missing_field: its name
};

/// One schema. May be used from several threads at once.
class Validator {
 public:
  /// The schema is one of our own: a wrong one ends the program.
  explicit Validator(const Value& schema);
  ~Validator();

  /// What does not fit, in the order of the schema. An object with several unknown keys is one finding. Empty only
  /// where the value fits.
  std::vector<Finding> findings(const Value& value) const;

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace thidua::content
