// What one thread reads of the pages that it renders: which words, and which pairs of neighbours, each page has, and
// where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/text/marked_text.hpp"
#include "search/text/word_table.hpp"

namespace thidua::search {

/// Number of a form in its harvest.
using FormId = std::uint32_t;

/// A word as it is written, or two neighbours.
struct Form {
  WordId first = kNoWord;
  WordId second = kNoWord;  ///< kNoWord: a single word
  std::uint32_t pages = 0;  ///< how many have it
};

/// A form on one page. Without initial values, for there are millions.
struct Occurrence {
  FormId form;
  std::uint16_t place;  ///< of the first one in the weightiest field: offset in the page's file / kPlaceBytes
  std::uint8_t fields;  ///< bit per Field
  std::uint8_t count;   ///< 255: that or more
};

inline constexpr std::size_t kPlaceBytes = 256;

/// A page with text to be searched.
struct HarvestedPage {
  std::size_t route = 0;         ///< position in Routes::pages
  std::string title;             ///< as UTF-8, not as HTML, with the owner behind it; parts are joined by " – "
  std::uint8_t title_words = 0;  ///< without the owner; 255: that or more
  const Occurrence* occurrences = nullptr;
  std::size_t count = 0;
};

class Harvest {
 public:
  Harvest();
  Harvest(Harvest&&) noexcept;
  Harvest& operator=(Harvest&&) = delete;
  ~Harvest();

  /// Reads a page. One without marked text is left out.
  void add(std::size_t route, std::string_view html);

  const std::vector<Word>& words() const { return words_.words(); }
  const std::vector<Form>& forms() const { return forms_; }
  const std::vector<HarvestedPage>& pages() const { return pages_; }

 private:
  class PairTable;
  struct Spot;

  /// The form of a single word.
  struct WordForm {
    FormId form = 0;
    std::uint32_t slot = 0;
  };

  void add_word(WordId word);
  void note(FormId form, std::uint32_t& slot, Spot spot);
  void note_pair(WordId first, WordId second, Spot spot);
  void begin_slots();
  void add_piece(const Piece& piece, std::string_view html);
  void keep_page(std::size_t route);

  WordTable words_;
  std::unique_ptr<PairTable> pairs_;
  std::vector<WordForm> of_word_;  ///< by WordId
  std::vector<Form> forms_;

  // Of the page that is being read.
  std::vector<Occurrence> page_;
  /// What the slot of its first occurrence would be. A form's slot tells where it stands in page_, counted on from page
  /// to page, so that those of earlier pages need not be cleared.
  std::uint32_t before_ = 1;
  std::string title_;
  std::size_t title_words_ = 0;
  WordId last_ = kNoWord;  ///< the word before, if it is a neighbour

  std::vector<HarvestedPage> pages_;
  std::vector<std::unique_ptr<Occurrence[]>> blocks_;
  std::size_t block_used_ = 0, block_size_ = 0;
};

}  // namespace thidua::search
