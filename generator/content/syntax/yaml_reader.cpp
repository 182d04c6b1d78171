#include "content/syntax/yaml_reader.hpp"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <vector>

#include "content/syntax/position.hpp"
#include "content/syntax/value_builder.hpp"
#include "content/syntax/yaml_error.hpp"
#include "content/syntax/yaml_scalar.hpp"

namespace thidua::content {
namespace {

constexpr auto kNone = std::string_view::npos;

/// An event of libyaml, freed with this object.
class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }

  yaml_event_t* operator->() { return &event_; }
  yaml_event_t& operator*() { return event_; }

 private:
  yaml_event_t event_{};
};

/// A parser of libyaml, freed with this object. The text outlives it.
class Parser {
 public:
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser_); }

  /// Gives the next event to one that holds none yet; false where the text is no YAML.
  bool next(Event& event) {
    const bool parsed = yaml_parser_parse(&parser_, &*event) != 0;
    if (!parsed && parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    return parsed;
  }
  /// After next() has failed.
  const yaml_parser_t& failure() const { return parser_; }

 private:
  yaml_parser_t parser_{};
};

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : text; }

/// Turns libyaml's marks into positions: it counts lines, and columns in code points, from 0.
class Marks {
 public:
  Marks(std::string_view text, std::uint32_t first_line) : text_(text), first_line_(first_line) {}

  Position at(const yaml_mark_t& mark) const {
    return {first_line_ + static_cast<std::uint32_t>(mark.line), static_cast<std::uint32_t>(mark.column) + 1};
  }
  Position at_offset(std::size_t offset) const {
    Position position = position_at(text_, std::min(offset, text_.size()));
    position.line += first_line_ - 1;
    return position;
  }
  /// Of the last backslash before the mark, or the backslash there.
  Position at_last_escape(const yaml_mark_t& mark) const {
    const std::size_t escape = text_.substr(0, offset(mark) + 1).rfind('\\');
    return escape == kNone ? at(mark) : at_offset(escape);
  }
  /// The byte there; a null byte at the end.
  char found(const yaml_mark_t& mark) const {
    const std::size_t there = offset(mark);
    return there < text_.size() ? text_[there] : '\0';
  }

 private:
  /// In bytes; the mark counts code points.
  std::size_t offset(const yaml_mark_t& mark) const {
    std::size_t offset = 0, passed = 0;
    for (; offset < text_.size(); ++offset) {
      const bool starts = (static_cast<unsigned char>(text_[offset]) & 0xC0U) != 0x80U;
      if (starts && passed++ == mark.index) break;
    }
    return offset;
  }

  std::string_view text_;
  std::uint32_t first_line_;
};

/// Turns libyaml's events into values. Calls that give false have reported why reading must stop.
class Events {
 public:
  Events(const Marks& marks, ValueBuilder& builder) : marks_(marks), builder_(builder) {}

  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        return ++documents_ == 1 || refuse(Code::yaml_documents, event);
      case YAML_ALIAS_EVENT:
        return refuse(Code::yaml_alias, event);
      case YAML_SCALAR_EVENT:
        return allowed(event, event.data.scalar.anchor, event.data.scalar.tag) && scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        return allowed(event, event.data.sequence_start.anchor, event.data.sequence_start.tag) && start_list(event);
      case YAML_MAPPING_START_EVENT:
        return allowed(event, event.data.mapping_start.anchor, event.data.mapping_start.tag) && start_map(event);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        builder_.close();
        open_.pop_back();
        return go_on(true);
      default:
        return true;
    }
  }

  /// Where the innermost bracket still open stands, if any.
  const yaml_mark_t* open_bracket() const {
    return open_.empty() || !open_.back().in_brackets ? nullptr : &open_.back().start;
  }

 private:
  enum class Due { item, key, value };

  /// A map or list that has not ended.
  struct Open {
    Due due;  ///< what it waits for
    yaml_mark_t start;
    bool in_brackets;
  };

  bool refuse(Code code, const yaml_event_t& event) {
    builder_.report(code, marks_.at(event.start_mark));
    return false;
  }

  bool allowed(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) return refuse(Code::yaml_alias, event);
    return tag == nullptr || refuse(Code::yaml_tag, event);
  }

  bool key_is_due() const { return !open_.empty() && open_.back().due == Due::key; }

  /// After a value, a map waits for a key again.
  bool go_on(bool added) {
    if (!open_.empty() && open_.back().due == Due::value) open_.back().due = Due::key;
    return added;
  }

  bool start_list(const yaml_event_t& event) {
    if (key_is_due()) return refuse(Code::yaml_key, event);
    open_.push_back({Due::item, event.start_mark, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE});
    return builder_.open_array(marks_.at(event.start_mark));
  }

  bool start_map(const yaml_event_t& event) {
    if (key_is_due()) return refuse(Code::yaml_key, event);
    open_.push_back({Due::key, event.start_mark, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE});
    return builder_.open_object(marks_.at(event.start_mark));
  }

  bool scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    std::string value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (key_is_due()) return plain ? plain_key(event, std::move(value)) : key(event, std::move(value));
    const Position at = marks_.at(event.start_mark);
    return go_on(plain ? add_plain(std::move(value), at) : builder_.text(std::move(value), at, Spelling::escaped));
  }

  bool plain_key(const yaml_event_t& event, std::string value) {
    if (value == "<<") return refuse(Code::yaml_merge, event);
    if (is_null(value) || classify_plain(value) != YamlScalar::text) return refuse(Code::yaml_key, event);
    return key(event, std::move(value));
  }

  bool key(const yaml_event_t& event, std::string value) {
    builder_.key(std::move(value), marks_.at(event.start_mark), Spelling::escaped);
    open_.back().due = Due::value;
    return true;
  }

  bool add_plain(std::string value, Position at) {
    if (is_null(value)) return builder_.null(at);
    switch (classify_plain(value)) {
      case YamlScalar::number:
        return builder_.number(std::move(value), at);
      case YamlScalar::yes:
        return builder_.boolean(true, at);
      case YamlScalar::no:
        return builder_.boolean(false, at);
      case YamlScalar::text:
        break;
    }
    return builder_.text(std::move(value), at, Spelling::escaped);
  }

  const Marks& marks_;
  ValueBuilder& builder_;
  std::vector<Open> open_;
  int documents_ = 0;
};

Position place(const yaml_parser_t& failed, YamlPlace wanted, const Marks& marks, const Events& events) {
  if (failed.error == YAML_READER_ERROR) return marks.at_offset(failed.problem_offset);
  if (wanted == YamlPlace::context) return marks.at(failed.context_mark);
  if (wanted == YamlPlace::last_escape) return marks.at_last_escape(failed.problem_mark);
  const bool opening = wanted == YamlPlace::opening && events.open_bracket() != nullptr;
  return marks.at(opening ? *events.open_bracket() : failed.problem_mark);
}

void report(const yaml_parser_t& failed, const Marks& marks, const Events& events, ValueBuilder& builder) {
  YamlError error = explain_yaml_error({view(failed.problem), view(failed.context), marks.found(failed.problem_mark)});
  builder.report(error.code, place(failed, error.place, marks, events), std::move(error.words));
}

/// Characters that end a line for libyaml, as they did in YAML 1.1, but for no editor: U+0085, U+2028, U+2029.
std::size_t find_odd_line_end(std::string_view text) {
  std::size_t first = kNone;
  for (std::string_view odd : std::array<std::string_view, 3>{"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    first = std::min(first, text.find(odd));
  }
  return first;
}

/// Reads one document and looks for a second.
void parse(std::string_view text, const Marks& marks, ValueBuilder& builder) {
  Parser parser(text);
  Events events(marks, builder);
  for (;;) {
    Event event;
    if (!parser.next(event)) return report(parser.failure(), marks, events, builder);
    if (event->type == YAML_STREAM_END_EVENT || !events.take(*event)) return;
  }
}

}  // namespace

std::optional<Value> read_yaml(std::string_view text, std::uint32_t first_line, const std::string& file,
                               Diagnostics& diagnostics) {
  const Marks marks(text, first_line);
  ValueBuilder builder(file, diagnostics);
  if (const std::size_t odd = find_odd_line_end(text); odd != kNone) {
    builder.report(Code::yaml_syntax, marks.at_offset(odd), invisible_character().words);
  } else {
    parse(text, marks, builder);
  }
  if (!builder.ok()) return std::nullopt;
  Value value = builder.take();
  if (value.is_null()) return Value{Value::Object{}, Position{first_line, 1}};
  return value;
}

}  // namespace thidua::content
