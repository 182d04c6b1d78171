#include "cli/report.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/letter.hpp"
#include "base/text.hpp"

namespace thidua::cli {
namespace {

constexpr std::uint64_t kMaxSource = 16 << 20;
constexpr std::size_t kMaxShownLine = 160;  ///< code points of a source line
constexpr int kMaxExcerpts = 100;  ///< source lines shown of one file: to find a column far into a line takes time

/// Lines of source files, each file read once.
class SourceLines {
 public:
  SourceLines(const base::Disk& disk, std::string root) : disk_(disk), root_(std::move(root)) {}

  /// Empty where there is no such line.
  std::string_view line(const std::string& file, int number) {
    const auto [at, fresh] = files_.try_emplace(file);
    if (fresh) at->second = read(file);
    const Source& source = at->second;
    if (number < 1 || static_cast<std::size_t>(number) > source.starts.size()) return {};
    const std::string_view text =
        std::string_view(source.text).substr(source.starts[static_cast<std::size_t>(number) - 1]);
    return text.substr(0, text.find_first_of("\r\n"));
  }

 private:
  struct Source {
    std::string text;
    std::vector<std::size_t> starts;  ///< of the lines
  };

  /// Line ends as the content stage takes them: \n, \r\n and \r. No lines of what is UTF-16, which no terminal shows.
  Source read(const std::string& file) const {
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

  const base::Disk& disk_;
  std::string root_;
  std::map<std::string, Source> files_;
};

/// The bytes of the first `count` code points.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && seen++ == count) break;
  }
  return at;
}

/// Text that a terminal shows and does not obey: a control character becomes its picture (U+2400 and on), other bytes
/// that are no text the replacement character. Each stays one column wide.
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

/// The place and the colon after it; nothing for what is not about a file.
std::string where(const Place& place) {
  if (place.file.empty()) return {};
  const std::string file = visible(place.file);
  if (place.line == 0) return file + ": ";
  if (place.column == 0) return fmt::format("{}:{}: ", file, place.line);
  return fmt::format("{}:{}:{}: ", file, place.line, place.column);
}

std::string_view severity_word(Severity severity, Language language) {
  const bool vietnamese = language == Language::vietnamese;
  if (severity == Severity::error) return vietnamese ? "lỗi" : "error";
  return vietnamese ? "cảnh báo" : "warning";
}

using Lines = std::set<std::pair<std::string, int>>;  ///< file and line

/// The lines with personal data, of which one end may stand on the line below. Not only the findings about it quote
/// them.
Lines confidential_lines(const std::vector<Diagnostic>& diagnostics) {
  Lines lines;
  for (const Diagnostic& d : diagnostics) {
    if (!is_confidential(d.code)) continue;
    lines.emplace(d.place.file, d.place.line);
    lines.emplace(d.place.file, d.place.line + 1);
  }
  return lines;
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

/// The source line and a caret under the column; nothing where the file has no such line.
std::string excerpt(SourceLines& sources, const Place& place, const Lines& confidential) {
  if (place.line == 0) return {};
  std::string_view line = sources.line(place.file, place.line);
  if (line.empty()) return {};
  std::size_t column = place.column == 0 ? 0 : static_cast<std::size_t>(place.column) - 1;
  if (column > kMaxShownLine / 2) {
    const std::size_t left_out = column - kMaxShownLine / 2;
    line.remove_prefix(bytes_of(line, left_out));
    column -= left_out;
  }
  std::string shown = visible(line.substr(0, bytes_of(line, kMaxShownLine)));
  if (confidential.contains({place.file, place.line})) shown = without_digits(shown);
  std::string out = fmt::format("{:>6} | {}\n", place.line, shown);
  if (place.column == 0) return out;
  std::string indent;
  for (const char c : shown.substr(0, bytes_of(shown, column))) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) indent += c == '\t' ? '\t' : ' ';
  }
  return out + fmt::format("       | {}^\n", indent);
}

std::string escape_github(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string report_text(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options, Colour colour) {
  SourceLines sources(disk, options.root);
  std::map<std::string, int> shown;  ///< findings by file
  const bool on = colour == Colour::on;
  std::string out;
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  const Lines confidential = confidential_lines(sorted);
  for (const Diagnostic& d : sorted) {
    const bool error = d.severity() == Severity::error;
    out += fmt::format("{}{}{}{}{}{}: {} [{}]\n", on ? "\x1b[1m" : "", where(d.place), on ? "\x1b[0m" : "",
                       on ? (error ? "\x1b[1;31m" : "\x1b[1;33m") : "", severity_word(d.severity(), options.language),
                       on ? "\x1b[0m" : "", visible(message(d, options.language)), describe(d.code).name);
    if (++shown[d.place.file] <= kMaxExcerpts) out += excerpt(sources, d.place, confidential);
    const std::string advice = visible(hint(d, options.language));
    if (!advice.empty()) out += fmt::format("       = {}\n", advice);
  }
  return out;
}

std::string report_json(const Diagnostics& diagnostics, Language language) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto text = [&](const char* key, const std::string& value) {
    writer.Key(key);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartArray();
  for (const Diagnostic& d : diagnostics.sorted()) {
    writer.StartObject();
    text("code", std::string(describe(d.code).name));
    text("severity", d.severity() == Severity::error ? "error" : "warning");
    text("file", visible(d.place.file));
    writer.Key("line");
    writer.Int(d.place.line);
    writer.Key("column");
    writer.Int(d.place.column);
    text("message", visible(message(d, language)));
    text("hint", visible(hint(d, language)));
    writer.EndObject();
  }
  writer.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string report_github(const Diagnostics& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics.sorted()) {
    out += fmt::format("::{} ", d.severity() == Severity::error ? "error" : "warning");
    if (!d.place.file.empty()) out += fmt::format("file={},", escape_github(visible(d.place.file), true));
    if (d.place.line > 0) out += fmt::format("line={},", d.place.line);
    if (d.place.column > 0) out += fmt::format("col={},", d.place.column);
    const std::string advice = visible(hint(d, language));
    out += fmt::format("title={}::{}{}{}\n", describe(d.code).name, escape_github(visible(message(d, language)), false),
                       advice.empty() ? "" : " – ", escape_github(advice, false));
  }
  return out;
}

}  // namespace thidua::cli
