#include "render/theme.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "content/syntax/json_reader.hpp"

namespace thidua::render {
namespace {

using base::EntryKind;
using Texts = std::map<std::string, std::string, std::less<>>;

constexpr std::uint64_t kMaxAsset = 4 << 20;
constexpr int kMaxPartialDepth = 10;

/// Line and column of an offset, from 1, the column in code points.
Place place_at(const std::string& file, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {file, static_cast<int>(line), static_cast<int>(base::count_code_points(before.substr(line_start))) + 1};
}

std::string trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

class Loader {
 public:
  Loader(const base::Disk& disk, std::string root, std::string folder, Diagnostics& diagnostics)
      : disk_(disk), root_(std::move(root)), diagnostics_(diagnostics) {
    theme_.folder = std::move(folder);
  }

  Theme load() {
    read_description();
    for (const char* folder : {"css", "js", "img"}) read_assets(folder);
    read_templates();
    for (const auto& [file, text] : theme_.sources) {
      const std::string name = name_of(file);
      theme_.templates[name] = squeezed(expand(file, text, 0));
    }
    return std::move(theme_);
  }

 private:
  std::string path(const std::string& within) const { return base::join(theme_.folder, within); }

  /// Empty where the file cannot be read, which is reported.
  std::string read(const std::string& file, std::uint64_t limit) {
    auto bytes = disk_.read(base::join(root_, file), limit);
    if (bytes) return std::move(*bytes);
    diagnostics_.add(Code::file_unreadable, {file, 0, 0}, {base::reason(bytes.error())});
    return {};
  }

  std::vector<base::Entry> list(const std::string& folder) {
    auto entries = disk_.list(base::join(root_, folder));
    return entries ? std::move(*entries) : std::vector<base::Entry>();
  }

  void read_description() {
    const std::string file = path("theme.json");
    const std::string text = read(file, kMaxAsset);
    if (text.empty()) return;
    const auto root = content::read_json(text, file, diagnostics_);
    if (!root) return;
    const content::Value* contract = root->find("contract");
    const double version = contract != nullptr && contract->is_number() ? contract->as_number().value : 0;
    if (version != kThemeContract) {
      diagnostics_.add(Code::theme_contract, {file, 0, 0}, {std::to_string(kThemeContract)});
    }
    Texts texts;
    const content::Value* strings = root->find("strings");
    if (strings != nullptr && strings->is_object()) {
      for (const content::Member& member : strings->as_object()) {
        if (member.value.is_string()) texts.emplace(member.key, member.value.as_string());
      }
    }
    theme_.strings = Strings(file, std::move(texts));
  }

  void read_assets(const std::string& folder) {
    for (const base::Entry& entry : list(path(folder))) {
      const std::string name = folder + "/" + entry.name;
      if (entry.kind == EntryKind::directory) {
        read_assets(name);
      } else if (entry.kind == EntryKind::file) {
        std::string bytes = read(path(name), kMaxAsset);
        const std::size_t dot = name.rfind('.');
        const std::string output =
            "assets/" + name.substr(0, dot) + "." + base::content_hash(bytes).substr(0, 12) + name.substr(std::min(dot, name.size()));
        assets_.emplace(name, output);
        theme_.assets.push_back({output, std::move(bytes)});
      }
    }
  }

  void read_templates() {
    for (const base::Entry& entry : list(path("templates"))) {
      const std::string file = path("templates/" + entry.name);
      if (entry.kind != EntryKind::file || !entry.name.ends_with(".mustache")) continue;
      theme_.sources[file] = read(file, kMaxAsset);
    }
  }

  static std::string name_of(const std::string& file) {
    const std::size_t slash = file.rfind('/') + 1;
    return file.substr(slash, file.size() - slash - std::string_view(".mustache").size());
  }

  /// Replaces the tags that do not depend on the page.
  std::string expand(const std::string& file, std::string_view text, int depth) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", at)) {
      const std::size_t close = text.find("}}", open);
      if (close == std::string_view::npos) break;
      out += text.substr(at, open - at);
      at = close + 2;
      const std::string tag = trim(text.substr(open + 2, close - open - 2));
      const Place place = place_at(file, text, open);
      if (tag.starts_with('>')) out += partial(trim(tag.substr(1)), place, depth);
      else if (tag.starts_with("t.")) out += escaped(theme_string(tag.substr(2), place));
      else if (tag.starts_with("asset.")) out += asset(tag.substr(6), place);
      else if (!tag.starts_with('!')) out += text.substr(open, at - open);
    }
    return out += text.substr(at);
  }

  std::string partial(const std::string& name, const Place& place, int depth) {
    const std::string file = path("templates/" + name + ".mustache");
    const auto source = theme_.sources.find(file);
    if (source == theme_.sources.end() || depth > kMaxPartialDepth) {
      diagnostics_.add(Code::template_partial, place, {name});
      return {};
    }
    std::string text = expand(file, source->second, depth + 1);
    if (text.ends_with('\n')) text.pop_back();
    return text;
  }

  std::string theme_string(const std::string& key, const Place& place) {
    const std::string* text = theme_.strings.find(key);
    if (text != nullptr) return *text;
    diagnostics_.add(Code::theme_string_missing, place, {key, theme_.strings.file()});
    return {};
  }

  std::string asset(const std::string& name, const Place& place) {
    const auto found = assets_.find(name);
    if (found != assets_.end()) return "{{root}}" + found->second;
    diagnostics_.add(Code::theme_asset_missing, place, {name});
    return {};
  }

  /// Indentation and empty lines of a template are for its authors; the library would carry each space through every page.
  static std::string squeezed(const std::string& text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
      if (line_start && (c == ' ' || c == '\t' || c == '\n')) continue;
      out += c;
      line_start = c == '\n';
    }
    return out;
  }

  const base::Disk& disk_;
  std::string root_;
  Diagnostics& diagnostics_;
  Theme theme_;
  std::map<std::string, std::string> assets_;  ///< css/site.css -> assets/css/site.<hash>.css
};

}  // namespace

const std::string* Strings::find(std::string_view key) const {
  const auto at = texts_.find(key);
  return at == texts_.end() ? nullptr : &at->second;
}

std::string Strings::get(std::string_view key, Diagnostics& diagnostics) const {
  if (const std::string* text = find(key)) return *text;
  diagnostics.add(Code::theme_string_missing, {file_, 0, 0}, {std::string(key), file_});
  return "[" + std::string(key) + "]";
}

Theme load_theme(const base::Disk& disk, const std::string& root, const std::string& name, Diagnostics& diagnostics) {
  return Loader(disk, root, "themes/" + name, diagnostics).load();
}

Place place_of_name(const Theme& theme, const std::string& name) {
  for (const auto& [file, text] : theme.sources) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const std::size_t open = text.rfind("{{", at);
      if (open == std::string::npos || text.find("}}", at) != at + name.size()) continue;
      const std::string_view between = std::string_view(text).substr(open + 2, at - open - 2);
      if (between.find_first_not_of("#^&{ ") == std::string_view::npos) return place_at(file, text, at);
    }
  }
  return {theme.folder, 0, 0};
}

}  // namespace thidua::render
