// What is published about a campaign, page by page: a small invented town (whole/records) with two years of records, a
// later guidance, an award that fails and is acknowledged, a tie, a merged unit and two corrections.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

const std::string kCampaign = "phong-trao/thi-dua-2022/";

/// The site as it was built, page by page; built once for all tests.
class Town {
 public:
  Town() {
    lay_over(THIDUA_SOURCE_DIR "/tests/whole/records", root_.path());
    const Run run =
        run_program({{"build", "--root", root_.path(), "--output", out_ / "public", "--today", "2025-12-31"}});
    REQUIRE_MESSAGE(run.exit_code == 0, run.err);
    for (const auto& entry : fs::recursive_directory_iterator(out_ / "public")) {
      if (entry.path().extension() == ".html")
        pages_[entry.path().lexically_relative(out_ / "public").string()] = bytes_of(entry.path());
    }
  }

  const std::string& page(const std::string& url) const { return pages_.at(url + "index.html"); }
  const std::map<std::string, std::string>& pages() const { return pages_; }

 private:
  SmallRoot root_;
  TemporaryFolder out_;
  std::map<std::string, std::string> pages_;
};

const Town& town() {
  static const Town built;
  return built;
}

/// What stands on a page from one text to the next that follows it.
std::string between(const std::string& page, const std::string& from, const std::string& to) {
  const std::size_t start = page.find(from);
  REQUIRE_MESSAGE(start != std::string::npos, from);
  return page.substr(start, page.find(to, start + from.size()) - start);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> all_of(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> out;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), expression); at != std::sregex_iterator(); ++at)
    out.push_back((*at)[1]);
  return out;
}

std::string award(const std::string& id) {
  return between(town().page(kCampaign + "ket-qua/"), "id=\"" + id + "\"", "</details>\n</li>");
}

}  // namespace

TEST_CASE("whole: an award shows its verdict, its reasons and its checks") {
  const std::string good = award("2022-xa-cu");
  CHECK(has(good, "<span class=\"verdict satisfied\">Đáp ứng</span>"));
  CHECK(has(good, "đáp ứng. Kế hoạch để ngỏ 1 điểm."));
  CHECK(has(good, "Đảng ủy xã Cũ xác nhận ngày 03 tháng 02 năm 2023"));
  CHECK(has(good, "hạng 1 (đồng hạng)"));
  CHECK(has(good, "ke-hoach/#III.2.a"));
  CHECK(has(good, "cach-lam-hay/mot-cua/"));
  CHECK_FALSE(has(good, "class=\"reasons\""));
  const std::string open = award("2022-phuong-binh");
  CHECK(has(open, "Những điểm chưa thể kiểm chứng"));
  CHECK(has(open, "xác nhận của cơ quan có trách nhiệm"));
}

TEST_CASE("whole: an award that does not satisfy the plan says so, why, and who answers for it") {
  const std::string bad = award("2022-xa-cam");
  CHECK(has(bad, "<span class=\"verdict not_satisfied\">Không đáp ứng</span>"));
  const std::string reasons = between(bad, "class=\"reasons\"", "<details>");
  CHECK(has(reasons, "từ 85% trở lên"));
  CHECK(has(reasons, "năm 2022: 81,25%"));
  CHECK(has(reasons, "trước ngày 15 tháng 3 năm 2022"));
  CHECK(has(reasons, "Giải trình"));
  CHECK(has(reasons, "Chủ tịch UBND thị xã, <time datetime=\"2023-03-01\">"));
  CHECK(has(reasons, "Khen để khuyến khích"));
  CHECK_FALSE(has(award("2022-phuong-binh"), "Giải trình"));
}

TEST_CASE("whole: numbers granted, and what is left, by the document in force on the day of the decision") {
  const std::string& page = town().page(kCampaign + "ket-qua/");
  const std::string before = between(page, "id=\"dot:hang-nam:2022\"", "id=\"quyet-dinh:2022\"");
  CHECK(has(before, "tối đa 2"));
  CHECK(has(before, "Vượt <span class=\"figure\">1</span>"));
  CHECK(has(before, "Kinh phí cho phép"));
  CHECK(has(before, "Tất cả trường hợp đủ tiêu chuẩn"));
  CHECK(has(before, "Giao Hội đồng Thi đua - Khen thưởng thị xã quy định"));
  const std::string after = between(page, "id=\"dot:hang-nam:2023\"", "id=\"quyet-dinh:2023\"");
  CHECK(has(after, "tối đa 3"));
  CHECK(has(after, "Theo kế hoạch ban đầu: tối đa 2"));
  CHECK(has(after, "ke-hoach/#huong-dan:1"));
  CHECK(has(after, "<span class=\"figure\">2</span>"));
}

TEST_CASE("whole: the overview counts the awards by their verdicts") {
  const std::string results = between(town().page(kCampaign), "<h2>Kết quả khen thưởng</h2>", "</section>");
  CHECK(has(results, "<strong>6</strong> khen thưởng đã công bố"));
  CHECK(has(results, "<strong>1</strong> Không đáp ứng"));
  CHECK(has(results, kCampaign + "ket-qua/"));
  CHECK_FALSE(has(town().page("phong-trao/thu-2025/"), "khen thưởng đã công bố"));
}

TEST_CASE("whole: ranks within blocks, the latest year first, ties said openly") {
  const std::string& page = town().page(kCampaign + "xep-hang/");
  CHECK(page.find("id=\"nam-2023\"") < page.find("id=\"nam-2022\""));
  const std::string year = page.substr(page.find("id=\"nam-2022\""));
  CHECK(all_of(year, "class=\"figure\">([0-9]+)</strong>") == std::vector<std::string>{"1", "1", "3", "1", "2"});
  CHECK(all_of(year, "(đồng hạng)</span>").size() == 2);
  CHECK(has(year, "94,29%"));
  CHECK(has(year, "Chính quyền điện tử</dt><dd>58,75/70"));
  CHECK(has(year, "<del>79,25</del>"));
  CHECK(has(year, "quyết định số 14/QĐ-UBND ngày 01 tháng 02 năm 2023"));
}

TEST_CASE("whole: registrations with their state and the deadline in force") {
  const std::string& page = town().page(kCampaign + "dang-ky/");
  const std::string late = between(page.substr(page.find("id=\"nam-2023\"")), "don-vi/suoi-mo/xa-cam/", "</tr>");
  CHECK(has(late, "Quá hạn"));
  CHECK(has(late, "chậm nhất ngày 31 tháng 3 năm 2023"));
  CHECK(has(late, "ke-hoach/#huong-dan:2"));
  const std::string moved = between(page.substr(page.find("id=\"nam-2023\"")), "don-vi/suoi-mo/phuong-an/", "</tr>");
  CHECK(has(moved, "Đúng hạn"));
  CHECK(has(moved, "chưa nhận"));
  const std::string lacking = between(page.substr(page.find("id=\"nam-2022\"")), "don-vi/suoi-mo/xa-cam/", "</tr>");
  CHECK(has(lacking, "Chưa đầy đủ"));
  CHECK(has(lacking, "<span>chỉ tiêu đăng ký</span><span>kế hoạch của đơn vị</span>"));
}

TEST_CASE("whole: targets beside what was reached; not reported only where anything was published") {
  const std::string& page = town().page(kCampaign + "tieu-chi/");
  const std::string first = between(page, "id=\"tieu-chi-dung-hen\"", "id=\"tieu-chi-truc-tuyen\"");
  CHECK(first.find("97,2%") < first.find("94,5%"));
  CHECK(has(first, "1/2 đơn vị đạt"));
  CHECK(has(between(page, "id=\"tieu-chi-truc-tuyen\"", "id=\"tieu-chi-bo-sung\""), "Chưa báo cáo"));
  const std::string& other = town().page("phong-trao/thu-2025/tieu-chi/");
  CHECK(has(other, "Chưa công bố kết quả thực hiện chỉ tiêu nào"));
  CHECK_FALSE(has(other, "Chưa báo cáo"));
}

TEST_CASE(
    "whole: what was published under a former name is found from the new unit, and the old page says what became of "
    "it") {
  const std::string& now = town().page("don-vi/suoi-mo/phuong-an/");
  CHECK(has(now, "ket-qua/#2022-xa-cu"));
  CHECK(has(now, "với tên UBND xã Cũ"));
  CHECK(has(now, "ket-qua/#2023-phuong-an"));
  const std::string& before = town().page("don-vi/suoi-mo/xa-cu/");
  const std::string became = between(before, "class=\"became\"", "</p>");
  CHECK(has(became, "ngày 01 tháng 01 năm 2023"));
  CHECK(has(became, "don-vi/suoi-mo/phuong-an/"));
  CHECK_FALSE(has(before, "#2023-phuong-an"));
}

TEST_CASE("whole: a quota and a deadline that a later document changed are shown with both") {
  const std::string& awards = town().page(kCampaign + "khen-thuong/");
  CHECK(has(awards, "tối đa 2"));
  CHECK(has(between(awards, "class=\"changed\"", "</td>"), "tối đa 3</span>, áp dụng từ ngày 01 tháng 6 năm 2023"));
  for (const std::string& url : {kCampaign + "thoi-han/", std::string("thoi-han/"), kCampaign + "dang-ky/"}) {
    const std::string& page = town().page(url);
    CHECK(has(page, "2023-03-15"));
    CHECK(all_of(page, "(<div class=\"changed\">)").size() == 1);  // not of 2022, which was over by then
    CHECK(has(between(page, "<div class=\"changed\">", "</div>"), "Chậm nhất ngày 31 tháng 3 năm 2023"));
  }
}

TEST_CASE("whole: the log of corrections leads to where each stands, and is there when it is empty") {
  const std::string& page = town().page("dinh-chinh/");
  CHECK(page.find("#2022-nguyen-van-b") < page.find("xep-hang/#nam-2022"));
  CHECK(has(page, "<del>UBND xã Cam</del>"));
  CHECK(has(page, "Dữ liệu minh họa"));
  CHECK(has(town().page("tin-tuc/"), "href=\"../dinh-chinh/\""));
  const SmallRoot small;
  const TemporaryFolder out;
  REQUIRE(run_program({{"build", "--root", small.path(), "--output", out / "public"}}).exit_code == 0);
  CHECK(has(bytes_of(out / "public/dinh-chinh/index.html"), "Chưa có đính chính nào."));
}

TEST_CASE("whole: no id stands twice on a page, and every link within the site leads to one that is there") {
  for (const auto& [name, page] : town().pages()) {
    CAPTURE(name);
    const std::vector<std::string> ids = all_of(page, " id=\"([^\"]+)\"");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    const std::string folder = fs::path(name).parent_path().string();
    for (const std::string& href : all_of(page, "href=\"([^\":]*#[^\"]+)\"")) {
      const std::size_t hash = href.find('#');
      const fs::path target = fs::path(folder) / href.substr(0, hash) / "index.html";
      const auto at = hash == 0 ? town().pages().find(name) : town().pages().find(target.lexically_normal().string());
      CAPTURE(href);
      REQUIRE(at != town().pages().end());
      CHECK(has(at->second, "id=\"" + href.substr(hash + 1) + "\""));
    }
  }
}

TEST_CASE("whole: every table has a caption and headings with their scope; a page has no script of its own but data") {
  int tables = 0;
  for (const auto& [name, page] : town().pages()) {
    CAPTURE(name);
    const std::size_t data = all_of(page, "(<script type=\"application/ld\\+json\">)").size();
    const std::size_t linked = all_of(page, "(<script[^>]* src=\"[^\"]*assets/[^>]*></script>)").size();
    CHECK(all_of(page, "(<script)").size() == data + linked);
    CHECK_FALSE(has(page, " style="));
    for (const std::string& table : all_of(page, "(<table[^>]*>\\s*<[a-z]+)")) {
      CHECK(table.ends_with("<caption"));
      ++tables;
    }
    for (const std::string& heading : all_of(page, "<th([^>e][^>]*|)>")) CHECK(has(heading, "scope="));
  }
  CHECK(tables > 10);
}
