#include "model/articles/practice_parts.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "model/articles/substance.hpp"

namespace thidua::model {
namespace {

/// By PracticePart.
constexpr std::array<std::string_view, kPracticeParts> kHeadings = {
    "Vấn đề",         "Giải pháp", "Kết quả", "Chi phí", "Điều kiện áp dụng", "Bài học kinh nghiệm",
    "Cách nhân rộng", "Đính chính"};

std::array<std::string, kPracticeParts> folded_headings() {
  std::array<std::string, kPracticeParts> out;
  std::transform(kHeadings.begin(), kHeadings.end(), out.begin(), base::fold);
  return out;
}

/// All headings, for a hint.
std::string all_headings() {
  std::string out;
  for (const std::string_view heading : kHeadings) out += (out.empty() ? "" : ", ") + std::string(heading);
  return out;
}

/// The heading that is part of these folded words, else the one that they resemble; empty where they resemble none.
std::string nearest_heading(const std::string& words, const std::array<std::string, kPracticeParts>& known) {
  constexpr std::size_t kLongest = 100;  // bytes; more resembles nothing, and comparing takes time
  if (words.size() > kLongest) return {};
  std::size_t best = 0, least = kLongest;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const bool within = words.find(known[i]) != std::string::npos;
    const std::size_t distance = within ? 0 : base::edit_distance(words, known[i]);
    if (distance >= least) continue;
    best = i;
    least = distance;
  }
  return least <= known[best].size() / 2 ? std::string(kHeadings[best]) : std::string();
}

/// Takes the next line off the text, its line end included.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

/// Without the spaces that CommonMark allows before what begins a block; a line further in is code.
std::optional<std::string_view> block_start(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent < 4 ? std::optional(line.substr(indent)) : std::nullopt;
}

/// The words of a heading of the first two levels.
std::optional<std::string_view> heading_in(std::string_view line) {
  auto rest = block_start(line);
  if (!rest) return std::nullopt;
  const std::size_t level = std::min(rest->find_first_not_of('#'), rest->size());
  if (level < 1 || level > 2 || level == rest->size() || (*rest)[level] != ' ') return std::nullopt;
  std::string_view words = trimmed(rest->substr(level));
  const std::size_t last = words.find_last_not_of('#');
  if (last == std::string_view::npos) return std::string_view();
  if (words[last] == ' ') words = words.substr(0, last);
  return trimmed(words);
}

bool is_definition(std::string_view line) {
  const auto rest = block_start(line);
  return rest && rest->starts_with('[') && rest->find("]:") != std::string_view::npos;
}

/// Whether a line lies in code between ``` or ~~~ lines, the first of these included.
class Fences {
 public:
  bool covers(std::string_view line) {
    const auto rest = block_start(line);
    const char mark = rest && !rest->empty() ? rest->front() : ' ';
    const std::size_t count = rest ? std::min(rest->find_first_not_of(mark), rest->size()) : 0;
    const bool fence = (mark == '`' || mark == '~') && count >= 3;
    if (open_ == ' ') {
      if (!fence) return false;
      open_ = mark;
      count_ = count;
    } else if (fence && mark == open_ && count >= count_) {
      open_ = ' ';
    }
    return true;
  }

 private:
  char open_ = ' ';
  std::size_t count_ = 0;
};

class Cutter {
 public:
  Cutter(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  CutPractice cut(const Text& body) {
    out_.lead.line = body.line;
    Text* part = &out_.lead;
    std::uint32_t number = body.line;
    Fences fences;
    for (std::string_view rest = body.markdown; !rest.empty(); ++number) {
      const std::string_view line = take_line(rest);
      const bool code = fences.covers(line);
      if (const auto words = code ? std::nullopt : heading_in(line)) {
        part = begin(*words, number);
        continue;
      }
      if (!code && is_definition(line)) definitions_ += line;
      part->markdown += line;
    }
    finish();
    return std::move(out_);
  }

 private:
  /// The part under a heading; one that is thrown away where the heading is wrong.
  Text* begin(std::string_view words, std::uint32_t line) {
    static const std::array<std::string, kPracticeParts> kFolded = folded_headings();
    const std::string folded = base::fold(words);
    const auto at = std::find(kFolded.begin(), kFolded.end(), folded);
    if (at == kFolded.end()) {
      report(Code::unknown_part, line, {std::string(words), all_headings(), nearest_heading(folded, kFolded)});
      out_.all_known = false;
      return &lost_;
    }
    const auto position = static_cast<std::size_t>(at - kFolded.begin());
    if (seen_[position]) {
      report(Code::repeated_part, line, {std::string(kHeadings[position])});
      return &lost_;
    }
    seen_[position] = true;
    out_.parts[position].line = line + 1;
    return &out_.parts[position];
  }

  void finish() {
    for (Text& part : out_.parts) {
      if (!has_substance(part.markdown))
        part.markdown.clear();
      else if (!definitions_.empty())
        part.markdown += "\n\n" + definitions_;
    }
    if (!trimmed(out_.lead.markdown).empty() && !definitions_.empty()) out_.lead.markdown += "\n\n" + definitions_;
  }

  void report(Code code, std::uint32_t line, std::vector<std::string> args) {
    diagnostics_.add(code, {file_, static_cast<int>(line), 0}, std::move(args));
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  CutPractice out_;
  std::array<bool, kPracticeParts> seen_ = {};
  Text lost_;
  std::string definitions_;  ///< lines that define the targets of links
};

}  // namespace

CutPractice cut_practice(const Text& body, const std::string& file, Diagnostics& diagnostics) {
  return Cutter(file, diagnostics).cut(body);
}

std::string_view heading_of(PracticePart part) { return kHeadings[static_cast<std::size_t>(part)]; }

}  // namespace thidua::model
