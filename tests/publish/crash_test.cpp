// Whatever happens to a build, at whatever moment: the output folder holds the complete old or the complete new site,
// and the next build leaves the complete new one and nothing beside it. The trials first prove that they would notice.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <functional>

#include "base/temporary_folder.hpp"
#include "publish/faulty_disk.hpp"
#include "publish/small_site.hpp"

namespace thidua::publish {
namespace {

using namespace thidua::testing;

/// Something that replaces a site; true where it says that it did.
using Writer = std::function<bool(base::Disk&, const std::string& output)>;

enum class Before { nothing, old_site };

/// The new site as it is when nothing goes wrong, manifest and all.
Snapshot complete_site(Before before) {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  REQUIRE(publish_all(*disk, folder / "public", new_site()).published);
  Snapshot complete = snapshot(folder / "public");
  for (const auto& [path, bytes] : new_site()) REQUIRE(complete.at(path) == bytes);
  if (before == Before::old_site) complete[".gitignore"] = "*\n";
  return complete;
}

/// One build of the new site with an accident, in a folder of its own.
class Trial {
 public:
  Trial(Before before, Plan plan) : plan_(std::move(plan)) {
    if (before == Before::nothing) return;
    REQUIRE(publish_all(*disk_, output_, old_site()).published);
    put(output_ + "/.gitignore", "*\n");
    old_ = snapshot(output_);
  }

  /// How many operations the writer tried, in this process. It lives through every failure.
  std::size_t run_here(const Writer& writer) {
    FaultyDisk faulty(*disk_, plan_);
    claims_ = writer(faulty, output_);
    return faulty.log().size();
  }

  /// Runs the writer in another process; true where that was killed.
  bool run_there(const Writer& writer) {
    const pid_t child = ::fork();
    if (child == 0) {
      FaultyDisk faulty(*disk_, plan_);
      ::_exit(writer(faulty, output_) ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    if (!WIFSIGNALED(status)) claims_ = WEXITSTATUS(status) == 0;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  }

  /// Why what the accident left is wrong; empty where it is right. The next build is part of it.
  std::string flaw(const Snapshot& complete) {
    const Snapshot seen = snapshot(output_);
    if (seen != old_ && seen != complete) return "neither the old nor the new site";
    if (claims_ && *claims_ != (seen == complete)) return "says something else than it did";
    const Outcome next = publish_all(*disk_, output_, new_site());
    if (!next.published || !next.codes().empty()) return "the next build fails";
    if (snapshot(output_) != complete) return "the next build does not repair the site";
    return snapshot(folder_.path()).size() == complete.size() + 1 ? "" : "something is left beside the output";
  }

 private:
  TemporaryFolder folder_;
  std::string output_ = folder_ / "public";
  std::unique_ptr<base::Disk> disk_ = base::real_disk();
  Plan plan_;
  Snapshot old_;
  std::optional<bool> claims_;
};

bool as_thidua_does(base::Disk& disk, const std::string& output) {
  return publish_all(disk, output, new_site()).published;
}

/// The next three are how not to do it. Left in peace, they write the same bytes.
bool write_all_to(base::Disk& disk, const std::string& folder) {
  if (!disk.make_folder(folder)) return false;
  for (const auto& [path, content] : complete_site(Before::old_site)) {
    if (path == ".") continue;
    const std::string at = base::join(folder, path);
    if (!(content == "/" ? disk.make_folder(at) : disk.write_new(at, content))) return false;
  }
  return true;
}

bool by_emptying_and_writing_in_place(base::Disk& disk, const std::string& output) {
  return base::remove_tree(disk, output) && write_all_to(disk, output);
}

bool by_two_renames(base::Disk& disk, const std::string& output) {
  return write_all_to(disk, output + ".new") && disk.rename(output, output + ".old") &&
         disk.rename(output + ".new", output) && base::remove_tree(disk, output + ".old");
}

bool by_ignoring_failures(base::Disk& disk, const std::string& output) {
  (void)publish_all(disk, output, new_site());
  return true;
}

/// The first flaw over every place at which the accident can strike, and how many places there were.
struct Verdict {
  std::string flaw;
  std::size_t places = 0;
};

Verdict kill_everywhere(const Writer& writer, Before before, Accident accident) {
  const Snapshot complete = complete_site(before);
  for (std::size_t at = 1;; ++at) {
    Trial trial(before, {accident, at, 0, ""});
    const bool killed = trial.run_there(writer);
    if (const std::string flaw = trial.flaw(complete); !flaw.empty()) return {flaw + " at " + std::to_string(at), at};
    if (!killed) return {"", at - 1};
  }
}

Verdict fail_everywhere(const Writer& writer, Before before, int error) {
  const Snapshot complete = complete_site(before);
  for (std::size_t at = 1;; ++at) {
    Trial trial(before, {Accident::fails, at, error, ""});
    const bool struck = trial.run_here(writer) >= at;
    if (const std::string flaw = trial.flaw(complete); !flaw.empty()) return {flaw + " at " + std::to_string(at), at};
    if (!struck) return {"", at - 1};
  }
}

TEST_CASE("the trials: find nothing wrong where nothing goes wrong") {
  for (const auto& writer : {as_thidua_does, by_emptying_and_writing_in_place, by_two_renames, by_ignoring_failures}) {
    Trial trial(Before::old_site, {});
    CHECK(!trial.run_there(writer));
    CHECK(trial.flaw(complete_site(Before::old_site)) == "");
  }
}

TEST_CASE("the trials: notice a writer that empties the folder and writes in place") {
  CHECK(!kill_everywhere(by_emptying_and_writing_in_place, Before::old_site, Accident::dies).flaw.empty());
  CHECK(!fail_everywhere(by_emptying_and_writing_in_place, Before::old_site, ENOSPC).flaw.empty());
}

TEST_CASE("the trials: notice a moment without any output between two renames") {
  CHECK(!kill_everywhere(by_two_renames, Before::old_site, Accident::dies).flaw.empty());
}

TEST_CASE("the trials: notice a writer that says more than it did") {
  CHECK(!fail_everywhere(by_ignoring_failures, Before::old_site, ENOSPC).flaw.empty());
}

TEST_CASE("publish: killed before any operation, the output is complete and the next build repairs") {
  for (const Before before : {Before::nothing, Before::old_site}) {
    const Verdict verdict = kill_everywhere(as_thidua_does, before, Accident::dies);
    CHECK(verdict.flaw == "");
    CHECK(verdict.places > new_site().size());
  }
}

TEST_CASE("publish: killed in the middle of any write, the output is complete and the next build repairs") {
  for (const Before before : {Before::nothing, Before::old_site}) {
    const Verdict verdict = kill_everywhere(as_thidua_does, before, Accident::dies_half_way);
    CHECK(verdict.flaw == "");
    CHECK(verdict.places > new_site().size());
  }
}

TEST_CASE("publish: when any operation fails, the output is complete and the next build repairs") {
  for (const Before before : {Before::nothing, Before::old_site}) {
    for (const int error : {ENOSPC, EACCES, EIO}) {
      const Verdict verdict = fail_everywhere(as_thidua_does, before, error);
      CHECK(verdict.flaw == "");
      CHECK(verdict.places > new_site().size());
    }
  }
}

TEST_CASE("publish: all is brought to the medium after the last file and before the exchange") {
  const TemporaryFolder folder;
  const auto disk = base::real_disk();
  REQUIRE(publish_all(*disk, folder / "public", old_site()).published);
  FaultyDisk logging(*disk, {});
  REQUIRE(publish_all(logging, folder / "public", new_site()).published);
  const auto& log = logging.log();
  const auto sync = std::find(log.begin(), log.end(), "sync");
  const auto exchange = std::find(log.begin(), log.end(), "exchange");
  CHECK(sync < exchange);
  CHECK(exchange != log.end());
  for (const char* operation : {"write", "link", "make folder"}) {
    CHECK(std::count(log.begin(), sync, operation) > 0);
    CHECK(std::count(sync, log.end(), operation) == 0);
  }
}

TEST_CASE("publish: every failure is told as one of the environment, and only then nothing is published") {
  for (std::size_t at = 1, struck = 1; struck >= at; ++at) {
    const TemporaryFolder folder;
    const auto disk = base::real_disk();
    REQUIRE(publish_all(*disk, folder / "public", old_site()).published);
    FaultyDisk faulty(*disk, {Accident::fails, at, EIO, ""});
    const Outcome outcome = publish_all(faulty, folder / "public", new_site());
    struck = faulty.log().size();
    CHECK(outcome.published != outcome.diagnostics.has_errors());
    for (const Code code : outcome.codes()) CHECK(is_environment(code));
  }
}

}  // namespace
}  // namespace thidua::publish
