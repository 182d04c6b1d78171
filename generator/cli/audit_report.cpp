#include "cli/audit_report.hpp"

#include <fmt/format.h>

#include "cli/audit_json.hpp"
#include "cli/audit_words.hpp"
#include "cli/console.hpp"
#include "model/facts.hpp"
#include "rules/audit/acknowledged.hpp"

namespace thidua::cli {
namespace {

using rules::Finding;
using rules::Verdict;

/// The findings of one campaign as indented lines, one per thing that the plan asks for.
class Lines {
 public:
  Lines(const model::Site& site, const model::Campaign& campaign, Language language)
      : site_(site), campaign_(campaign), language_(language) {}

  void heading(const model::Result& result) {
    const std::string round = result.round ? campaign_.rounds[*result.round].name : std::string();
    const std::string year = result.year ? fmt::format(" {}", *result.year) : std::string();
    out_ +=
        fmt::format("\n{}{} · {} ({})\n", round, year, result.decision.number, model::to_string(result.decision.date));
  }

  void award(const model::Award& award, const rules::AwardAudit& audit) {
    out_ += fmt::format("\n  {} {} — {}: {}\n", sign(audit.verdict), recipient_words(site_, award),
                        campaign_.award_forms[award.award_form].name, verdict_words(audit.verdict, language_));
    if (audit.verdict == Verdict::not_satisfied) {
      for (const model::Acknowledgement& given : award.acknowledgements) acknowledge(given);
    }
    findings(audit.findings, 2);
  }

  void quota(const rules::QuotaAudit& audit) {
    const model::Quota& quota = campaign_.quotas[audit.quota];
    const std::string block = quota.block ? ", " + site_.units[*quota.block].name : std::string();
    Finding shown = audit.finding;
    shown.text =
        fmt::format("{} · {}{}", campaign_.award_forms[quota.award_form].name,
                    say(language_, quota.recipient == model::RecipientKind::collective ? "collectives" : "individuals",
                        quota.recipient == model::RecipientKind::collective ? "tập thể" : "cá nhân"),
                    block);
    finding(shown, 1);
  }

  void findings(const std::vector<Finding>& all, int depth) {
    for (const Finding& f : all) finding(f, depth);
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string_view sign(Verdict verdict) {
    return verdict == Verdict::satisfied ? "✓" : verdict == Verdict::not_satisfied ? "✗" : "?";
  }

  void acknowledge(const model::Acknowledgement& a) {
    out_ += fmt::format("      {} {} ({}) [{}]: {}\n", say(language_, "acknowledged by", "ghi nhận bởi"), a.by,
                        model::to_string(a.date), model::cited(campaign_.documents, a.clauses), a.reason);
  }

  void finding(const Finding& f, int depth) {
    const bool open = f.given != model::Given::stated;
    const std::string clauses = model::cited(campaign_.documents, f.clauses);
    out_ += fmt::format("{:{}}{} {}", "", depth * 2, open ? "·" : sign(f.verdict),
                        f.text.empty() ? rule_words(f.rule, language_) : f.text);
    if (!clauses.empty()) out_ += " [" + clauses + "]";
    if (open) out_ += ": " + left_open(f);
    const std::string required = measure_words(f.required, site_, campaign_, language_);
    const std::string found = measure_words(f.found, site_, campaign_, language_);
    if (!required.empty()) out_ += fmt::format("; {} {}", say(language_, "wants", "yêu cầu"), required);
    if (!found.empty()) out_ += fmt::format("; {} {}", say(language_, "found", "thực tế"), found);
    for (const rules::Missing& m : f.missing)
      out_ += fmt::format("; {} {}", say(language_, "missing:", "thiếu:"), missing_words(m, language_));
    out_ += '\n';
    findings(f.parts, depth + 1);
  }

  std::string left_open(const Finding& f) const {
    if (f.given == model::Given::not_stated) return say(language_, "the plan does not say", "kế hoạch không nêu");
    std::string to = f.delegated_by;
    for (const model::UnitIndex unit : f.delegated_to) to += (to.empty() ? "" : ", ") + site_.units[unit].name;
    return say(language_, "delegated: ", "giao cho: ") + to;
  }

  const model::Site& site_;
  const model::Campaign& campaign_;
  Language language_;
  std::string out_;
};

std::string as_text(const model::Site& site, const model::Campaign& campaign, const rules::CampaignAudit& audit,
                    Language language) {
  Lines lines(site, campaign, language);
  std::size_t next = 0;
  for (std::size_t r = 0; r < campaign.results.size(); ++r) {
    lines.heading(campaign.results[r]);
    for (; next < audit.awards.size() && audit.awards[next].result == r; ++next)
      lines.award(campaign.results[r].awards[audit.awards[next].award], audit.awards[next]);
  }
  std::string out = lines.take();
  for (const rules::QuotaAudit& quota : audit.quotas) lines.quota(quota);
  lines.findings(audit.document, 1);
  const std::string numbers = lines.take();
  if (!numbers.empty()) out += "\n" + say(language, "Numbers", "Số lượng và số liệu") + "\n" + numbers;
  return out;
}

}  // namespace

void AuditReport::add(const model::Campaign& campaign, const rules::CampaignAudit& audit) {
  if (options_.format == Format::json) {
    out_ += (out_.empty() ? "" : ",\n") + audit_json(site_, campaign, audit);
    return;
  }
  const std::string text = as_text(site_, campaign, audit, options_.language);
  if (!text.empty())
    out_ += fmt::format("{}{} ({})\n{}", out_.empty() ? "" : "\n", campaign.short_title, campaign.id, text);
  for (const rules::AwardAudit& award : audit.awards) {
    ++awards_;
    if (award.verdict == Verdict::satisfied) ++satisfied_;
    if (award.verdict != Verdict::not_satisfied) continue;
    ++failed_;
    if (rules::is_acknowledged(award, campaign.results[award.result].awards[award.award])) ++acknowledged_;
  }
}

std::string AuditReport::finish() {
  if (options_.format == Format::json) return "[\n" + out_ + "\n]";
  const int unknown = awards_ - satisfied_ - failed_;
  return out_ + (out_.empty() ? "" : "\n") +
         say(options_.language,
             fmt::format("{} awards: {} satisfied, {} cannot be verified, {} not satisfied, of which {} acknowledged",
                         awards_, satisfied_, unknown, failed_, acknowledged_),
             fmt::format(
                 "{} mục khen: {} đáp ứng, {} chưa thể kiểm chứng, {} không đáp ứng, trong đó {} đã được ghi nhận",
                 awards_, satisfied_, unknown, failed_, acknowledged_));
}

}  // namespace thidua::cli
