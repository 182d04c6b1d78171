// What plans say, and the units that they name.
#include "data/open_data/tables/tables.hpp"

namespace thidua::data {
namespace {

using model::Campaign;
using model::name_of;
using routes::PageKind;

std::string text_of(const std::optional<model::Date>& date) { return date ? model::to_string(*date) : std::string(); }

std::string parent_ids(const Source& source, const Campaign& campaign) {
  return joined(campaign.parents, [&](const model::Parent& parent) -> const std::string& {
    return parent.campaign ? source.site.campaigns[*parent.campaign].id : campaign.citations[*parent.citation].id;
  });
}

/// A row of each target, or one of a criterion without targets.
void add_criterion(const Source& source, const Campaign& campaign, const model::Criterion& criterion, Rows& rows) {
  const std::string_view group =
      criterion.group ? std::string_view(campaign.criteria_groups[*criterion.group].name) : std::string_view();
  const std::string audiences = joined(
      criterion.audiences, [&](std::size_t i) -> const std::string& { return campaign.audiences[i].name; }, "; ");
  const std::string clauses = clause_paths(campaign, criterion.clauses);
  const std::string page = source.page(campaign, PageKind::criteria);
  if (criterion.targets.empty()) {
    const Cell none;
    rows.add({campaign.id, criterion.id, criterion.label, criterion.text, group, audiences, none, none, none, none,
              none, none, none, none, none, clauses, page, campaign.illustrative});
  }
  for (const model::Target& target : criterion.targets) {
    const std::string tiers = joined(target.tiers, [](model::Level tier) { return name_of(tier); });
    rows.add({campaign.id, criterion.id, criterion.label, criterion.text, group, audiences, target.id, target.what,
              name_of(target.comparator), Decimal{target.value, target.number}, target.value, target.unit, tiers,
              text_of(target.due), target.due, clauses, page, campaign.illustrative});
  }
}

/// The rows of one milestone: as the plan gives it, or as a later document does, from a day on.
class MilestoneRows {
 public:
  MilestoneRows(const Source& source, const Campaign& campaign, const model::Milestone& milestone, Rows& rows)
      : source_(source),
        campaign_(campaign),
        milestone_(milestone),
        rows_(rows),
        who_(source.unit_ids(milestone.who)),
        to_(source.unit_ids(milestone.to)),
        rounds_(round_ids(campaign, milestone.rounds)),
        page_(source.page(campaign, PageKind::deadlines)),
        withdrawn_(milestone.withdrawn ? Cell(milestone.withdrawn->on) : Cell()) {}

  void add() {
    add(milestone_.when, std::nullopt, milestone_.clauses);
    for (const auto& change : milestone_.changes) add(change.value, change.from, change.clauses);
  }

 private:
  void add(const model::When& when, const std::optional<model::Date>& holds_from, const model::Clauses& clauses) {
    const auto enter = [&](Cell year, const std::string& due, Cell first, Cell last) {
      rows_.add({campaign_.id,
                 milestone_.id,
                 milestone_.name,
                 name_of(milestone_.kind),
                 who_,
                 to_,
                 rounds_,
                 year,
                 name_of(when.is),
                 due,
                 first,
                 last,
                 when.from_event,
                 when.event,
                 milestone_.after,
                 source_.unit_ids(when.delegated_to),
                 when.by,
                 first_day(holds_from),
                 withdrawn_,
                 clause_paths(campaign_, clauses),
                 page_,
                 campaign_.illustrative});
    };
    for (const model::DueDate& due : when.dates)
      enter(due.for_year, model::to_string(due.date), due.date.first_day(), due.date.last_day());
    if (when.dates.empty()) enter({}, range_text(when), first_day(when.from), when.to);
  }

  static Cell first_day(const std::optional<model::Date>& date) { return date ? Cell(date->first_day()) : Cell(); }

  /// "2022-03/2022-12-31", where one end may be an event and is left open; empty where neither is a date.
  static std::string range_text(const model::When& when) {
    return when.from || when.to ? text_of(when.from) + "/" + text_of(when.to) : std::string();
  }

  const Source& source_;
  const Campaign& campaign_;
  const model::Milestone& milestone_;
  Rows& rows_;
  const std::string who_, to_, rounds_, page_;
  const Cell withdrawn_;
};

void add_quota(const Source& source, const Campaign& campaign, const model::Quota& quota, Rows& rows) {
  const model::AwardForm& form = campaign.award_forms[quota.award_form];
  const std::string rounds = round_ids(campaign, quota.rounds);
  const std::string page = source.page(campaign, PageKind::awards);
  const auto enter = [&](const model::GivenNumber& count, Cell holds_from, const model::Clauses& clauses) {
    rows.add({campaign.id, form.id, form.name, name_of(form.kind), rounds, name_of(quota.recipient),
              source.unit_id(quota.block), quota.part_of, name_of(count.is), number_of(count),
              source.unit_ids(count.to), count.by, quota.text, holds_from, clause_paths(campaign, clauses), page,
              campaign.illustrative});
  };
  enter(quota.count, {}, quota.clauses);
  for (const auto& change : quota.changes) enter(change.value, change.from.first_day(), change.clauses);
}

}  // namespace

void campaign_rows(const Source& source, Rows& rows) {
  for (const Campaign& c : source.site.campaigns) {
    rows.as_of(c.updated);
    const model::Period& period = c.period.range;
    rows.add({c.id,
              c.title.text,
              c.short_title,
              c.slogan ? std::string_view(c.slogan->text) : std::string_view(),
              name_of(c.level),
              source.site.localities[c.locality].id,
              source.unit_id(c.issuer.unit),
              c.standing_body ? source.unit_id(c.standing_body->unit) : std::string_view(),
              c.number.number,
              text_of(c.date.date),
              model::to_string(period.from),
              model::to_string(period.to),
              period.from.first_day(),
              period.to.last_day(),
              parent_ids(source, c),
              c.updated,
              clause_paths(c, c.title.clauses),
              source.page(c, PageKind::campaign),
              source.origin(c.origin),
              c.illustrative});
  }
}

void unit_rows(const Source& source, Rows& rows) {
  for (const model::Unit& unit : source.site.units) {
    const model::Locality& locality = source.site.localities[unit.locality];
    const bool merged = unit.successor.has_value();
    rows.add({unit.id, unit.name, name_of(unit.kind), name_of(unit.level), locality.id, locality.name,
              source.unit_id(unit.block), source.unit_id(unit.parent),
              merged ? source.unit_id(unit.successor->unit) : std::string_view(),
              merged ? model::to_string(unit.successor->from) : std::string(), source.address(routes::unit_url(unit)),
              source.origin(locality.origin), locality.illustrative});
  }
}

void award_form_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    const std::string page = source.page(campaign, PageKind::awards);
    for (const model::AwardForm& form : campaign.award_forms) {
      const std::string recipients =
          joined(form.recipients, [](model::RecipientKind recipient) { return name_of(recipient); });
      rows.add({campaign.id, form.id, form.name, name_of(form.kind), recipients, name_of(form.proposer.is),
                source.unit_ids(form.proposer.units), name_of(form.council.is), source.unit_ids(form.council.units),
                name_of(form.grantor.is), source.unit_ids(form.grantor.units), clause_paths(campaign, form.clauses),
                page, campaign.illustrative});
    }
  }
}

void criteria_target_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    for (const model::Criterion& criterion : campaign.criteria) add_criterion(source, campaign, criterion, rows);
  }
}

void deadline_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    for (const model::Milestone& milestone : campaign.milestones)
      MilestoneRows(source, campaign, milestone, rows).add();
  }
}

void quota_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    for (const model::Quota& quota : campaign.quotas) add_quota(source, campaign, quota, rows);
  }
}

}  // namespace thidua::data
