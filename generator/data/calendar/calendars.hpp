// The deadlines of the site as calendars that people subscribe to: all, by campaign, by kind of unit.
#pragma once

#include "data/files.hpp"

namespace thidua::data {

/// Hands over lich/….ics. A deadline has the same event in all of them: its UID is made of campaign, milestone and
/// year, so that a date that moves moves in the reader's calendar; one that goes stays as cancelled.
void make_calendars(const Material& material, const Take& take);

}  // namespace thidua::data
