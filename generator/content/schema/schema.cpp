#include "content/schema/schema.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/schema/words.hpp"
#include "content/syntax/json_reader.hpp"
#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

Value parsed(std::string_view text) {
  Diagnostics diagnostics;
  std::optional<Value> schema = read_json(text, "schema", diagnostics);
  assert(schema && "the schemas are part of the program");
  return schema ? std::move(*schema) : Value{};
}

/// The known name that was meant by an unknown one, which differs from it by a slip or two; empty where none does.
std::string_view nearest(const std::string& key, const std::vector<std::string_view>& names) {
  const std::size_t length = base::count_code_points(key);
  std::size_t best = std::max<std::size_t>(1, std::min<std::size_t>(3, length / 3)) + 1;
  std::string_view found;
  for (std::string_view name : names) {
    const std::size_t gap = name.size() > length ? name.size() - length : length - name.size();
    if (gap >= best) continue;
    const std::size_t distance = base::edit_distance(key, name);
    if (distance < best) {
      best = distance;
      found = name;
    }
  }
  return found;
}

std::string quoted_list(const std::vector<std::string_view>& names) {
  return fmt::format("`{}`", fmt::join(names, "`, `"));
}

/// A value of a schema or a file, as it is written.
std::string spelled(const Value& value) {
  if (value.is_string()) return value.as_string();
  if (value.is_number()) return value.as_number().spelling;
  if (value.is_bool()) return value.as_bool() ? "true" : "false";
  return value.is_null() ? "null" : "…";
}

std::string allowed_values(const Value& node) {
  if (const Value* only = node.find("const")) return fmt::format("`{}`", spelled(*only));
  std::string all;
  for (const Value& choice : node.find("enum")->as_array()) {
    all += fmt::format("{}`{}`", all.empty() ? "" : ", ", spelled(choice));
  }
  return all;
}

bool same(const Value& a, const Value& b) {
  if (type_of(a) != type_of(b)) return false;
  if (a.is_string()) return a.as_string() == b.as_string();
  if (a.is_number()) return std::equal_to<>()(a.as_number().value(), b.as_number().value());
  return a.is_bool() ? a.as_bool() == b.as_bool() : a.is_null();
}

bool longer_than(std::string_view text, std::size_t code_points) {
  return text.size() > code_points && base::count_code_points(text) > code_points;
}

bool shorter_than(std::string_view text, std::size_t code_points) {
  return text.size() < 4 * code_points && base::count_code_points(text) < code_points;
}

/// Checks one file. Of what is wrong with a value itself only the first is said.
class Check {
 public:
  Check(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  /// `label` names the value: its key; for an element of a list the list's; for the whole the file's name.
  void value(const Value& seen, const Shape& shape, std::string_view label) {
    const Type type = type_of(seen);
    if ((type & shape.types) == 0) return report_type(seen, shape, label);
    if (!shape.choices.empty() && !is_one_of(seen, shape.choices))
      return add(Code::not_one_of, seen.at, {std::string(label), spelled(seen), allowed_values(*shape.node)});
    if (type == kText) return text(seen, shape, label);
    if (type == kObject) return object(seen, shape, label);
    if (type == kList) return list(seen, shape, label);
    if (type == kInteger || type == kFraction) number(seen, shape, label);
  }

  bool passed() const { return count_ == 0; }

 private:
  bool full() const { return count_ > kMaxFindings; }

  void add(Code code, Position at, std::vector<std::string> args) {
    if (full()) return;
    diagnostics_.add(code, place_of(file_, at), std::move(args));
    ++count_;
  }

  /// A limit that does not hold, as it is written in the schema.
  void add_limit(Code code, const Value& seen, const Shape& shape, std::string_view label, std::string_view keyword) {
    add(code, seen.at, {std::string(label), spelled(*shape.node->find(keyword))});
  }

  static bool is_one_of(const Value& seen, const std::vector<const Value*>& choices) {
    return std::any_of(choices.begin(), choices.end(), [&](const Value* choice) { return same(seen, *choice); });
  }

  void text(const Value& seen, const Shape& shape, std::string_view label) {
    const std::string& text = seen.as_string();
    if (shape.pattern != nullptr && !re2::RE2::PartialMatch(text, *shape.pattern))
      return report_form(seen, *shape.node, label);
    const bool blank = shape.min_length > 0 && base::is_blank(text);
    if (blank || shorter_than(text, shape.min_length))
      return add_limit(Code::too_short, seen, shape, label, "minLength");
    if (longer_than(text, shape.max_length))
      add(Code::too_long, seen.at,
          {std::string(label), spelled(*shape.node->find("maxLength")), std::to_string(base::count_code_points(text))});
  }

  void number(const Value& seen, const Shape& shape, std::string_view label) {
    const double number = seen.as_number().value();
    if (number < shape.minimum) return add_limit(Code::too_small, seen, shape, label, "minimum");
    if (number > shape.maximum) add_limit(Code::too_large, seen, shape, label, "maximum");
  }

  void list(const Value& seen, const Shape& shape, std::string_view label) {
    const Value::Array& elements = seen.as_array();
    if (elements.size() < shape.min_items) add_limit(Code::too_few_items, seen, shape, label, "minItems");
    if (elements.size() > shape.max_items) add_limit(Code::too_many_items, seen, shape, label, "maxItems");
    if (shape.items == nullptr) return;
    for (const Value& element : elements) {
      if (full()) return;
      value(element, *shape.items, label);
    }
  }

  void object(const Value& seen, const Shape& shape, std::string_view) {
    std::uint64_t present = 0;  // a bit for each property
    std::vector<const Member*> unknown;
    std::size_t next = 0;  // files mostly keep to the schema's order
    for (const Member& member : seen.as_object()) {
      if (full()) return;
      const std::size_t at = place_of_property(shape, member.key, next);
      if (at < shape.properties.size()) {
        present |= std::uint64_t{1} << at;
        next = at + 1;
        value(member.value, *shape.properties[at].shape, member.key);
      } else if (shape.closed) {
        unknown.push_back(&member);
      } else if (shape.others != nullptr) {
        value(member.value, *shape.others, member.key);
      }
    }
    if (!unknown.empty()) report_unknown(unknown, shape, present);
    for (std::size_t i = 0; i < shape.properties.size(); ++i) {
      const bool missing = shape.properties[i].required && (present >> i & 1U) == 0;
      if (missing) add(Code::missing_field, seen.at, {std::string(shape.properties[i].name)});
    }
  }

  /// Looks from `hint` on first; the number of properties where none has the name.
  static std::size_t place_of_property(const Shape& shape, std::string_view name, std::size_t hint) {
    const std::size_t count = shape.properties.size();
    for (std::size_t i = hint; i < count; ++i) {
      if (shape.properties[i].name == name) return i;
    }
    for (std::size_t i = 0; i < hint; ++i) {
      if (shape.properties[i].name == name) return i;
    }
    return count;
  }

  /// A key that is nearly one of the properties counts as that property, which is then not missing.
  void report_unknown(const std::vector<const Member*>& unknown, const Shape& shape, std::uint64_t& present) {
    std::vector<std::string_view> names, unused;
    for (std::size_t i = 0; i < shape.properties.size(); ++i) {
      names.push_back(shape.properties[i].name);
      if ((present >> i & 1U) == 0) unused.push_back(names.back());
    }
    if (unused.empty()) unused = names;
    for (const Member* member : unknown) {
      if (full()) return;
      const std::string_view meant = nearest(member->key, unused);
      if (meant.empty()) {
        add(Code::unknown_key, member->at, {member->key, quoted_list(unused)});
        continue;
      }
      add(Code::misspelt_key, member->at, {member->key, std::string(meant)});
      present |= std::uint64_t{1} << place_of_property(shape, meant, 0);
    }
  }

  void report_type(const Value& seen, const Shape& shape, std::string_view label) {
    const Words wanted = allowed_types(*shape.node->find("type")), got = kind_of(seen);
    add(Code::wrong_type, seen.at,
        {std::string(label), wanted.english, got.english, wanted.vietnamese, got.vietnamese});
  }

  void report_form(const Value& seen, const Value& rule, std::string_view label) {
    const std::string& pattern = rule.find("pattern")->as_string();
    const Value* description = rule.find("description");
    const std::string& fallback = description == nullptr ? pattern : description->as_string();
    const Words words = describe_pattern(pattern).value_or(Words{fallback, fallback});
    add(Code::wrong_form, seen.at, {std::string(label), words.english, words.vietnamese});
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace

Schema::Schema(std::string_view text) : tree_(parsed(text)), shapes_(tree_) {}

bool Schema::check(const Value& value, const std::string& file, Diagnostics& diagnostics) const {
  Check check(file, diagnostics);
  check.value(value, shapes_.root(), std::string_view(file).substr(file.rfind('/') + 1));
  return check.passed();
}

}  // namespace thidua::content
