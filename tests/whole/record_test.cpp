// What was published stays published, or is corrected in the open.
#include <doctest/doctest.h>

#include <filesystem>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;

constexpr const char* kScores = "content/campaigns/thu-2025/scores/2025.json";
constexpr const char* kCorrection =
    R"(, "corrections": [{ "date": "2025-12-01", "reason": "Nhập sai điểm", "of": "thi-du/van-phong",
        "field": "points", "before": 91, "after": 93.5 }])";

std::string scores(const std::string& points, const std::string& corrections = {}) {
  return R"({ "illustrative": true, "scores": [{ "unit": "thi-du/van-phong", "points": )" + points +
         R"(, "maximum": 100 }])" + corrections + " }\n";
}

Run run_in(const SmallRoot& root, std::vector<std::string> args) {
  args.insert(args.begin() + 1, {"--today", "2025-12-31"});
  return run_program({std::move(args), root.path()});
}

}  // namespace

TEST_CASE("whole: a score that was published is not changed silently, and the old site stays until it is corrected") {
  const SmallRoot root;
  put(root / kScores, scores("91"));
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  const std::string page = root / "public/phong-trao/thu-2025/xep-hang/index.html";
  const std::string before = bytes_of(page);

  put(root / kScores, scores("93.5"));
  const Run silent = run_in(root, {"build"});
  CHECK(silent.exit_code == 1);
  CHECK(silent.err.find("changed-silently") != std::string::npos);
  CHECK(silent.err.find("scores/2025.json") != std::string::npos);
  CHECK(bytes_of(page) == before);

  put(root / kScores, scores("93.5", kCorrection));
  const Run corrected = run_in(root, {"build"});
  CHECK_MESSAGE(corrected.exit_code == 0, corrected.err);
  CHECK(bytes_of(page) != before);
  CHECK(run_in(root, {"build"}).exit_code == 0);
}

TEST_CASE("whole: check compares with any other copy of the site") {
  const SmallRoot root;
  put(root / kScores, scores("91"));
  REQUIRE(run_in(root, {"build", "--output", "copy"}).exit_code == 0);
  CHECK(run_in(root, {"check", "--against", "copy"}).exit_code == 0);
  put(root / kScores, scores("93.5"));
  CHECK(run_in(root, {"check"}).exit_code == 0);
  CHECK(run_in(root, {"check", "--against", "copy"}).exit_code == 1);
  std::filesystem::remove(root / kScores);
  const Run gone = run_in(root, {"check", "--against", "copy"});
  CHECK(gone.exit_code == 1);
  CHECK(gone.err.find("record-gone") != std::string::npos);
}

TEST_CASE("whole: without a record that can be read nobody could tell what changed: nothing is built over it") {
  const SmallRoot root;
  put(root / kScores, scores("91"));
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  const std::string record = root / "public/du-lieu/cong-bo.json";
  const std::string whole = bytes_of(record), page = root / "public/phong-trao/thu-2025/xep-hang/index.html";
  const std::string before = bytes_of(page);
  put(root / kScores, scores("93.5"));

  const std::string kept_half = whole.substr(0, whole.size() / 2);
  for (const std::string_view damaged :
       {std::string_view("{"), std::string_view("{\"version\": 99}"), std::string_view(kept_half)}) {
    put(record, std::string(damaged));
    CHECK(run_in(root, {"build"}).err.find("record-unreadable") != std::string::npos);
    CHECK(run_in(root, {"check", "--against", "public"}).exit_code == 1);
    CHECK(bytes_of(page) == before);
  }
  std::filesystem::remove(record);
  const Run missing = run_in(root, {"build"});
  CHECK(missing.exit_code == 1);
  CHECK(missing.err.find("record-missing") != std::string::npos);
  CHECK(bytes_of(page) == before);

  put(record, whole);
  CHECK(run_in(root, {"build"}).err.find("changed-silently") != std::string::npos);
  CHECK(run_in(root, {"build", "--output", "fresh"}).exit_code == 0);
}

TEST_CASE("whole: what to compare with must be a copy of the site") {
  const SmallRoot root;
  CHECK(run_in(root, {"check", "--against", "content"}).err.find("record-missing") != std::string::npos);
  CHECK(run_in(root, {"check", "--against", "no-such-folder"}).exit_code == 2);
}
