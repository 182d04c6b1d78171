#include "render/join_modules.hpp"

#include <doctest/doctest.h>

using thidua::render::join_modules;

TEST_CASE("render::join_modules: each module behind those that it imports, once") {
  CHECK(join_modules({{"a.mjs", "import { b } from './b.mjs';\nimport { c } from './c.mjs';\nb(c);\n"},
                      {"b.mjs", "import { c } from './c.mjs';\nexport const b = c;\n"},
                      {"c.mjs", "export function c() {}\n"}}) == "function c() {}\nconst b = c;\nb(c);\n");
}

TEST_CASE("render::join_modules: what is imported from elsewhere stays") {
  CHECK(join_modules({{"a.mjs", "import x from './other.mjs';\nimport 'y';\n"}}) ==
        "import x from './other.mjs';\nimport 'y';\n");
}

TEST_CASE("render::join_modules: modules that import each other come in the order of their names") {
  CHECK(join_modules({{"a.mjs", "import { b } from './b.mjs';\n1;\n"},
                      {"b.mjs", "import { a } from './a.mjs';\n2;\n"}}) == "2;\n1;\n");
}

TEST_CASE("render::join_modules: lines that are comments are left out, text with the same signs is not") {
  CHECK(
      join_modules({{"a.mjs", "// one\n/**\n * two\n */\n  // three\n/* four */\nconst a = '// text';  // five\n"}}) ==
      "const a = '// text';\n");
}

TEST_CASE("render::join_modules: comments behind code are left out, text that looks like one is not") {
  for (const char* code : {"const a = 1;", "f({", "[1,", "g("})
    CHECK(join_modules({{"a.mjs", std::string(code) + " // one\n"}}) == std::string(code) + "\n");
  for (const char* kept : {"f('a; // b');\n", "a = 1 // b\n", "x; // it's\n"})
    CHECK(join_modules({{"a.mjs", kept}}) == kept);
}

TEST_CASE("render::join_modules: a last line without an end") {
  CHECK(join_modules({{"a.mjs", "export default 1"}}) == "default 1");
  CHECK(join_modules({{"a.mjs", ""}, {"b.mjs", ""}}).empty());
}
