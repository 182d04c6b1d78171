#include "deploy/address/named_targets.hpp"

#include <cerrno>
#include <string_view>

#include "content/limits.hpp"
#include "content/read_text.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "content/syntax/json_reader.hpp"
#include "deploy/address/address.hpp"

namespace thidua::deploy {
namespace {

using content::Value;

std::string_view schema_text() {
  for (const content::EmbeddedSchema& schema : content::embedded_schemas()) {
    if (schema.name == "deploy") return schema.text;
  }
  return {};
}

/// The file's value where it fits its schema. Nothing, without a diagnostic, where there is no such file.
std::optional<Value> read_file(const base::Disk& disk, const std::string& root, Diagnostics& diagnostics) {
  const std::string path = base::join(root, kTargetsFile);
  if (const auto entry = disk.status(path); !entry && entry.error().error == ENOENT) return std::nullopt;
  const auto text = content::read_text(disk, path, content::kMaxDataFile, kTargetsFile, diagnostics);
  auto value = text ? content::read_json(text->text, kTargetsFile, diagnostics) : std::nullopt;
  if (!value || !content::Schema(schema_text()).check(*value, kTargetsFile, diagnostics)) return std::nullopt;
  return value;
}

std::string names(const Value* targets) {
  std::string out;
  if (targets == nullptr) return out;
  for (const content::Member& one : targets->as_object()) out.append(out.empty() ? "" : ", ").append(one.key);
  return out;
}

/// Relative to the file's folder; "~/" is the user's own business to write out.
std::string beside(const std::string& root, const std::string& path) {
  return path.starts_with('/') ? path : base::join(root, path);
}

std::optional<Target> read_target(const std::string& root, const content::Member& entry, Diagnostics& diagnostics) {
  const auto text = [&](std::string_view key) {
    const Value* value = entry.value.find(key);
    return value == nullptr ? std::string() : value->as_string();
  };
  const auto file = [&](std::string_view key) {
    const std::string path = text(key);
    return path.empty() ? path : beside(root, path);
  };
  const Value& address = *entry.value.find("address");
  auto target = parse_address(address.as_string(),
                              {kTargetsFile, static_cast<int>(address.at.line), static_cast<int>(address.at.column)},
                              diagnostics);
  if (!target) return std::nullopt;
  target->name = entry.key;
  if (target->scheme == Scheme::folder) target->folder = beside(root, target->folder);
  target->public_address = text("public_address");
  target->known_hosts = file("known_hosts");
  target->key_file = file("key_file");
  target->authorities = file("authorities");
  const Value* forms = entry.value.find("forms");
  target->forms = forms == nullptr || forms->as_bool();
  return target;
}

}  // namespace

std::optional<Target> find_target(const base::Disk& disk, const std::string& root, const std::string& wanted,
                                  Diagnostics& diagnostics) {
  if (is_address(wanted)) return parse_address(wanted, {}, diagnostics);
  const auto file = read_file(disk, root, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const Value* targets = file ? file->find("targets") : nullptr;
  if (targets != nullptr) {
    for (const content::Member& entry : targets->as_object()) {
      if (entry.key == wanted) return read_target(root, entry, diagnostics);
    }
  }
  diagnostics.add(Code::deploy_unknown_target, {}, {wanted, names(targets)});
  return std::nullopt;
}

}  // namespace thidua::deploy
