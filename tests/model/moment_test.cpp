#include "model/moment.hpp"

#include <doctest/doctest.h>

using namespace thidua::model;

namespace {

Moment at(const char* text) { return *parse_moment(text); }

}  // namespace

TEST_CASE("model::parse_moment: a day is its first minute, and a time is of that day") {
  CHECK(to_string(at("2026-03-10")) == "2026-03-10T00:00");
  CHECK(to_string(at("2026-03-10T08:05")) == "2026-03-10T08:05");
  CHECK(at("2026-03-10T23:59") + std::chrono::minutes(1) == at("2026-03-11"));
}

TEST_CASE("model::parse_moment: what is no day or time that exists") {
  for (const char* bad : {"", "2026", "2026-03", "2026-02-29", "2026-03-10T", "2026-03-10T24:00", "2026-03-10T08:60",
                          "2026-03-10T8:00", "2026-03-10 08:00", "2026-03-10T08:00:00", "2026-03-10T-1:00"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_moment(bad).has_value());
  }
}

TEST_CASE("model::Visibility: seen from the first minute on, and no longer from the last") {
  const Visibility v{at("2026-03-10T08:00"), at("2026-04-01")};
  CHECK_FALSE(v.at(at("2026-03-10T07:59")));
  CHECK(v.at(at("2026-03-10T08:00")));
  CHECK(v.at(at("2026-03-31T23:59")));
  CHECK_FALSE(v.at(at("2026-04-01")));
  CHECK(Visibility().at(at("1999-01-01")));
}

TEST_CASE("model::Visibility: the next change is the nearest one that is still to come") {
  const Visibility v{at("2026-03-10"), at("2026-04-01")};
  CHECK(v.next_change(at("2026-01-01")) == at("2026-03-10"));
  CHECK(v.next_change(at("2026-03-10")) == at("2026-04-01"));
  CHECK_FALSE(v.next_change(at("2026-04-01")).has_value());
  CHECK(earlier(at("2026-04-01"), std::nullopt) == at("2026-04-01"));
}
