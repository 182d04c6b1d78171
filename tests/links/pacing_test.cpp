#include "links/pacing.hpp"

#include <doctest/doctest.h>

using std::chrono::seconds;
using thidua::links::Pacing;
using thidua::links::Time;

namespace {

constexpr Time at(int second) { return Time(seconds(1'000 + second)); }

}  // namespace

TEST_CASE("links::Pacing: one request at a time, and a pause after it, for each host by itself") {
  Pacing pacing(seconds(2));
  CHECK(pacing.ready("a", at(0)));
  pacing.begin("a");
  CHECK_FALSE(pacing.ready("a", at(100)));
  CHECK_FALSE(pacing.ready_at("a"));
  CHECK(pacing.ready("b", at(0)));
  pacing.end("a", at(10));
  CHECK_FALSE(pacing.ready("a", at(11)));
  CHECK(pacing.ready("a", at(12)));
  CHECK(pacing.ready_at("a") == at(12));
}

TEST_CASE("links::Pacing: a host makes pauses longer, not shorter") {
  Pacing pacing(seconds(2));
  pacing.slow_down("a", seconds(5));
  pacing.slow_down("a", seconds(3));
  pacing.slow_down("b", seconds(1));
  pacing.begin("a"), pacing.end("a", at(0));
  pacing.begin("b"), pacing.end("b", at(0));
  CHECK(pacing.ready_at("a") == at(5));
  CHECK(pacing.ready_at("b") == at(2));
}

TEST_CASE("links::Pacing: a host that wants to be left alone is, once") {
  Pacing pacing(seconds(2));
  pacing.begin("a"), pacing.end("a", at(0));
  pacing.rest("a", at(30));
  pacing.rest("a", at(20));
  CHECK(pacing.ready_at("a") == at(30));
  pacing.begin("a"), pacing.end("a", at(40));
  CHECK(pacing.ready_at("a") == at(42));
}
