#include "search/text/word_table.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace thidua::search {

namespace {

constexpr std::size_t kFirstSize = 1U << 12U;

std::size_t hash(std::uint64_t low, std::uint64_t high) {
  const std::uint64_t mixed = (low ^ (high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
}

std::uint64_t load(const char* from, std::size_t size) {
  std::uint64_t out = 0;
  std::memcpy(&out, from, size);
  return out;
}

/// Up to eight bytes as a number, the missing ones as zeros. Loads of fixed sizes that overlap, for a copy of any size
/// would be a call.
std::uint64_t number(const char* from, std::size_t size) {
  if (size == 8) return load(from, 8);
  if (size >= 4) return load(from, 4) | load(from + size - 4, 4) << (8 * (size - 4));
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < size; ++i) out |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
  return out;
}

}  // namespace

WordTable::WordTable() : entries_(kFirstSize) {}

WordTable::Entry& WordTable::entry_of(const Bytes& bytes) {
  std::size_t at = hash(bytes.low, bytes.high) & (entries_.size() - 1);
  while (!entries_[at].bytes.is(bytes) && !entries_[at].bytes.none()) at = (at + 1) & (entries_.size() - 1);
  return entries_[at];
}

void WordTable::grow() {
  std::vector<Entry> old(entries_.size() * 2);
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (!entry.bytes.none()) entry_of(entry.bytes) = entry;
  }
}

WordId WordTable::find(std::string_view raw) {
  if (raw.size() > sizeof(Bytes)) {
    if (const auto known = long_.find(raw); known != long_.end()) return known->second;
    return long_.emplace(raw, fold(raw)).first->second;
  }
  const std::size_t half = std::min(raw.size(), sizeof(std::uint64_t));
  const Bytes bytes = {number(raw.data(), half), number(raw.data() + half, raw.size() - half)};
  if (Entry& entry = entry_of(bytes); entry.bytes.is(bytes)) return entry.word;
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
