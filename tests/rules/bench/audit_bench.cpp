// How long the audit of a thousand campaigns with a hundred awards each takes. Not among the tests: ./run bench.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "base/disk.hpp"
#include "base/parallel.hpp"
#include "base/temporary_folder.hpp"
#include "content/read_content.hpp"
#include "model/build_site.hpp"
#include "rules/audit/audit.hpp"

using namespace thidua;
using namespace thidua::testing;
namespace fs = std::filesystem;

namespace {

constexpr int kCampaigns = 1000;
constexpr int kAwards = 100;  ///< of each
constexpr double kMostSeconds = 1;

/// One line for each unit, as a list.
template <class Line>
std::string list(Line line) {
  std::string out;
  for (int i = 1; i <= kAwards; ++i) out += (i == 1 ? "" : ",\n") + line(i);
  return out;
}

std::string scores(int year) {
  const auto line = [](int i) {
    return fmt::format(R"({{"unit": "vi-du/don-vi-{}", "points": {}, "maximum": 100}})", i, 80 + i % 20);
  };
  return fmt::format(R"({{"illustrative": true, "published": "{}-01-05", "scores": [{}]}})", year + 1, list(line));
}

std::string registrations() {
  return R"({"illustrative": true, "registrations": [)" + list([](int i) {
           return fmt::format(
               R"({{"unit": "vi-du/don-vi-{}", "year": 2024, "date": "2024-03-01", "contents": ["a"], "targets": ["b"],
                   "report": {{"date": "2024-12-20"}}, "own_plan": {{"number": "1/KH", "date": "2024-04-01"}}}})",
               i);
         }) +
         "]}";
}

std::string results() {
  const auto award = [](int i) {
    return fmt::format(
        R"({{"id": "a-{0}", "award_form": "giay-khen", "for": "collective", "unit": "vi-du/don-vi-{0}",
            "achievement": "Việc tốt của đơn vị {0}", "standard": "giay-khen", "proposed_by": "vi-du/don-vi-{0}",
            "considered_by": "vi-du/hoi-dong",
            "dossier": {{"received": "2025-01-12", "parts": ["V.1", "V.2"], "copies": 2}},
            "attestations": [
              {{"clause": "III.7", "check": "tasks_on_time", "value": 100, "by": "Văn phòng", "date": "2025-01-10"}},
              {{"clause": "III.8", "check": "not_under_discipline", "by": "Văn phòng", "date": "2025-01-10"}},
              {{"clause": "III.9", "by": "Văn phòng", "date": "2025-01-10"}}]}})",
        i);
  };
  return R"({"illustrative": true, "round": "hang-nam", "year": 2024,
             "decision": {"number": "12/QĐ", "date": "2025-02-01"}, "granted_by": "vi-du/ubnd", "awards": [)" +
         list(award) + "]}";
}

/// The campaign of the golden cases of the audit, which uses every rule, with a hundred units.
model::Site one_campaign() {
  const TemporaryFolder folder;
  for (const char* base : {"/tests/cases/base/content", "/tests/cases/audit/base/content"}) {
    fs::copy(THIDUA_SOURCE_DIR + std::string(base), folder / "content",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }
  const std::string campaign = folder / "content/campaigns/khen-2025/";
  put(campaign + "scores/2023.json", scores(2023));
  put(campaign + "scores/2024.json", scores(2024));
  put(campaign + "registrations.json", registrations());
  put(campaign + "results/2024.json", results());
  std::string units = bytes_of(folder / "content/units/vi-du.json");
  units.insert(
      units.rfind("\n  ]"), list([](int i) {
        return fmt::format(
            R"({} {{"id": "don-vi-{}", "name": "Đơn vị", "kind": "unit", "level": "commune", "block": "to-dan-pho"}})",
            i == 1 ? "," : "", i);
      }));
  put(folder / "content/units/vi-du.json", units);
  Diagnostics diagnostics;
  auto sources = content::read_content(*base::real_disk(), folder.path(), 1, diagnostics);
  sources.campaigns.resize(1);  // khen-2025
  for (auto* articles : {&sources.practices, &sources.exemplars, &sources.news}) articles->clear();
  const model::BuildOptions options{.now = model::parse_moment("2026-01-01").value()};
  model::Site site = model::build_site(sources, options, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return site;
}

double seconds_of_audit(const model::Site& site, unsigned jobs) {
  Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  const rules::Verdicts verdicts = rules::audit_site(site, jobs, diagnostics);
  const auto end = std::chrono::steady_clock::now();
  CHECK(verdicts.size() == kCampaigns);
  return std::chrono::duration<double>(end - start).count();
}

}  // namespace

TEST_CASE("bench: a thousand campaigns with a hundred awards each" * doctest::skip()) {
  model::Site site = one_campaign();
  REQUIRE(site.campaigns.size() == 1);
  std::size_t awards = 0;
  for (const model::Result& result : site.campaigns[0].results) awards += result.awards.size();
  REQUIRE(awards == kAwards);
  const model::Campaign campaign = site.campaigns[0];
  site.campaigns.assign(kCampaigns, campaign);
  for (const unsigned jobs : {1U, base::processors()}) {
    double best = seconds_of_audit(site, jobs);
    for (int run = 1; run < 5; ++run) best = std::min(best, seconds_of_audit(site, jobs));
    std::printf("audit of %d campaigns with %d awards each: %.2f s on %u thread(s)\n", kCampaigns, kAwards, best, jobs);
    CHECK(best < kMostSeconds);
  }
}
