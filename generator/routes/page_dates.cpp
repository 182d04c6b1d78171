#include "routes/page_dates.hpp"

#include <algorithm>

namespace thidua::routes {
namespace {

using Day = std::optional<std::chrono::sys_days>;

void raise(Day& day, const Day& other) { day = std::max(day, other); }
void raise(Day& day, const model::Date& date) { raise(day, Day(date.first_day())); }
void raise(Day& day, const std::optional<model::Date>& date) {
  if (date) raise(day, *date);
}

Day of_article(const model::Article& article) {
  Day out;
  raise(out, article.updated ? article.updated : article.date);
  return out;
}

/// A practice's date is when it was introduced, perhaps no more than a month, and no change of what its page says.
Day of_article(const model::Practice& practice) {
  Day out;
  raise(out, practice.updated ? practice.updated : practice.verified);
  return out;
}

template <class Corrections>
void raise_by(Day& day, const Corrections& corrections) {
  for (const model::Correction& correction : corrections) raise(day, correction.date);
}

/// Those of one award or of one unit's score, and those of the `whole` decision or table.
template <class Corrections>
void raise_by(Day& day, const Corrections& corrections, std::string_view of, std::string_view whole) {
  for (const model::Correction& correction : corrections) {
    if (correction.of == of || correction.of == whole) raise(day, correction.date);
  }
}

Day of_results(const model::Campaign& campaign) {
  Day out;
  for (const model::Result& result : campaign.results) {
    raise(out, result.decision.date);
    raise_by(out, result.corrections);
  }
  return out;
}

Day of_scores(const model::Campaign& campaign) {
  Day out;
  for (const model::ScoreTable& table : campaign.scores) {
    raise(out, table.published);
    raise_by(out, table.corrections);
  }
  return out;
}

Day of_registrations(const model::Campaign& campaign) {
  Day out;
  for (const model::Registration& registration : campaign.registrations) {
    raise(out, registration.received);
    raise(out, registration.report_received);
  }
  return out;
}

/// The newest of the articles that a list shows on one of its pages.
template <class Articles>
Day newest(const Articles& articles, std::size_t part) {
  Day out;
  const std::size_t first = part * kListLength;
  for (std::size_t i = first; i < std::min(articles.size(), first + kListLength); ++i)
    raise(out, of_article(articles[i]));
  return out;
}

}  // namespace

PageDates::PageDates(const model::Site& site) : site_(site), by_unit_(site.units.size()) {
  for (const model::Campaign& campaign : site.campaigns) read_plan(campaign);
  pass_on_from_blocks();
  for (const model::Campaign& campaign : site.campaigns) read_records(campaign);
  all_ = campaigns_;
  const auto read = [&](const auto& articles) {
    for (const auto& article : articles) {
      raise(all_, of_article(article));
      if (article.unit) raise(by_unit_[*article.unit], of_article(article));
    }
  };
  read(site.practices);
  read(site.exemplars);
  read(site.news);
}

void PageDates::read_plan(const model::Campaign& campaign) {
  raise(campaigns_, campaign.updated);
  const auto touch = [&](const model::Units& units) {
    for (const model::UnitIndex unit : units) raise(by_unit_[unit], campaign.updated);
  };
  for (const model::Audience& audience : campaign.audiences) touch(audience.units);
  for (const model::Duty& duty : campaign.duties) touch(duty.who);
  for (const model::Milestone& milestone : campaign.milestones) {
    touch(milestone.who);
    touch(milestone.to);
  }
}

void PageDates::pass_on_from_blocks() {
  for (model::UnitIndex unit = 0; unit < by_unit_.size(); ++unit) {
    if (const auto& block = site_.units[unit].block) raise(by_unit_[unit], by_unit_[*block]);
  }
}

void PageDates::read_records(const model::Campaign& campaign) {
  for (const model::Registration& registration : campaign.registrations)
    raise(by_unit_[registration.unit], registration.received);
  for (const model::ScoreTable& table : campaign.scores) {
    for (const model::Score& score : table.scores) {
      Day& day = by_unit_[score.unit];
      raise(day, table.published);
      raise_by(day, table.corrections, site_.units[score.unit].id, "scores");
    }
  }
  for (const model::Result& result : campaign.results) {
    for (const model::Award& award : result.awards) {
      Day& day = by_unit_[award.unit];
      raise(day, result.decision.date);
      raise_by(day, result.corrections, award.id, "decision");
    }
  }
  for (const Day& day : {of_results(campaign), of_scores(campaign), of_registrations(campaign)}) raise(campaigns_, day);
}

PageDates::Day PageDates::of_part(const model::Campaign& campaign, PageKind part) const {
  Day out;
  raise(out, campaign.updated);
  if (part == PageKind::results || part == PageKind::campaign) raise(out, of_results(campaign));
  if (part == PageKind::ranking) raise(out, of_scores(campaign));
  if (part == PageKind::registrations) raise(out, of_registrations(campaign));
  if (part == PageKind::criteria) {
    for (const model::AttainmentTable& table : campaign.attainment) raise(out, table.published);
  }
  return out;
}

PageDates::Day PageDates::of_list(const Routes& routes, const Route& route) const {
  Day out;
  switch (route.kind) {
    case PageKind::practices:
      return newest(site_.practices, route.part);
    case PageKind::exemplars:
      return newest(site_.exemplars, route.part);
    case PageKind::news_list:
      return newest(site_.news, route.part);
    case PageKind::topic: {
      const Topic& topic = routes.topics[route.subject];
      for (const std::size_t i : topic.practices) raise(out, of_article(site_.practices[i]));
      for (const std::size_t i : topic.exemplars) raise(out, of_article(site_.exemplars[i]));
      for (const std::size_t i : topic.news) raise(out, of_article(site_.news[i]));
      return out;
    }
    case PageKind::practice_facet:
      for (const std::size_t i : routes.facets[route.subject].practices) raise(out, of_article(site_.practices[i]));
      return out;
    case PageKind::units:
    case PageKind::search:
    case PageKind::letter:
      return out;  // nothing that has a date
    case PageKind::corrections:
      for (const model::Campaign& campaign : site_.campaigns) {
        for (const model::Result& result : campaign.results) raise_by(out, result.corrections);
        for (const model::ScoreTable& table : campaign.scores) raise_by(out, table.corrections);
      }
      return out;
    default:
      return route.kind == PageKind::home ? all_ : campaigns_;
  }
}

PageDates::Day PageDates::of(const Routes& routes, const Route& route) const {
  switch (route.kind) {
    case PageKind::practice:
      return of_article(site_.practices[route.subject]);
    case PageKind::exemplar:
      return of_article(site_.exemplars[route.subject]);
    case PageKind::news:
      return of_article(site_.news[route.subject]);
    case PageKind::page:
      return of_article(site_.pages[route.subject]);
    case PageKind::unit:
      return by_unit_[route.subject];
    default:
      break;
  }
  const model::Campaign* campaign = campaign_of(site_, routes, route);
  return campaign != nullptr ? of_part(*campaign, route.kind) : of_list(routes, route);
}

}  // namespace thidua::routes
