// When the data of each page changed last, by what the content says; never by the time of a file.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "model/site.hpp"
#include "routes/routes.hpp"

namespace thidua::routes {

class PageDates {
 public:
  explicit PageDates(const model::Site& site);

  /// `updated` where the page says so, else the newest date in its data; empty where it has none.
  std::optional<std::chrono::sys_days> of(const Routes& routes, const Route& route) const;

 private:
  using Day = std::optional<std::chrono::sys_days>;

  void read_plan(const model::Campaign& campaign);
  void read_records(const model::Campaign& campaign);
  void pass_on_from_blocks();
  Day of_part(const model::Campaign& campaign, PageKind part) const;
  Day of_list(const Routes& routes, const Route& route) const;

  const model::Site& site_;
  Day campaigns_;             ///< the newest of all campaigns; likewise below
  Day all_;                   ///< of everything
  std::vector<Day> by_unit_;  ///< what concerns or tells of it
};

}  // namespace thidua::routes
