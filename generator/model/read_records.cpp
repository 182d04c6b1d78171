#include <algorithm>
#include <charconv>

#include "model/campaign_reader.hpp"

namespace thidua::model {
namespace {

/// Invented records stand in fictional campaigns only.
void report_illustrative(const Fields& root, const Campaign& campaign) {
  if (root.flag("illustrative") && !campaign.illustrative)
    root.report(Code::illustrative_in_real, "illustrative", {campaign.id});
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

Registration read_registration(const Fields& f, UnitIndex unit) {
  return {unit, f.date("date").value_or(Date{}), f.texts("contents"), f.texts("targets")};
}

ScoreTable read_scores(const content::DataFile& file, const SiteIndex& site, const Campaign& campaign,
                       Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  report_illustrative(root, campaign);
  ScoreTable table;
  std::from_chars(file.id.data(), file.id.data() + file.id.size(), table.year);
  table.published = root.date("published");
  table.scores = records<Score>(root, "scores", site, [](const Fields& f, UnitIndex unit) {
    return Score{unit, f.spelling("points"), f.spelling("maximum"), f.number("points").value_or(0)};
  });
  std::stable_sort(table.scores.begin(), table.scores.end(),
                   [](const Score& a, const Score& b) { return a.value > b.value; });
  return table;
}

Award read_award(const Fields& f, UnitIndex unit, const CampaignReader& reader) {
  return {f.reference("award_form", reader.award_forms).value_or(0),
          f.word("for", RecipientKind::collective),
          unit,
          f.text("name"),
          f.text("position"),
          f.text("achievement")};
}

Result read_result(const content::DataFile& file, const CampaignReader& reader, const Campaign& campaign,
                   Diagnostics& diagnostics) {
  Reading reading{file.path, diagnostics};
  const Fields root(file.root, reading);
  report_illustrative(root, campaign);
  Result result;
  result.id = file.id;
  result.round = root.reference("round", reader.rounds).value_or(0);
  root.nested("decision", [&](const Fields& d) {
    result.decision_number = d.text("number");
    result.decision_date = d.date("date");
    result.signer = d.text("signer");
    return 0;
  });
  result.awards = records<Award>(root, "awards", reader.site,
                                 [&](const Fields& f, UnitIndex unit) { return read_award(f, unit, reader); });
  return result;
}

}  // namespace

void read_records(const content::CampaignFolder& folder, const CampaignReader& reader, Campaign& campaign,
                  Diagnostics& diagnostics) {
  for (const content::DataFile& file : folder.registrations) {
    Reading reading{file.path, diagnostics};
    const Fields root(file.root, reading);
    report_illustrative(root, campaign);
    campaign.registrations = records<Registration>(root, "registrations", reader.site, read_registration);
  }
  for (const content::DataFile& file : folder.scores) {
    campaign.scores.push_back(read_scores(file, reader.site, campaign, diagnostics));
  }
  for (const content::DataFile& file : folder.results) {
    campaign.results.push_back(read_result(file, reader, campaign, diagnostics));
  }
}

}  // namespace thidua::model
