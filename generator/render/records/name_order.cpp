#include "render/records/name_order.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/audit/case.hpp"

namespace thidua::render {
namespace {

/// An entry and what it is ordered by.
struct Named {
  std::string key;
  View view;
};

/// "Nguyễn Văn An" as "An Văn Nguyễn".
std::string given_name_first(std::string_view name) {
  std::string out;
  for (std::size_t end = name.size(); end > 0;) {
    const std::size_t space = name.find_last_of(' ', end - 1);
    const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
    if (start < end) out.append(out.empty() ? "" : " ").append(name.substr(start, end - start));
    end = start == 0 ? 0 : start - 1;
  }
  return out;
}

std::string order_of(const model::Site& site, const model::Award& award) {
  if (!award.sort_name.empty()) return base::sort_key(award.sort_name);
  if (award.name.empty()) return base::sort_key(site.units[award.unit].sort_name);
  return base::sort_key(award.recipient == model::RecipientKind::individual ? given_name_first(award.name)
                                                                            : award.name);
}

View entry_of(const CampaignContext& c, const model::Result& result, const model::Award& award) {
  const std::string& unit = c.site.units[award.unit].name;
  const int year = result.year.value_or(result.decision.date.year);
  return object("name", award.name.empty() ? unit : award.name, "of", award.name.empty() ? View(false) : borrow(unit),
                "form", borrow(c.campaign.award_forms[award.award_form].name), "year", std::to_string(year), "anchor",
                routes::award_anchor(result, award));
}

View in_order(std::vector<Named>&& all) {
  std::stable_sort(all.begin(), all.end(), [](const Named& a, const Named& b) { return a.key < b.key; });
  View out = list();
  for (Named& one : all) append(out, std::move(one.view));
  return out;
}

}  // namespace

View awards_by_name(const CampaignContext& c) {
  std::vector<Named> people, collectives;
  for (const model::Result& result : c.campaign.results) {
    for (const model::Award& award : result.awards) {
      auto& kind = award.recipient == model::RecipientKind::individual ? people : collectives;
      kind.push_back({order_of(c.site, award), entry_of(c, result, award)});
    }
  }
  if (people.size() + collectives.size() < 2) return false;
  const bool has_people = !people.empty(), has_collectives = !collectives.empty();
  return object("people", in_order(std::move(people)), "has_people", has_people, "collectives",
                in_order(std::move(collectives)), "has_collectives", has_collectives);
}

View scores_by_name(const CampaignContext& c, std::span<const model::Score> scores) {
  if (scores.size() < 2) return false;
  std::vector<Named> all;
  for (const model::Score& score : scores) {
    all.push_back({base::sort_key(c.site.units[score.unit].sort_name),
                   object("unit", c.words.unit_links({score.unit}), "place", std::to_string(score.rank), "share",
                          c.words.amount(rules::spelled(score.percent(), score.percent()), "%"))});
  }
  return object("units", in_order(std::move(all)));
}

}  // namespace thidua::render
