#include "data/calendar/calendars.hpp"

#include <map>
#include <string>

#include "data/calendar/icalendar.hpp"
#include "model/schedule/occurrence.hpp"
#include "render/views/schedule_view.hpp"

namespace thidua::data {
namespace {

using model::Campaign;
using model::Milestone;
using model::Occurrence;
using render::Words;

/// thidua.example of https://thidua.example:8080/a/
std::string host_of(const std::string& base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  return base_url.substr(begin, base_url.find_first_of(":/", begin) - begin);
}

/// The events of one campaign.
class CampaignEvents {
 public:
  CampaignEvents(const Material& material, const Campaign& campaign)
      : site_(material.site), words_(material.words), campaign_(campaign) {}

  std::string of(const Milestone& milestone) const {
    std::string out;
    for (const Occurrence& occurrence : model::occurrences(milestone)) out += to_ical(event(milestone, occurrence));
    return out;
  }

 private:
  DayEvent event(const Milestone& milestone, const Occurrence& occurrence) const {
    DayEvent out;
    out.uid = campaign_.id + "." + milestone.id;
    if (occurrence.for_year) out.uid += "." + std::to_string(*occurrence.for_year);
    out.uid += "@" + host_of(site_.info.base_url);
    out.stamp = campaign_.updated.first_day();
    out.first = occurrence.first;
    out.last = occurrence.last;
    out.url = site_.info.base_url + routes::campaign_part_url(campaign_, routes::PageKind::deadlines);
    out.summary = summary(milestone, occurrence);
    out.description = description(milestone, occurrence) + out.url;
    out.categories.push_back(words_.name("milestone", milestone.kind));
    if (campaign_.illustrative) out.categories.push_back(words_.get("page.illustrative_tag"));
    out.sequence = occurrence.moved;
    out.cancelled = occurrence.cancelled;
    return out;
  }

  /// The date in the plan's words: "Trước ngày 15 tháng 3 năm 2025".
  std::string when(const Occurrence& occurrence) const {
    if (occurrence.due) return words_.name("when", occurrence.when->is) + ' ' + words_.date(*occurrence.due);
    return render::when_text({site_, campaign_, words_}, *occurrence.when);
  }

  std::string summary(const Milestone& milestone, const Occurrence& occurrence) const {
    std::string out = words_.fill("calendar.summary", {{"name", milestone.name}, {"when", when(occurrence)}});
    if (occurrence.cancelled) out = words_.fill("calendar.cancelled", {{"summary", out}});
    return campaign_.illustrative ? words_.fill("calendar.illustrative", {{"summary", out}}) : out;
  }

  std::string description(const Milestone& milestone, const Occurrence& occurrence) const {
    std::string out;
    line(out, "calendar.campaign", campaign_.title.text);
    line(out, "calendar.when", when(occurrence));
    if (occurrence.for_year) line(out, "calendar.for_year", std::to_string(*occurrence.for_year));
    line(out, "calendar.who", words_.unit_names(milestone.who));
    line(out, "calendar.to", words_.unit_names(milestone.to));
    line(out, "calendar.after", milestone.after);
    line(out, "calendar.may_move", milestone.may_move);
    add_history(out, milestone, occurrence);
    line(out, "calendar.clauses", names(milestone.clauses));
    if (campaign_.illustrative) out += words_.get("calendar.invented") + '\n';
    return out;
  }

  void add_history(std::string& out, const Milestone& milestone, const Occurrence& occurrence) const {
    for (const model::Revision& revision : milestone.revisions) {
      if (revision.for_year && revision.for_year != occurrence.for_year) continue;
      out += words_.fill("calendar.revised", {{"before", words_.date(revision.before)},
                                              {"on", words_.date(revision.on)},
                                              {"source", name(revision.source)}});
      out += '\n';
    }
    for (const auto& change : milestone.changes) {
      out += words_.fill("calendar.changed", {{"from", words_.date(change.from)}, {"source", names(change.clauses)}});
      out += '\n';
    }
    if (!milestone.withdrawn || !occurrence.cancelled) return;
    const model::Withdrawal& withdrawn = *milestone.withdrawn;
    out += words_.fill("calendar.withdrawn", {{"on", words_.date(withdrawn.on)}, {"source", name(withdrawn.source)}});
    out += '\n';
  }

  void line(std::string& out, std::string_view key, const std::string& value) const {
    if (!value.empty()) out += words_.fill(key, {{"value", value}}) + '\n';
  }

  std::string name(const model::Source& source) const {
    return source.document.empty() ? names(source.clauses) : source.document;
  }

  std::string names(const model::Clauses& clauses) const {
    std::string out;
    for (const model::ClauseRef& ref : clauses) out += (out.empty() ? "" : ", ") + words_.clause_name(campaign_, ref);
    return out;
  }

  const model::Site& site_;
  const Words& words_;
  const Campaign& campaign_;
};

using Events = std::map<routes::MilestoneRef, std::string>;

/// Each milestone that falls on a day, made once for all calendars that hold it.
Events make_events(const Material& material) {
  Events out;
  const routes::CalendarFile* all = material.routes.calendars.of_all();
  if (all == nullptr) return out;
  for (const routes::MilestoneRef& ref : all->milestones) {
    const Campaign& campaign = material.site.campaigns[ref.campaign];
    out.emplace_hint(out.end(), ref, CampaignEvents(material, campaign).of(campaign.milestones[ref.milestone]));
  }
  return out;
}

std::string calendar_name(const Material& material, const routes::CalendarFile& file) {
  const Words& words = material.words;
  if (file.campaign)
    return words.fill("calendar.of_campaign", {{"campaign", material.site.campaigns[*file.campaign].short_title}});
  if (!file.unit) return words.get("calendar.of_all");
  const model::Unit& unit = material.site.units[*file.unit];
  return words.fill("calendar.of_unit",
                    {{"unit", unit.name}, {"locality", material.site.localities[unit.locality].name}});
}

}  // namespace

void make_calendars(const Material& material, const Take& take) {
  const Events events = make_events(material);
  for (const routes::CalendarFile& file : material.routes.calendars.files()) {
    IcalCalendar calendar{calendar_name(material, file),
                          material.words.get("calendar.about"),
                          material.site.info.base_url + file.url,
                          {}};
    for (const routes::MilestoneRef& ref : file.milestones) calendar.events.push_back(events.at(ref));
    take(file.url, to_ical(calendar));
  }
}

}  // namespace thidua::data
