#include "render/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "base/text.hpp"

namespace thidua::render {
namespace {

using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

// cmark-gfm takes time in the square of these on some inputs; real texts stay far below.
constexpr std::size_t kMaxPipes = 200;         ///< in one line: columns of a table
constexpr std::size_t kMaxDepth = 40;          ///< quotes and lists within each other
constexpr std::size_t kMaxParagraph = 65'536;  ///< bytes between blank lines
// And these cost it memory, up to 260 bytes for each byte of the text, 270 for each cell of a table, and what a
// definition of a link
// (`[name]: address`) is long for each of its uses.
constexpr std::size_t kMaxText = 512 * 1024;  ///< bytes of one piece
constexpr std::size_t kMaxCells = 100'000;    ///< of the tables of a text; short rows are filled up to the widest
constexpr std::size_t kMaxDefinition =
    8'000'000;  ///< bytes of the longest definition, times the opening brackets of the text

std::string html_of(cmark_node* node) {
  char* html = cmark_render_html(node, CMARK_OPT_DEFAULT, nullptr);
  std::string out(html);
  std::free(html);
  return out;
}

/// The text within a node, without marks.
std::string plain_text(cmark_node* node) {
  std::string out;
  const Iterator it(cmark_iter_new(node), cmark_iter_free);
  for (auto event = cmark_iter_next(it.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(it.get())) {
    cmark_node* at = cmark_iter_get_node(it.get());
    const cmark_node_type type = cmark_node_get_type(at);
    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
      out += cmark_node_get_literal(at);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) out += ' ';
  }
  return out;
}

std::string anchor_of(std::string_view title) {
  std::string out;
  for (const char c : base::fold(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "muc" : out;
}

/// How deep the quotes and list markers at the start of a line nest.
std::size_t nesting_of(std::string_view line) {
  std::size_t depth = 0;
  std::size_t spaces = 0;
  for (const char c : line) {
    if (std::string_view(">-*+").find(c) != std::string_view::npos)
      ++depth;
    else if (c == ' ' || c == '\t')
      ++spaces;
    else
      break;
  }
  return depth + spaces / 2;
}

/// Whether cmark-gfm may see the text; reports what is too large for it.
class LimitCheck {
 public:
  LimitCheck(const MarkdownPlace& place, Diagnostics& diagnostics)
      : place_(place), diagnostics_(diagnostics), line_number_(static_cast<int>(place.first_line)) {}

  bool passes(std::string_view text) {
    if (text.size() > kMaxText) return refuse(Code::text_too_long, std::to_string(kMaxText / 1024) + " KB");
    brackets_ = static_cast<std::size_t>(std::count(text.begin(), text.end(), '['));
    has_pipes_ = text.find('|') != std::string_view::npos;
    has_definitions_ = text.find("]:") != std::string_view::npos;
    for (; !text.empty(); ++line_number_) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (!line_passes(text.substr(0, end))) return false;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
  }

 private:
  bool line_passes(std::string_view line) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      cells_ += widest_ * rows_;
      paragraph_ = widest_ = rows_ = definition_ = 0;
      return true;
    }
    const auto pipes = has_pipes_ ? static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) : 0;
    paragraph_ += line.size();
    widest_ = std::max(widest_, pipes);
    ++rows_;
    if (has_definitions_ && line.find("]:") != std::string_view::npos)
      definition_ = line.size();
    else if (definition_ > 0)
      definition_ += line.size();
    if (pipes > kMaxPipes) return refuse(Code::table_too_wide, std::to_string(kMaxPipes));
    if (nesting_of(line) > kMaxDepth) return refuse(Code::markdown_too_deep, std::to_string(kMaxDepth));
    if (paragraph_ > kMaxParagraph) return refuse(Code::paragraph_too_long, std::to_string(kMaxParagraph));
    if (cells_ + widest_ * rows_ > kMaxCells) return refuse(Code::table_too_large, std::to_string(kMaxCells));
    if (definition_ * brackets_ > kMaxDefinition) return refuse(Code::definition_too_long, std::to_string(brackets_));
    return true;
  }

  bool refuse(Code code, std::string arg) {
    diagnostics_.add(code, {place_.file, line_number_, 0}, {std::move(arg)});
    return false;
  }

  const MarkdownPlace& place_;
  Diagnostics& diagnostics_;
  int line_number_;
  bool has_pipes_ = false, has_definitions_ = false;  ///< most texts have neither
  std::size_t brackets_ = 0, cells_ = 0;              ///< of the text; cells of finished paragraphs
  std::size_t paragraph_ = 0, widest_ = 0, rows_ = 0,
              definition_ = 0;  ///< of this paragraph: bytes, pipes, lines, bytes
};

/// Whether Markdown makes nothing of a line: most clauses of a plan are such. It begins with a letter, so that it is
/// neither list, quote, heading nor code, and has no sign that means something within a line.
bool means_only_itself(std::string_view line) {
  const auto begins_text = [](unsigned char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
  };
  return !line.empty() && begins_text(static_cast<unsigned char>(line.front())) && line.back() != ' ' &&
         line.back() != '\t' && line.size() <= kMaxParagraph && line.find_first_of("\n\\`*_[]<>&\"") == line.npos;
}

bool within_limits(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) {
  return LimitCheck(place, diagnostics).passes(text);
}

Node parse(std::string_view text) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT), cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return {cmark_parser_finish(parser.get()), cmark_node_free};
}

/// What authors write as an address -> what the page has; nothing where the link is to be left out.
class Addresses {
 public:
  Addresses(const routes::Routes& routes, const TakeLink& take, const std::string& root, Diagnostics& diagnostics)
      : routes_(routes), take_(take), root_(root), diagnostics_(diagnostics) {}

  std::optional<std::string> of_link(const std::string& url, const Place& place) const {
    if (take_) take_(url, place);
    if (url.starts_with('/') && !url.starts_with("//")) return within(url, place);
    const std::string lower = base::fold(url);
    for (const std::string_view scheme : {"http://", "https://", "mailto:", "tel:", "#"}) {
      if (lower.starts_with(scheme)) return url;
    }
    diagnostics_.add(Code::link_left_out, place, {url});
    return std::nullopt;
  }

  std::optional<std::string> of_image(const std::string& url, const Place& place) const {
    if (url.starts_with("/media/") && routes_.home_of(place.file).empty()) return within(url, place);
    diagnostics_.add(Code::image_left_out, place, {url});
    return std::nullopt;
  }

 private:
  std::optional<std::string> within(const std::string& url, const Place& place) const {
    if (const std::string_view home = routes_.home_of(place.file); !home.empty())
      return std::string(home) + url.substr(1);
    const std::string target = url.substr(1, std::min(url.find_first_of("?#"), url.size()) - 1);
    if (routes_.left_out.contains(target)) return std::nullopt;
    if (!routes_.has(target)) diagnostics_.add(Code::broken_link, place, {url});
    const std::string relative = root_ + url.substr(1);
    return relative.empty() ? "./" : relative;
  }

  const routes::Routes& routes_;
  const TakeLink& take_;
  const std::string& root_;
  Diagnostics& diagnostics_;
};

/// Makes a parsed text safe and its links fit the page.
class Cleaner {
 public:
  Cleaner(const routes::Routes& routes, const TakeLink& take, const MarkdownPlace& place, Diagnostics& diagnostics)
      : place_(place), address_(routes, take, place.root, diagnostics) {}

  void clean(cmark_node* root) {
    std::vector<cmark_node*> nodes;  // collected first: replacing a node would disturb the iterator
    const Iterator it(cmark_iter_new(root), cmark_iter_free);
    for (auto event = cmark_iter_next(it.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(it.get())) {
      if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(it.get()));
    }
    for (cmark_node* node : nodes) {
      switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
          show_as_text(node);
          break;
        case CMARK_NODE_LINK:
          clean_link(node);
          break;
        case CMARK_NODE_IMAGE:
          clean_image(node);
          break;
        case CMARK_NODE_HEADING:
          cmark_node_set_heading_level(node, std::clamp(cmark_node_get_heading_level(node), 2, 6));
          break;
        default:
          break;
      }
    }
  }

 private:
  Place place_of(cmark_node* node) const {
    while (node != nullptr && cmark_node_get_start_line(node) == 0) node = cmark_node_parent(node);
    const int line = node == nullptr ? 1 : cmark_node_get_start_line(node);
    return {place_.file, static_cast<int>(place_.first_line) + line - 1, 0};
  }

  static void replace(cmark_node* node, cmark_node* by) {
    cmark_node_insert_before(node, by);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  static void show_as_text(cmark_node* node) {
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, cmark_node_get_literal(node));
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) return replace(node, text);
    cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(paragraph, text);
    replace(node, paragraph);
  }

  /// Leaves what a link or picture contains and takes the node itself away.
  static void dissolve(cmark_node* node) {
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  void clean_link(cmark_node* node) { take_over(node, address_.of_link(cmark_node_get_url(node), place_of(node))); }

  void clean_image(cmark_node* node) { take_over(node, address_.of_image(cmark_node_get_url(node), place_of(node))); }

  static void take_over(cmark_node* node, const std::optional<std::string>& url) {
    if (!url) return dissolve(node);
    cmark_node_set_url(node, url->c_str());
  }

  const MarkdownPlace& place_;
  Addresses address_;
};

/// The inner HTML of a block: its children rendered without itself.
std::string inner_html(cmark_node* block) {
  const Node holder(cmark_node_new(CMARK_NODE_CUSTOM_INLINE), cmark_node_free);
  while (cmark_node* child = cmark_node_first_child(block)) {
    if (cmark_node_append_child(holder.get(), child) == 0) break;
  }
  return html_of(holder.get());
}

}  // namespace

Rendered Markdown::render(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) const {
  Rendered out;
  if (!within_limits(text, place, diagnostics)) return out;
  const Node document = parse(text);
  Cleaner(routes_, take_, place, diagnostics).clean(document.get());
  std::unordered_map<std::string, int> anchors;
  Node lead(cmark_node_new(CMARK_NODE_DOCUMENT), cmark_node_free);
  const auto flush = [&] {
    (out.sections.empty() ? out.lead : out.sections.back().html) = html_of(lead.get());
    lead.reset(cmark_node_new(CMARK_NODE_DOCUMENT));
  };
  while (cmark_node* block = cmark_node_first_child(document.get())) {
    if (cmark_node_get_type(block) != CMARK_NODE_HEADING) {
      cmark_node_append_child(lead.get(), block);
      continue;
    }
    flush();
    Section section;
    section.id = anchor_of(plain_text(block));
    if (const int times = ++anchors[section.id]; times > 1) section.id += "-" + std::to_string(times);
    section.level = cmark_node_get_heading_level(block);
    section.title = inner_html(block);
    out.sections.push_back(std::move(section));
    cmark_node_unlink(block);
    cmark_node_free(block);
  }
  flush();
  return out;
}

std::string Markdown::blocks(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) const {
  if (!within_limits(text, place, diagnostics)) return {};
  const Node document = parse(text);
  Cleaner(routes_, take_, place, diagnostics).clean(document.get());
  return html_of(document.get());
}

std::string Markdown::address(const std::string& url, const Place& place, const std::string& root,
                              Diagnostics& diagnostics) const {
  return Addresses(routes_, take_, root, diagnostics).of_link(url, place).value_or("");
}

std::string Markdown::line(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) const {
  if (means_only_itself(text)) return std::string(text);
  if (!within_limits(text, place, diagnostics)) return {};
  const Node document = parse(text);
  cmark_node* block = cmark_node_first_child(document.get());
  if (block == nullptr) return {};
  const bool one_paragraph = cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH && cmark_node_next(block) == nullptr;
  if (!one_paragraph) {  // the text happens to begin like a list or a quote; here it is none
    const Node plain(cmark_node_new(CMARK_NODE_PARAGRAPH), cmark_node_free);
    cmark_node* literal = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(literal, std::string(text).c_str());
    cmark_node_append_child(plain.get(), literal);
    return inner_html(plain.get());
  }
  Cleaner(routes_, take_, place, diagnostics).clean(document.get());
  return inner_html(block);
}

}  // namespace thidua::render
