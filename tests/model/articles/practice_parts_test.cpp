#include "model/articles/practice_parts.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::model;

namespace {

struct Cut {
  explicit Cut(const std::string& text) : practice(cut_practice({text, 10}, "a.md", diagnostics)) {}

  const Text& part(PracticePart p) const { return practice.parts[static_cast<std::size_t>(p)]; }

  Diagnostics diagnostics;
  CutPractice practice;
};

}  // namespace

TEST_CASE("model::cut_practice: each part has the text under its heading and the line it begins on") {
  const Cut cut("Mở đầu.\n\n## Vấn đề\nA\n\n### Trong đó\nB\n## Kết quả\n\nC");
  CHECK(cut.practice.lead.markdown == "Mở đầu.\n\n");
  CHECK(cut.practice.lead.line == 10);
  CHECK(cut.part(PracticePart::problem).markdown == "A\n\n### Trong đó\nB\n");
  CHECK(cut.part(PracticePart::problem).line == 13);
  CHECK(cut.part(PracticePart::result).markdown == "\nC");
  CHECK(cut.part(PracticePart::result).line == 18);
  CHECK(cut.part(PracticePart::cost).markdown.empty());
  CHECK_FALSE(cut.diagnostics.has_errors());
}

TEST_CASE(
    "model::cut_practice: headings count without tone marks, in any case and order, closed or of the first level") {
  const Cut cut("# CHI PHI\nA\n##  điều kiện Áp Dụng ##\nB\n   ## bai hoc kinh nghiem\nC\n## Cách nhân rộng   \nD\n");
  CHECK(cut.part(PracticePart::cost).markdown == "A\n");
  CHECK(cut.part(PracticePart::conditions).markdown == "B\n");
  CHECK(cut.part(PracticePart::lessons).markdown == "C\n");
  CHECK(cut.part(PracticePart::replication).markdown == "D\n");
  CHECK_FALSE(cut.diagnostics.has_errors());
}

TEST_CASE("model::cut_practice: neither code nor what only looks like a heading cuts") {
  const std::string text = "```\n## A\n~~~\n```\n    ## B\n##C\n####### D\n~~~~\n~~~\n## E\n~~~~\n";
  const Cut cut("## Vấn đề\n" + text + "## Giải pháp\nx\n");
  CHECK(cut.part(PracticePart::problem).markdown == text);
  CHECK(cut.part(PracticePart::solution).markdown == "x\n");
  CHECK_FALSE(cut.diagnostics.has_errors());
}

TEST_CASE("model::cut_practice: a part of white space is empty") {
  const Cut cut("## Vấn đề\n\n \t\n## Giải pháp\nx\n\n[a]: /tin-tuc/\n");
  CHECK(cut.part(PracticePart::problem).markdown.empty());
  CHECK(cut.practice.lead.markdown.empty());
}

TEST_CASE("model::cut_practice: definitions of links serve every part") {
  const Cut cut("## Vấn đề\n[a]\n## Giải pháp\nx\n\n[a]: /tin-tuc/\n");
  CHECK(cut.part(PracticePart::problem).markdown == "[a]\n\n\n[a]: /tin-tuc/\n");
}

TEST_CASE("model::cut_practice: an unknown heading is reported with the nearest, a known one only once") {
  const Cut cut("## Kết quả đạt được\nA\n## Giai phat\nB\n## Xin chào các bạn\nC\n## Vấn đề\nD\n## van de\nE\n");
  const auto found = cut.diagnostics.sorted();
  REQUIRE(found.size() == 4);
  CHECK(found[0].code == Code::unknown_part);
  CHECK(found[0].place.line == 10);
  CHECK(found[0].args.front() == "Kết quả đạt được");
  CHECK(found[0].args.back() == "Kết quả");
  CHECK(found[1].args.back() == "Giải pháp");
  CHECK(found[2].args.back() == "");
  CHECK(found[3].code == Code::repeated_part);
  CHECK(found[3].place.line == 18);
  CHECK_FALSE(cut.practice.all_known);
  CHECK(cut.part(PracticePart::problem).markdown == "D\n");
}
