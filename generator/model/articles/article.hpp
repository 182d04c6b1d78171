// What is told in Markdown with front matter: good practices, exemplars, news, and pages of their own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/date.hpp"
#include "model/moment.hpp"
#include "model/unit.hpp"
#include "model/vocabulary.hpp"

namespace thidua::model {

/// A piece of Markdown and where it begins.
struct Text {
  std::string markdown;
  std::uint32_t line = 1;  ///< of its first line, in the article's file
};

/// What every kind has in common.
struct Article {
  std::string id, file;
  std::string title, summary;
  std::optional<Date> date, updated;
  std::vector<std::string> topics;      ///< slugs
  std::vector<std::string> aliases;     ///< other addresses, as written: each begins with a slash
  std::optional<std::size_t> campaign;  ///< position in Site::campaigns
  std::optional<UnitIndex> unit;
  bool searched = true;         ///< readers may find it by search
  bool illustrative = false;    ///< it says so, or its unit or campaign is
  content::OriginIndex origin;  ///< position in Site::origins
  Visibility visibility;
  Text body;  ///< of a practice: what stands before its first part
};

/// An award of one of the campaigns, by its positions.
struct AwardRef {
  std::size_t campaign = 0;  ///< in Site::campaigns
  std::size_t result = 0;    ///< in Campaign::results
  std::size_t award = 0;     ///< in Result::awards

  bool operator==(const AwardRef&) const = default;
};

/// A picture of content/media and what it shows, in words.
struct Picture {
  std::string file;  ///< relative to content/media
  std::string alt;
  Place place;  ///< of the file's name
};

/// What was measured, before and after: numbers as written (12.5), or words.
struct Measure {
  std::string what, before, after, unit;
};

/// Whom to ask about a practice: an office, or a person in it.
struct PracticeContact {
  std::string name, phone, email, address;
};

/// Where a result can be checked.
struct Evidence {
  std::string text;
  std::string href;  ///< empty, an address, or a path of this site that begins with a slash
  Place place;       ///< of the href
};

/// The parts of a practice's text, in the order in which readers meet them.
enum class PracticePart { problem, solution, result, cost, conditions, lessons, replication, correction };
inline constexpr std::size_t kPracticeParts = 8;
/// All but the last have to be there.
inline constexpr std::size_t kNeededParts = 7;

/// The text of each part; empty where there is none.
using PracticeParts = std::array<Text, kPracticeParts>;

struct Practice : Article {
  PracticeParts parts;  ///< by PracticePart
  std::vector<Measure> measures;
  std::optional<PracticeContact> contact;
  std::optional<Date> verified;
  std::vector<Evidence> evidence;
  std::vector<AwardRef> awards;  ///< that recognised it: the one it names, and those that name it

  const Text& part(PracticePart p) const { return parts[static_cast<std::size_t>(p)]; }
};

struct Exemplar : Article {
  RecipientKind recipient = RecipientKind::collective;
  std::string position;  ///< of an individual
  std::optional<Picture> picture;
  std::optional<AwardRef> award;  ///< that recognised it
};

struct News : Article {
  std::optional<Picture> picture;
};

struct Page : Article {};

}  // namespace thidua::model
