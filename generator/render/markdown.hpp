// Markdown (CommonMark with tables, by cmark-gfm) -> HTML that is safe to show: HTML in the source is shown as text,
// links lead to http, https, mailto, tel or pages of this site, pictures come from this site.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// Where a piece of Markdown stands and where the page that shows it lies.
struct MarkdownPlace {
  std::string file;
  std::uint32_t first_line = 1;  ///< of the piece, in the file
  std::string root;              ///< from the page to the site's root: "../../"
};

/// The part of a text from one top-level heading to the next.
struct Section {
  std::string id;     ///< an anchor made of the heading's words; unique within the text
  std::string title;  ///< HTML
  int level = 2;      ///< 2 to 6
  std::string html;
};

struct Rendered {
  std::string lead;  ///< HTML before the first heading
  std::vector<Section> sections;
};

/// Learns of each link that a page will have, as its author wrote it.
using TakeLink = std::function<void(const std::string& url, const Place& place)>;

class Markdown {
 public:
  explicit Markdown(const routes::Routes& routes, TakeLink take = {}) : routes_(routes), take_(std::move(take)) {}

  /// Reports links that lead nowhere (errors), and what is left out (warnings).
  Rendered render(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) const;
  /// All of the text as blocks, without taking headings apart.
  std::string blocks(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) const;
  /// An address that stands outside of a text, as the page takes it; reports likewise, and is empty for what is left
  /// out.
  std::string address(const std::string& url, const Place& place, const std::string& root,
                      Diagnostics& diagnostics) const;
  /// One paragraph's inner HTML.
  std::string line(std::string_view text, const MarkdownPlace& place, Diagnostics& diagnostics) const;

 private:
  const routes::Routes& routes_;
  TakeLink take_;
};

}  // namespace thidua::render
