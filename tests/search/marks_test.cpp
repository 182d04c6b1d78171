#include "search/marks.hpp"

#include <doctest/doctest.h>

#include "search/text/words.hpp"

namespace thidua::search {
namespace {

std::string coded(std::string_view form, std::string_view key) {
  std::string out;
  append_form(out, form, key);
  return out;
}

}  // namespace

TEST_CASE("search::append_form: a byte for each letter that is another one") {
  CHECK(coded("ubnd", "ubnd") == std::string("\0", 1));
  CHECK(coded("đăng ký", "dang ky") == std::string("\x04\x18\x06\x82", 4));
  CHECK(coded("kỹ", "ki") == std::string("\x02\x3C", 2));
  CHECK(coded("quyết định", "quyet dinh").size() == 4);
}

TEST_CASE("search::append_form: far apart, letters are passed over eight at a time") {
  CHECK(coded("khong thanh thì", "khong thanh thi") == std::string("\x03\xE0\xC1", 3));
}

TEST_CASE("search::append_form: what is no Vietnamese spelling is written out") {
  for (const char* form : {"façade", "naïve", "ñ", "и", "ắa"}) {
    const std::string key = fold_word(form).key;
    CAPTURE(form);
    const std::string out = coded(form, key);
    CHECK((form == key || out.ends_with(form) || form == std::string("ắa")));
  }
  CHECK(coded("façade", "facade") ==
        "\x01\x07"
        "fa\xC3\xA7"
        "ade");
  CHECK(coded("a", "ab") ==
        "\x01\x01"
        "a");
  CHECK(coded("ab", "a") ==
        "\x01\x02"
        "ab");
}

}  // namespace thidua::search
