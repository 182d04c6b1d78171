// How long it takes to look for personal data in fifty megabytes of the shipped content, text by text. Not among the
// tests: ./run bench.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "rules/personal/find.hpp"

namespace {

namespace fs = std::filesystem;

/// All articles and plans that the repository ships, over and over.
std::vector<std::string> texts(std::size_t bytes) {
  std::vector<std::string> shipped, out;
  for (const auto& entry : fs::recursive_directory_iterator(THIDUA_SOURCE_DIR "/content")) {
    if (entry.path().extension() != ".md" || entry.path().filename() == "README.md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    shipped.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::size_t sum = 0;
  for (std::size_t i = 0; sum < bytes; ++i) sum += out.emplace_back(shipped[i % shipped.size()]).size();
  return out;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// The least processor time of several runs, in milliseconds.
double milliseconds(const std::vector<std::string>& all) {
  double best = 1e9;
  for (int run = 0; run < 9; ++run) {
    const double begin = processor_seconds();
    for (const std::string& text : all) CHECK(thidua::rules::personal::find_pieces(text).empty());
    best = std::min(best, processor_seconds() - begin);
  }
  return best * 1000;
}

}  // namespace

TEST_CASE("bench: fifty megabytes looked through for personal data" * doctest::skip()) {
  std::vector<std::string> all = texts(50'000'000);
  const double plain = milliseconds(all);
  for (std::string& text : all) text += "5**6**";
  std::printf("personal data in %zu texts of 50 MB: %.0f ms, %.0f ms where each is to be looked at as shown\n",
              all.size(), plain, milliseconds(all));
}
