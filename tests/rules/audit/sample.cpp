#include "rules/audit/sample.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/records/ranking.hpp"

namespace thidua::testing {
namespace {

using namespace thidua::model;

Unit unit(const std::string& id, UnitKind kind, std::optional<UnitIndex> block = std::nullopt,
          std::size_t locality = 0) {
  Unit out;
  out.id = (locality == 0 ? "town/" : "elsewhere/") + id;
  out.name = id;
  out.kind = kind;
  out.block = block;
  out.locality = locality;
  return out;
}

std::vector<Unit> units() {
  return {unit("town", UnitKind::authority),
          unit("province", UnitKind::authority),
          unit("wards", UnitKind::block),
          unit("offices", UnitKind::block),
          unit("ward-a", UnitKind::unit, kWards),
          unit("ward-b", UnitKind::unit, kWards),
          unit("ward-c", UnitKind::unit, kWards),
          unit("ward-d", UnitKind::unit, kWards),
          unit("ward-e", UnitKind::unit, kWards),
          unit("office-a", UnitKind::unit, kOffices),
          unit("office-b", UnitKind::unit, kOffices),
          unit("elsewhere", UnitKind::unit, std::nullopt, 1)};
}

Document plan() {
  std::string text = "I. QUY ĐỊNH\n\n";
  for (int i = 1; i <= 9; ++i) text += fmt::format("{}. Điều kiện.\n\n", i);
  return {"plan", "plan", "plan.md", split_clauses(text, 1)};
}

AwardForm form(const std::string& id) {
  AwardForm out;
  out.id = out.name = id;
  return out;
}

Campaign campaign_of_town() {
  Campaign out;
  out.id = "sample";
  out.file = "campaign.json";
  out.period.range = {day("2021"), day("2025")};
  out.period.clauses = clause(9);
  out.documents = {plan()};
  out.award_forms = {form("commendation"), form("certificate")};
  Round annual, phase;
  annual.id = "annual";
  annual.years = {2021, 2022, 2023, 2024, 2025};
  annual.clauses = phase.clauses = clause(8);
  phase.id = "phase";
  phase.kind = RoundKind::final;
  phase.covers = Period{day("2021"), day("2025")};
  out.rounds = {annual, phase};
  Audience all;
  all.units = {kWards, kOffices};
  all.clauses = clause(7);
  out.audiences = {all};
  return out;
}

Points points(const std::string& spelling) { return {spelling, std::stod(spelling)}; }

struct ItemWords {
  std::string operator()(const rules::Amount& a) const {
    return a.spelling + (a.unit.empty() ? "" : " " + a.unit) + (a.year ? fmt::format(" in {}", *a.year) : "");
  }
  std::string operator()(const rules::Rank& r) const {
    return fmt::format("rank {}{}", r.place, r.tied ? " tied" : "");
  }
  std::string operator()(const rules::CountedRank& r) const {
    std::string freed;
    for (const model::UnitIndex unit : r.freed_by) freed += " " + units()[unit].name;
    return fmt::format("counted as {}, freed by{}, form {}", (*this)(r.rank), freed, r.award_form);
  }
  std::string operator()(const rules::UnitName& u) const { return units()[u.unit].name; }
  std::string operator()(const rules::FormName& f) const { return fmt::format("form {}", f.award_form); }
  std::string operator()(const rules::RatingName& r) const { return std::string(name_of(r.rating)); }
  std::string operator()(const rules::Words& w) const { return w.text; }
  std::string operator()(const Date& d) const { return to_string(d); }
};

}  // namespace

Date day(std::string_view text) { return parse_date(text).value(); }

Check threshold(CheckKind kind, Comparator comparator, double value, const std::string& unit) {
  Check out;
  out.kind = kind;
  out.comparator = comparator;
  out.value = value;
  out.spelling = fmt::format("{}", value);
  out.unit = unit;
  return out;
}

Condition condition(const Check& check) {
  Condition out;
  out.check = check;
  out.clauses = clause(1);
  return out;
}

Condition condition(CheckKind kind) {
  Check check;
  check.kind = kind;
  return condition(check);
}

Clauses clause(std::size_t number) { return {{0, number}}; }

Sample::Sample() {
  site.localities.resize(2);
  site.units = units();
  site.campaigns = {campaign_of_town()};
}

void Sample::score(int year, UnitIndex unit, const std::string& of, const std::string& maximum) {
  auto& tables = campaign().scores;
  auto at = std::find_if(tables.begin(), tables.end(), [year](const ScoreTable& t) { return t.year == year; });
  if (at == tables.end()) {
    at = tables.insert(tables.end(), ScoreTable());
    at->year = year;
  }
  Score out;
  out.unit = unit;
  out.block = site.units[unit].block;
  out.points = points(of);
  out.maximum = points(maximum);
  at->scores.push_back(out);
  rank_scores(at->scores);
}

void Sample::publish_scores(int year, std::string_view date) {
  for (ScoreTable& table : campaign().scores) {
    if (table.year == year) table.published = day(date);
  }
}

Result& Sample::decide(int year, std::string_view date) {
  Result out;
  out.id = "decision";
  out.round = kAnnual;
  out.year = year;
  out.decision = {fmt::format("{}/QĐ", campaign().results.size() + 1), "", day(date), ""};
  out.granted_by = kTown;
  out.place = {"results.json", 1, 1};
  campaign().results.push_back(out);
  return campaign().results.back();
}

Award& Sample::grant(UnitIndex unit, std::size_t form) {
  Result& result = campaign().results.back();
  Award out;
  out.id = site.units[unit].name;
  out.award_form = form;
  out.unit = unit;
  out.place = {"results.json", static_cast<int>(result.awards.size()) + 2, 1};
  result.awards.push_back(out);
  result.award_forms.push_back(form);
  return result.awards.back();
}

Award& Sample::grant_to_person(const std::string& name, UnitIndex unit, std::size_t form) {
  Award& out = grant(unit, form);
  out.recipient = RecipientKind::individual;
  out.name = name;
  return out;
}

Registration& Sample::registration(UnitIndex unit, std::optional<int> year, std::string_view received) {
  Registration out;
  out.unit = unit;
  out.year = year;
  out.received = day(received);
  campaign().registrations.push_back(out);
  return campaign().registrations.back();
}

Quota& Sample::quota(CountKind kind, double value) {
  Quota out;
  out.rounds = {kAnnual};
  out.count.is = kind;
  out.count.value = value;
  out.count.spelling = fmt::format("{}", value);
  out.clauses = clause(2);
  campaign().quotas.push_back(out);
  return campaign().quotas.back();
}

Milestone& Sample::milestone(MilestoneKind kind, WhenKind when, std::string_view date) {
  Milestone out;
  out.kind = kind;
  out.name = "milestone";
  out.when.is = when;
  if (!date.empty()) out.when.dates = {{day(date), std::nullopt}};
  out.clauses = clause(3);
  campaign().milestones.push_back(out);
  return campaign().milestones.back();
}

rules::Finding Sample::finding(Rule rule, const Condition& condition, std::size_t result, std::size_t award) {
  const Result& of = campaign().results.at(result);
  const rules::Records records(campaign());
  return rule(condition, {site, campaign(), records, of, of.awards.at(award)});
}

std::vector<rules::Finding> Sample::findings(PlanRule rule, std::size_t result, std::size_t award) {
  const Result& of = campaign().results.at(result);
  const rules::Records records(campaign());
  std::vector<rules::Finding> out;
  rule({site, campaign(), records, of, of.awards.at(award)}, out);
  return out;
}

std::string Sample::reported() {
  Diagnostics diagnostics;
  rules::report(campaign(), audit(), diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.sorted()) {
    out += describe(d.code).name;
    for (const std::string& arg : d.args) out += " " + arg;
    out += "; ";
  }
  return out;
}

std::string said(rules::Verdict verdict) {
  constexpr std::array<const char*, 3> kWords = {"satisfied", "not satisfied", "cannot be verified"};
  return kWords[static_cast<std::size_t>(verdict)];
}

std::string said(const rules::Finding& finding) {
  if (finding.given != Given::stated) return finding.given == Given::delegated ? "delegated" : "not stated";
  std::string out = said(finding.verdict);
  if (finding.verdict != rules::Verdict::cannot_be_verified) return out;
  const char* mark = ": ";
  for (const rules::Missing& m : finding.missing) {
    out += mark + std::string(key_of(m.kind)) + (m.detail.empty() ? "" : " " + m.detail);
    mark = ", ";
  }
  return out;
}

std::string said(const std::vector<rules::Finding>& findings) {
  std::string out;
  for (const rules::Finding& f : findings) out += std::string(name_of(f.rule)) + ": " + said(f) + "; ";
  return out;
}

std::string shown(const rules::Measure& measure) {
  std::string out;
  for (const rules::Item& item : measure.items) out += (out.empty() ? "" : ", ") + std::visit(ItemWords(), item);
  return out;
}

}  // namespace thidua::testing
