#include "base/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace thidua::base;

namespace {

constexpr auto kNone = std::string::npos;

/// "hoà" with the letters and marks apart.
const std::string kApart = "hoa\u0300";

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  return texts;
}

}  // namespace

TEST_CASE("base::find_invalid_utf8: passes text of every length of sequence") {
  CHECK(find_invalid_utf8("") == kNone);
  CHECK(find_invalid_utf8("a é ế € 😀 \u07FF \uD7FF \uE000 \uFFFF \U00010000 \U0010FFFF") == kNone);
}

TEST_CASE("base::find_invalid_utf8: gives the offset of the first wrong byte") {
  struct Case {
    std::string text;
    std::size_t offset;
  };
  const std::vector<Case> cases = {
      {"ab\x80", 2},                // continuation without lead
      {"ế\xC3", 3},                 // cut off after the lead
      {"ab\xE1\xBA", 2},            // cut off inside
      {"\xC0\x80", 0},              // overlong NUL
      {"a\xC1\xBF", 1},             // overlong of two
      {"a\xE0\x9F\xBF", 1},         // overlong of three
      {"a\xF0\x8F\xBF\xBF", 1},     // overlong of four
      {"a\xED\xA0\x80", 1},         // surrogate
      {"a\xF4\x90\x80\x80", 1},     // above U+10FFFF
      {"a\xF5\x80\x80\x80", 1},     // no lead
      {"a\xFF", 1},                 // no lead
      {"a\xE1\x41\x80", 1},         // second byte wrong
      {"a\xE1\x80\x41", 1},         // third byte wrong
      {"a\xF1\x80\x80\x41", 1},     // fourth byte wrong
      {"\xFE\xFF\x01\x41", 0},      // UTF-16
      {"Thi \xC4\x91ua\n\xD0 ", 9}  // late in the text
  };
  for (const Case& one : cases) CHECK_MESSAGE(find_invalid_utf8(one.text) == one.offset, one.text);
}

TEST_CASE("base::find_control: lets line ends and tabs pass and finds all others, also far behind the front") {
  CHECK(find_control("a\tb\r\nc\u0080") == kNone);
  for (int c : {0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F}) {
    for (std::size_t before : {0U, 5U, 255U, 256U, 700U}) {
      CHECK(find_control(std::string(before, '\n') + static_cast<char>(c) + "b") == before);
    }
  }
  CHECK(find_control(std::string(1000, ' ')) == kNone);
}

TEST_CASE("base::find_invisible: finds what hides, joins or turns round, and lets all else pass") {
  CHECK(find_invisible("Đắk Nông, Sa Pa – “thi đua” … \u00A0 10\u202F000 ‘a’ • † ‧ € 日本 😀") == kNone);
  for (const char* c :
       {"\u0085", "\u00AD", "\u061C", "\u180E", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028",
        "\u2029", "\u202A", "\u202E", "\u2060", "\u2066", "\u2069", "\uFEFF", "\uFFFE", "\uFFFF", "\U000E0041"}) {
    CAPTURE(c);
    CHECK(find_invisible("ế" + std::string(c) + "a") == 3);
    CHECK_FALSE(is_plainly_clean("ế" + std::string(c) + "a"));
  }
  CHECK(find_invisible("a\x80\xE2\x80") == kNone);  // bytes that are no characters
  CHECK(name_of_character("ế\u200B", 3) == "U+200B");
  CHECK(name_of_character("\U000E0041", 0) == "U+E0041");
}

TEST_CASE("base::is_plainly_clean: ordinary Vietnamese text and punctuation need one look") {
  CHECK(is_plainly_clean("Đắk Nông, “phong trào” ‘thi đua’ – ưu tiên — Ễ ỹ … • \u202F‰ ‹a› †\r\n\t"));
  CHECK(is_plainly_clean("\u2002\u200A‐‧\u202F‿"));
}

TEST_CASE("base::is_blank: spaces, fillers and what is invisible are nothing to be seen") {
  for (const char* text : {"", " ", "\t\n", "\u00A0", "\u2003\u3000", "\u200B\uFEFF", "\u3164", "\u2800"}) {
    CAPTURE(text);
    CHECK(is_blank(text));
  }
  for (const char* text : {"a", " a", "\u00A0đ", "–", "  日", "\u200B😀"}) {
    CAPTURE(text);
    CHECK_FALSE(is_blank(text));
  }
}

TEST_CASE("base::find_not_nfc: passes composed Vietnamese and finds a mark that stands apart") {
  CHECK(find_not_nfc("Đắk Nông, Sa Pa – “phong trào thi đua” ưu tiên Ễ ỹ € …") == kNone);
  CHECK(find_not_nfc("日本 한국 עברית") == kNone);
  CHECK(find_not_nfc("ab " + kApart) == 5);
  CHECK(find_not_nfc("\u0300") == kNone);     // a mark with nothing before it has no composed form
  CHECK(find_not_nfc("5 \u212B") == 2);       // the sign of the angstrom is a letter
  CHECK(find_not_nfc("a\u2000b") == 1);       // an old space with a canonical equivalent
  CHECK(find_not_nfc("e\u0323\u0302") == 0);  // ệ
  CHECK(find_not_nfc("ê\u0323") == 0);        // ệ, half composed
  CHECK(find_not_nfc("\u0958") == 0);         // has no composed form in NFC
}

TEST_CASE("base::to_nfc: composes what is apart and leaves the rest") {
  CHECK(to_nfc(kApart) == "hoà");
  CHECK(to_nfc("ê\u0323 e\u0323\u0302 đ") == "ệ ệ đ");
  CHECK(to_nfc("Khánh Hòa") == "Khánh Hòa");
  CHECK(to_nfc("") == "");
}

TEST_CASE("base::count_code_points: counts characters, not bytes") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("Đắk 😀") == 5);
  CHECK(count_code_points(kApart) == 4);
}

TEST_CASE("base::edit_distance: counts additions, removals, replacements and swaps") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("title", "title") == 0);
  CHECK(edit_distance("titel", "title") == 1);
  CHECK(edit_distance("tilte", "title") == 1);
  CHECK(edit_distance("sumary", "summary") == 1);
  CHECK(edit_distance("summmary", "summary") == 1);
  CHECK(edit_distance("units", "unit_s") == 1);
  CHECK(edit_distance("đơn", "đớn") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("base::sort_key: follows the Vietnamese alphabet") {
  const std::vector<std::string> want = {"an", "ăn", "ân", "ba", "ca", "da", "đa", "ên", "ga", "o", "ô", "ơ", "u", "ư"};
  std::vector<std::string> mixed(want.rbegin(), want.rend());
  CHECK(sorted(mixed) == want);
}

TEST_CASE("base::sort_key: orders tone marks after letters, and as none, grave, hook, tilde, acute, dot") {
  const std::vector<std::string> want = {"ma", "mà", "mả", "mã", "má", "mạ", "mab"};
  std::vector<std::string> mixed(want.rbegin(), want.rend());
  CHECK(sorted(mixed) == want);
}

TEST_CASE("base::sort_key: orders the names of places") {
  const std::vector<std::string> want = {"An Giang", "Bà Rịa",  "Cao Bằng", "Đà Nẵng", "Đắk Lắk",
                                         "Đồng Nai", "Gia Lai", "Hà Nội",   "Huế",     "Ý Yên"};
  std::vector<std::string> mixed(want.rbegin(), want.rend());
  CHECK(sorted(mixed) == want);
}

TEST_CASE("base::sort_key: takes both places of a tone mark for the same") {
  CHECK(sort_key("hoà") == sort_key("hòa"));
  CHECK(sort_key("Khánh Hoà") == sort_key("Khánh Hòa"));
  CHECK(sort_key("HOÀ") == sort_key("HÒA"));
  CHECK(sort_key("thuý") == sort_key("thúy"));
  CHECK(sort_key("khoẻ") == sort_key("khỏe"));
  CHECK(sort_key("loã") == sort_key("lõa"));
  CHECK(sort_key("hoạ") == sort_key("họa"));
  CHECK(sort_key(kApart) == sort_key("hòa"));
}

TEST_CASE("base::sort_key: keeps apart what differs by more than the place of the mark") {
  CHECK(sort_key("hoà") != sort_key("hoa"));
  CHECK(sort_key("hoà") != sort_key("hoá"));
  CHECK(sort_key("hoà") != sort_key("Hoà"));
  CHECK(sort_key("ủa") != sort_key("uả"));
  CHECK(sort_key("hồa") != sort_key("hoầ"));
  CHECK(sort_key("quý") != sort_key("qúy"));
  CHECK(sort_key("òă") != sort_key("oằ"));
}

TEST_CASE("base::sort_key: gives the same on every thread, and for long text") {
  const std::string text(5000, 'x');
  const std::string here = sort_key("Quý " + text);
  std::string there;
  std::jthread([&] { there = sort_key("Quý " + text); }).join();
  CHECK(here == there);
  CHECK(here.size() > text.size());
  CHECK(sort_key("").empty() == false);
  CHECK(sort_key("") < sort_key("a"));
}

TEST_CASE("base::name_key: case, spaces and a full stop at the end make no other name") {
  for (const char* name : {"Bùi Văn L", "BÙI VĂN L", " bùi  văn\u00A0l", "Bùi Văn L.", "Bùi Văn L . "}) {
    CHECK(name_key(name) == "bùi văn l");
  }
  CHECK(name_key("Bui Van L") == "bui van l");
  CHECK(name_key("Bùi V. L") == "bùi v. l");
  CHECK(name_key(" . ") == "");
}

TEST_CASE("base::fold: leaves plain letters") {
  CHECK(fold("Đắk Nông") == "dak nong");
  CHECK(fold("ƯƠNG ương Ệ ỹ") == "uong uong e y");
  CHECK(fold("Hoà hòa") == "hoa hoa");
  CHECK(fold(kApart) == "hoa");
  CHECK(fold("33/2021/QĐ-UBND") == "33/2021/qd-ubnd");
  CHECK(fold("日本 😀") == "日本 😀");
  CHECK(fold("") == "");
}

TEST_CASE("base::is_plainly_clean: never says yes where one of the exact looks says no") {
  const std::vector<std::string> pieces = {"a",
                                           " ",
                                           "\n",
                                           "\t",
                                           "đ",
                                           "ế",
                                           "ợ",
                                           "…",
                                           "–",
                                           "“",
                                           "ô",
                                           "Ự",
                                           "\x01",
                                           "\x7f",
                                           "\xc3",
                                           "\xe1\xba",
                                           "\xe2\x80",
                                           "e\xcc\x81",
                                           "\xe2\x80\x80",
                                           "\xc0\x80",
                                           "\xed\xa0\x80",
                                           "\xf0\x9f\x98\x80",
                                           "\xe1\xbb\x80"};
  int yes = 0;
  for (const std::string& a : pieces) {
    for (const std::string& b : pieces) {
      for (const std::string& c : pieces) {
        const std::string text = a + b + c;
        const bool exact = find_invalid_utf8(text) == std::string::npos && find_control(text) == std::string::npos &&
                           find_not_nfc(text) == std::string::npos;
        if (!is_plainly_clean(text)) continue;
        ++yes;
        CAPTURE(text);
        CHECK(exact);
      }
    }
  }
  CHECK(yes > 12 * 12 * 12);
  CHECK(is_plainly_clean("Ủy ban nhân dân thị xã – “thi đua” … 100%\n"));
}

TEST_CASE("base::uri: letters beyond ASCII become their bytes, all else stays") {
  CHECK(uri("https://h/a/?b=1#III.1.đ") == "https://h/a/?b=1#III.1.%C4%91");
  CHECK(uri("%20").size() == 3);
}
