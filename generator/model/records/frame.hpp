// What the records of a campaign have to keep within: its locality, its years, and the day of the build. Each check
// reports what does not, at its place, and goes on.
#pragma once

#include "model/campaign_reader.hpp"

namespace thidua::model {

class Frame {
 public:
  /// Both outlive it.
  Frame(const CampaignReader& reader, const Campaign& campaign) : reader_(&reader), campaign_(&campaign) {}

  /// A record is about a unit of the campaign's own locality.
  void hold_unit(const Fields& f, UnitIndex unit) const;
  /// Blocks and authorities are not scored.
  void hold_scored(const Fields& f, UnitIndex unit) const;
  /// A year of the campaign's period.
  void hold_year(const Fields& f, std::string_view key, int year) const;
  /// A day that has come; the one under that key, which may be absent.
  void hold_day(const Fields& f, std::string_view key, const std::optional<Date>& day) const;
  /// A day from the beginning of the campaign on, that has come.
  void hold_day_within(const Fields& f, std::string_view key, const std::optional<Date>& day) const;
  /// What a target can have reached: a percentage of at most 100, a fraction of at most 1 where the plan asks for one,
  /// a number that is not negative.
  void hold_value(const Fields& f, std::string_view key, const Target& target) const;

 private:
  const CampaignReader* reader_;
  const Campaign* campaign_;
};

/// The criteria of one score: each named once, and their points together those of the score.
void hold_criteria(const Fields& f, const Score& score);

}  // namespace thidua::model
