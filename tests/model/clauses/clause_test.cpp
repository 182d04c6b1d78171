#include "model/clauses/clause.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>

using namespace thidua::model;

namespace {

std::string paths(const std::string& text) {
  std::string out;
  for (const Clause& clause : split_clauses(text, 1)) out += (out.empty() ? "" : " ") + clause.path;
  return out;
}

const Clause& at(const std::vector<Clause>& clauses, const std::string& path) {
  for (const Clause& clause : clauses) {
    if (clause.path == path) return clause;
  }
  FAIL("no clause " << path);
  return clauses.front();
}

}  // namespace

TEST_CASE("model::split_clauses: joins the numbers above a clause to its path") {
  CHECK(paths("## I. MỤC ĐÍCH\n\n### 1. Mục đích\n\na) Một.\n\nb) Hai.\n\n### 2. Yêu cầu\n\n- Ba.\n\n+ Bốn.\n\n- "
              "Năm.\n\n## II. ĐỐI TƯỢNG\n") == "I I.1 I.1.a I.1.b I.2 I.2.-1 I.2.-1.+1 I.2.-2 II");
}

TEST_CASE("model::split_clauses: a dotted number goes below the number it repeats") {
  CHECK(paths("## IV. A\n\n3. Số lượng\n\n3.1. Hằng năm:\n\n- Một.\n\n3.2. Tổng kết:\n\n- Hai.\n\n4. Hồ sơ\n") ==
        "IV IV.3 IV.3.1 IV.3.1.-1 IV.3.2 IV.3.2.-1 IV.4");
  CHECK(paths("## II. A\n\n1.2. Cờ\n\n1.2.1. Chung\n\n1.2.2. Riêng\n\n1.3. Bằng\n") ==
        "II II.1.2 II.1.2.1 II.1.2.2 II.1.3");
}

TEST_CASE("model::split_clauses: a number that comes again gets a mark, and what is below it too") {
  CHECK(paths("## IV. A\n\n1. Một.\n\n## V. B\n\n## IV. C\n\n1. Hai.\n\n1. Ba.\n") == "IV IV.1 V IV~2 IV~2.1 IV~2.1~2");
}

TEST_CASE("model::split_clauses: skipped numbers and letters stay skipped") {
  CHECK(paths("## V. A\n\na) Một.\n\nc) Ba.\n\nđ) Năm.\n\n## VII. B\n") == "V V.a V.c V.đ VII");
}

TEST_CASE("model::split_clauses: hard-wrapped lines are one text, also where a line begins with a number or a dash") {
  const auto clauses = split_clauses(
      "## I. A\n\n1. Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan nhà nước từ năm\n2021. Việc này gồm phong "
      "trào thi đua yêu nước gắn với phát triển kinh tế\n"
      "- xã hội và những nhiệm vụ khác được giao theo kế hoạch của năm đó và theo\n05 nhóm.\n\n2. Hai.\n",
      1);
  REQUIRE(clauses.size() == 3);
  CHECK(clauses[1].text.find("2021. Việc này") != std::string::npos);
  CHECK(clauses[1].text.find("- xã hội") != std::string::npos);
  CHECK(clauses[2].path == "I.2");
}

TEST_CASE("model::split_clauses: lines that are wrapped and set apart by blank lines are one text") {
  const auto clauses = split_clauses(
      "I. MỤC ĐÍCH\n\n1. Cấp ủy, chính quyền các cấp lãnh đạo thực hiện các nghị quyết của \n\nTrung ương về cải cách "
      "hành chính, đề cao "
      "trách nhiệm của người \n\nđứng đầu cơ quan. \n\n2. Hai.\n",
      1);
  REQUIRE(clauses.size() == 3);
  CHECK(clauses[1].body.empty());
  CHECK(clauses[1].text.ends_with("đứng đầu cơ quan."));
}

TEST_CASE("model::split_clauses: Markdown's marks around a number do not hide it") {
  CHECK(paths("## **I. A**\n\n### ***1.1. Cờ***\n\n**1.6.** Trong cùng một phong trào.\n\n**2. Kinh phí:** Theo quy "
              "định.\n\n- a) Một.\n- b) Hai.\n") == "I I.1.1 I.1.6 I.2 I.2.a I.2.b");
  const auto clauses = split_clauses("## I. A\n\n**2. Kinh phí:** Theo quy định.\n", 1);
  CHECK(clauses[1].text == "**Kinh phí:** Theo quy định.");
  CHECK_FALSE(clauses[1].heading);
}

TEST_CASE("model::split_clauses: what stands around the numbered part has names of its own") {
  const std::string text =
      "Số: /KH-UBND\n\nCăn cứ Quyết định.\n\n## I. A\n\n1. Một.\n\n---\n\nTrên đây là Kế hoạch.\n\nNơi nhận:\n\n- Sở "
      "Nội vụ;\n- Lưu: VT.\n\n"
      "TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n";
  CHECK(paths(text) == "preamble.p1 preamble.p2 I I.1 closing.p1 recipients recipients.-1 recipients.-2 signature");
}

TEST_CASE("model::split_clauses: tables and later paragraphs belong to the clause before them") {
  const auto clauses =
      split_clauses("## I. A\n\n1. Bảng sau:\n\n| 1. | 2. |\n|---|---|\n| - a | b |\n\nĐoạn tiếp.\n\n2. Hai.\n", 5);
  REQUIRE(clauses.size() == 3);
  CHECK(clauses[1].body == "| 1. | 2. |\n|---|---|\n| - a | b |\n\nĐoạn tiếp.");
  CHECK(clauses[1].line == 7);
  CHECK(clauses[2].line == 15);
}

TEST_CASE("model::split_clauses: rewording changes no path") {
  const std::string before = "## I. A\n\n1. Một.\n\n- Hai.\n\n- Ba.\n\n## II. B\n";
  const std::string after =
      "## I. CHỮ KHÁC\n\n1. Một câu dài hơn nhiều so với trước.\n\n- Khác.\n\n- Khác nữa.\n\n## II. B\n";
  CHECK(paths(before) == paths(after));
}

TEST_CASE("model::split_clauses: letters A to D are not hundreds and fifties") {
  CHECK(paths("A. Một\n\nB. Hai\n\nC. Ba\n\nD. Bốn\n") == "A B C D");
  CHECK(paths("I. Một\n\nII. Hai\n\nV. Năm\n\nX. Mười\n") == "I II V X");
  CHECK(paths("A. Một\n\nI. Hai\n\nII. Ba\n\nB. Bốn\n\nI. Năm\n") == "A A.I A.II B B.I");
}

TEST_CASE("model::split_clauses: Chương and Điều number a regulation") {
  CHECK(paths("Chương I QUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Một.\n\na) Hai.\n\nĐiều 2. Đối tượng\n\nChương II KHEN "
              "THƯỞNG\n\nĐiều 3. Hồ sơ\n") ==
        "chuong-1 chuong-1.dieu-1 chuong-1.dieu-1.1 chuong-1.dieu-1.1.a chuong-1.dieu-2 chuong-2 chuong-2.dieu-3");
}

TEST_CASE("model::split_clauses: a plan of 200 pages has one path per clause, in time linear in its length") {
  std::string text;
  for (int section = 0; section < 40; ++section) {
    text += "## III. TIÊU ĐỀ LẶP LẠI\n\n";
    for (int item = 1; item <= 20; ++item) {
      text += std::to_string(item) + ". Nội dung của khoản này được viết đủ dài để giống một văn bản thật.\n\n";
      for (int dash = 0; dash < 5; ++dash)
        text += "- Ý thứ " + std::to_string(dash) + " của khoản, cũng là một câu.\n\n";
    }
  }
  const auto start = std::chrono::steady_clock::now();
  const auto clauses = split_clauses(text, 1);
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  CHECK(clauses.size() == 40 * (1 + 20 * 6));
  std::set<std::string> unique;
  for (const Clause& clause : clauses) unique.insert(clause.path);
  CHECK(unique.size() == clauses.size());
  CHECK(at(clauses, "III~40.20.-5").depth == 2);
  CHECK(seconds < 2.0);
}
