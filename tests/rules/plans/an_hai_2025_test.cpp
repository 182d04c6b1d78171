#include <doctest/doctest.h>

#include "rules/plans/flips.hpp"

using namespace thidua::testing;

TEST_CASE("plans: each value of An Hải 2025 counts") {
  Plan plan("an-hai-2025");
  plan.unit("phong-thi-du", "phong-don-vi");
  plan.decide("sau-thang-cuoi-nam", 2025, "2025-12-20", "chu-tich-ubnd-phuong");
  plan.grant({"phong-thi-du", "giay-khen-phuong"});
  for (const char* person : {"Nguyễn Văn A", "Nguyễn Văn B", "Nguyễn Văn C", "Nguyễn Văn D"})
    plan.grant({"phong-thi-du", "giay-khen-phuong", person});
  check_flips(plan, "an-hai-2025");
}
