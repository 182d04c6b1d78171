#include <doctest/doctest.h>

#include "rules/plans/flips.hpp"

using namespace thidua::testing;
using thidua::model::Rating;

namespace {

constexpr const char* kReceived = "2023-01-31";

/// Wards and offices by rank; districts; and a ward that the whole province is compared with.
void add_units(Plan& plan) {
  for (const char* ward : {"xa-1", "xa-2", "xa-3", "xa-4", "xa-tinh"}) plan.unit(ward, "ubnd-xa-phuong");
  for (const char* office : {"phong-1", "phong-2", "phong-3"}) plan.unit(office, "co-quan-chuyen-mon");
  plan.unit("huyen-dau", "huyen-toan-tinh");
  for (const char* district : {"huyen-1", "huyen-2", "huyen-3", "huyen-4"})
    plan.unit(district, "huyen-thanh-pho-thi-xa");
}

void add_records(Plan& plan) {
  plan.score({2022}, "xa-tinh", "99", "xa-phuong-toan-tinh");
  plan.score({2022}, "huyen-dau", "98");
  for (const char* kind : {"xa", "phong", "huyen"}) {
    plan.score({2022}, std::string(kind) + "-1", "95");
    plan.score({2022}, std::string(kind) + "-2", "92");
    plan.score({2022}, std::string(kind) + "-3", "90.5");
  }
  plan.score({2021}, "huyen-2", "90");
  plan.score({2021}, "huyen-3", "90.5");
  plan.score({2022}, "huyen-4", "90.2");
  plan.score({2021}, "huyen-4", "90");                        // more than 90 is asked for
  plan.registered("xa-4", 2022, "2022-03-10", "2022-12-20");  // before that day is asked for
  for (const char* unit : {"xa-1", "xa-2", "xa-3", "xa-tinh", "phong-1", "phong-2", "phong-3", "huyen-dau", "huyen-2",
                           "huyen-3", "huyen-4"})
    plan.registered(unit, 2022, "2022-03-09", "2022-12-20");
}

/// The province's awards, and the town's to those who are next.
void award_from_the_top(Plan& plan) {
  plan.decide("hang-nam", 2022, "2023-02-20", "ubnd-tinh");
  for (const char* unit : {"huyen-dau", "xa-tinh"}) plan.grant({unit, "co-thi-dua-tinh", "", {}, kReceived});
  plan.decide("hang-nam", 2022, "2023-02-20", "chu-tich-ubnd-tinh");
  plan.grant({"huyen-2", "bang-khen-tinh", "", {"IV~2.1.3.1.-1"}, kReceived});
  for (const char* unit : {"huyen-3", "huyen-4"})
    plan.grant({unit, "bang-khen-tinh", "", {"IV~2.1.3.1.-1"}, kReceived});
  plan.grant({"xa-1", "bang-khen-tinh", "", {"IV~2.1.3.1.-2"}, kReceived});
  plan.grant({"phong-1", "bang-khen-tinh", "", {"IV~2.1.3.1.-3"}, kReceived});
  plan.grant({"phong-1", "bang-khen-tinh", "Nguyễn Văn A", {"IV~2.1.3.2.-1"}, kReceived});
  plan.grant({"phong-1", "bang-khen-tinh", "Nguyễn Văn C", {"IV~2.1.3.2.-1"}, kReceived, Rating::completed_well});
  plan.decide("hang-nam", 2022, "2023-02-25", "chu-tich-ubnd-thi-xa");
  for (const char* unit : {"xa-2", "xa-3"}) plan.grant({unit, "giay-khen-thi-xa", "", {"IV~2.1.4.1.-3"}, kReceived});
  for (const char* unit : {"phong-2", "phong-3"})
    plan.grant({unit, "giay-khen-thi-xa", "", {"IV~2.1.4.1.-4"}, kReceived});
  plan.grant({"xa-4", "giay-khen-thi-xa", "", {"IV~2.1.4.1.-2"}, kReceived});
  plan.grant({"phong-2", "giay-khen-thi-xa", "Nguyễn Văn B", {"IV~2.1.4.2.-1"}, kReceived});
}

/// The province awards neither the first ward nor the first office, so that the town does.
void award_from_the_town(Plan& plan) {
  plan.decide("hang-nam", 2022, "2023-02-20", "chu-tich-ubnd-tinh");
  plan.grant({"huyen-2", "bang-khen-tinh", "", {"IV~2.1.3.1.-1"}, kReceived});
  plan.decide("hang-nam", 2022, "2023-02-26", "chu-tich-ubnd-thi-xa");
  plan.grant({"xa-1", "giay-khen-thi-xa", "", {"IV~2.1.4.1.-3"}, kReceived});
  plan.grant({"phong-1", "giay-khen-thi-xa", "", {"IV~2.1.4.1.-4"}, kReceived});
}

}  // namespace

TEST_CASE("plans: each value of Sa Pa 2022 counts") {
  Plan plan("sa-pa-2022");
  add_units(plan);
  add_records(plan);
  award_from_the_town(plan);
  plan.begin_anew();
  award_from_the_top(plan);
  check_flips(plan, "sa-pa-2022");
}
