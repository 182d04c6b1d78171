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

/// A file of the root with a text in place of another, which it holds once.
void replace(const std::string& path, const std::string& old, const std::string& text) {
  std::string bytes = bytes_of(path);
  const std::size_t at = bytes.find(old);
  REQUIRE_MESSAGE((at != std::string::npos && bytes.find(old, at + 1) == std::string::npos), old);
  put(path, bytes.replace(at, old.size(), text));
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

TEST_CASE(
    "whole: what an award rests on is not changed silently, and its correction is shown beside it and in the log") {
  const SmallRoot root;
  lay_over(THIDUA_SOURCE_DIR "/tests/whole/records", root.path());
  const std::string result = root / "content/campaigns/thi-dua-2022/results/2022.json";
  REQUIRE(run_in(root, {"build"}).exit_code == 0);

  replace(result, "\"received\": \"2023-02-01\"", "\"received\": \"2023-02-02\"");
  replace(result, "\"by\": \"Đảng ủy xã Cũ\"", "\"by\": \"Đảng ủy thị xã\"");
  const Run silent = run_in(root, {"build"});
  CHECK(silent.exit_code == 1);
  CHECK(silent.err.find("dossier.received 2023-02-01, and now has 2023-02-02") != std::string::npos);
  const std::string before = "by: Đảng ủy xã Cũ; date: 2023-02-03", after = "by: Đảng ủy thị xã; date: 2023-02-03";
  CHECK(silent.err.find("attestation.III.2.d " + before + ", and now has " + after) != std::string::npos);

  const std::string of = R"({ "date": "2023-03-09", "reason": "Ghi nhầm", "of": )";
  replace(result, "\"corrections\": [",
          "\"corrections\": [" + of +
              R"("noi-vu", "field": "dossier.received", "before": "2023-02-01", "after": "2023-02-02" }, )" + of +
              R"("xa-cu", "field": "attestation.III.2.d", "before": ")" + before + R"(", "after": ")" + after +
              "\" }, ");
  const Run corrected = run_in(root, {"build"});
  CHECK_MESSAGE(corrected.exit_code == 0, corrected.err);
  for (const char* page : {"public/phong-trao/thi-dua-2022/ket-qua/index.html", "public/dinh-chinh/index.html"}) {
    const std::string html = bytes_of(root / page);
    CAPTURE(page);
    CHECK(html.find("<del>ngày 01 tháng 02 năm 2023</del>") != std::string::npos);
    CHECK(html.find("xác nhận theo mục III.2.d") != std::string::npos);
    CHECK(html.find("<ins>Đảng ủy thị xã, ngày 03 tháng 02 năm 2023</ins>") != std::string::npos);
  }
}

TEST_CASE("whole: the log of corrections and the acknowledgements lose nothing") {
  const SmallRoot root;
  lay_over(THIDUA_SOURCE_DIR "/tests/whole/records", root.path());
  const std::string result = root / "content/campaigns/thi-dua-2022/results/2022.json";
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  const std::string published = bytes_of(result);
  for (const char* text : {"Ghi nhầm đơn vị của cá nhân", "Kinh phí cho phép khen thêm một tập thể.", "35/QĐ-UBND"}) {
    replace(result, text, "Khác");
    const Run run = run_in(root, {"check", "--against", "public"});
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.find("[entry-gone]") != std::string::npos, run.err);
    put(result, published);
  }
  replace(
      result, "\"acknowledgements\": [",
      R"("acknowledgements": [{ "award": "xa-cam", "by": "UBND", "date": "2023-04-01", "clauses": ["III.2.c"], "reason": "Đã rà soát lại" },)");
  const Run more = run_in(root, {"build"});
  CHECK_MESSAGE(more.exit_code == 0, more.err);
  const std::string html = bytes_of(root / "public/phong-trao/thi-dua-2022/ket-qua/index.html");
  CHECK(html.find("Đã rà soát lại") != std::string::npos);
  CHECK(html.find("Khen để khuyến khích") != std::string::npos);
}

TEST_CASE("whole: records of a fictional locality say so in the published record and in the audit") {
  const SmallRoot root;
  lay_over(THIDUA_SOURCE_DIR "/tests/whole/records", root.path());
  REQUIRE(run_in(root, {"build"}).exit_code == 0);
  const std::string record = bytes_of(root / "public/du-lieu/cong-bo.json");
  CHECK(record.find(R"("thi-dua-2022/results/2022": {"illustrative": true, )") != std::string::npos);
  CHECK(record.find(R"("thi-dua-2022/scores/2022": {"illustrative": true, )") != std::string::npos);
  const std::string audit = run_in(root, {"audit", "thi-dua-2022", "--format", "json"}).out;
  CHECK(audit.find("\"campaign\": \"thi-dua-2022\",\n \"illustrative\": true") != std::string::npos);
}
