#include "search/text/word_table.hpp"

#include <doctest/doctest.h>

#include <string>

namespace thidua::search {

TEST_CASE("search::WordTable: ways of writing that differ in case or normal form are one word") {
  WordTable table;
  const WordId word = table.find("Quyết");
  CHECK(table.find("quyết") == word);
  CHECK(table.find("QUYẾT") == word);
  CHECK(table.find("Quye\u0302\u0301t") == word);
  CHECK(table.find("quyêt") != word);
  CHECK(table.words()[word].form == "quyết");
  CHECK(table.find("\u0301") == kNoWord);
}

TEST_CASE("search::WordTable: words of every length are told apart, however many there are") {
  WordTable table;
  std::string text;
  for (int i = 0; i < 40; ++i) text += static_cast<char>('a' + i % 7);
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < 7; ++begin) {
    for (std::size_t size = 1; begin + size <= text.size(); ++size) all.push_back(text.substr(begin, size));
  }
  for (int i = 0; i < 20'000; ++i) all.push_back("x" + std::to_string(i));
  std::vector<WordId> ids;
  for (const std::string& word : all) ids.push_back(table.find(word));
  CHECK(table.words().size() == all.size());
  bool same = true;
  for (std::size_t i = 0; i < all.size(); ++i)
    same = same && table.find(all[i]) == ids[i] && table.words()[ids[i]].form == all[i];
  CHECK(same);
}

}  // namespace thidua::search
