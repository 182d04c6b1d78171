#include "content/syntax/yaml_reader.hpp"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/syntax/position.hpp"
#include "content/syntax/value_builder.hpp"
#include "content/syntax/yaml_error.hpp"
#include "content/syntax/yaml_scalar.hpp"

namespace thidua::content {
namespace {

/// Lets yaml-cpp read a text where it lies.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only read from
    setg(begin, begin, begin + text.size());
  }
};

/// Ends the parsing after what is wrong has been reported.
struct Stop {};

/// Turns yaml-cpp's marks into positions: it counts lines from 0 and columns in bytes from 0.
class Marks {
 public:
  Marks(std::string_view text, std::uint32_t first_line) : text_(text), first_line_(first_line) {}

  Position at(const YAML::Mark& mark) const {
    if (mark.is_null()) return {first_line_, 1};
    return at_offset(offset(mark), static_cast<std::uint32_t>(std::max(mark.line, 0)));
  }

  /// Of the last backslash before the mark, which stands on the same line.
  Position at_last_escape(const YAML::Mark& mark) const {
    const std::size_t escape = text_.rfind('\\', offset(mark));
    const bool there = escape != std::string_view::npos && !mark.is_null();
    return there ? at_offset(escape, static_cast<std::uint32_t>(std::max(mark.line, 0))) : at(mark);
  }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }

  Position at_offset(std::size_t offset, std::uint32_t line_number) const {
    const std::size_t line = text_.substr(0, offset).rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t column = base::count_code_points(text_.substr(line, offset - line)) + 1;
    return {first_line_ + line_number, static_cast<std::uint32_t>(column)};
  }

  std::string_view text_;
  std::uint32_t first_line_;
};

/// Whether the quotes that may open at `start` close before the text ends.
bool quotes_close(std::string_view text, std::size_t start) {
  if (start >= text.size()) return true;
  const char quote = text[start];
  if (quote != '"' && quote != '\'') return true;
  for (std::size_t i = start + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      // Two single quotes stand for one.
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

class Events : public YAML::EventHandler {
 public:
  Events(std::string_view text, const Marks& marks, ValueBuilder& builder)
      : text_(text), marks_(marks), builder_(builder) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) refuse(Code::yaml_documents, mark);
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    if (key_is_due()) return refuse_key(mark);
    go_on(bad_key_ || builder_.null(marks_.at(mark)));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse(Code::yaml_alias, mark); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    refuse_open_quotes(mark);
    const bool plain = tag == "?";
    const YamlScalar kind = plain ? classify_plain(value) : YamlScalar::text;
    if (!key_is_due()) return add(kind, value, marks_.at(mark));
    if (plain && value == "<<") refuse(Code::yaml_merge, mark);
    if (kind != YamlScalar::text) return refuse_key(mark);
    open_.back().key_due = false;
    if (!bad_key_) builder_.key(value, marks_.at(mark), Spelling::escaped);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    start(mark, tag, anchor);
    if (!bad_key_ && !builder_.open_array(marks_.at(mark))) throw Stop{};
    open_.push_back({mark, false, false});
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    start(mark, tag, anchor);
    if (!bad_key_ && !builder_.open_object(marks_.at(mark))) throw Stop{};
    open_.push_back({mark, true, true});
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

  /// After the last event: reports a key that is no text.
  void finish() {
    if (bad_key_) builder_.report(Code::yaml_key, marks_.at(*bad_key_));
  }

  /// Where an error that yaml-cpp saw at `mark` is best shown.
  Position place(const YAML::Mark& mark, YamlPlace wanted) const {
    if (wanted == YamlPlace::opening && !open_.empty()) return marks_.at(open_.back().start);
    if (wanted == YamlPlace::last_escape) return marks_.at_last_escape(mark);
    return marks_.at(mark);
  }

 private:
  /// A map or list that has not ended.
  struct Open {
    YAML::Mark start;
    bool is_map = false;
    bool key_due = false;  ///< a map waits for a key, not for a value
  };

  [[noreturn]] void refuse(Code code, const YAML::Mark& mark, std::vector<std::string> args = {}) {
    builder_.report(code, marks_.at(mark), std::move(args));
    throw Stop{};
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) refuse(Code::yaml_alias, mark);
  }
  /// yaml-cpp gives plain nodes the tag "?", quoted ones "!", and some collections none.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") refuse(Code::yaml_tag, mark);
  }
  void refuse_open_quotes(const YAML::Mark& mark) {
    if (!quotes_close(text_, static_cast<std::size_t>(mark.pos))) refuse(Code::yaml_syntax, mark, open_quotes().words);
  }

  /// An unclosed bracket can make a list look like a key. Reading goes on, building nothing, to see whether it is that.
  void refuse_key(const YAML::Mark& mark) {
    if (!bad_key_) bad_key_ = mark;
    open_.back().key_due = false;
  }

  bool key_is_due() const { return !open_.empty() && open_.back().key_due; }

  void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (key_is_due()) refuse_key(mark);
    // The builder counts depth too, but not after a bad key.
    if (open_.size() >= kMaxDepth) refuse(Code::nesting_too_deep, mark, {std::to_string(kMaxDepth)});
  }

  void end() {
    if (!bad_key_) builder_.close();
    open_.pop_back();
    go_on(true);
  }

  /// After a value, a map waits for a key again.
  void go_on(bool added) {
    if (!added) throw Stop{};
    if (!open_.empty()) open_.back().key_due = open_.back().is_map;
  }

  void add(YamlScalar kind, const std::string& value, Position at) {
    if (bad_key_) return go_on(true);
    switch (kind) {
      case YamlScalar::text:
        return go_on(builder_.text(value, at, Spelling::escaped));
      case YamlScalar::number:
        return go_on(builder_.number(value, at));
      case YamlScalar::yes:
        return go_on(builder_.boolean(true, at));
      case YamlScalar::no:
        return go_on(builder_.boolean(false, at));
    }
  }

  std::string_view text_;
  const Marks& marks_;
  ValueBuilder& builder_;
  std::vector<Open> open_;
  std::optional<YAML::Mark> bad_key_;
  int documents_ = 0;
};

void report(const YAML::Exception& thrown, const Events& events, ValueBuilder& builder) {
  YamlError error = explain_yaml_error(thrown.msg);
  const Code code = error.is_alias ? Code::yaml_alias : Code::yaml_syntax;
  builder.report(code, events.place(thrown.mark, error.place), std::move(error.words));
}

/// Reads one document and looks for a second.
void parse(std::string_view text, const Marks& marks, ValueBuilder& builder) {
  TextBuffer buffer(text);
  std::istream in(&buffer);
  Events events(text, marks, builder);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(events)) {
    }
    events.finish();
  } catch (const Stop&) {
  } catch (const YAML::Exception& thrown) {
    report(thrown, events, builder);
  }
}

}  // namespace

std::optional<Value> read_yaml(std::string_view text, std::uint32_t first_line, const std::string& file,
                               Diagnostics& diagnostics) {
  const Marks marks(text, first_line);
  ValueBuilder builder(file, diagnostics);
  parse(text, marks, builder);
  if (!builder.ok()) return std::nullopt;
  Value value = builder.take();
  if (value.is_null()) return Value{Value::Object{}, Position{first_line, 1}};
  return value;
}

}  // namespace thidua::content
