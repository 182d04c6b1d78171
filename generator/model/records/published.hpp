// What of the records must not change silently once it is published: all of decisions, awards and scores that is to be
// seen, as plain text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/site.hpp"

namespace thidua::model {

/// Fields and their values as written, in the order of the schema: {"points", "93.5"}, {"maximum", "100"}. An absent
/// one is no field. Names are the schema's; what is nested has a dot: `dossier.received`, `criteria.<name>`
/// ("12.5/15"), `attestation.<clause>` or, of one kind of check, `attestation.<clause>:<check>` ("count: 2; by: …;
/// date: 2026-04-10").
using PublishedFields = std::vector<std::pair<std::string, std::string>>;

/// The value of a field; empty where there is none.
std::optional<std::string> value_of(const PublishedFields& fields, std::string_view name);

/// One file of records.
struct PublishedFile {
  bool illustrative = false;
  /// By the id of an award, or `decision`; by the id of a unit, or `scores` for the table as a whole.
  std::map<std::string, PublishedFields> values;
  /// What is added to, and never changed, in the order of the file. An acknowledgement has `award`, `by`, `date`,
  /// `clauses`, `reason`; a correction `date`, `reason`, `decision.number`, `decision.date`, `of`, `field`, `before`,
  /// `after`.
  std::vector<PublishedFields> acknowledgements, corrections;

  bool operator==(const PublishedFile&) const = default;
};

/// 1 knew only what older_field() names, and neither acknowledgements, corrections nor `scores`.
inline constexpr int kPublishedVersion = 2;

struct Published {
  int version = kPublishedVersion;
  /// By campaign and file: "ha-tinh-2025/results/hang-nam", "ha-tinh-2025/scores/2024".
  std::map<std::string, PublishedFile> files;

  bool operator==(const Published&) const = default;
};

/// Whether version 1 had that field.
bool older_field(std::string_view name);

/// Only what is to be seen, and is our own: what was taken in from another portal is that portal's record.
Published published(const Site& site);

/// The key in Published of one file.
std::string published_key(const Campaign& campaign, const Result& result);
std::string published_key(const Campaign& campaign, const ScoreTable& table);

}  // namespace thidua::model
