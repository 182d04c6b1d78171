#include "content/schema/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/schema/schema_node.hpp"
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

using Path = std::vector<std::string>;

/// What may be said of a value once only: the first in this order that was found.
bool is_about_value(Fault fault) { return fault != Fault::missing_field && fault != Fault::unknown_key; }

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

std::string limit(const Value& node, std::string_view keyword) { return spelled(*node.find(keyword)); }

/// Turns the findings of one file into diagnostics.
class Translation {
 public:
  Translation(const Value& schema, const Value& value, const std::string& file, Diagnostics& diagnostics)
      : schema_(schema), value_(value), file_(file), diagnostics_(diagnostics) {}

  void report(const std::vector<Finding>& findings) {
    // 1. Misspelt keys first: the field that such a key stands for is not missing. 2. Of what is wrong with one value,
    // the gravest. 3. The rest.
    for (const Finding& finding : findings) {
      if (finding.fault == Fault::unknown_key) report_unknown(finding.path);
      if (is_about_value(finding.fault)) keep_gravest(finding);
    }
    for (const auto& [path, fault] : faults_) report_value(path, fault);
    for (const Finding& finding : findings) {
      if (finding.fault == Fault::missing_field) report_missing(finding);
    }
  }

 private:
  bool full() const { return count_ > kMaxFindings; }

  void add(Code code, Position at, std::vector<std::string> args) {
    if (full()) return;
    diagnostics_.add(code, place_of(file_, at), std::move(args));
    ++count_;
  }

  const Value* node(const Path& path) const {
    const Value* at = resolve(schema_, &schema_);
    for (const std::string& step : path) at = descend(schema_, at, step);
    return at;
  }

  const Value& value(const Path& path) const {
    const Value* at = &value_;
    for (const std::string& step : path) {
      at = child(*at, step);
      assert(at != nullptr && "valijson found something there");
    }
    return *at;
  }

  /// The last key on the way; an element of a list goes by the list's, the whole by the file's name.
  std::string label(const Path& path) const {
    const Value* at = &value_;
    std::string name = file_.substr(file_.rfind('/') + 1);
    for (const std::string& step : path) {
      if (at->is_object()) name = step;
      at = child(*at, step);
    }
    return name;
  }

  void keep_gravest(const Finding& finding) {
    if (faults_.size() > kMaxFindings) return;
    const auto [known, added] = faults_.try_emplace(finding.path, finding.fault);
    if (!added) known->second = std::min(known->second, finding.fault);
  }

  void report_unknown(const Path& path) {
    if (full()) return;
    const std::vector<std::string_view> names = property_names(node(path));
    const Value& object = value(path);
    std::vector<std::string_view> unused;
    std::copy_if(names.begin(), names.end(), std::back_inserter(unused),
                 [&](std::string_view name) { return object.find(name) == nullptr; });
    if (unused.empty()) unused = names;
    for (const Member& member : object.as_object()) {
      if (full()) return;
      if (std::find(names.begin(), names.end(), member.key) == names.end()) report_unknown(path, member, unused);
    }
  }

  void report_unknown(const Path& path, const Member& member, const std::vector<std::string_view>& unused) {
    const std::string_view meant = nearest(member.key, unused);
    if (meant.empty()) return add(Code::unknown_key, member.at, {member.key, quoted_list(unused)});
    add(Code::misspelt_key, member.at, {member.key, std::string(meant)});
    misspelt_.emplace(path, meant);
  }

  void report_missing(const Finding& finding) {
    if (misspelt_.contains({finding.path, finding.field})) return;
    add(Code::missing_field, value(finding.path).at, {finding.field});
  }

  void report_value(const Path& path, Fault fault) {
    const Value& seen = value(path);
    const Value& rule = *node(path);
    switch (fault) {
      case Fault::wrong_type:
        return report_type(path, seen, rule);
      case Fault::not_one_of:
        return add(Code::not_one_of, seen.at, {label(path), spelled(seen), allowed_values(rule)});
      case Fault::wrong_form:
        return report_form(path, seen, rule);
      case Fault::too_short:
        return add(Code::too_short, seen.at, {label(path), limit(rule, "minLength")});
      case Fault::too_long:
        return add(Code::too_long, seen.at,
                   {label(path), limit(rule, "maxLength"), std::to_string(base::count_code_points(seen.as_string()))});
      case Fault::too_small:
        return add(Code::too_small, seen.at, {label(path), limit(rule, "minimum")});
      case Fault::too_large:
        return add(Code::too_large, seen.at, {label(path), limit(rule, "maximum")});
      case Fault::too_few_items:
        return add(Code::too_few_items, seen.at, {label(path), limit(rule, "minItems")});
      case Fault::too_many_items:
        return add(Code::too_many_items, seen.at, {label(path), limit(rule, "maxItems")});
      case Fault::missing_field:
      case Fault::unknown_key:
        return;
    }
  }

  void report_type(const Path& path, const Value& seen, const Value& rule) {
    const Words wanted = allowed_types(*rule.find("type")), got = kind_of(seen);
    add(Code::wrong_type, seen.at, {label(path), wanted.english, got.english, wanted.vietnamese, got.vietnamese});
  }

  void report_form(const Path& path, const Value& seen, const Value& rule) {
    const std::string& pattern = rule.find("pattern")->as_string();
    const Value* description = rule.find("description");
    const std::string& fallback = description == nullptr ? pattern : description->as_string();
    const Words words = describe_pattern(pattern).value_or(Words{fallback, fallback});
    add(Code::wrong_form, seen.at, {label(path), words.english, words.vietnamese});
  }

  const Value& schema_;
  const Value& value_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::map<Path, Fault> faults_;
  std::set<std::pair<Path, std::string>> misspelt_;
  std::size_t count_ = 0;
};

}  // namespace

Schema::Schema(std::string_view text) : tree_(parsed(text)), validator_(tree_) {}

bool Schema::check(const Value& value, const std::string& file, Diagnostics& diagnostics) const {
  const std::vector<Finding> findings = validator_.findings(value);
  Translation(tree_, value, file, diagnostics).report(findings);
  return findings.empty();
}

}  // namespace thidua::content
