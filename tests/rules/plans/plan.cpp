#include "rules/plans/plan.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/disk.hpp"
#include "content/read_content.hpp"
#include "content/syntax/json_reader.hpp"
#include "model/build_site.hpp"
#include "model/records/ranking.hpp"
#include "rules/plans/ideal_award.hpp"

namespace thidua::testing {
namespace {

using namespace thidua::model;

Date day(const std::string& text) { return parse_date(text).value(); }

template <class Items>
std::size_t position(const Items& items, const std::string& id) {
  const auto at = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  REQUIRE_MESSAGE(at != items.end(), "no " << id);
  return static_cast<std::size_t>(at - items.begin());
}

/// Everything that the repository publishes, read once.
const content::Sources& shipped() {
  static const content::Sources sources = [] {
    Diagnostics diagnostics;
    auto read = content::read_content(*base::real_disk(), THIDUA_SOURCE_DIR, 1, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    return read;
  }();
  return sources;
}

Site site_of(content::Sources sources) {
  Diagnostics diagnostics;
  return build_site(sources, {Drafts::leave_out, 1, parse_moment("2031-12-31").value()}, diagnostics);
}

std::string words(const rules::Finding& finding) {
  constexpr std::array kWords = {"satisfied", "not satisfied", "cannot be verified"};
  if (finding.given != Given::stated) return "left open";
  return kWords[static_cast<std::size_t>(finding.verdict)];
}

/// The verdict and the rules behind it: "not satisfied (index-mean)".
std::string words(const rules::AwardAudit& award) {
  rules::Finding whole{rules::RuleId::standard};
  whole.verdict = award.verdict;
  std::string why;
  for (const rules::Finding* f : rules::reasons(award.findings, award.verdict)) {
    const std::string name(name_of(f->rule));
    if ((", " + why + ",").find(", " + name + ",") == std::string::npos) why += (why.empty() ? "" : ", ") + name;
  }
  return words(whole) + (award.verdict == rules::Verdict::satisfied ? "" : " (" + why + ")");
}

std::string name_of_number(const Site& site, const Campaign& campaign, const rules::QuotaAudit& audit) {
  const Quota& quota = campaign.quotas[audit.quota];
  return fmt::format("number of {} for {}{}, {} {}", campaign.award_forms[quota.award_form].id,
                     name_of(quota.recipient), quota.block ? " of " + site.units[*quota.block].id : std::string(),
                     campaign.rounds[audit.round.value()].id, audit.year.value_or(0));
}

void add_verdicts(const Site& site, const Campaign& campaign, std::map<std::string, std::string>& out) {
  const rules::CampaignAudit audit = rules::audit(site, campaign);
  for (const rules::AwardAudit& award : audit.awards) {
    const Result& result = campaign.results[award.result];
    out[fmt::format("award {} in {}", result.awards[award.award].id, result.id)] = words(award);
  }
  for (const rules::QuotaAudit& quota : audit.quotas)
    out[name_of_number(site, campaign, quota)] = fmt::format("{} {}", quota.granted, words(quota.finding));
}

/// Of the plan itself, whatever is awarded.
void add_document(const Campaign& campaign, std::map<std::string, std::string>& out) {
  for (const rules::Finding& finding : rules::audit_document(campaign)) {
    std::string& all = out["document " + std::string(name_of(finding.rule))];
    all += (all.empty() ? "" : ", ") + words(finding);
  }
}

}  // namespace

Plan::Plan(const std::string& id) {
  const content::Sources& all = shipped();
  sources_.site = all.site;
  sources_.units = all.units;
  sources_.campaigns = {all.campaigns[position(all.campaigns, id)]};
}

void Plan::unit(const std::string& id, const std::string& block) {
  REQUIRE(site_.units.empty());
  const std::string& locality = facts().find("locality")->as_string();
  content::Value& root = sources_.units[position(sources_.units, locality)].root;
  Diagnostics diagnostics;
  const std::string json =
      fmt::format(R"({{"id": "{}", "name": "{}", "kind": "unit", "level": "commune", "block": "{}"}})", id, id, block);
  for (content::Member& member : root.as_object()) {
    if (member.key == "units") member.value.as_array().push_back(*content::read_json(json, "units", diagnostics));
  }
}

const Site& Plan::site() {
  if (site_.units.empty()) site_ = site_of(sources_);
  return site_;
}

UnitIndex Plan::index(const std::string& unit) {
  const std::string& locality = facts().find("locality")->as_string();
  return position(site().units, locality + "/" + unit);
}

void Plan::score(const std::vector<int>& years, const std::string& unit, const std::string& points,
                 const std::string& block) {
  for (const int year : years) {
    auto at = std::find_if(records_.scores.begin(), records_.scores.end(),
                           [year](const ScoreTable& table) { return table.year == year; });
    if (at == records_.scores.end()) {
      at = records_.scores.insert(at, ScoreTable());
      at->year = year;
      at->published = day(fmt::format("{}-01-10", year + 1));
    }
    Score score;
    score.unit = index(unit);
    score.block = block.empty() ? site().units[score.unit].block : index(block);
    score.points = {points, std::stod(points)};
    score.maximum = {"100", 100};
    at->scores.push_back(score);
    rank_scores(at->scores);
  }
}

void Plan::registered(const std::string& unit, int year, const std::string& received, const std::string& reported) {
  Registration out;
  out.unit = index(unit);
  out.year = year;
  out.received = day(received);
  out.contents = out.targets = {"Một cửa"};
  out.report_received = day(reported);
  records_.registrations.push_back(out);
}

void Plan::decide(const std::string& round, int year, const std::string& date, const std::string& granted_by) {
  Result out;
  out.id = fmt::format("{}-{} ({})", round.empty() ? "decision" : round, year, granted_by);
  out.year = year;
  if (!site().campaigns.front().rounds.empty()) out.round = position(campaign().rounds, round);
  out.decision.number = fmt::format("{}/QĐ", records_.results.size() + 1);
  out.decision.date = day(date);
  out.granted_by = index(granted_by);
  records_.results.push_back(out);
}

void Plan::grant(const Wanted& wanted) {
  Result& result = records_.results.back();
  const std::size_t form = position(campaign().award_forms, wanted.form);
  Award award = ideal_award(campaign(), form, result,
                            wanted.person.empty() ? RecipientKind::collective : RecipientKind::individual, wanted.via);
  award.unit = index(wanted.unit);
  award.name = wanted.person;
  award.id = wanted.form + " to " + (wanted.person.empty() ? wanted.unit : wanted.person);
  award.dossier->received = day(wanted.received);
  for (Attestation& attestation : award.attestations) {
    if (attestation.rating && wanted.rating) attestation.rating = wanted.rating;
  }
  result.awards.push_back(award);
  result.award_forms.push_back(form);
}

void Plan::begin_anew() { worlds_.push_back(std::exchange(records_.results, {})); }

std::map<std::string, std::string> Plan::verdicts(const std::function<void(content::Value&)>& alter) const {
  content::Sources sources = sources_;
  alter(sources.campaigns.front().facts.root);
  Site site = site_of(std::move(sources));
  Campaign& campaign = site.campaigns.front();
  campaign.registrations = records_.registrations;
  campaign.scores = records_.scores;
  std::map<std::string, std::string> out;
  add_document(campaign, out);
  for (const auto& results : worlds_) {
    campaign.results = results;
    add_verdicts(site, campaign, out);
  }
  campaign.results = records_.results;
  add_verdicts(site, campaign, out);
  return out;
}

}  // namespace thidua::testing
