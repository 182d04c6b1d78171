// The same content gives the same bytes, whatever surrounds the build.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

const std::string kRepository = THIDUA_SOURCE_DIR;

struct Surroundings {
  std::string name;
  std::vector<std::string> args = {};
  std::vector<std::string> environment = {};
  std::string folder = "/";
};

/// The site built from `root`, every file with its bytes, the manifest too.
Snapshot built(const std::string& root, const Surroundings& around) {
  const TemporaryFolder out;
  std::vector<std::string> args = {"build", "--root", root, "--output", out / "public", "--today", "2026-12-31"};
  args.insert(args.end(), around.args.begin(), around.args.end());
  const Run run = run_program({args, around.folder, around.environment});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return snapshot(out / "public");
}

/// Copies files in an order and with times that have nothing to do with the original's.
void copy_shuffled(const fs::path& from, const fs::path& to) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(from));
  }
  std::mt19937 random(7);
  std::shuffle(files.begin(), files.end(), random);
  for (const fs::path& file : files) {
    fs::create_directories((to / file).parent_path());
    fs::copy_file(from / file, to / file);
    fs::last_write_time(to / file, fs::file_time_type::clock::now() - std::chrono::hours(random() % 100'000));
  }
}

void check_all_same(const std::string& root) {
  const Snapshot plain = built(root, {"plain"});
  CHECK(plain.size() > 20);
  const std::vector<Surroundings> others = {
      {"again"},
      {"another time zone", {}, {"TZ=Pacific/Kiritimati"}},
      {"another locale", {}, {"LC_ALL=vi_VN.UTF-8"}},
      {"a locale with commas", {}, {"LC_ALL=de_DE.UTF-8", "LC_NUMERIC=de_DE.UTF-8"}},
      {"no locale", {}, {"LC_ALL=C"}},
      {"another working directory", {}, {}, "/tmp"},
      {"one thread", {"--jobs", "1"}},
      {"two threads", {"--jobs", "2"}},
      {"seven threads", {"--jobs", "7"}},
      {"the other language", {"--lang", "vi"}},
  };
  for (const Surroundings& around : others) {
    CAPTURE(around.name);
    const bool same = built(root, around) == plain;
    CHECK(same);
  }
  const TemporaryFolder copy;
  copy_shuffled(fs::path(root) / "content", copy / "content");
  copy_shuffled(fs::path(root) / "themes", copy / "themes");
  const bool same = built(copy.path(), {"shuffled copy"}) == plain;
  CHECK(same);
}

}  // namespace

TEST_CASE("whole: the small site has the same bytes in any surroundings") { check_all_same(SmallRoot().path()); }

TEST_CASE("whole: the repository's own site has the same bytes in any surroundings") { check_all_same(kRepository); }
