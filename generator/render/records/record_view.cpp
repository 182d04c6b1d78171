#include "render/records/record_view.hpp"

#include <algorithm>
#include <map>

#include "render/charts/ranking_chart.hpp"
#include "render/records/correction_view.hpp"
#include "render/records/measure_words.hpp"
#include "render/records/name_order.hpp"
#include "render/views/schedule_view.hpp"
#include "routes/open_data.hpp"
#include "rules/audit/case.hpp"
#include "rules/registration_state.hpp"

namespace thidua::render {
namespace {

constexpr std::array<const char*, 4> kParts = {"contents", "targets", "own_plan", "report"};

View own_plan_view(const Words& words, const model::Registration& registration) {
  if (!registration.own_plan) return false;
  return object("number", registration.own_plan->number, "date", words.date_view(registration.own_plan->date));
}

View texts(const std::vector<std::string>& all) {
  return list_of(all, [](const std::string& text) { return borrow(text); });
}

/// "Before 15 March"; false where there is none.
View deadline_text(const Words& words, const std::optional<rules::Deadline>& deadline) {
  return deadline ? View(bound_words(words, deadline->bound, words.date(deadline->date))) : View(false);
}

View deadline_clauses(const CampaignContext& c, const std::optional<rules::Deadline>& deadline) {
  return deadline ? c.words.clause_links(c.campaign, deadline->clauses) : list();
}

View registration_view(const CampaignContext& c, const model::Registration& r) {
  View view = registration_state_view(c, r);
  view.add("unit", c.words.unit_links({r.unit}), "date", c.words.date_view(r.received), "contents", texts(r.contents),
           "has_contents", !r.contents.empty(), "targets", texts(r.targets), "has_targets", !r.targets.empty());
  return view;
}

/// Registrations by year, the latest first, then those for the whole campaign; each in the order of the file.
View registration_years(const CampaignContext& c) {
  std::map<int, std::vector<const model::Registration*>, std::greater<>> years;
  for (const model::Registration& r : c.campaign.registrations) years[r.year.value_or(0)].push_back(&r);
  return list_of(years, [&](const auto& entry) {
    const auto& [year, all] = entry;
    View items = list();
    int complete = 0, late = 0;
    for (const model::Registration* r : all) {
      View view = registration_view(c, *r);
      complete += view.get("complete")->is_false() ? 0 : 1;
      late += view.get("late")->is_false() && view.get("report_late")->is_false() ? 0 : 1;
      append(items, std::move(view));
    }
    const auto number = [](std::size_t count) { return std::to_string(count); };
    return object("year", year == 0 ? View(false) : View(number(static_cast<std::size_t>(year))), "anchor",
                  routes::year_anchor(year), "registrations", std::move(items), "count", number(all.size()),
                  "complete_count", std::to_string(complete), "late_count", std::to_string(late));
  });
}

/// Runs of scores of one block, as the model orders them.
View blocks_view(const CampaignContext& c, const model::ScoreTable& table) {
  View blocks = list();
  const auto& scores = table.scores;
  for (std::size_t i = 0; i < scores.size();) {
    const std::size_t first = i;
    const auto block = scores[i].block;
    View rows = list();
    for (; i < scores.size() && scores[i].block == block; ++i) {
      View row = score_view(c.words, scores[i]);
      row["unit"] = c.words.unit_links({scores[i].unit});
      append(rows, std::move(row));
    }
    append(blocks, object("number", std::to_string(blocks.as_list()->size() + 1), "name",
                          block ? borrow(c.site.units[*block].name) : View(false), "scores", std::move(rows), "chart",
                          i - first < 2 ? View(false) : ranking_chart(c, table.year, {&scores[first], i - first}),
                          "by_name", scores_by_name(c, {&scores[first], i - first})));
  }
  return blocks;
}

bool registers(const model::Duty& duty) {
  return std::find(duty.kinds.begin(), duty.kinds.end(), model::DutyKind::register_) != duty.kinds.end();
}

}  // namespace

View registration_state_view(const CampaignContext& c, const model::Registration& registration) {
  const rules::RegistrationState state = rules::registration_state(c.site, c.campaign, registration);
  View missing = list_of(state.missing, [&](rules::RegistrationPart part) {
    return View(c.words.get("registration_part." + std::string(kParts[static_cast<std::size_t>(part)])));
  });
  View view;
  view["complete"] = state.complete();
  view["missing"] = std::move(missing);
  view["has_missing"] = !state.complete();
  view["late"] = state.late;
  view["in_time"] = state.deadline.has_value() && !state.late;
  view["deadline"] = deadline_text(c.words, state.deadline);
  view["deadline_clauses"] = deadline_clauses(c, state.deadline);
  const bool reported = registration.report_received.has_value();
  const bool lacks =
      std::find(state.missing.begin(), state.missing.end(), rules::RegistrationPart::report) != state.missing.end();
  view["report"] = c.words.date_view(registration.report_received);
  view["report_late"] = state.report_late;
  view["report_not_due"] = !reported && !lacks && state.report_deadline.has_value();
  view["report_deadline"] = deadline_text(c.words, state.report_deadline);
  view["report_clauses"] = deadline_clauses(c, state.report_deadline);
  view["own_plan"] = own_plan_view(c.words, registration);
  return view;
}

View score_view(const Words& words, const model::Score& score) {
  View criteria = list_of(score.criteria, [&](const model::CriterionScore& s) {
    return object("criterion", s.name, "points", words.number(s.points.spelling), "maximum",
                  words.number(s.maximum.spelling));
  });
  return object("place", std::to_string(score.rank), "tied", score.tied, "points", words.number(score.points.spelling),
                "maximum", words.number(score.maximum.spelling), "share",
                words.amount(rules::spelled(score.percent(), score.percent()), "%"), "criteria", std::move(criteria),
                "has_criteria", !score.criteria.empty());
}

View registrations(const CampaignContext& c) {
  Schedule schedule;
  for (const model::Milestone& milestone : c.campaign.milestones) {
    if (milestone.kind == model::MilestoneKind::registration) schedule.add(c, milestone);
  }
  View duties = list();
  for (const model::Duty& duty : c.campaign.duties) {
    if (registers(duty)) append(duties, duty_view(c, duty));
  }
  View view;
  view["schedule"] = schedule.take();
  view["has_duties"] = duties.is_filled_list();
  view["duties"] = std::move(duties);
  view["registration_years"] = registration_years(c);
  view["has_registrations"] = !c.campaign.registrations.empty();
  view["wants_own_plan"] = rules::wants_own_plan(c.campaign);
  view["wants_report"] = rules::wants_report(c.campaign);
  return view;
}

View ranking(const CampaignContext& c, const SiteIndex& index) {
  View years = list();
  for (auto table = c.campaign.scores.rbegin(); table != c.campaign.scores.rend(); ++table) {
    append(years, object("year", std::to_string(table->year), "anchor", routes::year_anchor(table->year), "published",
                         c.words.date_view(table->published), "blocks", blocks_view(c, *table), "corrections",
                         corrections_of(c, index, *table), "has_corrections", !table->corrections.empty()));
  }
  return object("years", std::move(years), "has_years", !c.campaign.scores.empty(), "has_several_years",
                c.campaign.scores.size() > 1, "csv_href",
                c.campaign.scores.empty() ? View(false) : View(routes::ranking_file(c.campaign)));
}

}  // namespace thidua::render
