// Reads CSV as RFC 4180 has it and nothing else, to judge what the program writes.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace thidua::testing {

using CsvRow = std::vector<std::string>;

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// Every line, the first with the names too. A file that breaks the rules is a failure of the test.
  std::vector<CsvRow> read() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) rows.push_back(row());
    return rows;
  }

 private:
  CsvRow row() {
    CsvRow cells;
    while (true) {
      cells.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      REQUIRE(text_.substr(at_, 2) == "\r\n");
      at_ += 2;
      return cells;
    }
  }

  std::string plain() {
    const std::size_t end = text_.find_first_of(std::string("\r\n\"") + separator_, at_);
    REQUIRE(end != text_.npos);
    REQUIRE(text_[end] != '"');
    REQUIRE(text_[end] != '\n');
    const std::size_t begin = at_;
    at_ = end;
    return std::string(text_.substr(begin, end - begin));
  }

  std::string quoted() {
    std::string cell;
    for (++at_;; ++at_) {
      REQUIRE(at_ < text_.size());
      if (text_[at_] == '"' && text_.substr(at_, 2) != "\"\"") break;
      if (text_[at_] == '"') ++at_;
      cell += text_[at_];
    }
    ++at_;
    return cell;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

inline std::vector<CsvRow> read_csv(std::string_view text, char separator = ',') {
  return CsvReader(text, separator).read();
}

}  // namespace thidua::testing
