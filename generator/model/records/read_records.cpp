#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "base/text.hpp"
#include "model/campaign_reader.hpp"
#include "model/records/frame.hpp"
#include "model/records/ranking.hpp"

namespace thidua::model {
namespace {

/// Whether the text has the form <locality>/<unit>, which no words of Vietnamese have.
bool is_unit_id(std::string_view text) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-/";
  return std::count(text.begin(), text.end(), '/') == 1 && text.find_first_not_of(kLetters) == std::string_view::npos;
}

/// A unit must be known for a record to be kept; an unknown one is reported and left out.
template <class Record, class Read>
std::vector<Record> records(const Fields& root, std::string_view key, const SiteIndex& site, Read read) {
  std::vector<Record> out;
  root.each(key, [&](const Fields& f) {
    if (const auto unit = f.reference("unit", site.units)) out.push_back(read(f, *unit));
  });
  return out;
}

int year_of(const content::DataFile& file) {
  int year = 0;
  std::from_chars(file.id.data(), file.id.data() + file.id.size(), year);
  return year;
}

Points points(const Fields& f, std::string_view key) { return {f.spelling(key), f.number(key).value_or(0)}; }

/// Text, number or null, as written.
std::optional<std::string> spelling_or_none(const Fields& f, std::string_view key) {
  const content::Value* value = f.object().find(key);
  return value == nullptr || value->is_null() ? std::nullopt : std::optional(f.spelling(key));
}

/// One file of records: findings about it, and the ids it may refer to.
class RecordFile {
 public:
  RecordFile(const content::DataFile& file, const CampaignReader& reader, const Campaign& campaign,
             Diagnostics& diagnostics)
      : file_(file),
        reader_(reader),
        campaign_(campaign),
        reading_{file.path, diagnostics},
        root_(file.root, reading_),
        frame_(reader, campaign) {
    if (reader.locality) reading_.invented = reader.site.localities.is_invented(*reader.locality);
    // Invented records stand in fictional campaigns only.
    if (root_.flag("illustrative") && !campaign.illustrative)
      root_.report(Code::illustrative_in_real, "illustrative", {campaign.id});
  }

  std::vector<Registration> registrations() {
    std::set<std::pair<UnitIndex, std::optional<int>>> seen;
    return records<Registration>(root_, "registrations", reader_.site, [&](const Fields& f, UnitIndex unit) {
      Registration r;
      r.unit = unit;
      frame_.hold_unit(f, unit);
      r.year = f.integer("year");
      if (r.year) frame_.hold_year(f, "year", *r.year);
      r.received = f.date("date").value_or(Date{});
      frame_.hold_day(f, "date", r.received);
      r.contents = f.texts("contents");
      r.targets = f.texts("targets");
      f.nested("report", [&](const Fields& report) {
        r.report_received = report.date("date");
        frame_.hold_day(report, "date", r.report_received);
        return 0;
      });
      r.own_plan = f.nested("own_plan", [&](const Fields& plan) {
        OwnPlan own{plan.text("number"), plan.date("date").value_or(Date{})};
        frame_.hold_day(plan, "date", own.date);
        return own;
      });
      r.place = f.place();
      if (!seen.emplace(unit, r.year).second) f.report(Code::registered_twice, "unit", {f.text("unit")});
      return r;
    });
  }

  ScoreTable scores() {
    ScoreTable table;
    table.year = year_of(file_);
    table.file = file_.path;
    table.published = root_.date("published");
    frame_.hold_year(root_, "", table.year);
    frame_.hold_day(root_, "published", table.published);
    std::map<UnitIndex, int> announced;  // ranks
    std::vector<std::pair<UnitIndex, Place>> places;
    const std::size_t findings = reading_.findings;
    table.scores = records<Score>(root_, "scores", reader_.site, [&](const Fields& f, UnitIndex unit) {
      Score score = read_score(f, unit);
      if (const auto rank = f.integer("rank")) announced[unit] = *rank;
      places.emplace_back(unit, f.place());
      return score;
    });
    report_twice(places);
    rank_scores(table.scores);
    if (reading_.findings == findings) report_ranks(table, announced, places);  // wrong scores give wrong ranks
    table.corrections = corrections(table.published);
    return table;
  }

  AttainmentTable attainment() {
    AttainmentTable table;
    table.year = year_of(file_);
    table.published = root_.date("published");
    frame_.hold_year(root_, "", table.year);
    frame_.hold_day(root_, "published", table.published);
    std::set<std::pair<std::size_t, std::optional<UnitIndex>>> seen;
    root_.each("attainment", [&](const Fields& f) {
      const auto target = f.reference("target", reader_.targets);
      const auto unit = f.reference("unit", reader_.site.units);
      if (!target || (f.has("unit") && !unit)) return;
      if (!seen.emplace(*target, unit).second) f.report(Code::attained_twice, "target", {f.text("target")});
      const TargetRef ref = reader_.target_refs[*target];
      const Date date = f.date("date").value_or(Date{});
      if (unit) frame_.hold_unit(f, *unit);
      frame_.hold_day_within(f, "date", date);
      frame_.hold_value(f, "value", campaign_.criteria[ref.criterion].targets[ref.target]);
      table.attained.push_back({ref, unit, f.spelling("value"), f.quantity("value"), date, f.text("source")});
    });
    return table;
  }

  Result result() {
    Result result;
    result.id = file_.id;
    result.file = file_.path;
    result.place = root_.place();
    read_round(result);
    root_.nested("decision", [&](const Fields& d) {
      result.decision = {d.text("number"), d.text("signer"), d.date("date").value_or(Date{}), d.text("file")};
      static_cast<void>(d.reference("file", reader_.site.media));  // reports one that is not there
      report_early(d, result);
      return 0;
    });
    result.granted_by = root_.reference("granted_by", reader_.site.units);
    result.named_forms = root_.references("award_forms", reader_.award_forms);
    result.award_forms = result.named_forms;
    result.awards = awards(result.named_forms);
    for (const Award& award : result.awards) result.award_forms.push_back(award.award_form);
    std::sort(result.award_forms.begin(), result.award_forms.end());
    result.award_forms.erase(std::unique(result.award_forms.begin(), result.award_forms.end()),
                             result.award_forms.end());
    read_acknowledgements(result);
    result.corrections = corrections(result.decision.date);
    result.visibility = root_.visibility();
    return result;
  }

 private:
  Score read_score(const Fields& f, UnitIndex unit) {
    Score score;
    score.unit = unit;
    const Place place = f.place();
    score.line = place.line;
    score.column = place.column;
    score.block = f.has("block") ? f.reference("block", reader_.site.units) : reader_.site.blocks[unit];
    score.points = points(f, "points");
    score.maximum = points(f, "maximum");
    report_above(f);
    frame_.hold_scored(f, unit);
    score.criteria = f.list("criteria", [&](const Fields& c) {
      report_above(c);
      return CriterionScore{c.text("name"), points(c, "points"), points(c, "maximum")};
    });
    hold_criteria(f, score);
    return score;
  }

  static void report_above(const Fields& f) {
    if (f.number("points").value_or(0) > f.number("maximum").value_or(0))
      f.report(Code::score_above_maximum, "points", {f.spelling("points"), f.spelling("maximum")});
  }

  void report_twice(const std::vector<std::pair<UnitIndex, Place>>& places) {
    std::set<UnitIndex> seen;
    for (const auto& [unit, place] : places) {
      if (!seen.insert(unit).second) reading_.report(Code::scored_twice, place, {reader_.site.ids[unit]});
    }
  }

  void report_ranks(const ScoreTable& table, const std::map<UnitIndex, int>& announced,
                    const std::vector<std::pair<UnitIndex, Place>>& places) {
    for (const auto& [unit, place] : places) {
      const auto given = announced.find(unit);
      const Score* score = table.of(unit);
      if (given == announced.end() || given->second == score->rank) continue;
      reading_.report(Code::rank_differs, place, {std::to_string(given->second), std::to_string(score->rank)});
    }
  }

  void read_round(Result& result) {
    result.round = root_.reference("round", reader_.rounds);
    result.year = root_.integer("year");
    if (!root_.has("round") && !campaign_.rounds.empty())
      root_.report(Code::round_missing, "awards", {campaign_.rounds.front().id});
    if (!result.round || result.year) return;
    const Round& of = campaign_.rounds[*result.round];
    if (of.years.size() == 1)
      result.year = of.years.front();
    else if (of.years.empty() && of.covers)
      result.year = of.covers->to.year;
    else if (of.kind == RoundKind::annual)
      root_.report(Code::year_missing, "round", {of.id});
  }

  /// A decision cannot come before the round that it closes has begun.
  void report_early(const Fields& decision, const Result& result) {
    if (!result.round) return;
    const Round& round = campaign_.rounds[*result.round];
    const std::optional<Date> begin = round.covers  ? std::optional(round.covers->from)
                                      : result.year ? parse_date(std::to_string(*result.year))
                                                    : std::nullopt;
    if (begin && result.decision.date.known() && result.decision.date.last_day() < begin->first_day())
      decision.report(Code::decision_before_round, "date", {to_string(result.decision.date), to_string(*begin)});
  }

  /// `listed`: the forms that the decision is said to be about; empty: not said.
  std::vector<Award> awards(const std::vector<std::size_t>& listed) {
    std::set<std::string> ids = {"decision"};  // which corrections call the decision itself
    std::set<std::tuple<std::size_t, UnitIndex, std::string>> recipients;
    return records<Award>(root_, "awards", reader_.site, [&](const Fields& f, UnitIndex unit) {
      Award award = read_award(f, unit);
      const bool is_listed = std::find(listed.begin(), listed.end(), award.award_form) != listed.end();
      if (!listed.empty() && !is_listed && reader_.award_forms.find(f.text("award_form")))
        f.report(Code::form_not_listed, "award_form", {f.text("award_form")});
      if (!ids.insert(award.id).second) f.report(Code::duplicate_id, "id", {award.id});
      if (!recipients.emplace(award.award_form, unit, base::name_key(award.name)).second)
        f.report(Code::awarded_twice, "unit", {award.name.empty() ? f.text("unit") : award.name});
      if (award.recipient == RecipientKind::individual && award.name.empty())
        f.report(Code::value_missing, "for", {f.text("for"), "name"});
      return award;
    });
  }

  Award read_award(const Fields& f, UnitIndex unit) {
    Award a;
    frame_.hold_unit(f, unit);
    a.id = f.text("id");
    a.award_form = f.reference("award_form", reader_.award_forms).value_or(0);
    a.recipient = f.word("for", RecipientKind::collective);
    a.unit = unit;
    a.name = f.text("name");
    a.sort_name = f.text("sort_name");
    a.position = f.text("position");
    a.achievement = f.text("achievement");
    a.standard = f.reference("standard", reader_.standards);
    a.clauses = reader_.clauses_of(f);
    a.proposed_by = f.reference("proposed_by", reader_.site.units);
    a.considered_by = f.reference("considered_by", reader_.site.units);
    if (f.reference("practice", reader_.site.practices)) a.practice = f.text("practice");
    a.dossier = f.nested("dossier", [&](const Fields& d) {
      return ReceivedDossier{d.date("received").value_or(Date{}), reader_.clauses.resolve(d, "parts"),
                             d.integer("copies")};
    });
    a.attestations = f.list("attestations", [&](const Fields& t) { return read_attestation(t); });
    a.place = f.place();
    return a;
  }

  Attestation read_attestation(const Fields& f) {
    Attestation a;
    a.clauses = reader_.clauses_of(f);
    a.check = f.word<CheckKind>("check");
    a.by = f.text("by");
    if (is_unit_id(a.by)) a.by_unit = f.reference("by", reader_.site.units);
    a.date = f.date("date").value_or(Date{});
    a.rating = f.word<Rating>("rating");
    a.value = points(f, "value");
    a.count = f.integer("count");
    a.recognised_by = f.text("recognised_by");
    return a;
  }

  void read_acknowledgements(Result& result) {
    root_.each("acknowledgements", [&](const Fields& f) {
      Acknowledgement given{f.text("by"), f.text("reason"), f.date("date").value_or(Date{}),
                            reader_.clauses.resolve(f, "clauses"), f.place()};
      if (given.date.last_day() < result.decision.date.first_day())
        f.report(Code::acknowledged_before_decision, "date", {to_string(given.date), to_string(result.decision.date)});
      if (!f.has("award")) {
        result.acknowledgements.push_back(std::move(given));
        return;
      }
      const auto award = std::find_if(result.awards.begin(), result.awards.end(),
                                      [&](const Award& a) { return a.id == f.text("award"); });
      if (award == result.awards.end()) return f.report(Code::unknown_id, "award", {f.text("award"), ""});
      award->acknowledgements.push_back(std::move(given));
    });
  }

  /// `first`: the day from which there was something to correct, where it is known.
  std::vector<Correction> corrections(const std::optional<Date>& first) {
    return root_.list("corrections", [&](const Fields& f) {
      Correction c;
      c.date = f.date("date").value_or(Date{});
      report_early_correction(f, c.date, first);
      c.reason = f.text("reason");
      f.nested("decision", [&](const Fields& d) {
        c.decision_number = d.text("number");
        c.decision_date = d.date("date");
        report_early_correction(f, c.date, c.decision_date);
        return 0;
      });
      c.of = f.text("of");
      c.field = f.text("field");
      c.before = spelling_or_none(f, "before");
      c.after = spelling_or_none(f, "after");
      c.place = f.place();
      if (c.before == c.after) f.report(Code::correction_without_change, "after", {c.of, c.field});
      return c;
    });
  }

  static void report_early_correction(const Fields& f, const Date& date, const std::optional<Date>& first) {
    if (first && date.last_day() < first->first_day())
      f.report(Code::corrected_too_early, "date", {to_string(date), to_string(*first)});
  }

  const content::DataFile& file_;
  const CampaignReader& reader_;
  const Campaign& campaign_;
  Reading reading_;
  Fields root_;
  Frame frame_;
};

/// A unit that is awarded for a year must have registered before the decision, where it registered at all.
void report_late_registrations(const Campaign& campaign, Diagnostics& diagnostics) {
  for (const Result& result : campaign.results) {
    if (!result.decision.date.known()) continue;
    std::unordered_set<UnitIndex> awarded;
    for (const Award& award : result.awards) awarded.insert(award.unit);
    for (const Registration& r : campaign.registrations) {
      const bool same_year = !r.year || r.year == result.year;
      const bool late = r.received.known() && r.received.first_day() > result.decision.date.last_day();
      if (same_year && late && awarded.contains(r.unit))
        diagnostics.add(Code::registered_after_result, r.place, {to_string(r.received), result.decision.number});
    }
  }
}

/// A decision stands in one file, unless it closes several rounds.
void report_repeated_decisions(const Campaign& campaign, Diagnostics& diagnostics) {
  std::map<std::tuple<std::string, std::string, std::optional<UnitIndex>>, const Result*> seen;
  for (const Result& result : campaign.results) {
    const Decision& decision = result.decision;
    if (!decision.date.known()) continue;
    const std::string date = to_string(decision.date);
    const auto [first, fresh] = seen.emplace(std::tuple(decision.number, date, result.granted_by), &result);
    if (!fresh) diagnostics.add(Code::decision_repeated, result.place, {decision.number, date, first->second->file});
  }
}

}  // namespace

std::vector<Result> read_records(const content::CampaignFolder& folder, const CampaignReader& reader,
                                 Campaign& campaign, Diagnostics& diagnostics) {
  std::vector<Result> embargoed;
  const auto open = [&](const content::DataFile& file) { return RecordFile(file, reader, campaign, diagnostics); };
  for (const content::DataFile& file : folder.registrations) campaign.registrations = open(file).registrations();
  for (const content::DataFile& file : folder.scores) campaign.scores.push_back(open(file).scores());
  for (const content::DataFile& file : folder.attainment) campaign.attainment.push_back(open(file).attainment());
  for (const content::DataFile& file : folder.results) {
    Result result = open(file).result();
    campaign.next_change = earlier(campaign.next_change, result.visibility.next_change(reader.site.now));
    const Moment now = reader.site.now;
    if (result.visibility.at(now)) {
      campaign.results.push_back(std::move(result));
      continue;
    }
    if (result.visibility.expire_at && *result.visibility.expire_at <= now)
      campaign.expired.push_back({result.id, *result.visibility.expire_at});
    campaign.hidden.push_back({result.id, result.decision.file});
    if (result.visibility.publish_at && *result.visibility.publish_at > now) embargoed.push_back(std::move(result));
  }
  report_late_registrations(campaign, diagnostics);
  report_repeated_decisions(campaign, diagnostics);
  return embargoed;
}

}  // namespace thidua::model
