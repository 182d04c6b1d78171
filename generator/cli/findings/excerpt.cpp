#include "cli/findings/excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/letter.hpp"
#include "base/long_numbers.hpp"
#include "base/text.hpp"
#include "content/exchange/source_list.hpp"
#include "deploy/address/named_targets.hpp"

namespace thidua::cli {
namespace {

constexpr std::uint64_t kMaxSource = 16 << 20;
constexpr std::size_t kMaxShownLine = 160;  ///< code points of a source line
constexpr int kMaxExcerpts = 100;           ///< of one file

/// Where a secret may stand that does not belong there.
bool may_hold_secrets(std::string_view file) { return file == deploy::kTargetsFile || file == content::kSourceList; }

/// The bytes of the first `count` code points.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && seen++ == count) break;
  }
  return at;
}

/// With a dot in place of each digit, of whatever script. The text is UTF-8.
std::string without_digits(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char32_t letter = base::first_letter(text);
    if (base::digit_value(letter) >= 0)
      out += "•";
    else
      base::append_letter(out, letter);
    text.remove_prefix(bytes_of(text, 1));
  }
  return out;
}

/// The code points of a line from `from` on that are shown of it; a number that begins before them or goes on behind
/// them is known for what it is.
std::string part_of(std::string_view line, std::size_t from) {
  constexpr std::size_t kMargin = 40;
  const std::size_t margin = std::min(from, kMargin);
  line.remove_prefix(bytes_of(line, from - margin));
  const std::string dotted =
      base::with_dots_for_long_numbers(line.substr(0, bytes_of(line, margin + kMaxShownLine + kMargin)));
  const std::string_view rest = std::string_view(dotted).substr(bytes_of(dotted, margin));
  return std::string(rest.substr(0, bytes_of(rest, kMaxShownLine)));
}

}  // namespace

std::string visible(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string out;
  while (!text.empty()) {
    const std::size_t fault = std::min(base::find_invalid_utf8(text), text.size());
    for (std::size_t i = 0; i < fault; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      const bool upper_control = byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;  // U+0080 to U+009F
      if (byte < 0x20 && byte != '\t')
        out += {'\xE2', '\x90', static_cast<char>(0x80 + byte)};
      else if (byte == 0x7F)
        out += "\xE2\x90\xA1";
      else if (upper_control)
        out += kReplacement, ++i;
      else
        out += text[i];
    }
    if (fault < text.size()) out += kReplacement;
    text.remove_prefix(std::min(fault + 1, text.size()));
  }
  return out;
}

std::string said(std::string_view text) { return visible(base::without_long_numbers(text)); }

std::string place_name(const Place& place) {
  std::string file = said(place.file);
  if (file.empty() || place.line == 0) return file;
  if (place.column == 0) return fmt::format("{}:{}", file, place.line);
  return fmt::format("{}:{}:{}", file, place.line, place.column);
}

std::string_view severity_word(Severity severity, Language language) {
  const bool vietnamese = language == Language::vietnamese;
  if (severity == Severity::error) return vietnamese ? "lỗi" : "error";
  return vietnamese ? "cảnh báo" : "warning";
}

/// The end of what is personal may stand on the line below.
Excerpts::Excerpts(const base::Disk& disk, std::string root, const std::vector<Diagnostic>& findings)
    : disk_(disk), root_(std::move(root)) {
  for (const Diagnostic& d : findings) {
    if (!is_confidential(d.code)) continue;
    confidential_.emplace(d.place.file, d.place.line);
    confidential_.emplace(d.place.file, d.place.line + 1);
  }
}

/// Empty where there is no such line.
std::string_view Excerpts::line(const std::string& file, int number) {
  const auto [at, fresh] = files_.try_emplace(file);
  if (fresh) at->second = read(file);
  const Source& source = at->second;
  if (number < 1 || static_cast<std::size_t>(number) > source.starts.size()) return {};
  const std::string_view text =
      std::string_view(source.text).substr(source.starts[static_cast<std::size_t>(number) - 1]);
  return text.substr(0, text.find_first_of("\r\n"));
}

/// Line ends as the content stage takes them: \n, \r\n and \r. No lines of what is UTF-16, which no terminal shows.
Excerpts::Source Excerpts::read(const std::string& file) const {
  Source source;
  if (auto text = disk_.read(base::join(root_, file), kMaxSource)) source.text = std::move(*text);
  if (source.text.starts_with("\xFF\xFE") || source.text.starts_with("\xFE\xFF")) return source;
  std::size_t start = source.text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (start < source.text.size()) {
    source.starts.push_back(start);
    const std::size_t end = source.text.find_first_of("\r\n", start);
    if (end == std::string::npos) break;
    start = end + (source.text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  return source;
}

std::string Excerpts::of(const Place& place) {
  if (may_hold_secrets(place.file)) return {};
  if (place.line == 0 || ++shown_[place.file] > kMaxExcerpts) return {};
  const std::string_view text = line(place.file, place.line);
  if (text.empty()) return {};
  std::size_t column = place.column == 0 ? 0 : static_cast<std::size_t>(place.column) - 1;
  const std::size_t left_out = column > kMaxShownLine / 2 ? column - kMaxShownLine / 2 : 0;
  column -= left_out;
  std::string shown = visible(part_of(text, left_out));
  if (confidential_.contains({place.file, place.line})) shown = without_digits(shown);
  std::string out = fmt::format("{:>6} | {}\n", place.line, shown);
  if (place.column == 0) return out;
  std::string indent;
  for (const char c : shown.substr(0, bytes_of(shown, column))) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) indent += c == '\t' ? '\t' : ' ';
  }
  return out + fmt::format("       | {}^\n", indent);
}

}  // namespace thidua::cli
