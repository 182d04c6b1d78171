// The audit of the fictional campaign, which uses every rule, as a person reads it on a terminal.
//
// THIDUA_RENEW=1 writes the golden file anew; read the difference before you keep it.
#include <doctest/doctest.h>

#include <cstdlib>

#include "base/temporary_folder.hpp"
#include "outside/program.hpp"

using namespace thidua::testing;

namespace {

constexpr const char* kGolden = THIDUA_SOURCE_DIR "/tests/whole/fictional_audit.txt";

Run audit(const char* today) {
  return run_program({{"audit", "minh-hoa-2021-2025", "--root", THIDUA_SOURCE_DIR, "--today", today, "--lang", "vi"}});
}

}  // namespace

TEST_CASE("whole: the audit of the fictional campaign") {
  const Run run = audit("2026-11-01");
  CHECK(run.exit_code == 0);
  CHECK(run.err == "");
  if (std::getenv("THIDUA_RENEW") != nullptr) {
    REQUIRE_MESSAGE(std::getenv("CI") == nullptr, "CI compares; it does not renew");
    put(kGolden, run.out);
  }
  CHECK(run.out == bytes_of(kGolden));
}

TEST_CASE("whole: a decision under embargo is audited from the minute on at which it is published") {
  const std::string before = audit("2027-06-01T07:59").out, after = audit("2027-06-01T08:00").out;
  CHECK(before == audit("2026-11-01").out);
  CHECK(after != before);
  CHECK(after.size() > before.size());
}
