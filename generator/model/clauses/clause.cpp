#include "model/clauses/clause.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/letter.hpp"
#include "model/clauses/marker.hpp"

namespace thidua::model {
namespace {

/// How long a line must be for its break to look like wrapping rather than the end of an item, in bytes.
constexpr std::size_t kWrappedLine = 60;

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

/// Whether the text may end a sentence or an item here.
bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == '*' || text.back() == '_' || text.back() == '"' || text.back() == ')')) {
    text.remove_suffix(1);
  }
  if (text.ends_with("”") || text.ends_with("…")) return true;
  return !text.empty() && std::string_view(".;:!?,").find(text.back()) != std::string_view::npos && text.back() != ',';
}

bool is_thematic_break(std::string_view line) {
  return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_') &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

/// A line without the marks of a Markdown heading or of bold around its number.
struct BareLine {
  std::string_view text;
  bool heading = false;  ///< it had # marks
  bool bold = false;     ///< bold from its start on
};

BareLine bare(std::string_view line) {
  BareLine out{trimmed(line), false, false};
  const std::size_t hashes = std::min(out.text.find_first_not_of('#'), out.text.size());
  if (hashes > 0 && hashes <= 6 && hashes < out.text.size() && out.text[hashes] == ' ') {
    out.heading = true;
    out.text = trimmed(out.text.substr(hashes));
    while (out.text.ends_with('#')) out.text.remove_suffix(1);
    out.text = trimmed(out.text);
  }
  for (const std::string_view mark : {"***", "**", "__"}) {
    if (out.text.starts_with(mark) && out.text.size() > mark.size()) {
      out.text = trimmed(out.text.substr(mark.size()));
      out.bold = true;
      break;
    }
  }
  return out;
}

/// Mends bold that lost its beginning with the number before it: `1. Title:** text` gets it back, `1.** text` and `1.
/// Title**` lose it.
std::string without_lone_bold(std::string_view text) {
  for (const std::string_view mark : {"***", "**", "__"}) {
    if (text.starts_with(mark)) return std::string(trimmed(text.substr(mark.size())));
    if (text.ends_with(mark)) return std::string(trimmed(text.substr(0, text.size() - mark.size())));
    if (text.find(mark) != std::string_view::npos) return std::string(mark) + std::string(text);
  }
  return std::string(text);
}

bool is_bold_to_the_end(std::string_view text) {
  return text.ends_with("**") || text.find("**") == std::string_view::npos;
}

bool begins_signature(std::string_view text) {
  for (const std::string_view start : {"Ký:", "TM.", "KT.", "TL.", "TUQ.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

/// Reads line by line and keeps the clauses that are open above the current line.
class Splitter {
 public:
  explicit Splitter(std::uint32_t first_line) : line_(first_line) {}

  void take(std::string_view line);
  std::size_t count() const { return clauses_.size(); }
  std::vector<Clause> finish();

 private:
  struct Open {
    MarkerStyle style;
    int components;
    int ordinal;
    std::string number;  ///< as printed, to see whether 3.1 belongs below 3
    std::size_t clause;
  };

  void take_text(std::string_view text, const BareLine& line);
  bool begins_part(std::string_view text);
  bool accepts(const Marker& marker) const;
  void open(Marker marker, const BareLine& line);
  void close_above(Marker& marker);
  void continue_clause(std::string_view text);
  void add(std::string component, std::string marker, std::string_view text, std::optional<std::size_t> parent,
           bool heading);
  std::string unique(const std::string& path);
  const Open* sibling(const Marker& marker) const;
  bool follows_open_sibling(const Marker& marker) const;

  std::uint32_t line_;
  std::string part_ = "preamble";  ///< empty within the numbered part
  std::vector<Clause> clauses_;
  std::vector<Open> open_;
  std::unordered_map<std::string, int> seen_;                   ///< path -> how often
  std::map<std::pair<std::string, MarkerStyle>, int> bullets_;  ///< parent path and style -> count
  std::string last_text_;                                       ///< the last line that was not blank
  bool after_blank_ = true;
  bool in_table_ = false;
  bool last_was_heading_ = false;
  int paragraphs_ = 0;  ///< unnumbered ones in this part
};

void Splitter::take(std::string_view raw) {
  const std::string_view text = trimmed(raw);
  if (text.empty()) {
    after_blank_ = true;
    in_table_ = false;
  } else if (is_thematic_break(text)) {
    if (part_.empty()) {
      part_ = "closing";
      open_.clear();
      paragraphs_ = 0;
    }
    after_blank_ = true;
    last_text_.clear();
  } else {
    take_text(text, bare(text));
    last_text_ = text;
    after_blank_ = false;
  }
  ++line_;
}

void Splitter::take_text(std::string_view text, const BareLine& line) {
  last_was_heading_ = last_was_heading_ && after_blank_;
  in_table_ = in_table_ || text.starts_with('|');
  if (in_table_ && !clauses_.empty()) return continue_clause(text);
  if (begins_part(line.text)) return;
  const bool signature = part_ == "signature";
  if (auto marker = marker_of(line.text); marker && !signature && accepts(*marker)) {
    // Some converters make a list item of a lettered line: `- a) text`.
    const auto lettered = marker->is_bullet() ? marker_of(marker->rest) : std::nullopt;
    return open(lettered && lettered->style == MarkerStyle::letter ? *lettered : *marker, line);
  }
  if (line.heading) {
    open_.clear();
    if (part_ == "preamble") return add("p" + std::to_string(++paragraphs_), "", line.text, std::nullopt, true);
    return add("h" + std::to_string(++paragraphs_), "", without_lone_bold(line.text), std::nullopt, true);
  }
  continue_clause(text);
}

bool Splitter::begins_part(std::string_view text) {
  if (text.starts_with("Nơi nhận") && part_ != "recipients" && !clauses_.empty()) {
    part_.clear();
    open_.clear();
    add("recipients", "", "Nơi nhận", std::nullopt, true);
    part_ = "recipients";
    return true;
  }
  if (part_ == "recipients" && begins_signature(text)) {
    part_.clear();
    open_.clear();
    add("signature", "", without_lone_bold(text.starts_with("Ký:") ? trimmed(text.substr(4)) : text), std::nullopt,
        false);
    part_ = "signature";
    return true;
  }
  return false;
}

const Splitter::Open* Splitter::sibling(const Marker& marker) const {
  for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
    if (it->style == marker.style && it->components == marker.components) return &*it;
  }
  return nullptr;
}

bool Splitter::follows_open_sibling(const Marker& marker) const {
  const Open* before = sibling(marker);
  return before != nullptr && marker.ordinal > before->ordinal && marker.ordinal <= before->ordinal + 4;
}

/// A break within a sentence may leave a number or a dash at the start of a line; that is no new clause.
bool Splitter::accepts(const Marker& marker) const {
  if (last_text_.empty() || last_was_heading_ || ends_sentence(last_text_)) return true;
  if (marker.is_bullet()) {
    return !base::is_lower(base::first_letter(marker.rest)) || last_text_.size() < kWrappedLine;
  }
  return after_blank_ || last_text_.size() < kWrappedLine || follows_open_sibling(marker);
}

/// Closes what the marker ends, and settles the part of its number that is its own.
void Splitter::close_above(Marker& marker) {
  const bool upper_c = marker.style == MarkerStyle::roman && marker.component.size() == 1;
  if (upper_c) {  // C. after B. is a letter, not a hundred
    Marker letter = marker;
    letter.style = MarkerStyle::upper_letter;
    letter.ordinal = marker.component[0] - 'A' + 1;
    const Open* before = sibling(letter);
    if (before != nullptr && before->ordinal + 1 == letter.ordinal) marker = letter;
  }
  if (const Open* before = sibling(marker)) {
    open_.resize(static_cast<std::size_t>(before - open_.data()));
  } else if (marker.style == MarkerStyle::roman || marker.style == MarkerStyle::chapter ||
             marker.style == MarkerStyle::article) {
    while (!open_.empty() && open_.back().style > marker.style && open_.back().style != MarkerStyle::upper_letter)
      open_.pop_back();
  } else if (marker.style == MarkerStyle::arabic) {
    while (!open_.empty() &&
           (open_.back().style > MarkerStyle::arabic ||
            (open_.back().style == MarkerStyle::arabic && open_.back().components > marker.components))) {
      open_.pop_back();
    }
  }
  if (marker.components > 1 && !open_.empty() && open_.back().style == MarkerStyle::arabic &&
      marker.component.starts_with(open_.back().number + ".")) {
    const std::string number = marker.component;
    marker.component = number.substr(open_.back().number.size() + 1);
  }
}

void Splitter::open(Marker marker, const BareLine& line) {
  if (part_ == "preamble" && !marker.is_bullet()) {
    part_.clear();
    open_.clear();
  }
  const std::string number = marker.component;
  close_above(marker);
  const auto parent = open_.empty() ? std::optional<std::size_t>() : open_.back().clause;
  std::string component = marker.component;
  if (marker.is_bullet()) {
    const std::string above = parent ? clauses_[*parent].path : part_;
    component = (marker.style == MarkerStyle::dash   ? "-"
                 : marker.style == MarkerStyle::plus ? "+"
                                                     : "*") +
                std::to_string(++bullets_[{above, marker.style}]);
  }
  const bool bold_title = line.bold && !marker.rest.starts_with("**") && is_bold_to_the_end(marker.rest);
  const bool heading = line.heading || marker.style <= MarkerStyle::article || bold_title;
  add(component, marker.printed, line.bold ? without_lone_bold(marker.rest) : std::string(marker.rest), parent,
      heading);
  open_.push_back({marker.style, marker.components, marker.ordinal, number, clauses_.size() - 1});
}

void Splitter::continue_clause(std::string_view text) {
  const bool unfinished = !in_table_ && !last_text_.empty() && !ends_sentence(last_text_);
  const bool wrapped = last_text_.size() >= kWrappedLine || base::is_lower(base::first_letter(text));
  const bool goes_on = !after_blank_ || (unfinished && wrapped && !last_was_heading_);
  const bool own_paragraph = part_ == "preamble" || part_ == "closing";
  if (clauses_.empty() || (!goes_on && own_paragraph && open_.empty()) || (last_text_.empty() && own_paragraph)) {
    return add("p" + std::to_string(++paragraphs_), "", text, std::nullopt, false);
  }
  Clause& clause = clauses_.back();
  if (goes_on && clause.body.empty() && !in_table_ && !clause.heading) {
    if (!clause.text.empty()) clause.text += ' ';
    clause.text += text;
  } else {
    if (!clause.body.empty()) clause.body += goes_on ? "\n" : "\n\n";
    clause.body += text;
  }
}

std::string Splitter::unique(const std::string& path) {
  const int times = ++seen_[path];
  return times == 1 ? path : path + "~" + std::to_string(times);
}

void Splitter::add(std::string component, std::string marker, std::string_view text, std::optional<std::size_t> parent,
                   bool heading) {
  Clause clause;
  const std::string above = parent ? clauses_[*parent].path : part_;
  clause.path = unique(above.empty() ? std::move(component) : above + "." + component);
  clause.marker = std::move(marker);
  clause.text = text;
  clause.parent = parent;
  clause.depth = parent ? clauses_[*parent].depth + 1 : 0;
  clause.heading = heading;
  clause.line = line_;
  clauses_.push_back(std::move(clause));
  last_was_heading_ = heading;
}

/// A short numbered line with clauses below it is a title, whether or not it was marked as one. What a clause holds is
/// known once its text is whole.
std::vector<Clause> Splitter::finish() {
  for (const Clause& clause : clauses_) {
    if (!clause.parent) continue;
    Clause& above = clauses_[*clause.parent];
    const bool bullet = above.marker == "-" || above.marker == "+" || above.marker == "*";
    if (!bullet && above.text.size() < 120 && !above.text.ends_with('.') && !above.text.ends_with(';'))
      above.heading = true;
  }
  for (Clause& clause : clauses_) {
    if (clause.text.size() + clause.body.size() > kMaxClauseText) continue;
    clause.quantities = quantities_in(clause.body.empty() ? clause.text : clause.text + "\n" + clause.body);
  }
  return std::move(clauses_);
}

}  // namespace

std::vector<Clause> split_clauses(std::string_view body, std::uint32_t first_line) {
  Splitter splitter(first_line);
  while (!body.empty() && splitter.count() <= kMaxClauses) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    splitter.take(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return splitter.finish();
}

}  // namespace thidua::model
