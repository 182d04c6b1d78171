#include "rules/personal/words.hpp"

#include "base/letter.hpp"

namespace thidua::rules::personal {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii_word(char c) { return is_ascii_letter(c) || is_digit(c) || c == '_'; }

/// Whether the text that starts at `at` is the word, from its last byte on, where words differ most.
bool is_word(std::string_view text, std::size_t at, const Word& word) {
  for (std::size_t i = word.lower.size(); i-- > 0;) {
    if (text[at + i] != word.lower[i] && text[at + i] != word.upper[i]) return false;
  }
  return true;
}

/// The bytes of the letter that ends at `at`; 0 where none does.
std::size_t letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  if (is_ascii(text[at - 1])) return is_ascii_letter(text[at - 1]) ? 1 : 0;
  if (!base::is_letter(base::last_letter(text.substr(0, at)))) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return at - begin;
}

}  // namespace

bool word_ends_at(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  return is_ascii(text[at - 1]) ? is_ascii_word(text[at - 1]) : letter_before(text, at) > 0;
}

bool word_begins_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_ascii(text[at]) ? is_ascii_word(text[at]) : base::is_letter(base::first_letter(text.substr(at)));
}

std::size_t word_before(std::string_view text, std::size_t end, std::span<const Word> words) {
  for (const Word& word : words) {
    if (word.lower.size() > end || !is_word(text, end - word.lower.size(), word)) continue;
    if (!word_ends_at(text, end - word.lower.size())) return end - word.lower.size();
  }
  return end;
}

std::size_t word_after(std::string_view text, std::size_t begin, std::span<const Word> words) {
  for (const Word& word : words) {
    if (word.lower.size() > text.size() - begin || !is_word(text, begin, word)) continue;
    if (!word_begins_at(text, begin + word.lower.size())) return begin + word.lower.size();
  }
  return begin;
}

std::string_view letters_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (const std::size_t letter = letter_before(text, begin)) begin -= letter;
  return text.substr(begin, end - begin);
}

std::size_t space_before(std::string_view text, std::size_t at) {
  if (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) return 1;
  return at > 1 && text.substr(at - 2, 2) == kNoBreakSpace ? 2 : 0;
}

std::size_t space_at(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == ' ' || text[at] == '\t')) return 1;
  return at < text.size() && text.substr(at, 2) == kNoBreakSpace ? 2 : 0;
}

std::size_t dash_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  if (text[at] != '\xE2' || at + 2 >= text.size()) return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
  const bool dash = second == 0x80 && third >= 0x90 && third <= 0x95;
  return dash || text.substr(at, 3) == "\u2212" ? 3 : 0;
}

std::size_t skip_spaces_before(std::string_view text, std::size_t at) {
  while (const std::size_t space = space_before(text, at)) at -= space;
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (const std::size_t space = space_at(text, at)) at += space;
  return at;
}

}  // namespace thidua::rules::personal
