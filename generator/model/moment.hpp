// Minutes of the calendar in Vietnam, and what is to be seen only from one on, or only until one.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "model/date.hpp"

namespace thidua::model {

/// A minute by the clocks of Vietnam, which are seven hours ahead of UTC all year.
using Moment = std::chrono::local_time<std::chrono::minutes>;

/// The day that it is in.
Date date_of(Moment moment);

/// Reads `2026-03-10`, which is its first minute, or `2026-03-10T08:00`. Empty where it is neither, or does not exist.
std::optional<Moment> parse_moment(std::string_view text);

/// The form that parse_moment reads, with the time.
std::string to_string(Moment moment);

/// The first day and minute from which something is to be seen, and from which no longer; absent: no such limit.
struct Visibility {
  std::optional<Moment> publish_at, expire_at;

  bool at(Moment now) const { return (!publish_at || now >= *publish_at) && (!expire_at || now < *expire_at); }
  /// The next moment after `now` at which it appears or disappears.
  std::optional<Moment> next_change(Moment now) const;
};

/// The earlier of two; an absent one is never.
std::optional<Moment> earlier(std::optional<Moment> a, std::optional<Moment> b);

}  // namespace thidua::model
