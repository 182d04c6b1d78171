// Templates in mustache's language (https://mustache.github.io/mustache.5.html), strict: a name that the view does not
// hold is an error at its place, where mustache would render nothing.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "render/view.hpp"

namespace thidua::render {

/// What a template may take in while it is compiled; an empty answer is a mistake, reported at the tag.
struct TemplateParts {
  std::map<std::string, std::string> sources;  ///< name of a template -> its text, for {{> name}}
  std::function<std::string(const std::string& name)> file_of;
  /// The text for {{t.key}} and the address for {{asset.name}}, as template text.
  std::function<std::optional<std::string>(const std::string& tag, const Place& place)> constant;
};

/// A compiled template. Rendering does not change it; several threads may share it.
class Template {
 public:
  Template(Template&&) = default;  // moving leaves the nodes, and what their keys point to, in their places
  Template& operator=(Template&&) = default;

  /// Understands `{{name}}`, `{{{name}}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`, `{{.}}`, `{{! … }}`, `{{>
  /// part}}`. Indentation and empty lines, which are for the template's authors, are dropped. Reports what is not
  /// well-formed, with its place.
  static Template compile(const std::string& name, const TemplateParts& parts, Diagnostics& diagnostics);

  /// Appends to `out`. Looks names up in `page` first, then in `shared`; reports those found in neither.
  void render(const View& shared, const View& page, std::string& out, Diagnostics& diagnostics) const;

 private:
  friend class TemplateCompiler;
  friend class TemplateRun;

  enum class Kind { text, escaped, unescaped, section, inverted };
  struct Node {
    Kind kind = Kind::text;
    std::string text;     ///< the text, or the name
    Key key;              ///< the name, once the template is complete
    std::size_t end = 0;  ///< section, inverted: position of the first node behind it
    Place place;          ///< of the tag
  };

  Template() = default;

  std::string name_;
  std::vector<Node> nodes_;
};

/// With & < > " ' as HTML wants them in text and in attributes.
void append_escaped(std::string& out, std::string_view text);

}  // namespace thidua::render
