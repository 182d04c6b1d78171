#include "model/articles/award_reference.hpp"

#include <algorithm>
#include <unordered_map>

namespace thidua::model {
namespace {

/// What is written, in its three parts; missing ones are empty.
struct Written {
  explicit Written(const std::string& text) {
    const std::size_t first = std::min(text.find('/'), text.size());
    const std::size_t second = std::min(text.find('/', first + 1), text.size());
    campaign = text.substr(0, first);
    result = text.substr(std::min(first + 1, text.size()), second - std::min(first + 1, second));
    award = text.substr(std::min(second + 1, text.size()));
  }

  std::string campaign, result, award;
};

template <class Items>
std::optional<std::size_t> find_id(const Items& items, const std::string& id) {
  const auto at = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return at == items.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - items.begin()));
}

template <class Use>
void each_award(Site& site, Use use) {
  for (std::size_t c = 0; c < site.campaigns.size(); ++c) {
    auto& results = site.campaigns[c].results;
    for (std::size_t r = 0; r < results.size(); ++r) {
      for (std::size_t a = 0; a < results[r].awards.size(); ++a) use(results[r].awards[a], AwardRef{c, r, a});
    }
  }
}

/// Whether a unit became another one in the end, step by step.
bool leads_to(const Site& site, UnitIndex from, UnitIndex to) {
  std::size_t steps = 0;  // a chain that comes back to where it began has been reported
  for (std::optional<UnitIndex> at = from; at && steps <= site.units.size(); ++steps) {
    if (*at == to) return true;
    const auto& next = site.units[*at].successor;
    at = next ? std::optional(next->unit) : std::nullopt;
  }
  return false;
}

/// The parts before the one that is wrong are kept, so that only its like are looked through.
template <class Items>
void report_unknown(const Fields& f, const std::string& before, const std::string& wrong, const Items& known,
                    const std::string& after) {
  Index ids(Code::unknown_award);
  for (const auto& item : known) ids.add(item.id, 0);
  const std::string nearest = f.suggestion(wrong, ids);
  f.report(Code::unknown_award, "award", {f.text("award"), nearest.empty() ? nearest : before + nearest + after});
}

}  // namespace

std::optional<AwardRef> read_award_reference(const Fields& f, const Index& index,
                                             const std::vector<Campaign>& campaigns) {
  if (!f.has("award")) return std::nullopt;
  const Written written(f.text("award"));
  const auto campaign = index.find(written.campaign);
  if (index.is_excused(written.campaign) || index.is_excused(written.campaign + "/results/" + written.result))
    return std::nullopt;
  if (!campaign) {
    report_unknown(f, "", written.campaign, campaigns, "/" + written.result + "/" + written.award);
    return std::nullopt;
  }
  const Campaign& of = campaigns[*campaign];
  if (find_id(of.hidden, written.result)) return std::nullopt;
  const auto result = find_id(of.results, written.result);
  if (!result) {
    report_unknown(f, written.campaign + "/", written.result, of.results, "/" + written.award);
    return std::nullopt;
  }
  const auto award = find_id(of.results[*result].awards, written.award);
  if (award) return AwardRef{*campaign, *result, *award};
  report_unknown(f, written.campaign + "/" + written.result + "/", written.award, of.results[*result].awards, "");
  return std::nullopt;
}

bool is_one_unit(const Site& site, UnitIndex a, UnitIndex b) { return leads_to(site, a, b) || leads_to(site, b, a); }

void link_awards(Site& site, Diagnostics& diagnostics) {
  std::unordered_map<std::string, std::size_t> practices;
  for (std::size_t i = 0; i < site.practices.size(); ++i) practices.emplace(site.practices[i].id, i);
  for (Practice& practice : site.practices) {
    const auto is_of_others = [&](const AwardRef& ref) {
      return site.campaigns[ref.campaign].origin != practice.origin;
    };
    if (practice.origin) std::erase_if(practice.awards, is_of_others);  // nobody recognises their own with our awards
    for (const AwardRef& own : practice.awards) {
      if (is_of_others(own)) continue;
      Award& award = site.campaigns[own.campaign].results[own.result].awards[own.award];
      if (!practices.contains(award.practice)) award.practice = practice.id;
    }
  }
  each_award(site, [&](Award& award, const AwardRef& ref) {
    const auto at = practices.find(award.practice);
    if (at == practices.end()) return award.practice.clear();
    Practice& practice = site.practices[at->second];
    if (practice.origin != site.campaigns[ref.campaign].origin) return award.practice.clear();
    auto& known = practice.awards;
    if (std::find(known.begin(), known.end(), ref) != known.end()) return;
    if (practice.unit && !is_one_unit(site, award.unit, *practice.unit))
      diagnostics.add(Code::award_of_other_unit, award.place,
                      {site.units[award.unit].id, site.units[*practice.unit].id});
    known.push_back(ref);
  });
  const auto is_invented = [&](const AwardRef& ref) { return site.campaigns[ref.campaign].illustrative; };
  for (Practice& practice : site.practices) {
    practice.illustrative |= std::any_of(practice.awards.begin(), practice.awards.end(), is_invented);
  }
  for (Exemplar& exemplar : site.exemplars) exemplar.illustrative |= exemplar.award && is_invented(*exemplar.award);
}

}  // namespace thidua::model
