#include "cli/audit_json.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "cli/audit_words.hpp"
#include "model/facts.hpp"
#include "rules/audit/acknowledged.hpp"

namespace thidua::cli {
namespace {

using rules::Finding;

class Writer {
 public:
  Writer(const model::Site& site, const model::Campaign& campaign) : site_(site), campaign_(campaign) {
    writer_.SetIndent(' ', 1);
  }

  std::string write(const rules::CampaignAudit& audit) {
    writer_.StartObject();
    text("campaign", campaign_.id);
    if (campaign_.illustrative) {
      key("illustrative");
      writer_.Bool(true);
    }
    array("awards", audit.awards, [&](const rules::AwardAudit& a) { award(a); });
    array("numbers", audit.quotas, [&](const rules::QuotaAudit& q) { number(q); });
    array("document", audit.document, [&](const Finding& f) { finding(f); });
    writer_.EndObject();
    return buffer_.GetString();
  }

 private:
  void string(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void text_if(std::string_view name, const std::string& value) {
    if (!value.empty()) text(name, value);
  }

  template <class Items, class Write>
  void array(std::string_view name, const Items& items, Write write) {
    key(name);
    writer_.StartArray();
    for (const auto& item : items) write(item);
    writer_.EndArray();
  }

  static std::string_view name_of(rules::Verdict verdict) {
    return rules::kVerdictNames[static_cast<std::size_t>(verdict)];
  }

  void award(const rules::AwardAudit& audit) {
    const model::Result& result = campaign_.results[audit.result];
    const model::Award& award = result.awards[audit.award];
    writer_.StartObject();
    text("result", result.id);
    text("award", award.id);
    text("award_form", campaign_.award_forms[award.award_form].id);
    text("unit", site_.units[award.unit].id);
    text_if("name", award.name);
    text("verdict", name_of(audit.verdict));
    key("acknowledged");
    writer_.Bool(rules::is_acknowledged(audit, award));
    array("findings", audit.findings, [&](const Finding& f) { finding(f); });
    writer_.EndObject();
  }

  void number(const rules::QuotaAudit& audit) {
    const model::Quota& quota = campaign_.quotas[audit.quota];
    writer_.StartObject();
    text("award_form", campaign_.award_forms[quota.award_form].id);
    if (audit.round) text("round", campaign_.rounds[*audit.round].id);
    if (audit.year) {
      key("year");
      writer_.Int(*audit.year);
    }
    text("for", model::name_of(quota.recipient));
    if (quota.block) text("block", site_.units[*quota.block].id);
    key("granted");
    writer_.Int(audit.granted);
    key("finding");
    finding(audit.finding);
    writer_.EndObject();
  }

  void finding(const Finding& f) {
    writer_.StartObject();
    text("rule", rules::name_of(f.rule));
    text("verdict", name_of(f.verdict));
    if (f.given != model::Given::stated) text("given", model::name_of(f.given));
    text_if("text", f.text);
    text_if("clauses", model::cited(campaign_.documents, f.clauses));
    text_if("required", measure_words(f.required, site_, campaign_, Language::english));
    text_if("found", measure_words(f.found, site_, campaign_, Language::english));
    if (!f.missing.empty())
      array("missing", f.missing, [&](const rules::Missing& m) { string(missing_words(m, Language::english)); });
    if (!f.parts.empty()) {
      text("logic", model::name_of(f.logic));
      array("parts", f.parts, [&](const Finding& part) { finding(part); });
    }
    writer_.EndObject();
  }

  const model::Site& site_;
  const model::Campaign& campaign_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace

std::string audit_json(const model::Site& site, const model::Campaign& campaign, const rules::CampaignAudit& audit) {
  return Writer(site, campaign).write(audit);
}

}  // namespace thidua::cli
