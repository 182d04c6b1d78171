#include <doctest/doctest.h>

#include "rules/plans/flips.hpp"

using namespace thidua::testing;

#include <fmt/format.h>

TEST_CASE("plans: each value of Ngã Năm 2021-2030 counts") {
  Plan plan("nga-nam-2021-2030");
  for (const char* office : {"phong-1", "phong-2"}) plan.unit(office, "ban-phong-nganh");
  for (const char* ward : {"xa-1", "xa-2", "xa-3"}) plan.unit(ward, "ubnd-xa-phuong");
  struct Round {
    const char* id;
    int year;
    std::vector<std::string> units;
    int people;
  };
  const std::vector<Round> rounds = {{"hang-nam", 2021, {"phong-1", "xa-1", "xa-2"}, 3},
                                     {"hang-nam", 2030, {"phong-1", "xa-1", "xa-2"}, 3},
                                     {"so-ket", 2025, {"phong-1", "phong-2", "xa-1", "xa-2", "xa-3"}, 10},
                                     {"tong-ket", 2030, {"phong-1", "phong-2", "xa-1", "xa-2", "xa-3"}, 10}};
  for (const Round& round : rounds) {
    plan.decide(round.id, round.year, fmt::format("{}-12-20", round.year), "chu-tich-ubnd-thi-xa");
    for (const std::string& unit : round.units) plan.grant({unit, "giay-khen-chu-tich-ubnd-thi-xa"});
    for (int i = 0; i < round.people; ++i)
      plan.grant(
          {"phong-1", "giay-khen-chu-tich-ubnd-thi-xa", fmt::format("Nguyễn Văn {}", static_cast<char>('A' + i))});
  }
  check_flips(plan, "nga-nam-2021-2030");
}
