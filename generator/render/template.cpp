#include "render/template.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/sixteen_bytes.hpp"
#include "content/syntax/position.hpp"

namespace thidua::render {
namespace {

constexpr int kMaxPartialDepth = 10;
constexpr std::string_view kBlank = " \t\n";

using base::Byte;

/// What is written for a byte that means something in HTML.
std::string_view entity_of(char special) {
  switch (special) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

std::string trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
}

/// Without the white space at the start of each line.
std::string squeezed(std::string_view text, bool line_start) {
  std::string out;
  for (const char c : text) {
    if (line_start && kBlank.find(c) != std::string_view::npos) continue;
    out += c;
    line_start = c == '\n';
  }
  return out;
}

}  // namespace

/// Reads tags one after the other; partials are compiled where they stand.
class TemplateCompiler {
 public:
  TemplateCompiler(Template& out, const TemplateParts& parts, Diagnostics& diagnostics)
      : out_(out), parts_(parts), diagnostics_(diagnostics) {}

  void compile(const std::string& name, int depth) {
    const std::string& text = parts_.sources.at(name);
    const std::string file = parts_.file_of(name);
    content::PositionCursor cursor(text);
    const std::size_t open_before = open_.size();
    std::size_t at = 0;
    for (std::size_t begin = text.find("{{"); begin != std::string::npos; begin = text.find("{{", at)) {
      const bool triple = text.compare(begin, 3, "{{{") == 0;
      const std::size_t end = text.find(triple ? "}}}" : "}}", begin);
      add_text(std::string_view(text).substr(at, begin - at), at == 0 || text[at - 1] == '\n');
      const std::size_t inside = begin + (triple ? 3 : 2);
      const Place place =
          content::place_of(file, cursor.at(std::min(text.find_first_not_of("#^/>&! ", inside), text.size())));
      if (end == std::string::npos)
        return broken(place, text.substr(begin, std::min<std::size_t>(20, text.find('\n', begin) - begin)));
      add_tag(trim(std::string_view(text).substr(inside, end - inside)), triple, place, depth, open_before);
      at = end + (triple ? 3 : 2);
    }
    std::string_view rest = std::string_view(text).substr(at);
    if (depth > 0 && rest.ends_with('\n')) rest.remove_suffix(1);
    add_text(rest, at == 0 || text[at - 1] == '\n');
    while (open_.size() > open_before) {
      broken(out_.nodes_[open_.back()].place, "{{#" + out_.nodes_[open_.back()].text + "}}");
      open_.pop_back();
    }
  }

 private:
  using Kind = Template::Kind;

  void broken(const Place& place, const std::string& what) { diagnostics_.add(Code::template_broken, place, {what}); }

  void add_text(std::string_view text, bool line_start) {
    std::string plain = squeezed(text, line_start);
    if (plain.empty()) return;
    const bool joins = !out_.nodes_.empty() && out_.nodes_.back().kind == Kind::text && out_.nodes_.size() != no_join_;
    if (joins)
      out_.nodes_.back().text += plain;
    else
      out_.nodes_.push_back({Kind::text, std::move(plain), {}, 0, {}});
  }

  void add_tag(const std::string& tag, bool triple, const Place& place, int depth, std::size_t open_before) {
    const char sign = tag.empty() ? '\0' : tag[0];
    const std::string name =
        std::string("#^/>&!").find(sign) == std::string::npos ? tag : trim(std::string_view(tag).substr(1));
    if (sign == '!') return;
    if (sign == '>') return add_partial(name, place, depth);
    if (sign == '/') return close(name, place, open_before);
    if (const auto constant = parts_.constant(tag, place)) return add_constant(*constant, place, depth, open_before);
    const bool section = sign == '#' || sign == '^';
    if (section) open_.push_back(out_.nodes_.size());
    const Kind kind = sign == '#'             ? Kind::section
                      : sign == '^'           ? Kind::inverted
                      : triple || sign == '&' ? Kind::unescaped
                                              : Kind::escaped;
    out_.nodes_.push_back({kind, name, {}, 0, place});
  }

  /// A string of the theme is text; an asset's address begins with the tag {{root}}.
  void add_constant(const std::string& constant, const Place& place, int depth, std::size_t open_before) {
    constexpr std::string_view kRoot = "{{root}}";
    const bool address = constant.starts_with(kRoot);
    if (address) add_tag("root", false, place, depth, open_before);
    add_text(std::string_view(constant).substr(address ? kRoot.size() : 0), false);
  }

  void add_partial(const std::string& name, const Place& place, int depth) {
    if (parts_.sources.contains(name) && depth < kMaxPartialDepth) return compile(name, depth + 1);
    diagnostics_.add(Code::template_partial, place, {name});
  }

  void close(const std::string& name, const Place& place, std::size_t open_before) {
    if (open_.size() <= open_before || out_.nodes_[open_.back()].text != name)
      return broken(place, "{{/" + name + "}}");
    out_.nodes_[open_.back()].end = out_.nodes_.size();
    no_join_ = out_.nodes_.size();  // what follows is outside, though it may be text after text
    open_.pop_back();
  }

  Template& out_;
  const TemplateParts& parts_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> open_;  ///< sections not closed yet
  std::size_t no_join_ = 0;        ///< a text node at this position starts anew
};

/// One rendering: the output so far and the views that names are looked up in.
class TemplateRun {
 public:
  TemplateRun(const Template& what, std::string& out, Diagnostics& diagnostics)
      : template_(what), diagnostics_(diagnostics), out_(out) {}

  void render(const View& shared, const View& page) {
    stack_ = {&shared, &page};
    nodes(0, template_.nodes_.size());
  }

 private:
  using Kind = Template::Kind;
  using Node = Template::Node;

  void nodes(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Node& node = template_.nodes_[i];
      switch (node.kind) {
        case Kind::text:
          text(node.text);
          break;
        case Kind::escaped:
        case Kind::unescaped:
          variable(node);
          break;
        case Kind::section:
        case Kind::inverted:
          section(node, i + 1);
          i = node.end - 1;
          break;
      }
    }
  }

  /// A line that held only tags leaves no empty line behind.
  void text(std::string_view text) {
    if (text.starts_with('\n') && (out_.empty() || out_.back() == '\n')) text.remove_prefix(1);
    out_ += text;
  }

  void variable(const Node& node) {
    const View* value = find(node);
    if (value == nullptr) return;
    const std::optional<std::string_view> text = value->as_text();
    if (!text) return;
    if (node.kind == Kind::unescaped)
      out_ += *text;
    else
      append_escaped(out_, *text);
  }

  void section(const Node& node, std::size_t begin) {
    const View* value = find(node);
    const View::List* list = value != nullptr ? value->as_list() : nullptr;
    const bool empty = value == nullptr || value->is_false() || (list != nullptr && list->empty());
    if (node.kind == Kind::inverted) {
      if (empty) nodes(begin, node.end);
    } else if (list != nullptr) {
      for (const View& item : *list) within(item, begin, node.end);
    } else if (!empty) {
      within(*value, begin, node.end);
    }
  }

  void within(const View& view, std::size_t begin, std::size_t end) {
    stack_.push_back(&view);
    nodes(begin, end);
    stack_.pop_back();
  }

  /// The innermost view that has the name.
  const View* find(const Node& node) {
    if (node.text == ".") return stack_.back();
    for (auto view = stack_.rbegin(); view != stack_.rend(); ++view) {
      if (const View* value = (*view)->get(node.key)) return value;
    }
    diagnostics_.add(Code::template_variable, node.place, {node.text, template_.name_});
    return nullptr;
  }

  const Template& template_;
  Diagnostics& diagnostics_;
  std::vector<const View*> stack_;
  std::string& out_;
};

Template Template::compile(const std::string& name, const TemplateParts& parts, Diagnostics& diagnostics) {
  Template out;
  out.name_ = name;
  TemplateCompiler(out, parts, diagnostics).compile(name, 0);
  for (Node& node : out.nodes_) node.key = Key(std::string_view(node.text));
  return out;
}

void Template::render(const View& shared, const View& page, std::string& out, Diagnostics& diagnostics) const {
  TemplateRun(*this, out, diagnostics).render(shared, page);
}

void append_escaped(std::string& out, std::string_view text) {
  const auto is_special = [](auto c) {
    return (c == Byte{'&'}) | (c == Byte{'<'}) | (c == Byte{'>'}) | (c == Byte{'"'}) | (c == Byte{'\''});
  };
  std::size_t plain = 0;
  for (std::size_t at = 0; (at = base::find_byte(text, at, is_special)) < text.size(); plain = ++at) {
    out += text.substr(plain, at - plain);
    out += entity_of(text[at]);
  }
  out += text.substr(plain);
}

}  // namespace thidua::render
