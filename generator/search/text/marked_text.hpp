// A rendered page -> the text in it that is searched. The theme decides what that is: it marks elements with
// `data-search`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thidua::search {

/// Where a word stands, the weightiest first. `owner`: what the page is a part of, as a campaign of its criteria.
enum class Field : std::uint8_t { title, owner, heading, text };

/// Text between two tags, as the page has it: character references are not resolved.
struct Piece {
  std::string_view text;
  Field field = Field::text;
  bool names = false;    ///< part of what results call the page: its title or owner
  bool follows = false;  ///< only inline tags stand between it and the piece before, so that words may be neighbours
};

/// Hands out the pieces of a page one by one. Marked are elements with `data-search`; within them `h1` is title and
/// `h2` to `h4` are headings. `data-search="owner"` marks an element that names the owner, `data-search="issuer"` one
/// that names whose that is: it weighs the same and is not part of what results call the page; within a marked element,
/// `data-search="off"` leaves one out.
/// Navigation, scripts, styles and comments hold no text. In the value of an attribute
/// stands no `<`, as templates write it, and the mark stands within the first 1,000 bytes of its tag. The page outlives
/// the reader; tags that nothing closes end with the page.
class MarkedText {
 public:
  explicit MarkedText(std::string_view html) : html_(html) {}

  /// False where there is no more.
  bool next(Piece& piece);

 private:
  struct Tag;

  bool enter_region();
  Tag read_tag(std::size_t at) const;
  void pass(const Tag& tag);
  void open(const Tag& tag);
  void close(const Tag& tag);
  void skip_element(const Tag& tag);

  std::string_view html_;
  std::size_t at_ = 0;
  std::string_view region_;  ///< name of the marked element; empty outside
  std::size_t depth_ = 0;    ///< how many elements of that name are open, the marked one included
  Field region_field_ = Field::text;
  bool region_named_ = true;  ///< whether its titles and owners name the page
  Field field_ = Field::text;
  bool follows_ = false;
};

}  // namespace thidua::search
