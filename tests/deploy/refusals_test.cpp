#include "deploy/refusals.hpp"

#include <doctest/doctest.h>

#include "deploy/pace.hpp"
#include "deploy/small_output.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;

namespace {

BuildFacts good_facts() { return {"1.0", "https://a.vn/", "cong-vu", "digest", false, false}; }

std::string refused(const BuildFacts& facts, Illustrative illustrative = Illustrative::refused) {
  Diagnostics diagnostics;
  const bool may = may_be_published({{"public", {}}, facts}, "digest", illustrative, diagnostics);
  std::string out;
  for (const Diagnostic& one : diagnostics.sorted()) out.append(describe(one.code).name).append(" ");
  CHECK(may == out.empty());
  return out;
}

}  // namespace

TEST_CASE("deploy::read_facts: what to_facts() wrote; nothing of an older build") {
  const auto facts = to_facts(good_facts());
  const auto again = read_facts(facts);
  REQUIRE(again);
  CHECK(to_facts(*again) == facts);
  for (const auto& [name, value] : facts) {
    auto fewer = facts;
    fewer.erase(name);
    CHECK_FALSE(read_facts(fewer));
  }
  auto strange = facts;
  strange["drafts"] = "perhaps";
  CHECK(read_facts(strange)->drafts);  // what is not known to be none is some
}

TEST_CASE("deploy::may_be_published: says all that stands against it") {
  CHECK(refused(good_facts()) == "");
  BuildFacts bad = good_facts();
  bad.content = "other";
  CHECK(refused(bad) == "deploy-output-older ");
  bad.drafts = bad.illustrative = true;
  CHECK(refused(bad) == "deploy-output-older deploy-drafts deploy-illustrative ");
  bad = good_facts();
  bad.illustrative = true;
  CHECK(refused(bad) == "deploy-illustrative ");
  CHECK(refused(bad, Illustrative::allowed) == "");
}

TEST_CASE("deploy::read_output: a finished site that says what it was made of, or why not") {
  const auto disk = base::real_disk();
  const auto code = [&](const std::string& folder) {
    Diagnostics diagnostics;
    CHECK_FALSE(read_output(*disk, folder, diagnostics));
    return diagnostics.sorted().front().code;
  };
  const TemporaryFolder folder;
  CHECK(code(folder / "none") == Code::deploy_no_output);
  put(folder / ".thidua-manifest.json", "{");
  CHECK(code(folder.path()) == Code::deploy_no_output);
  put(folder / ".thidua-manifest.json", publish::to_json({{{"generator", "0"}}, {}}));
  CHECK(code(folder.path()) == Code::deploy_output_untold);
  put(folder / ".thidua-manifest.json", publish::to_json({to_facts(good_facts()), {}}));
  Diagnostics diagnostics;
  CHECK(read_output(*disk, folder.path(), diagnostics)->facts.content == "digest");
}

TEST_CASE("deploy::Pace: rate and time left, in files as well as in bytes") {
  const Pace::Time start{};
  Pace pace(4, 4000, start);
  CHECK_FALSE(pace.remaining(start + std::chrono::seconds(1)));
  pace.arrived(1000);
  CHECK(pace.rate(start + std::chrono::seconds(2)) == 500);
  CHECK(*pace.remaining(start + std::chrono::seconds(2)) == std::chrono::seconds(6));
  for (int i = 0; i < 3; ++i) pace.arrived(1000);
  CHECK(pace.remaining(start + std::chrono::seconds(9))->count() == 0);
  Pace lopsided(2, 1000000, start);
  lopsided.arrived(0);
  CHECK(lopsided.remaining(start + std::chrono::seconds(1))->count() > 10);
}
