#include "search/text/word_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace thidua::search {

namespace {

constexpr std::size_t kFirstSize = 1U << 12U;

std::size_t hash(std::uint64_t low, std::uint64_t high) {
  const std::uint64_t mixed = (low ^ (high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
}

std::uint64_t number(const char* from) {
  std::uint64_t out = 0;
  std::memcpy(&out, from, sizeof out);
  return out;
}

/// By a number of bytes: a number of which so many are kept.
constexpr auto kKept = [] {
  std::array<std::uint64_t, 9> out{};
  for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] << 8U | 0xFFU;
  return out;
}();

}  // namespace

WordTable::WordTable() : entries_(kFirstSize), last_(kFirstSize - 1) {}

WordTable::Entry& WordTable::entry_of(const Bytes& bytes) {
  std::size_t at = hash(bytes.low, bytes.high) & last_;
  while (!entries_[at].bytes.is(bytes) && !entries_[at].bytes.none()) at = (at + 1) & last_;
  return entries_[at];
}

void WordTable::grow() {
  std::vector<Entry> old(entries_.size() * 2);
  old.swap(entries_);
  last_ = entries_.size() - 1;
  for (const Entry& entry : old) {
    if (!entry.bytes.none()) entry_of(entry.bytes) = entry;
  }
}

WordTable::Bytes WordTable::bytes_of(std::string_view raw, std::size_t readable) {
  constexpr std::size_t kHalf = sizeof(std::uint64_t);
  if (readable < sizeof(Bytes)) {
    std::array<char, sizeof(Bytes)> copy{};
    std::copy(raw.begin(), raw.end(), copy.begin());
    return {number(copy.data()), number(copy.data() + kHalf)};
  }
  // Whole loads and masks: a copy of as many bytes as there are would be a call.
  const std::size_t low = std::min(raw.size(), kHalf);
  return {number(raw.data()) & kKept[low], number(raw.data() + kHalf) & kKept[raw.size() - low]};
}

WordId WordTable::find(std::string_view raw, std::size_t readable) {
  if (raw.size() > sizeof(Bytes)) {
    if (const auto known = long_.find(raw); known != long_.end()) return known->second;
    return long_.emplace(raw, fold(raw)).first->second;
  }
  const Bytes bytes = bytes_of(raw, readable);
  if (const Entry& entry = entry_of(bytes); entry.bytes.is(bytes)) return entry.word;
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
