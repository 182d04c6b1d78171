// Golden cases: every folder tests/cases/<stage>/ok-<name> and bad-<name>.
//
// A case lays its `content`, `themes` and `pulled` over the smallest good site (tests/cases/base) and what the cases of
// its stage share (tests/cases/<stage>/base, where there is one), and then makes what its `make` describes
// (outside/small_root.hpp). The program runs there on 31 December 2025 with the arguments in its `command`, by default
// `check`; exit code, standard error and standard output must be those in its `expected`. THIDUA_RENEW=1 writes
// `expected` anew; read the difference before you keep it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "diagnostics/catalogue.hpp"
#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua;
using namespace thidua::testing;
namespace fs = std::filesystem;

/// What no golden case can show: the state of the machine, or of a host, that these codes are about is made in
/// tests/publish and tests/deploy, operation by operation.
const std::map<std::string, std::string> kCoveredElsewhere = {
    {"output-holds-working-directory", "tests/publish"},
    {"output-symbolic-link", "tests/publish"},
    {"output-not-a-folder", "tests/publish"},
    {"output-busy", "tests/publish"},
    {"output-cannot-exchange", "tests/publish"},
    {"output-disk-full", "tests/publish"},
    {"output-no-permission", "tests/publish"},
    {"output-write-failed", "tests/publish"},
    {"output-not-cleared", "tests/publish"},
    {"deploy-too-many-leave", "tests/deploy"},
    {"deploy-not-as-built", "tests/deploy"},
    {"deploy-into-itself", "tests/deploy"},
    {"deploy-no-public-address", "tests/deploy"},
    {"deploy-secrets-open", "tests/deploy"},
    {"deploy-locked", "tests/deploy"},
    {"deploy-lock-expired", "tests/deploy"},
    {"deploy-lock-lost", "tests/deploy"},
    {"deploy-lock-stays", "tests/deploy"},
    {"deploy-manifest-damaged", "tests/deploy"},
    {"deploy-failed", "tests/deploy"},
    {"deploy-refused", "tests/deploy"},
    {"deploy-distrusted", "tests/deploy"},
    {"deploy-full", "tests/deploy"},
    {"deploy-missing", "tests/deploy"},
    {"deploy-unsupported", "tests/deploy"},
    {"deploy-out-of-time", "tests/deploy"},
    {"deploy-stopped", "tests/deploy"},
    {"deploy-stands-before", "tests/deploy"},
    {"deploy-stands-needed", "tests/deploy"},
    {"deploy-stands-pages", "tests/deploy"},
    {"deploy-stands-entries", "tests/deploy"},
    {"deploy-stands-site", "tests/deploy"},
    {"deploy-verify-unread", "tests/deploy"},
    {"deploy-verify-differs", "tests/deploy"},
    {"deploy-verify-list", "tests/deploy"},
    // What other hosts answer.
    {"link-gone", "tests/whole/links_test.cpp"},
    {"link-moved", "tests/whole/links_test.cpp"},
    {"link-redirected", "tests/whole/links_test.cpp"},
    {"link-blocked", "tests/whole/links_test.cpp"},
    {"link-robots", "tests/whole/links_test.cpp"},
    {"link-unreachable", "tests/whole/links_test.cpp"},
    {"link-no-host", "tests/links/survey_test.cpp"},
    {"link-certificate", "tests/links/inquiry_test.cpp"},
    {"source-unreachable", "tests/pull"},
    {"source-invalid", "tests/pull"},
    {"source-would-break", "tests/pull"},
    {"copy-unwritable", "tests/pull"},
    {"pulled-twice", "tests/pull"},
};

std::vector<fs::path> case_folders() {
  std::vector<fs::path> folders;
  for (const auto& stage : fs::directory_iterator(THIDUA_SOURCE_DIR "/tests/cases")) {
    if (!stage.is_directory() || stage.path().filename() == "base") continue;
    for (const auto& one : fs::directory_iterator(stage)) {
      if (one.path().filename() != "base") folders.push_back(one.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

bool is_bad(const fs::path& folder) { return folder.filename().string().starts_with("bad-"); }

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

void prepare(const fs::path& folder, const SmallRoot& root) {
  for (const fs::path& from : {folder.parent_path() / "base", folder}) {
    for (const char* part : {"content", "themes", "pulled"}) {
      if (fs::exists(from / part)) lay_over(from / part, root / part);
    }
  }
  make_files(root.path(), bytes_of(folder / "make"));
}

std::string result_of(const fs::path& folder) try {
  const SmallRoot root;
  prepare(folder, root);
  std::vector<std::string> args = words_of(bytes_of(folder / "command"));
  if (args.empty()) args = {"check"};
  if (args[0] == "check" || args[0] == "build" || args[0] == "audit" || args[0] == "deploy" || args[0] == "links")
    args.insert(args.begin() + 1, {"--today", "2025-12-31"});
  const Run run = run_program({args, root.path()});
  return "exit " + std::to_string(run.exit_code) + "\n--- standard error\n" + run.err + "--- standard output\n" +
         run.out;
} catch (const std::exception& error) {
  return std::string("the case cannot be made: ") + error.what() + "\n";
}

/// The codes that an `expected` shows, as text, JSON or for GitHub.
std::set<std::string> codes_in(const std::string& expected) {
  std::set<std::string> codes;
  for (const CodeDescription& code : all_codes()) {
    const std::string name(code.name);
    for (const std::string& mark : {"[" + name + "]\n", "\"code\":\"" + name + "\"", "title=" + name + "::"}) {
      if (expected.find(mark) != std::string::npos) codes.insert(name);
    }
  }
  return codes;
}

bool renewing() { return std::getenv("THIDUA_RENEW") != nullptr; }

}  // namespace

TEST_CASE("cases: every folder gives what it expects") {
  REQUIRE_MESSAGE(!(renewing() && std::getenv("CI") != nullptr), "CI compares; it does not renew");
  for (const fs::path& folder : case_folders()) {
    CAPTURE(folder);
    const std::string result = result_of(folder);
    if (renewing()) put(folder / "expected", result);
    CHECK(result == bytes_of(folder / "expected"));
  }
}

TEST_CASE("cases: a good one has no findings, a bad one has some") {
  for (const fs::path& folder : case_folders()) {
    CAPTURE(folder);
    const std::string expected = bytes_of(folder / "expected");
    CHECK((is_bad(folder) || folder.filename().string().starts_with("ok-")));
    const bool clean = codes_in(expected).empty() && expected.starts_with("exit 0\n");
    CHECK(clean != is_bad(folder));
  }
}

TEST_CASE("cases: every diagnostic code has a bad case, or is known to be shown elsewhere") {
  std::set<std::string> shown;
  for (const fs::path& folder : case_folders()) {
    if (is_bad(folder)) shown.merge(codes_in(bytes_of(folder / "expected")));
  }
  std::string without_case, shown_after_all;
  for (const CodeDescription& code : all_codes()) {
    const std::string name(code.name);
    const bool elsewhere = kCoveredElsewhere.contains(name);
    if (!shown.contains(name) && !elsewhere) without_case += name + " ";
    if (shown.contains(name) && elsewhere) shown_after_all += name + " ";
  }
  CHECK(without_case == "");
  CHECK(shown_after_all == "");
}
