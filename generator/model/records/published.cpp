#include "model/records/published.hpp"

namespace thidua::model {
namespace {

void add(PublishedFields& fields, const char* name, const std::string& value) {
  if (!value.empty()) fields.emplace(name, value);
}

void add_unit(PublishedFields& fields, const char* name, std::optional<UnitIndex> unit, const Site& site) {
  if (unit) fields.emplace(name, site.units[*unit].id);
}

PublishedFields fields_of(const Result& result, const Campaign& campaign, const Site& site) {
  PublishedFields out;
  add(out, "number", result.decision.number);
  add(out, "date", to_string(result.decision.date));
  add(out, "signer", result.decision.signer);
  add_unit(out, "granted_by", result.granted_by, site);
  if (result.round) add(out, "round", campaign.rounds[*result.round].id);
  if (result.year) add(out, "year", std::to_string(*result.year));
  return out;
}

PublishedFields fields_of(const Award& award, const Campaign& campaign, const Site& site) {
  PublishedFields out;
  add(out, "award_form", campaign.award_forms[award.award_form].id);
  add(out, "for", std::string(name_of(award.recipient)));
  add_unit(out, "unit", award.unit, site);
  add(out, "name", award.name);
  add(out, "position", award.position);
  add(out, "achievement", award.achievement);
  return out;
}

PublishedFields fields_of(const Score& score, const Site& site) {
  PublishedFields out;
  add(out, "points", score.points.spelling);
  add(out, "maximum", score.maximum.spelling);
  add_unit(out, "block", score.block, site);
  return out;
}

}  // namespace

std::string published_key(const Campaign& campaign, const Result& result) {
  return campaign.id + "/results/" + result.id;
}

std::string published_key(const Campaign& campaign, const ScoreTable& table) {
  return campaign.id + "/scores/" + std::to_string(table.year);
}

Published published(const Site& site) {
  Published out;
  for (const Campaign& campaign : site.campaigns) {
    for (const Result& result : campaign.results) {
      PublishedFile& file = out[published_key(campaign, result)];
      file["decision"] = fields_of(result, campaign, site);
      for (const Award& award : result.awards) file[award.id] = fields_of(award, campaign, site);
    }
    for (const ScoreTable& table : campaign.scores) {
      PublishedFile& file = out[published_key(campaign, table)];
      for (const Score& score : table.scores) file[site.units[score.unit].id] = fields_of(score, site);
    }
  }
  return out;
}

}  // namespace thidua::model
