#include "render/words.hpp"

#include <algorithm>
#include <array>

#include "routes/routes.hpp"

namespace thidua::render {
namespace {

using model::Precision;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Splits a clause's path at its dots.
std::vector<std::string_view> components(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    out.push_back(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return out;
}

/// The number behind the first letter: 2 for p2, -2, +2; empty where there is none.
std::string_view count_of(std::string_view component) {
  return component.size() > 1 && all_digits(component.substr(1)) ? component.substr(1) : std::string_view();
}

}  // namespace

std::string dialled(std::string_view phone) {
  std::string out;
  for (const char c : phone) {
    if ((c >= '0' && c <= '9') || (c == '+' && out.empty())) out += c;
  }
  return out;
}

std::string Words::fill(std::string_view key,
                        std::initializer_list<std::pair<std::string_view, std::string>> values) const {
  const std::string form = get(key);
  std::string out;
  std::string_view rest = form;
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    out += rest.substr(0, open);
    rest.remove_prefix(open);
    const auto* value = std::find_if(values.begin(), values.end(), [&](const auto& named) {
      return rest.substr(1).starts_with(named.first) && rest.substr(1 + named.first.size()).starts_with('}');
    });
    out += value == values.end() ? rest.substr(0, 1) : std::string_view(value->second);
    rest.remove_prefix(value == values.end() ? 1 : value->first.size() + 2);
  }
  return out.append(rest);
}

std::string Words::date(const model::Date& date) const {
  const std::string year = std::to_string(date.year);
  // Official letters pad days below 10 and the months 1 and 2 (Decree 30/2020/NĐ-CP on records work).
  const auto padded = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string month = date.month < 3 ? padded(date.month) : std::to_string(date.month);
  switch (date.precision) {
    case Precision::year:
      return fill("date.year", {{"year", year}});
    case Precision::quarter: {
      constexpr std::array<const char*, 5> kRoman = {"", "I", "II", "III", "IV"};
      return fill("date.quarter", {{"quarter", kRoman[static_cast<std::size_t>(date.quarter)]}, {"year", year}});
    }
    case Precision::month:
      return fill("date.month", {{"month", month}, {"year", year}});
    case Precision::day:
      break;
  }
  return fill("date.day", {{"day", padded(date.day)}, {"month", month}, {"year", year}});
}

View Words::date_view(const model::Date& value) const {
  View machine = value.precision == Precision::quarter ? View(false) : View(model::to_string(value));
  return object("text", date(value), "machine", std::move(machine));
}

std::string Words::number(std::string_view spelling) const {
  const std::size_t dot = std::min(spelling.find('.'), spelling.size());
  const std::string_view whole = spelling.substr(0, dot);
  if (!all_digits(whole)) return std::string(spelling);
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += get("number.group");
    out += whole[i];
  }
  if (dot < spelling.size()) out += get("number.decimal") + std::string(spelling.substr(dot + 1));
  return out;
}

std::string Words::amount(std::string_view spelling, std::string_view unit) const {
  std::string value = number(spelling);
  if (!unit.empty() && unit.front() != '%') value += ' ';  // a percent sign stands at its number
  return value + std::string(unit);
}

std::string Words::delegated(std::string_view key, const model::Units& to, const std::string& by) const {
  if (to.empty() && by.empty()) return get("given.delegated");
  const char* form = to.empty() ? ".delegated_by" : by.empty() ? ".delegated_to" : ".delegated";
  return fill(std::string(key) + form, {{"to", unit_names(to)}, {"by", by}});
}

std::string Words::count(const model::GivenNumber& given) const {
  if (given.is == model::CountKind::delegated) return delegated("count", given.to, given.by);
  return fill("count." + std::string(model::name_of(given.is)), {{"value", number(given.spelling)}});
}

std::string Words::bound(model::Comparator comparator, std::string_view spelling, std::string_view unit) const {
  return fill("count." + std::string(model::name_of(comparator)), {{"value", amount(spelling, unit)}});
}

std::string Words::period(const model::Period& period) const {
  const std::string from = model::to_string(period.from);
  const std::string to = model::to_string(period.to);
  if (from == to) return date(period.from);
  const bool years = period.from.precision == Precision::year && period.to.precision == Precision::year;
  if (years) return fill("period.years", {{"from", from}, {"to", to}});
  return fill("period.dates", {{"from", date(period.from)}, {"to", date(period.to)}});
}

const std::string& Words::clause_label(std::string_view path) const {
  const auto known = clause_labels_.find(path);
  if (known != clause_labels_.end()) return known->second;
  return clause_labels_.emplace(path, make_clause_label(path)).first->second;
}

std::string Words::make_clause_label(std::string_view path) const {
  std::string label;
  bool named = false;  // the first component says what it is
  for (std::string_view component : components(path)) {
    const std::size_t repeat = component.find('~');
    const std::string_view times = repeat == std::string_view::npos ? std::string_view() : component.substr(repeat + 1);
    component = component.substr(0, repeat);
    const std::string_view count = count_of(component);
    const bool item = !count.empty() && std::string_view("-+*ph").find(component[0]) != std::string_view::npos;
    std::string piece(component);
    if (item) {
      const char* key = component[0] == '-'   ? "clause.dash"
                        : component[0] == '+' ? "clause.plus"
                        : component[0] == '*' ? "clause.star"
                        : component[0] == 'p' ? "clause.paragraph"
                                              : "clause.heading";
      piece = fill(key, {{"number", std::string(count)}});
    } else if (component == "preamble" || component == "closing" || component == "recipients" ||
               component == "signature") {
      piece = get("clause." + std::string(component));
    } else if (component.starts_with("dieu-")) {
      piece = fill("clause.article", {{"number", std::string(component.substr(5))}});
    } else if (component.starts_with("chuong-")) {
      piece = fill("clause.chapter", {{"number", std::string(component.substr(7))}});
    }
    if (label.empty())
      named = item || piece != component;
    else
      label += item || label.back() == ')' ? ", " : ".";
    label += times.empty() ? piece : piece + fill("clause.repeated", {{"number", std::string(times)}});
  }
  return named ? label : fill("clause.numbered", {{"path", label}});
}

std::string Words::unit_names(const model::Units& units) const {
  std::string out;
  for (const model::UnitIndex unit : units) out += (out.empty() ? "" : ", ") + site_.units[unit].name;
  return out;
}

View Words::unit_links(const model::Units& units) const {
  return list_of(units, [&](model::UnitIndex i) {
    return object("name", borrow(site_.units[i].name), "href", routes::unit_url(site_.units[i]));
  });
}

std::string Words::clause_name(const model::Campaign& campaign, const model::ClauseRef& clause) const {
  const model::Document& document = campaign.documents[clause.document];
  const std::string& label = clause_label(document.clauses[clause.clause].path);
  return clause.document == 0 ? label : fill("clause.in_document", {{"document", document.name}, {"clause", label}});
}

View Words::clause_links(const model::Campaign& campaign, const model::Clauses& clauses) const {
  const std::string plan = routes::campaign_part_url(campaign, routes::PageKind::plan);
  return list_of(clauses, [&](const model::ClauseRef& ref) {
    const std::string& path = campaign.documents[ref.document].clauses[ref.clause].path;
    return object("label", ref.document == 0 ? borrow(clause_label(path)) : View(clause_name(campaign, ref)), "href",
                  plan + "#" + routes::clause_anchor(campaign, ref));
  });
}

View Words::origin_view(const content::Origin* origin) const {
  if (origin == nullptr) return false;
  return object("name", borrow(origin->name), "authority", borrow(origin->authority), "url", borrow(origin->url), "day",
                date_view(model::parse_date(origin->day)));
}

}  // namespace thidua::render
