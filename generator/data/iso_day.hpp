// Days as files for programs write them.
#pragma once

#include <chrono>
#include <string>

#include "model/date.hpp"

namespace thidua::data {

/// 2025-03-15
inline std::string iso_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return model::to_string({.year = static_cast<int>(date.year()),
                           .month = static_cast<int>(static_cast<unsigned>(date.month())),
                           .day = static_cast<int>(static_cast<unsigned>(date.day())),
                           .precision = model::Precision::day});
}

}  // namespace thidua::data
