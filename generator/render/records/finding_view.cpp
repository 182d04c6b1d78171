#include "render/records/finding_view.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "render/records/measure_words.hpp"

namespace thidua::render {
namespace {

using rules::Finding;
using rules::Verdict;

constexpr auto kVerdicts = rules::kVerdictNames;

std::string text_of(const CampaignContext& c, const Finding& finding) {
  return finding.text.empty() ? rule_words(c.words, finding.rule) : finding.text;
}

/// Why there is nothing to satisfy; false where the plan does state it.
View open_text(const CampaignContext& c, const Finding& finding) {
  switch (finding.given) {
    case model::Given::stated:
      return false;
    case model::Given::delegated:
      return c.words.delegated("count", finding.delegated_to, finding.delegated_by);
    case model::Given::not_stated:
      break;
  }
  return c.words.get("given.not_stated");
}

/// What the rule looks at, where the text is the plan's condition and the rule is not just any condition.
View about(const CampaignContext& c, const Finding& finding) {
  const bool plain = finding.rule == rules::RuleId::condition || finding.rule == rules::RuleId::standard;
  return finding.text.empty() || plain ? View(false) : View(rule_words(c.words, finding.rule));
}

/// As the conditions of award_view.cpp are made flat: `ends` groups end with the finding and all below it.
void flatten(const CampaignContext& c, const Finding& finding, std::size_t ends, View& out) {
  const std::vector<Finding>& below = finding.parts;
  const bool stated = finding.given == model::Given::stated;
  View view;
  view.add("text", text_of(c, finding), "about", about(c, finding), "verdict",
           stated ? verdict_view(c.words, finding.verdict) : View(false), "open", open_text(c, finding), "required",
           optional(required_words(c, finding)), "found", optional(found_words(c, finding)), "missing",
           missing_view(c.words, finding.missing), "has_missing", !finding.missing.empty(), "logic",
           below.size() < 2 ? View(false) : View(c.words.name("logic", finding.logic)), "opens", !below.empty(),
           "closes", View(View::List(below.empty() ? ends : 0, View(true))), "clauses",
           c.words.clause_links(c.campaign, finding.clauses));
  append(out, std::move(view));
  for (std::size_t i = 0; i < below.size(); ++i) flatten(c, below[i], i + 1 == below.size() ? ends + 1 : 0, out);
}

}  // namespace

std::string rule_words(const Words& words, rules::RuleId rule) {
  return words.get("audit_rule_" + std::string(rules::key_of(rule)));
}

std::string missing_words(const Words& words, const rules::Missing& missing) {
  return words.fill("audit_missing_" + std::string(rules::key_of(missing.kind)), {{"detail", missing.detail}});
}

View verdict_view(const Words& words, Verdict verdict) {
  const std::string state(kVerdicts[static_cast<std::size_t>(verdict)]);
  return object("word", words.get("verdict." + state), "state", state);
}

View checks_view(const CampaignContext& c, const std::vector<Finding>& findings) {
  View out = list();
  for (const Finding& finding : findings) flatten(c, finding, 0, out);
  return out;
}

std::string checks_summary(const CampaignContext& c, const std::vector<Finding>& findings) {
  const rules::Tally tally = rules::tally_of(findings);
  const int checked = tally.checked();
  std::string parts;
  for (std::size_t i = 0; i < kVerdicts.size(); ++i) {
    if (tally.verdicts[i] == 0) continue;
    parts += (parts.empty() ? "" : ", ") +
             c.words.fill("audit_summary." + std::string(kVerdicts[i]), {{"count", std::to_string(tally.verdicts[i])}});
  }
  std::string out = checked == 0
                        ? c.words.get("audit_summary.nothing")
                        : c.words.fill("audit_summary", {{"count", std::to_string(checked)}, {"parts", parts}});
  if (tally.open > 0) out += ' ' + c.words.fill("audit_summary.open", {{"count", std::to_string(tally.open)}});
  return out;
}

View reasons_view(const CampaignContext& c, const std::vector<Finding>& findings, Verdict verdict) {
  View out = list();
  if (verdict == Verdict::satisfied) return out;
  std::set<std::string> said;
  for (const Finding* finding : rules::reasons(findings, verdict)) {
    std::string text = text_of(c, *finding);
    if (!said.insert(text).second) continue;
    append(out,
           object("text", std::move(text), "required", optional(required_words(c, *finding)), "found",
                  optional(found_words(c, *finding)), "missing", missing_view(c.words, finding->missing), "has_missing",
                  !finding->missing.empty(), "clauses", c.words.clause_links(c.campaign, finding->clauses)));
  }
  return out;
}

View reasons_title(const Words& words, Verdict verdict) {
  if (verdict == Verdict::satisfied) return false;
  return words.get("results.reasons." + std::string(kVerdicts[static_cast<std::size_t>(verdict)]));
}

View missing_view(const Words& words, const std::vector<rules::Missing>& missing) {
  return list_of(missing, [&](const rules::Missing& m) { return View(missing_words(words, m)); });
}

}  // namespace thidua::render
