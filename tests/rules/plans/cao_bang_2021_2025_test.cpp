#include <doctest/doctest.h>

#include "rules/plans/flips.hpp"

using namespace thidua::testing;

TEST_CASE("plans: each value of Cao Bằng 2021-2025 counts") {
  Plan plan("cao-bang-2021-2025");
  for (const char* ward : {"xa-1", "xa-2", "xa-3", "xa-4"}) plan.unit(ward, "ubnd-xa-phuong");
  for (const char* office : {"phong-1", "phong-2", "phong-3"}) plan.unit(office, "co-quan-chuyen-mon");
  for (const char* unit : {"xa-2", "xa-3", "xa-4", "phong-1", "phong-2", "phong-3"})
    plan.score({2021, 2022, 2023, 2024, 2025}, unit, "95");
  plan.score({2022, 2023, 2024}, "xa-1", "90");  // the threshold itself; the mean of the phase is the same
  plan.score({2021}, "xa-1", "90.1");
  plan.score({2025}, "xa-1", "89.9");
  plan.decide("giai-doan", 2025, "2026-01-20", "chu-tich-ubnd-thanh-pho");
  plan.grant({"xa-4", "giay-khen-tap-the", "", {}, "2025-07-01"});  // after the second quarter
  plan.begin_anew();
  for (const int year : {2022, 2023, 2024}) {
    const std::string next = std::to_string(year + 1);
    plan.decide("hang-nam", year, next + "-04-20", "chu-tich-ubnd-thanh-pho");
    plan.grant({"xa-1", "giay-khen-tap-the", "", {}, next + "-03-14"});
    plan.grant({"xa-1", "giay-khen-ca-nhan", "Nguyễn Văn B", {}, next + "-03-14"});
    plan.grant({"xa-1", "giay-khen-ca-nhan", "Nguyễn Văn A", {}, next + "-03-15"});  // too late: before is strict
  }
  plan.decide("giai-doan", 2025, "2026-01-20", "chu-tich-ubnd-thanh-pho");
  for (const char* unit : {"xa-1", "xa-2", "xa-3", "phong-1", "phong-2", "phong-3"})
    plan.grant({unit, "giay-khen-tap-the", "", {}, "2025-06-30"});
  check_flips(plan, "cao-bang-2021-2025");
}
