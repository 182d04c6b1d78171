// The finished program brings a site to a folder, and refuses what is not to be published.
#include <doctest/doctest.h>

#include <csignal>
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

Run run_in(const SmallRoot& root, std::vector<std::string> args, const std::string& today = "2025-12-31",
           std::vector<std::string> environment = {}) {
  args.insert(args.begin() + 1, {"--today", today});
  return run_program({std::move(args), root.path(), std::move(environment)});
}

Run deploy(const SmallRoot& root, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"deploy", "./www", "--allow-illustrative"});
  return run_in(root, std::move(more));
}

bool says(const Run& run, const std::string& words) { return (run.out + run.err).find(words) != std::string::npos; }

}  // namespace

TEST_CASE("whole: a site is deployed, once more without work, and after a change with what changed") {
  const SmallRoot root;
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  const Run dry = deploy(root, {"--dry-run"});
  CHECK(dry.exit_code == 0);
  CHECK(says(dry, "+ index.html ("));
  CHECK_FALSE(std::filesystem::exists(root / "www"));
  const Run first = deploy(root);
  CHECK_MESSAGE(first.exit_code == 0, first.err);
  CHECK(bytes_of(root / "www/index.html") == bytes_of(root / "public/index.html"));
  CHECK(std::filesystem::exists(root / "www/index.html.br"));
  CHECK(says(deploy(root), "./www: 0 files sent (0 B)"));
  put(root / "deploy.json", R"({"targets": {"thu": {"address": "www"}}})");
  const Run named = run_in(root, {"deploy", "thu", "--allow-illustrative", "--lang", "vi"});
  CHECK(named.exit_code == 0);
  CHECK(says(named, "thu: đã gửi 0 tệp"));
}

TEST_CASE("whole: an output that is older than the content, or than the day, is not deployed") {
  const SmallRoot root;
  put(root / kScores, scores("91"));
  put(root / "content/news/sau.md",
      "---\ntitle: Sau\nsummary: Hẹn giờ.\ndate: 2026-01-02\npublish_at: 2026-01-02T08:00\n---\nx\n");
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  const std::string before = bytes_of(root / kScores);
  put(root / kScores, scores("93.5"));
  const Run older = deploy(root);
  CHECK(older.exit_code == 1);
  CHECK(says(older, "deploy-output-older"));
  put(root / kScores, before);
  CHECK(deploy(root, {"--dry-run"}).exit_code == 0);
  CHECK(says(run_in(root, {"deploy", "./www", "--allow-illustrative"}, "2026-01-03"), "deploy-output-older"));
  put(root / kScores, "{");
  CHECK(says(deploy(root), "json-unexpected-end"));
  CHECK_FALSE(std::filesystem::exists(root / "www"));
}

TEST_CASE("whole: drafts and what is invented are not deployed") {
  const SmallRoot root;
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  CHECK(says(run_in(root, {"deploy", "./www"}), "deploy-illustrative"));
  REQUIRE(run_in(root, {"build", "--drafts"}).exit_code == 0);
  const Run drafts = deploy(root);
  CHECK(drafts.exit_code == 1);
  CHECK(says(drafts, "deploy-drafts"));
  CHECK_FALSE(says(drafts, "deploy-output-older"));
  CHECK_FALSE(std::filesystem::exists(root / "www"));
}

TEST_CASE("whole: a score that the host shows is not changed silently, though the output was built anew") {
  const SmallRoot root;
  put(root / kScores, scores("91"));
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  REQUIRE(deploy(root).exit_code == 0);
  put(root / kScores, scores("93.5"));
  REQUIRE(run_in(root, {"build", "--output", "new"}).exit_code == 0);
  const Run silent = deploy(root, {"--output", "new"});
  CHECK(silent.exit_code == 1);
  CHECK(says(silent, "changed-silently"));
  CHECK(bytes_of(root / "www/du-lieu/cong-bo.json") == bytes_of(root / "public/du-lieu/cong-bo.json"));
  put(root / kScores, scores("93.5", kCorrection));
  REQUIRE(run_in(root, {"build", "--output", "newer"}).exit_code == 0);
  const Run corrected = deploy(root, {"--output", "newer"});
  CHECK_MESSAGE(corrected.exit_code == 0, corrected.err);
  CHECK(bytes_of(root / "www/du-lieu/cong-bo.json") == bytes_of(root / "newer/du-lieu/cong-bo.json"));
}

TEST_CASE("whole: a password file that others can read stops a deployment, and nothing of it is shown") {
  const SmallRoot root;
  const std::string secret = "bi-MAT-9137";
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  put(root / "netrc", "machine may.example.vn login u password " + secret + "\n");
  const Run open = run_in(root, {"deploy", "ftps://may.example.vn/www", "--allow-illustrative"}, "2025-12-31",
                          {"THIDUA_NETRC=" + (root / "netrc")});
  CHECK(open.exit_code == 3);
  CHECK(says(open, "deploy-secrets-open"));
  CHECK_FALSE(says(open, secret));
}

TEST_CASE("whole: a command line that cannot be meant is told from content with errors") {
  const SmallRoot root;
  CHECK(run_in(root, {"deploy"}).exit_code == 2);
  CHECK(run_in(root, {"deploy", "thu"}).exit_code == 2);
  CHECK(run_in(root, {"deploy", "./www", "--jobs", "0"}).exit_code == 2);
  CHECK(run_in(root, {"deploy", "./www", "--max-deletes", "-1"}).exit_code == 2);
  CHECK(run_in(root, {"deploy", "./www"}).exit_code == 1);
}
