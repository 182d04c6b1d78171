// A theme folder, read and checked: strings, templates with their partials in place, and assets under names with their
// hash.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/disk.hpp"
#include "base/text.hpp"
#include "diagnostics/diagnostic.hpp"
#include "render/template.hpp"

namespace thidua::render {

/// The version of the views that templates are written for.
inline constexpr int kThemeContract = 1;

struct Asset {
  std::string output;  ///< assets/css/site.0123456789.css
  std::string bytes;
};

/// Gives a file of the theme (`css/site.css`) its address in the output, which changes with its bytes.
Asset make_asset(const std::string& name, std::string bytes);

/// The theme's words for the reader, by key.
class Strings {
 public:
  using Texts = std::unordered_map<std::string, std::string, base::TextHash, std::equal_to<>>;

  Strings() = default;
  Strings(std::string file, Texts texts) : file_(std::move(file)), texts_(std::move(texts)) {}

  /// Reports a key that the theme does not have, and gives it back in brackets.
  std::string get(std::string_view key, Diagnostics& diagnostics) const;
  const std::string* find(std::string_view key) const;
  const std::string& file() const { return file_; }

 private:
  std::string file_;
  Texts texts_;
};

/// The colours behind the text, #rrggbb, against which an authority's own colours must be legible.
struct Paper {
  std::string light, dark;
};

struct Theme {
  std::string folder;  ///< themes/<name>
  Strings strings;
  Paper paper;
  std::map<std::string, Template> templates;  ///< by name without ending
  std::vector<Asset> assets;
  std::string accent_sheet;  ///< output of the asset with the authority's own colours; empty: the theme's stand
};

/// Reads `<root>/themes/<name>`. In a template, `{{> name}}` is replaced by templates/<name>.mustache, `{{t.key}}` by
/// the theme's string, and `{{asset.css/site.css}}` by the asset's address from the page. Reports what is missing or
/// not well-formed.
Theme load_theme(const base::Disk& disk, const std::string& root, const std::string& name, Diagnostics& diagnostics);

}  // namespace thidua::render
