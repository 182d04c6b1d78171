// A schema made ready for checking: references followed, patterns compiled, names of types turned into bits.
//
// It knows the keywords of JSON Schema draft-07 that our schemas use and no others; a test holds the schemas to these
// and compares the verdicts with those of valijson.
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "content/value.hpp"

namespace re2 {
class RE2;
}

namespace thidua::content {

/// What a value may be, as bits.
enum Type : unsigned { kNull = 1, kBoolean = 2, kInteger = 4, kFraction = 8, kText = 16, kList = 32, kObject = 64 };

/// A whole number is an integer; 90.0 is none, as it was not written like one.
Type type_of(const Value& value);

struct Shape;

struct Property {
  std::string_view name;
  const Shape* shape;
  bool required;
};

/// One schema or part of one. A limit that it does not set never holds anything back.
struct Shape {
  const Value* node = nullptr;  ///< what it was made of, for its words
  unsigned types = ~0U;
  std::vector<Property> properties;   ///< in the order of the schema, at most 64
  const Shape* others = nullptr;      ///< of members that are no property; null: any
  bool closed = false;                ///< there may be no such members
  const Shape* items = nullptr;       ///< of the elements of a list; null: any
  std::vector<const Value*> choices;  ///< the only values allowed, plain ones; empty: any
  std::shared_ptr<const re2::RE2> pattern;
  std::size_t min_length = 0, max_length = std::numeric_limits<std::size_t>::max();  ///< in code points
  std::size_t min_items = 0, max_items = std::numeric_limits<std::size_t>::max();
  double minimum = -std::numeric_limits<double>::infinity(), maximum = std::numeric_limits<double>::infinity();
};

/// All shapes of one schema, which outlives them.
class Shapes {
 public:
  /// The schema is one of our own: a wrong one ends the program where assertions are on.
  explicit Shapes(const Value& schema);
  ~Shapes();

  const Shape& root() const { return *root_; }

 private:
  const Shape* shape_of(const Value& node);
  void read(const Value& node, Shape& shape);
  void read_object(const Value& node, Shape& shape);

  const Value& schema_;
  std::map<const Value*, std::unique_ptr<Shape>> all_;
  std::map<std::string_view, std::shared_ptr<const re2::RE2>> patterns_;
  const Shape* root_;
};

}  // namespace thidua::content
