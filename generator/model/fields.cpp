#include "model/fields.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "content/limits.hpp"

namespace thidua::model {

using content::Value;

std::optional<std::size_t> Index::find(const std::string& id) const {
  const auto at = positions_.find(id);
  return at == positions_.end() ? std::nullopt : std::optional(at->second);
}

std::string Index::nearest(const std::string& id) const {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, id.size() / 3) + 1;
  for (const auto& [known, position] : positions_) {
    const std::size_t distance = base::edit_distance(id, known);
    if (distance < best_distance || (distance == best_distance && !best.empty() && known < best)) {
      best = known;
      best_distance = distance;
    }
  }
  return best;
}

std::optional<bool> Index::is_invented(std::size_t position) const {
  return position < invented_.size() ? std::optional<bool>(invented_[position]) : std::nullopt;
}

bool Index::is_excused(std::string_view id) const {
  return std::any_of(excused_.begin(), excused_.end(), [&](const std::string& known) {
    return id.starts_with(known) && (id.size() == known.size() || id[known.size()] == '/' || id[known.size()] == '#');
  });
}

void Reading::report(Code code, Place at, std::vector<std::string> args) {
  if (findings < content::kMaxFindings) diagnostics.add(code, std::move(at), std::move(args));
  if (findings == content::kMaxFindings)
    diagnostics.add(Code::too_many_findings, {file}, {std::to_string(content::kMaxFindings)});
  ++findings;
}

std::string Fields::text(std::string_view key) const {
  const Value* value = object_->find(key);
  return value != nullptr && value->is_string() ? value->as_string() : std::string();
}

bool Fields::flag(std::string_view key) const {
  const Value* value = object_->find(key);
  return value != nullptr && value->is_bool() && value->as_bool();
}

std::optional<double> Fields::number(std::string_view key) const {
  const Value* value = object_->find(key);
  return value != nullptr && value->is_number() ? std::optional(value->as_number().value()) : std::nullopt;
}

std::optional<int> Fields::integer(std::string_view key) const {
  const auto value = number(key);
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::string Fields::spelling(std::string_view key) const {
  const Value* value = object_->find(key);
  return value != nullptr && value->is_number() ? value->as_number().spelling : text(key);
}

double Fields::quantity(std::string_view key) const {
  const std::string written = spelling(key);
  const std::size_t slash = written.find('/');
  if (slash == std::string::npos) return number(key).value_or(0);
  int parts = 0, whole = 0;
  std::from_chars(written.data(), written.data() + slash, parts);
  std::from_chars(written.data() + slash + 1, written.data() + written.size(), whole);
  return whole == 0 ? 0 : static_cast<double>(parts) / whole;
}

std::vector<int> Fields::integers(std::string_view key) const {
  std::vector<int> out;
  const Value* value = object_->find(key);
  if (value == nullptr || !value->is_array()) return out;
  for (const Value& item : value->as_array()) {
    if (item.is_number()) out.push_back(static_cast<int>(item.as_number().value()));
  }
  return out;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  std::vector<std::string> out;
  const Value* value = object_->find(key);
  if (value == nullptr || !value->is_array()) return out;
  for (const Value& item : value->as_array()) {
    if (item.is_string()) out.push_back(item.as_string());
  }
  return out;
}

std::optional<Date> Fields::date(std::string_view key) const {
  const std::string written = text(key);
  if (written.empty()) return std::nullopt;
  const auto date = parse_date(written);
  if (!date) report(Code::impossible_date, key, {written});
  return date;
}

std::optional<Moment> Fields::moment(std::string_view key) const {
  const std::string written = text(key);
  if (written.empty()) return std::nullopt;
  const auto moment = parse_moment(written);
  if (!moment) report(Code::impossible_moment, key, {written});
  return moment;
}

Visibility Fields::visibility() const {
  const Visibility out{moment("publish_at"), moment("expire_at")};
  if (out.publish_at && out.expire_at && *out.expire_at <= *out.publish_at)
    report(Code::expires_before_publication, "expire_at", {text("expire_at"), text("publish_at")});
  return out;
}

Period Fields::period(std::string_view from_key, std::string_view to_key) const {
  const auto from = date(from_key);
  const auto to = date(to_key);
  if (from && to && to->last_day() < from->first_day()) {
    report(Code::end_before_start, to_key, {to_string(*to), to_string(*from)});
  }
  return {from.value_or(Date{}), to.value_or(Date{})};
}

std::optional<std::size_t> Fields::resolve(const Value& value, const Index& index) const {
  const auto position = index.find(value.as_string());
  if (!position && !index.is_excused(value.as_string())) {
    reading_->report(index.code(), reading_->place(value.at),
                     {value.as_string(), suggestion(value.as_string(), index)});
  }
  const std::optional<bool> invented = position ? index.is_invented(*position) : std::nullopt;
  if (invented && reading_->invented && *invented != *reading_->invented)
    reading_->report(Code::real_and_invented, reading_->place(value.at), {value.as_string()});
  return position;
}

std::string Fields::suggestion(const std::string& id, const Index& index) const {
  constexpr int kMaxSuggestions = 20;  // for one file; none for what others wrote, of which there may be any number
  if (reading_->place({}).is_pulled()) return {};
  return ++reading_->suggestions <= kMaxSuggestions ? index.nearest(id) : std::string();
}

std::optional<std::size_t> Fields::reference(std::string_view key, const Index& index) const {
  const Value* value = object_->find(key);
  return value != nullptr && value->is_string() ? resolve(*value, index) : std::nullopt;
}

std::vector<std::size_t> Fields::references(std::string_view key, const Index& index) const {
  const Value* value = object_->find(key);
  return value != nullptr && value->is_array() ? references_in(*value, index) : std::vector<std::size_t>();
}

std::vector<std::size_t> Fields::references_in(const Value& list, const Index& index) const {
  std::vector<std::size_t> out;
  for (const Value& item : list.as_array()) {
    if (!item.is_string()) continue;
    if (const auto position = resolve(item, index)) out.push_back(*position);
  }
  return out;
}

void Fields::each(std::string_view key, const std::function<void(const Fields&)>& use) const {
  const Value* value = object_->find(key);
  if (value == nullptr || !value->is_array()) return;
  for (const Value& item : value->as_array()) {
    if (item.is_object()) use(Fields(item, *reading_));
  }
}

void Fields::report(Code code, std::string_view key, std::vector<std::string> args) const {
  const Value* value = object_->find(key);
  reading_->report(code, reading_->place(value != nullptr ? value->at : object_->at), std::move(args));
}

}  // namespace thidua::model
