// The shape that a file or a front matter must have: a JSON Schema, and what breaks it as diagnostics.
#pragma once

#include <string>
#include <string_view>

#include "content/schema/shape.hpp"
#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// One schema of our own. May be used from several threads at once.
class Schema {
 public:
  /// `text` is JSON and a schema with the keywords that the tests allow; anything else ends the program.
  explicit Schema(std::string_view text);
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;

  /// Whether `value`, read from `file`, fits. Reports one diagnostic per cause, at the value or key that is wrong, and
  /// at most a few more than are shown for one file.
  bool check(const Value& value, const std::string& file, Diagnostics& diagnostics) const;

 private:
  Value tree_;
  Shapes shapes_;  ///< of the tree
};

}  // namespace thidua::content
