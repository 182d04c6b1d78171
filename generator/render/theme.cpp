#include "render/theme.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "content/syntax/json_reader.hpp"
#include "render/join_modules.hpp"

namespace thidua::render {
namespace {

using base::EntryKind;

constexpr std::uint64_t kMaxAsset = 4 << 20;
constexpr std::string_view kEnding = ".mustache";

/// What the audit can say: a theme that lacks a word for it would leave a hole in a page of results.
constexpr auto kAuditStrings = std::to_array<std::string_view>({
#define THIDUA_RULE(id, name, en, vi) "audit_rule_" #id,
#include "rules/audit/rules.inc"
#undef THIDUA_RULE
#define THIDUA_MISSING(id, en, vi) "audit_missing_" #id,
#include "rules/audit/missing.inc"
#undef THIDUA_MISSING
});

class Loader {
 public:
  Loader(const base::Disk& disk, std::string root, std::string folder, Diagnostics& diagnostics)
      : disk_(disk), root_(std::move(root)), diagnostics_(diagnostics) {
    theme_.folder = std::move(folder);
  }

  Theme load() {
    read_description();
    for (const char* folder : {"css", "js", "img"}) read_assets(folder);
    compile_templates();
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
    const double version = contract != nullptr && contract->is_number() ? contract->as_number().value() : 0;
    if (version != kThemeContract) {
      diagnostics_.add(Code::theme_contract, {file, 0, 0}, {std::to_string(kThemeContract)});
    }
    Strings::Texts texts;
    const content::Value* strings = root->find("strings");
    if (strings != nullptr && strings->is_object()) {
      for (const content::Member& member : strings->as_object()) {
        if (member.value.is_string()) texts.emplace(member.key, member.value.as_string());
      }
    }
    theme_.strings = Strings(file, std::move(texts));
    if (const content::Value* paper = root->find("paper"); paper != nullptr && paper->is_object()) {
      const auto colour = [&](std::string_view key) {
        const content::Value* value = paper->find(key);
        return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
      };
      theme_.paper = {colour("light"), colour("dark")};
    }
    if (version != kThemeContract) return;  // other views, other words
    for (const std::string_view key : kAuditStrings) theme_.strings.get(key, diagnostics_);
  }

  void read_assets(const std::string& folder) {
    for (const base::Entry& entry : list(path(folder))) {
      const std::string name = folder + "/" + entry.name;
      if (entry.kind == EntryKind::directory && name.ends_with(".js")) {
        add_asset(name, read_modules(name));
      } else if (entry.kind == EntryKind::directory) {
        read_assets(name);
      } else if (entry.kind == EntryKind::file) {
        add_asset(name, read(path(name), kMaxAsset));
      }
    }
  }

  /// A folder whose name is that of a script is one.
  std::string read_modules(const std::string& folder) {
    std::map<std::string, std::string> modules;
    for (const base::Entry& entry : list(path(folder))) {
      if (entry.kind == EntryKind::file) modules[entry.name] = read(path(folder + "/" + entry.name), kMaxAsset);
    }
    return join_modules(modules);
  }

  void add_asset(const std::string& name, std::string bytes) {
    Asset asset = make_asset(name, std::move(bytes));
    assets_.emplace(name, asset.output);
    theme_.assets.push_back(std::move(asset));
  }

  void compile_templates() {
    TemplateParts parts;
    parts.file_of = [&](const std::string& name) { return path("templates/" + name + std::string(kEnding)); };
    parts.constant = [&](const std::string& tag, const Place& place) { return constant(tag, place); };
    for (const base::Entry& entry : list(path("templates"))) {
      if (entry.kind != EntryKind::file || !entry.name.ends_with(kEnding)) continue;
      const std::string name = entry.name.substr(0, entry.name.size() - kEnding.size());
      parts.sources[name] = read(parts.file_of(name), kMaxAsset);
    }
    for (const auto& [name, text] : parts.sources) {
      theme_.templates.emplace(name, Template::compile(name, parts, diagnostics_));
    }
  }

  std::optional<std::string> constant(const std::string& tag, const Place& place) {
    if (tag.starts_with("t.")) {
      const std::string key = tag.substr(2);
      const std::string* text = theme_.strings.find(key);
      if (text == nullptr) diagnostics_.add(Code::theme_string_missing, place, {key, theme_.strings.file()});
      std::string escaped;
      append_escaped(escaped, text != nullptr ? *text : std::string());
      return escaped;
    }
    if (tag.starts_with("asset.")) {
      const auto found = assets_.find(tag.substr(6));
      if (found != assets_.end()) return "{{root}}" + found->second;
      diagnostics_.add(Code::theme_asset_missing, place, {tag.substr(6)});
      return "";
    }
    return std::nullopt;
  }

  const base::Disk& disk_;
  std::string root_;
  Diagnostics& diagnostics_;
  Theme theme_;
  std::map<std::string, std::string> assets_;  ///< css/site.css -> assets/css/site.<hash>.css
};

}  // namespace

Asset make_asset(const std::string& name, std::string bytes) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  const std::string hash = base::content_hash(bytes).substr(0, 12);
  return {"assets/" + name.substr(0, dot) + "." + hash + name.substr(dot), std::move(bytes)};
}

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

}  // namespace thidua::render
