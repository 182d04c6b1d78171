#include "content/syntax/front_matter.hpp"

#include <doctest/doctest.h>

#include <string>

#include "content/findings.hpp"
#include "content/limits.hpp"

using namespace thidua;
using namespace thidua::content;

namespace {

FrontMatter read(const std::string& text) {
  Diagnostics diagnostics;
  std::optional<FrontMatter> head = read_front_matter(text, "a.md", diagnostics);
  REQUIRE_MESSAGE(head, first_message(diagnostics));
  return *head;
}

Lines problems(const std::string& text) {
  Diagnostics diagnostics;
  const bool read = read_front_matter(text, "a.md", diagnostics).has_value();
  CHECK(read == !diagnostics.has_errors());
  return findings(diagnostics);
}

}  // namespace

TEST_CASE("content::read_front_matter: splits YAML from the body") {
  const std::string text = "---\ntitle: a\n---\n\n# Thân bài\n---\n";
  const FrontMatter head = read(text);
  CHECK(head.value.find("title")->as_string() == "a");
  CHECK(head.value.find("title")->at.line == 2);
  CHECK(text.substr(head.body) == "\n# Thân bài\n---\n");
  CHECK(head.body_line == 4);
}

TEST_CASE("content::read_front_matter: splits a JSON object from the body") {
  const std::string text = "{\n \"title\": \"}\"\n}  \nthân\n";
  const FrontMatter head = read(text);
  CHECK(head.value.find("title")->as_string() == "}");
  CHECK(head.value.find("title")->at.line == 2);
  CHECK(text.substr(head.body) == "thân\n");
  CHECK(head.body_line == 4);
}

TEST_CASE("content::read_front_matter: takes a file without front matter whole") {
  for (const std::string& text :
       std::vector<std::string>{"", "# a\n---\nb: c\n---\n", "----\n", "--- x\n", "\n---\na: b\n---\n", "[a](b)\n"}) {
    const FrontMatter head = read(text);
    CHECK(head.value.is_object());
    CHECK(head.value.as_object().empty());
    CHECK(head.body == 0);
    CHECK(head.body_line == 1);
  }
}

TEST_CASE("content::read_front_matter: accepts empty front matter, blanks after the fence and no body") {
  CHECK(read("---\n---\nb").body_line == 3);
  CHECK(read("---  \na: b\n---\t\nb").value.find("a") != nullptr);
  const std::string text = "---\na: b\n---";
  CHECK(read(text).body == text.size());
  CHECK(read("{\"a\": 1}").value.find("a") != nullptr);
}

TEST_CASE("content::read_front_matter: reports what does not end or ends wrongly") {
  CHECK(problems("---\ntitle: a\n") == Lines{"front-matter-open 1:1"});
  CHECK(problems("---") == Lines{"front-matter-open 1:1"});
  CHECK(problems("---\ntitle: a\n ---\n----\n") == Lines{"front-matter-open 1:1"});
  CHECK(problems("{\"a\": 1} đ x\n") == Lines{"front-matter-rest 1:10"});
  CHECK(problems("{\"a\": 1\n") == Lines{"json-unexpected-end 1:8"});
  CHECK(problems("{\n\"a\": 1,\n}\n") == Lines{"json-trailing-comma 2:7"});
  CHECK(problems("---\na: [\n---\n") == Lines{"yaml-syntax 2:4"});
}

TEST_CASE("content::read_front_matter: limits its size") {
  const std::string line = "# " + std::string(1021, 'x') + "\n";  // 1024 bytes
  std::string comments;
  for (int i = 0; i < 64; ++i) comments += line;
  CHECK(problems("---\n" + comments + "---\n") == Lines{});
  CHECK(problems("---\n" + comments + "a: 1\n---\n") == Lines{"front-matter-too-large 1:1"});
  CHECK(problems("{\"a\": 1" + std::string(kMaxFrontMatter, ' ') + "}\n") == Lines{"front-matter-too-large 1:1"});
}
