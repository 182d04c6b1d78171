#include "search/harvest.hpp"

#include <algorithm>
#include <limits>

#include "search/html_text.hpp"

namespace thidua::search {

/// From two neighbours to their form; open addressing.
class Harvest::PairTable {
 public:
  /// The place of the pair's form, kNone in a new one.
  FormId& operator()(WordId first, WordId second) {
    const std::uint64_t key = (std::uint64_t{first} << 32U) | second;
    Entry* entry = &at(key);
    if (entry->form == kNone) {
      if (2 * ++used_ > entries_.size()) grow(), entry = &at(key);
      entry->key = key;
    }
    return entry->form;
  }

  static constexpr FormId kNone = ~FormId{0};

 private:
  struct Entry {
    std::uint64_t key = 0;
    FormId form = kNone;
  };

  Entry& at(std::uint64_t key) {
    std::uint64_t mixed = key * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29U;
    std::size_t at = mixed & (entries_.size() - 1);
    while (entries_[at].form != kNone && entries_[at].key != key) at = (at + 1) & (entries_.size() - 1);
    return entries_[at];
  }

  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.form != kNone) at(entry.key) = entry;
    }
  }

  std::vector<Entry> entries_{1U << 14U};
  std::size_t used_ = 0;
};

Harvest::Harvest() : pairs_(std::make_unique<PairTable>()) {}
Harvest::Harvest(Harvest&&) noexcept = default;
Harvest::~Harvest() = default;

FormId Harvest::form_of_word(WordId word) {
  for (auto next = static_cast<WordId>(of_word_.size()); next <= word; ++next) {
    of_word_.push_back(static_cast<FormId>(forms_.size()));
    forms_.push_back({next});
  }
  return of_word_[word];
}

void Harvest::note(FormId form, Field field, std::size_t offset) {
  if (form >= slots_.size()) slots_.resize(std::max<std::size_t>(form + 1, 2 * slots_.size()));
  const std::size_t place = std::min<std::size_t>(offset / kPlaceBytes, std::numeric_limits<std::uint16_t>::max());
  const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(field));
  std::uint64_t& slot = slots_[form];
  if (slot < before_) {
    slot = before_ + page_.size();
    page_.push_back({form, static_cast<std::uint16_t>(place), bit, 1});
    ++forms_[form].pages;
    return;
  }
  Occurrence& known = page_[slot - before_];
  if (bit < (known.fields & -known.fields)) known.place = static_cast<std::uint16_t>(place);
  known.fields |= bit;
  if (known.count < std::numeric_limits<std::uint8_t>::max()) ++known.count;
}

/// `offset` is where the piece begins in the page.
void Harvest::add_piece(const Piece& piece, std::size_t offset) {
  if (!piece.follows) last_ = kNoWord;
  if (piece.field == Field::title) append_title(title_, piece);
  WordReader reader(piece.text);
  while (reader.next()) {
    const WordId word = words_.find(reader.word());
    if (word == kNoWord) continue;
    const std::size_t at = offset + reader.begin();
    note(form_of_word(word), piece.field, at);
    if (last_ != kNoWord && !reader.after_sentence()) {
      FormId& pair = (*pairs_)(last_, word);
      if (pair == PairTable::kNone) {
        pair = static_cast<FormId>(forms_.size());
        forms_.push_back({last_, word});
      }
      note(pair, piece.field, at);
    }
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
  pages_.push_back({route, std::move(title_), to, page_.size()});
}

void Harvest::add(std::size_t route, std::string_view html) {
  MarkedText text(html);
  for (Piece piece; text.next(piece);) add_piece(piece, static_cast<std::size_t>(piece.text.data() - html.data()));
  if (!page_.empty()) keep_page(route);
  before_ += page_.size();
  page_.clear();
  title_.clear();
  last_ = kNoWord;
}

}  // namespace thidua::search
