#include "search/harvest.hpp"

#include <algorithm>
#include <limits>

#include "search/text/html_text.hpp"

namespace thidua::search {

namespace {

constexpr std::uint8_t kMostCounted = std::numeric_limits<std::uint8_t>::max();
constexpr std::size_t kLastPlace = std::numeric_limits<std::uint16_t>::max();

}  // namespace

/// From two neighbours to their form; open addressing.
class Harvest::PairTable {
 public:
  struct Entry {
    std::uint64_t key = 0;
    FormId form = kNone;
    std::uint32_t slot = 0;  ///< as slots_
  };
  static constexpr FormId kNone = ~FormId{0};

  /// The pair's entry; a new one has no form yet.
  Entry& operator()(WordId first, WordId second) {
    const std::uint64_t key = (std::uint64_t{first} << 32U) | second;
    Entry* entry = &at(key);
    if (entry->form == kNone) {
      if (2 * ++used_ > entries_.size()) grow(), entry = &at(key);
      entry->key = key;
    }
    return *entry;
  }

  /// Forgets where forms stood.
  void clear_slots() {
    for (Entry& entry : entries_) entry.slot = 0;
  }

 private:
  Entry& at(std::uint64_t key) {
    std::uint64_t mixed = key * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29U;
    std::size_t at = mixed & last_;
    while (entries_[at].form != kNone && entries_[at].key != key) at = (at + 1) & last_;
    return entries_[at];
  }

  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    last_ = entries_.size() - 1;
    for (const Entry& entry : old) {
      if (entry.form != kNone) at(entry.key) = entry;
    }
  }

  std::vector<Entry> entries_ = std::vector<Entry>(1U << 14U);  ///< a power of two
  std::size_t last_ = entries_.size() - 1;
  std::size_t used_ = 0;
};

Harvest::Harvest() : pairs_(std::make_unique<PairTable>()) {}
Harvest::Harvest(Harvest&&) noexcept = default;
Harvest::~Harvest() = default;

void Harvest::add_word(WordId word) {
  for (auto next = static_cast<WordId>(of_word_.size()); next <= word; ++next) {
    of_word_.push_back({static_cast<FormId>(forms_.size()), 0});
    forms_.push_back({next});
  }
}

/// Where a word stands that is being read.
struct Harvest::Spot {
  std::uint16_t place;
  std::uint8_t field;  ///< bit of its Field
};

inline void Harvest::note(FormId form, std::uint32_t& slot, Spot spot) {
  if (slot < before_) {
    slot = before_ + static_cast<std::uint32_t>(page_.size());
    page_.push_back({form, spot.place, spot.field, 1});
    ++forms_[form].pages;
    return;
  }
  Occurrence& known = page_[slot - before_];
  if (spot.field < (known.fields & -known.fields)) known.place = spot.place;
  known.fields |= spot.field;
  known.count = static_cast<std::uint8_t>(known.count + (known.count != kMostCounted));
}

inline void Harvest::note_pair(WordId first, WordId second, Spot spot) {
  PairTable::Entry& pair = (*pairs_)(first, second);
  if (pair.form == PairTable::kNone) {
    pair.form = static_cast<FormId>(forms_.size());
    forms_.push_back({first, second});
  }
  note(pair.form, pair.slot, spot);
}

void Harvest::add_piece(const Piece& piece, std::string_view html) {
  const auto offset = static_cast<std::size_t>(piece.text.data() - html.data());
  const auto field = static_cast<std::uint8_t>(1U << static_cast<unsigned>(piece.field));
  if (!piece.follows) last_ = kNoWord;
  if (piece.names) append_title(title_, piece);
  for (WordReader reader(piece.text, html.size() - offset); reader.next();) {
    const std::size_t at = offset + reader.begin();
    const WordId word = words_.find(reader.word(), html.size() - at);
    if (word == kNoWord) continue;
    if (word >= of_word_.size()) add_word(word);
    const Spot spot{static_cast<std::uint16_t>(std::min<std::size_t>(at / kPlaceBytes, kLastPlace)), field};
    note(of_word_[word].form, of_word_[word].slot, spot);
    if (last_ != kNoWord && !reader.after_sentence()) note_pair(last_, word, spot);
    if (piece.field == Field::title) ++title_words_;
    last_ = word;
  }
}

void Harvest::keep_page(std::size_t route) {
  constexpr std::size_t kBlock = 1U << 16U;
  if (block_used_ + page_.size() > block_size_) {
    block_size_ = std::max(kBlock, page_.size());
    block_used_ = 0;
    blocks_.push_back(std::make_unique_for_overwrite<Occurrence[]>(block_size_));
  }
  Occurrence* to = blocks_.back().get() + block_used_;
  std::copy(page_.begin(), page_.end(), to);
  block_used_ += page_.size();
  const auto title_words = static_cast<std::uint8_t>(std::min<std::size_t>(title_words_, 255));
  pages_.push_back({route, std::move(title_), title_words, to, page_.size()});
}

/// Makes all slots those of earlier pages.
void Harvest::begin_slots() {
  if (before_ < std::numeric_limits<std::uint32_t>::max() / 2) {
    before_ += static_cast<std::uint32_t>(page_.size());
    return;
  }
  before_ = 1;
  pairs_->clear_slots();
  for (WordForm& one : of_word_) one.slot = 0;
}

void Harvest::add(std::size_t route, std::string_view html) {
  MarkedText text(html);
  for (Piece piece; text.next(piece);) add_piece(piece, html);
  if (!page_.empty()) keep_page(route);
  begin_slots();
  page_.clear();
  title_.clear();
  title_words_ = 0;
  last_ = kNoWord;
}

}  // namespace thidua::search
