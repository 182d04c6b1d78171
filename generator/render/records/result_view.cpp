#include "render/records/result_view.hpp"

#include <algorithm>
#include <tuple>

#include "render/charts/axis.hpp"
#include "render/records/correction_view.hpp"
#include "render/records/finding_view.hpp"
#include "render/records/name_order.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::render {
namespace {

using rules::AwardAudit;
using rules::QuotaAudit;
using rules::Verdict;

View acknowledgement_view(const CampaignContext& c, const model::Acknowledgement& given) {
  return object("by", given.by, "date", c.words.date_view(given.date), "reason", given.reason, "clauses",
                c.words.clause_links(c.campaign, given.clauses));
}

/// {width, over} of the bar that shows how much of a number is used; false where the plan sets no upper bound.
View quota_bar(int granted, std::optional<int> left) {
  if (!left || granted + *left <= 0) return false;
  return object("width", percent(Axis(granted + *left, 100).at(granted)), "is_over", *left < 0);
}

View practice_view(const SiteIndex& index, const model::Award& award) {
  const model::Article* practice = award.practice.empty() ? nullptr : index.practice(award.practice);
  return practice == nullptr ? View(false) : object("title", practice->title, "href", routes::practice_url(*practice));
}

/// Of the awards of a page: each verdict's number, false where it is none.
View tally_view(const std::array<int, 3>& tally) {
  const auto number = [&](Verdict verdict) {
    const int count = tally[static_cast<std::size_t>(verdict)];
    return count == 0 ? View(false) : View(std::to_string(count));
  };
  return object("count", std::to_string(tally[0] + tally[1] + tally[2]), "satisfied", number(Verdict::satisfied),
                "not_satisfied", number(Verdict::not_satisfied), "unverified", number(Verdict::cannot_be_verified));
}

/// By year, in the order of the plan's rounds, then by the day of the decision.
auto key_of(const model::Result& r) {
  return std::make_tuple(r.year.value_or(0), r.round.value_or(0), r.decision.date.last_day());
}

class ResultPage {
 public:
  ResultPage(const CampaignContext& c, const SiteIndex& index)
      : c_(c), index_(index), audit_(rules::audit(c.site, c.campaign)) {
    std::size_t first = 0;
    for (const model::Result& result : c.campaign.results) {
      first_award_.push_back(first);
      first += result.awards.size();
    }
    for (const AwardAudit& award : audit_.awards) ++tally_[static_cast<std::size_t>(award.verdict)];
  }

  View tally() const { return tally_view(tally_); }

  /// [{name, year, anchor, quotas, has_quotas, acknowledgements, decisions, …}]: by year, in the order of the plan's
  /// rounds.
  View rounds() const {
    std::vector<const model::Result*> order;
    for (const model::Result& result : c_.campaign.results) order.push_back(&result);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return key_of(*a) < key_of(*b); });
    View out = list();
    for (auto first = order.begin(); first != order.end();) {
      const auto last = std::find_if(first, order.end(), [&](const model::Result* r) { return !same(**first, *r); });
      append(out, round({first, last}));
      first = last;
    }
    return out;
  }

 private:
  using Results = std::vector<const model::Result*>;

  static bool same(const model::Result& a, const model::Result& b) { return a.round == b.round && a.year == b.year; }

  View round(const Results& results) const {
    const model::Result& any = *results.front();
    const model::Round* of = any.round ? &c_.campaign.rounds[*any.round] : nullptr;
    const std::string year = any.year ? std::to_string(*any.year) : std::string();
    const bool says_year = of != nullptr && !year.empty() && of->name.find(year) != std::string::npos;
    View view;
    view["name"] = of != nullptr ? View(of->name) : View(false);
    view["year"] = says_year ? View(false) : optional(year);
    view["anchor"] = "dot:" + (of != nullptr ? of->id : std::string()) + ":" + year;
    view["clauses"] = of != nullptr ? c_.words.clause_links(c_.campaign, of->clauses) : list();
    view["quotas"] = quotas(any);
    view["has_quotas"] = view.get("quotas")->is_filled_list();
    view["acknowledgements"] = is_exceeded(any) ? acknowledgements(results) : list();
    view["decisions"] = list_of(results, [&](const model::Result* r) { return decision(*r); });
    std::size_t awards = 0;
    for (const model::Result* r : results) awards += r->awards.size();
    view["award_count"] = std::to_string(awards);
    return view;
  }

  View acknowledgements(const Results& results) const {
    View out = list();
    for (const model::Result* r : results) {
      for (const model::Acknowledgement& given : r->acknowledgements) append(out, acknowledgement_view(c_, given));
    }
    return out;
  }

  View acknowledgements(const model::Award& award) const {
    return list_of(award.acknowledgements, [&](const auto& given) { return acknowledgement_view(c_, given); });
  }

  /// Whether a number of the round does not satisfy the plan.
  bool is_exceeded(const model::Result& of) const {
    return std::any_of(audit_.quotas.begin(), audit_.quotas.end(), [&](const QuotaAudit& audit) {
      return audit.round == of.round && audit.year == of.year && audit.finding.verdict == Verdict::not_satisfied;
    });
  }

  View quotas(const model::Result& of) const {
    View out = list();
    for (const QuotaAudit& audit : audit_.quotas) {
      if (audit.round == of.round && audit.year == of.year) append(out, quota(audit));
    }
    return out;
  }

  View quota(const QuotaAudit& audit) const {
    const model::Quota& quota = c_.campaign.quotas[audit.quota];
    View view;
    view["form"] = c_.campaign.award_forms[quota.award_form].name;
    view["recipient"] = c_.words.name("recipient", quota.recipient);
    view["block"] = quota.block ? c_.words.unit_links({*quota.block}) : list();
    view["has_block"] = quota.block.has_value();
    view["part_of"] = quota.part_of;
    const std::string allowed = c_.words.count(audit.allowed), of_plan = c_.words.count(quota.count);
    view["allowed"] = allowed;
    view["of_plan"] = allowed == of_plan ? View(false) : View(of_plan);
    view["stated"] = audit.finding.given == model::Given::stated;
    view["granted"] = std::to_string(audit.granted);
    const std::optional<int> left = rules::left_of(audit);
    view["left"] = left && *left >= 0 ? View(std::to_string(*left)) : View(false);
    view["over"] = left && *left < 0 ? View(std::to_string(-*left)) : View(false);
    view["used"] = quota_bar(audit.granted, left);
    view["verdict"] =
        audit.finding.given == model::Given::stated ? verdict_view(c_.words, audit.finding.verdict) : View(false);
    view["without"] = c_.words.unit_links(audit.qualified_without);
    view["has_without"] = !audit.qualified_without.empty();
    view["missing"] = missing_view(c_.words, audit.finding.missing);
    view["has_missing"] = !audit.finding.missing.empty();
    view["clauses"] = c_.words.clause_links(c_.campaign, audit.finding.clauses);
    return view;
  }

  View decision(const model::Result& result) const {
    const auto position = static_cast<std::size_t>(&result - c_.campaign.results.data());
    View awards = list();
    for (std::size_t i = 0; i < result.awards.size(); ++i)
      append(awards, award(result, result.awards[i], audit_.awards[first_award_[position] + i]));
    View view;
    view["anchor"] = routes::result_anchor(result);
    view["decision_number"] = result.decision.number;
    view["decision_date"] = c_.words.date_view(result.decision.date);
    view["signer"] = optional(result.decision.signer);
    view["grantor"] = result.granted_by ? c_.words.unit_links({*result.granted_by}) : list();
    view["has_grantor"] = result.granted_by.has_value();
    view["file"] = result.decision.file.empty() ? View(false) : View("media/" + result.decision.file);
    view["corrections"] = corrections_of(c_, index_, result);
    view["has_corrections"] = !result.corrections.empty();
    view["has_awards"] = !result.awards.empty();
    view["awards"] = std::move(awards);
    return view;
  }

  View award(const model::Result& result, const model::Award& award, const AwardAudit& audit) const {
    View view;
    view["anchor"] = routes::award_anchor(result, award);
    view["form"] = c_.campaign.award_forms[award.award_form].name;
    view["recipient"] = c_.words.name("recipient", award.recipient);
    view["unit"] = c_.words.unit_links({award.unit});
    view["name"] = optional(award.name);
    view["position"] = optional(award.position);
    view["achievement"] = optional(award.achievement);
    view["practice"] = practice_view(index_, award);
    view["verdict"] = verdict_view(c_.words, audit.verdict);
    view["acknowledgements"] = audit.verdict == Verdict::not_satisfied ? acknowledgements(award) : list();
    view["summary"] = checks_summary(c_, audit.findings);
    view["reasons"] = reasons_view(c_, audit.findings, audit.verdict);
    view["has_reasons"] = audit.verdict != Verdict::satisfied;
    view["reasons_title"] = reasons_title(c_.words, audit.verdict);
    view["checks"] = checks_view(c_, audit.findings);
    view["relied_on"] = c_.words.clause_links(c_.campaign, award.clauses);
    view["has_relied_on"] = !award.clauses.empty();
    return view;
  }

  const CampaignContext& c_;
  const SiteIndex& index_;
  const rules::CampaignAudit audit_;
  std::vector<std::size_t> first_award_;  ///< of each result, in audit_.awards
  std::array<int, 3> tally_{};
};

}  // namespace

View results(const CampaignContext& c, const SiteIndex& index) {
  const bool any = !c.campaign.results.empty();
  View view;
  if (any) {
    const ResultPage page(c, index);
    view["tally"] = page.tally();
    view["results"] = page.rounds();
  } else {
    view.add("tally", false, "results", list());
  }
  view["by_name"] = awards_by_name(c);
  view["has_results"] = any;
  view["has_several_rounds"] = view.get("results")->as_list()->size() > 1;
  view["rounds"] = list_of(c.campaign.rounds, [&](const model::Round& r) { return round_view(c, r); });
  view["has_rounds"] = !c.campaign.rounds.empty();
  return view;
}

View results_summary(const CampaignContext& c, const CampaignVerdicts& verdicts) {
  std::array<int, 3> tally{};
  for (const auto& result : verdicts) {
    for (const Verdict verdict : result) ++tally[static_cast<std::size_t>(verdict)];
  }
  if (tally == std::array<int, 3>{}) return false;
  View view = tally_view(tally);
  view["href"] = routes::campaign_part_url(c.campaign, routes::PageKind::results);
  return view;
}

}  // namespace thidua::render
