// Words as they are searched. The page's script folds what a reader types in the same way (js/search.js/words.mjs); the
// cases in tests/search/words.txt hold both to that.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace thidua::search {

struct Word {
  std::string
      key;  ///< what it is found by: lower case, no marks, đ as d; `y` as `i` where both spell one syllable (kỹ, kĩ)
  std::string form;  ///< as it is written: lower case, normal form C
};

/// Of the bytes of one word. The key is empty where nothing is left of it.
Word fold_word(std::string_view raw);

/// Longer ones, in bytes, are not searched.
inline constexpr std::size_t kLongestWord = 64;

/// Takes a text apart. A word is letters, digits and the marks on them; all else stands between words.
class WordReader {
 public:
  /// Faster where more bytes than those of the text can be read from its beginning on: `readable` of them.
  explicit WordReader(std::string_view text, std::size_t readable = 0)
      : text_(text), readable_(std::max(text.size(), readable)) {}

  /// Goes to the next word; false where there is none. Words over kLongestWord are passed over.
  bool next();

  std::string_view word() const { return text_.substr(begin_, end_ - begin_); }
  std::size_t begin() const { return begin_; }
  /// Whether a sentence ended between the word before and this one, so that they are no neighbours.
  bool after_sentence() const { return after_sentence_; }

 private:
  bool skip_between();

  std::string_view text_;
  std::size_t readable_;
  std::size_t begin_ = 0, end_ = 0;
  bool after_sentence_ = false;
};

}  // namespace thidua::search
