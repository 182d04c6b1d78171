// Deadlines, as the plan gives them and as later documents moved them.
#include "render/views/schedule_view.hpp"

#include <algorithm>
#include <chrono>
#include <compare>
#include <map>
#include <vector>

#include "model/schedule/occurrence.hpp"
#include "render/views/campaign_view.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

std::string when_text(const CampaignContext& c, const model::When& when) {
  switch (when.is) {
    case model::WhenKind::from_to: {
      const std::string from = when.from ? c.words.date(*when.from) : when.from_event;
      return c.words.fill("when.from_to", {{"from", from}, {"to", when.to ? c.words.date(*when.to) : when.event}});
    }
    case model::WhenKind::at_event:
      return when.event;
    case model::WhenKind::delegated:
      return c.words.delegated("when", when.delegated_to, when.by);
    default:
      return c.words.get("when.not_stated");
  }
}

namespace {

/// The last day that counts for the order of a list of deadlines.
std::optional<model::Date> sort_date(const model::Milestone& milestone, const model::DueDate* due) {
  if (due != nullptr) return due->date;
  return milestone.when.is == model::WhenKind::from_to ? milestone.when.to : std::nullopt;
}

/// "Before 15 March 2023; …": a date of a later document; the one for `year` where it comes every year.
std::string changed_text(const CampaignContext& c, const model::When& when, std::optional<int> year) {
  std::string out;
  for (const model::DueDate& due : when.dates) {
    if (year && due.for_year && due.for_year != year) continue;
    out += (out.empty() ? "" : "; ") + c.words.name("when", when.is) + ' ' + c.words.date(due.date);
  }
  return out.empty() ? when_text(c, when) : out;
}

/// Whether a change can matter for a date of the plan: it is about that year, and holds by then or moves the date to a
/// day on which it holds.
bool concerns(const model::Change<model::When>& change, const model::DueDate* due) {
  if (due != nullptr && !change.value.is_about(due->for_year)) return false;
  if (due == nullptr || due->date.last_day() >= change.from.first_day()) return true;
  return std::any_of(change.value.dates.begin(), change.value.dates.end(), [&](const model::DueDate& moved) {
    return (!moved.for_year || !due->for_year || moved.for_year == due->for_year) &&
           moved.date.last_day() >= change.from.first_day();
  });
}

/// The last day on which it is still in time, as later documents have it; false where there is none any more.
View last_day(const model::Milestone& milestone, const model::DueDate& due) {
  const auto all = model::occurrences(milestone);
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const model::Occurrence& o) { return o.for_year == due.for_year; });
  if (at == all.end() || at->cancelled) return false;
  return model::to_string(model::date_of(last_day_in_time(*at)));
}

/// [{text, from, clauses}]: what later documents made of the milestone, oldest first.
View changes_view(const CampaignContext& c, const model::Milestone& milestone, const model::DueDate* due) {
  View out = list();
  for (const model::Change<model::When>& change : milestone.changes) {
    if (!concerns(change, due)) continue;
    append(out, object("text", changed_text(c, change.value, due != nullptr ? due->for_year : std::nullopt), "from",
                       c.words.date(change.from), "clauses", c.words.clause_links(c.campaign, change.clauses)));
  }
  return out;
}

View source_view(const CampaignContext& c, const model::Source& source, View view) {
  view.add("clauses", c.words.clause_links(c.campaign, source.clauses), "document", borrow_optional(source.document));
  return view;
}

/// [{before, on, clauses, document}]: the dates that it had, oldest first; those of the year of `due`.
View revisions_view(const CampaignContext& c, const model::Milestone& milestone, const model::DueDate* due) {
  View out = list();
  for (const model::Revision& revision : milestone.revisions) {
    const bool other = due != nullptr && revision.for_year && due->for_year != revision.for_year;
    if (other) continue;
    append(out, source_view(c, revision.source,
                            object("before", c.words.date(revision.before), "on", c.words.date(revision.on))));
  }
  return out;
}

/// {on, clauses, document}; false where it was not withdrawn, or after the day of `due`.
View withdrawn_view(const CampaignContext& c, const model::Milestone& milestone, const model::DueDate* due) {
  if (!milestone.withdrawn) return false;
  const model::Withdrawal& withdrawn = *milestone.withdrawn;
  if (due != nullptr && due->date.last_day() < withdrawn.on.first_day()) return false;
  return source_view(c, withdrawn.source, object("on", c.words.date(withdrawn.on)));
}

/// By year, the dates for years of which the plan gives none, as the newest document sets them.
std::map<int, model::DueDate> added_dates(const model::Milestone& milestone) {
  std::map<int, model::DueDate> out;
  if (milestone.when.dates.empty()) return out;
  for (const model::Change<model::When>& change : milestone.changes) {
    for (const model::DueDate& due : change.value.dates) {
      if (!milestone.when.is_about(due.for_year)) out[*due.for_year] = due;
    }
  }
  return out;
}

/// The milestone in a year of which only later documents give a date.
View added_view(const CampaignContext& c, const model::Milestone& milestone, const model::DueDate& due) {
  View view = milestone_view(c, milestone, &due);
  view["word"] = false;
  view["date"] = false;
  view["text"] = c.words.get("when.not_stated");
  view["not_stated"] = true;
  return view;
}

}  // namespace

View milestone_view(const CampaignContext& c, const model::Milestone& milestone, const model::DueDate* due) {
  View view;
  view["name"] = borrow(milestone.name);
  view["kind"] = c.words.name("milestone", milestone.kind);
  view["needs_papers"] = milestone.kind == model::MilestoneKind::dossier;
  view["who"] = c.words.unit_links(milestone.who);
  view["has_who"] = !milestone.who.empty();
  view["to"] = c.words.unit_links(milestone.to);
  view["has_to"] = !milestone.to.empty();
  view["word"] = due != nullptr ? View(c.words.name("when", milestone.when.is)) : View(false);
  view["date"] = due != nullptr ? c.words.date_view(due->date) : View(false);
  view["text"] = due != nullptr ? View(false) : View(when_text(c, milestone.when));
  view["not_stated"] = milestone.when.is == model::WhenKind::not_stated;
  view["due"] = due != nullptr ? last_day(milestone, *due) : View(false);
  view["for_year"] = due != nullptr && due->for_year ? View(std::to_string(*due->for_year)) : View(false);
  view["rounds"] = list_of(milestone.rounds, [&](std::size_t i) { return borrow(c.campaign.rounds[i].name); });
  view["has_rounds"] = !milestone.rounds.empty();
  view["after"] = borrow_optional(milestone.after);
  view["may_move"] = borrow_optional(milestone.may_move);
  view["campaign"] = borrow(c.campaign.short_title);
  view["campaign_href"] = routes::campaign_url(c.campaign);
  view["illustrative"] = c.campaign.illustrative;
  view["changes"] = changes_view(c, milestone, due);
  view["has_changes"] = view.get("changes")->is_filled_list();
  view["revisions"] = revisions_view(c, milestone, due);
  view["has_revisions"] = view.get("revisions")->is_filled_list();
  view["withdrawn"] = withdrawn_view(c, milestone, due);
  view["clauses"] = c.words.clause_links(c.campaign, milestone.clauses);
  return view;
}

void Schedule::add(const CampaignContext& c, const model::Milestone& milestone,
                   std::optional<std::chrono::sys_days> until) {
  const auto enter = [&](const model::DueDate* due) {
    entries_.push_back(
        {sort_date(milestone, due), c.campaign.id + "/" + milestone.id, milestone_view(c, milestone, due)});
  };
  if (milestone.when.dates.empty()) enter(nullptr);
  const auto is_later = [&](const model::DueDate& due) { return until && due.date.last_day() >= *until; };
  for (const model::DueDate& due : milestone.when.dates) {
    if (!is_later(due)) enter(&due);
  }
  for (const auto& [year, due] : added_dates(milestone)) {
    if (!is_later(due))
      entries_.push_back({due.date, c.campaign.id + "/" + milestone.id, added_view(c, milestone, due)});
  }
}

View Schedule::take() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    if (a.date) {
      if (const auto order = model::by_last_day(*a.date, *b.date); std::is_neq(order)) return std::is_lt(order);
    }
    return a.key < b.key;
  });
  View years = list();
  View undated = list();
  for (std::size_t i = 0; i < entries_.size();) {
    if (!entries_[i].date) {
      append(undated, std::move(entries_[i++].view));
      continue;
    }
    const int year = entries_[i].date->year;
    View dated = list();
    while (i < entries_.size() && entries_[i].date && entries_[i].date->year == year)
      append(dated, std::move(entries_[i++].view));
    append(years, object("year", std::to_string(year), "dated", std::move(dated)));
  }
  const bool has_dated = years.is_filled_list();
  const bool has_undated = undated.is_filled_list();
  return object("years", std::move(years), "has_dated", has_dated, "undated", std::move(undated), "has_undated",
                has_undated, "has_any", has_dated || has_undated);
}

View deadlines(const CampaignContext& c) {
  Schedule schedule;
  for (const model::Milestone& milestone : c.campaign.milestones) schedule.add(c, milestone);
  return schedule.take();
}

}  // namespace thidua::render
