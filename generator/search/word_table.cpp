#include "search/word_table.hpp"

#include <cstring>
#include <utility>

namespace thidua::search {

namespace {

constexpr std::size_t kFirstSize = 1U << 12U;

std::size_t hash(const std::array<std::uint64_t, 2>& bytes) {
  const std::uint64_t mixed = (bytes[0] ^ (bytes[1] * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
}

}  // namespace

WordTable::WordTable() : entries_(kFirstSize) {}

WordTable::Entry& WordTable::entry_of(const Bytes& bytes) {
  std::size_t at = hash(bytes) & (entries_.size() - 1);
  while (entries_[at].bytes != bytes && entries_[at].bytes != Bytes{}) at = (at + 1) & (entries_.size() - 1);
  return entries_[at];
}

void WordTable::grow() {
  std::vector<Entry> old(entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.bytes != Bytes{}) entry_of(entry.bytes) = entry;
  }
}

WordId WordTable::find(std::string_view raw) {
  if (raw.size() > sizeof(Bytes)) {
    if (const auto known = long_.find(raw); known != long_.end()) return known->second;
    return long_.emplace(raw, fold(raw)).first->second;
  }
  Bytes bytes{};
  std::memcpy(bytes.data(), raw.data(), raw.size());
  if (Entry& entry = entry_of(bytes); entry.bytes == bytes) return entry.word;
  if (2 * ++used_ > entries_.size()) grow();
  Entry& entry = entry_of(bytes);
  entry = {bytes, fold(raw)};
  return entry.word;
}

WordId WordTable::fold(std::string_view raw) {
  Word word = fold_word(raw);
  if (word.key.empty()) return kNoWord;
  const auto [at, fresh] = by_form_.try_emplace(word.form, static_cast<WordId>(words_.size()));
  if (fresh) words_.push_back(std::move(word));
  return at->second;
}

}  // namespace thidua::search
