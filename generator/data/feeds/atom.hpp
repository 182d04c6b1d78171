// The form of Atom feeds (RFC 4287).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.hpp"

namespace thidua::data {

struct AtomCategory {
  std::string term, label;
};

struct AtomEntry {
  std::string id;    ///< a permanent address; never used for anything else
  std::string link;  ///< where it is read
  std::string title, summary;
  model::Date published, updated;
  std::vector<AtomCategory> categories;
};

struct AtomFeed {
  std::string url;   ///< its own, which is its id
  std::string page;  ///< what people read instead
  std::string title, subtitle, author;
  model::Date updated;  ///< where it has no entry; else the newest of them counts
  std::vector<AtomEntry> entries;
};

/// All texts are plain, and escaped here.
std::string to_atom(const AtomFeed& feed);

/// The first minute of the first day that a date covers, by the clocks of Vietnam: 2025-03-15T00:00:00+07:00.
std::string atom_time(const model::Date& date);

}  // namespace thidua::data
