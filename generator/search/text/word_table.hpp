// The words of a site as one thread meets them: each way of writing one is folded once, and is a look-up from then on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "search/text/words.hpp"

namespace thidua::search {

/// Number of a word in its table.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = ~WordId{0};

class WordTable {
 public:
  WordTable();

  /// The number of the word that is written so; kNoWord where nothing of it is searched. Ways of writing that differ in
  /// case or normal form are one word.
  WordId find(std::string_view raw) { return find(raw, raw.size()); }
  /// The same, faster where from the word's beginning at least 16 bytes of the text that it stands in can be read.
  WordId find(std::string_view raw, std::size_t readable);

  /// By number.
  const std::vector<Word>& words() const { return words_; }

 private:
  /// Bytes of a short word, filled up with zeros.
  struct Bytes {
    std::uint64_t low = 0, high = 0;
    // Not defaulted and no array: those are compared by a call.
    bool is(const Bytes& other) const { return low == other.low && high == other.high; }
    bool none() const { return low == 0; }
  };
  struct Entry {
    Bytes bytes;  ///< none: free
    WordId word = kNoWord;
  };

  static Bytes bytes_of(std::string_view raw, std::size_t readable);
  Entry& entry_of(const Bytes& bytes);
  void grow();
  WordId fold(std::string_view raw);

  std::vector<Entry> entries_;  ///< by the hash of their bytes, open addressing; a power of two
  std::size_t last_;
  std::size_t used_ = 0;
  std::unordered_map<std::string, WordId, base::TextHash, std::equal_to<>> long_;  ///< that do not fit into Bytes
  std::unordered_map<std::string, WordId, base::TextHash, std::equal_to<>> by_form_;
  std::vector<Word> words_;
};

}  // namespace thidua::search
