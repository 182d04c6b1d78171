#include <fmt/format.h>

#include <algorithm>

#include "model/campaign_reader.hpp"

namespace thidua::model {
namespace {

/// One date per year of a yearly rule: `in` 03-15 of the next year, for 2022 to 2024.
std::vector<DueDate> expand_yearly(const Fields& f) {
  std::vector<DueDate> dates;
  const std::string in = f.text("in");
  const int shift = f.text("of") == "next_year" ? 1 : 0;
  for (const int year : f.integers("for")) {
    const std::string text =
        in == "year" ? fmt::format("{:04}", year + shift) : fmt::format("{:04}-{}", year + shift, in);
    if (const auto date = parse_date(text)) {
      dates.push_back({*date, year});
    } else {
      f.report(Code::impossible_date, "in", {text});
    }
  }
  return dates;
}

bool needs_date(WhenKind kind) { return kind <= WhenKind::on; }

When read_when(const Fields& f, const CampaignReader& reader) {
  When when;
  when.is = f.word("is", WhenKind::not_stated);
  if (const auto date = f.date("date")) when.dates.push_back({*date, std::nullopt});
  if (auto yearly = f.nested("each_year", expand_yearly)) when.dates = std::move(*yearly);
  when.from = f.date("from");
  when.to = f.date("to");
  if (when.from && when.to) f.period("from", "to");
  when.from_event = f.text("from_event");
  when.event = f.text("event");
  when.by = f.text("by");
  when.delegated_to = f.references("delegated_to", reader.site.units);
  if (needs_date(when.is) && !f.has("date") && !f.has("each_year")) {
    f.report(Code::value_missing, "is", {f.text("is"), "date"});
  }
  return when;
}

Source read_source(const Fields& f, const CampaignReader& reader) { return {reader.clauses_of(f), f.text("document")}; }

std::vector<Revision> read_revisions(const Fields& f, const CampaignReader& reader) {
  auto out = f.list("revisions", [&](const Fields& r) {
    return Revision{r.date("before").value_or(Date{1}), r.date("on").value_or(Date{1}), r.integer("for_year"),
                    read_source(r, reader), r.place()};
  });
  std::stable_sort(out.begin(), out.end(),
                   [](const Revision& a, const Revision& b) { return a.on.first_day() < b.on.first_day(); });
  return out;
}

Milestone read_milestone(const Fields& f, const CampaignReader& reader) {
  return {f.text("id"),
          f.text("name"),
          f.word("kind", MilestoneKind::dossier),
          f.references("who", reader.site.units),
          f.references("to", reader.site.units),
          f.references("rounds", reader.rounds),
          f.nested("when", [&](const Fields& w) { return read_when(w, reader); }).value_or(When{}),
          f.text("after"),
          f.text("may_move"),
          f.word<Event>("after_event"),
          reader.changes<When>(f, "when", [&](const Fields& w) { return read_when(w, reader); }),
          read_revisions(f, reader),
          f.nested("withdrawn",
                   [&](const Fields& w) {
                     return Withdrawal{w.date("on").value_or(Date{1}), read_source(w, reader), w.place()};
                   }),
          reader.clauses_of(f)};
}

Duty read_duty(const Fields& f, const CampaignReader& reader) {
  return {f.references("who", reader.site.units),
          f.references("with", reader.site.units),
          f.words<DutyKind>("kinds"),
          f.text("text"),
          f.reference("milestone", reader.milestones),
          reader.clauses_of(f)};
}

}  // namespace

void read_schedule(const Fields& root, const CampaignReader& reader, Campaign& campaign) {
  campaign.milestones = root.list("milestones", [&](const Fields& f) { return read_milestone(f, reader); });
  campaign.duties = root.list("duties", [&](const Fields& f) { return read_duty(f, reader); });
}

}  // namespace thidua::model
