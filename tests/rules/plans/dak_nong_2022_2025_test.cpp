#include <doctest/doctest.h>

#include "rules/plans/flips.hpp"

using namespace thidua::testing;

TEST_CASE("plans: each value of Đắk Nông 2022-2025 counts") {
  Plan plan("dak-nong-2022-2025");
  plan.unit("so-thi-du", "so-ban-nganh");
  for (const int year : {2022, 2025}) {
    plan.decide("", year, std::to_string(year) + "-12-20", "chu-tich-ubnd-tinh");
    plan.grant({"so-thi-du", "bang-khen-chu-tich-ubnd-tinh"});
  }
  check_flips(plan, "dak-nong-2022-2025");
}
