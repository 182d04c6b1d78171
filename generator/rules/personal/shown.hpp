// A text as its reader sees it: a number may be spelt with entities (&#51;), emphasis or backslashes between its
// digits, invisible characters, or digits of another script, and is on the page all the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::rules::personal {

/// Whether the run of digits from `begin` to `end` goes on, or is the code of an entity: behind it, past marks of
/// Markdown, an address, a soft hyphen or the end of a line, are more digits.
bool goes_on_hidden(std::string_view text, std::size_t begin, std::size_t end);

/// Whether there are characters of which a number can be made beside the digits 0 to 9: those of other scripts, and
/// invisible ones. Vietnamese text and its usual marks have none.
bool has_foreign(std::string_view text);

/// Markdown or plain text without marks, brackets, addresses of links, tags and backslashes, with its entities
/// replaced, the digits of all scripts as 0 to 9, all spaces and dashes as those of ASCII. Line ends stay where none
/// stands between digits of running text.
class Shown {
 public:
  explicit Shown(std::string_view source);

  std::string_view text() const { return text_; }
  /// Where in the source the byte of the text stands, or what it was made of begins; at the end, the source's length.
  std::size_t source_of(std::size_t offset) const;

 private:
  /// A stretch of the text that lies as it is in the source, from these offsets on.
  struct Run {
    std::size_t shown = 0, source = 0;
  };

  void copy(std::size_t begin, std::size_t end);
  void put(char32_t letter, std::size_t source);
  void note(std::size_t source);
  std::size_t read_mark(std::size_t at);
  std::size_t read_letter(std::size_t at);
  std::size_t read_entity(std::size_t at);

  std::string_view source_;
  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace thidua::rules::personal
