#include "search/text/words.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace thidua::search {
namespace {

/// The words of a text; `|` before one that begins a sentence.
std::string words_of(std::string_view text) {
  std::string out;
  for (WordReader reader(text); reader.next();)
    out += (reader.after_sentence() ? "| " : "") + std::string(reader.word()) + " ";
  return out;
}

}  // namespace

TEST_CASE("search::fold_word: the cases that the page's script is held to as well") {
  std::ifstream file(THIDUA_SOURCE_DIR "/tests/search/words.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t key = line.find('|'), form = line.rfind('|');
    CAPTURE(line);
    const Word word = fold_word(line.substr(0, key));
    CHECK(word.key == line.substr(key + 1, form - key - 1));
    CHECK(word.form == line.substr(form + 1));
    ++cases;
  }
  CHECK(cases > 10);
}

TEST_CASE("search::WordReader: letters and digits are words, all else stands between them") {
  CHECK(words_of("Quyết định số 33/2021/QĐ-UBND") == "Quyết định số 33 2021 QĐ UBND ");
  CHECK(words_of("“một cửa”, (hai)…ba – bốn×năm") == "một cửa hai ba bốn năm ");
  CHECK(words_of("a&amp;b &#272;c &x d") == "a b c x d ");
  CHECK(words_of("日本 и عرب") == "日本 и عرب ");
  CHECK(words_of("").empty());
  CHECK(words_of("… — !? 🙂").empty());
}

TEST_CASE("search::WordReader: reads the same however much can be read behind the text") {
  const std::vector<std::string> parts = {"a",      "Z9",     "đ",      "\u1EDB", "\u0061\u0302", "\u00D7",
                                          "\u00F7", "\u00C3", "\u00A0", "\u1E00", "\u1EFF",       "\u1D00",
                                          "\u10D0", "\u0280", "\u024F", "\u2013", "日",           "🙂",
                                          " ",      ". ",     "&amp;",  "-",      "\u00B7",       "nghiêng"};
  std::minstd_rand random(1);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto count = random() % 12; count > 0; --count) text += parts[random() % parts.size()];
    const std::string html = text + "<p>\u00D7\u1EDB and more that follows";
    std::vector<std::string> expected, found;
    for (WordReader reader(text); reader.next();) expected.emplace_back(reader.word());
    for (WordReader reader(std::string_view(html).substr(0, text.size()), html.size()); reader.next();)
      found.emplace_back(reader.word());
    CAPTURE(text);
    REQUIRE(found == expected);
  }
}

TEST_CASE("search::WordReader: a sentence ends at its mark if a space follows") {
  CHECK(words_of("Một cửa. Hai cửa; ba: bốn") == "Một cửa | Hai cửa | ba | bốn ");
  CHECK(words_of("Đạt 93.5 và 10.000, 8:30") == "Đạt 93 5 và 10 000 8 30 ");
  CHECK(words_of("xong (rồi.) Tiếp") == "xong rồi | Tiếp ");
}

TEST_CASE("search::WordReader: what is too long for a word is passed over, and its neighbours are none") {
  const std::string longest(kLongestWord, 'a');
  CHECK(words_of("x " + longest + " y") == "x " + longest + " y ");
  CHECK(words_of("x " + longest + "a y") == "x | y ");
}

TEST_CASE("search::WordReader: a character that is cut off ends with the text") {
  const std::string text = "\u0110\u1EA1";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string part = text.substr(0, size);
    WordReader reader(part);
    while (reader.next()) CHECK(reader.begin() + reader.word().size() <= part.size());
  }
}

}  // namespace thidua::search
