#include "deploy/refusals.hpp"

#include <utility>

#include "publish/site_path.hpp"

namespace thidua::deploy {
namespace {

constexpr std::uint64_t kMaxManifest = 256 << 20;

}  // namespace

std::optional<BuiltOutput> read_output(const base::Disk& disk, const std::string& folder, Diagnostics& diagnostics) {
  const auto text = disk.read(base::join(folder, publish::kManifestName), kMaxManifest);
  auto manifest = text ? publish::parse_manifest(*text) : std::nullopt;
  if (!manifest) return diagnostics.add(Code::deploy_no_output, {}, {folder}), std::nullopt;
  auto facts = read_facts(manifest->facts);
  if (!facts) return diagnostics.add(Code::deploy_output_untold, {}, {folder}), std::nullopt;
  return BuiltOutput{{folder, std::move(*manifest)}, std::move(*facts)};
}

bool may_be_published(const BuiltOutput& output, const std::string& content, Illustrative illustrative,
                      Diagnostics& diagnostics) {
  const bool older = output.facts.content != content;
  const bool invented = output.facts.illustrative && illustrative == Illustrative::refused;
  for (const auto& [applies, code] :
       {std::pair(older, Code::deploy_output_older), std::pair(output.facts.drafts, Code::deploy_drafts),
        std::pair(invented, Code::deploy_illustrative)}) {
    if (applies) diagnostics.add(code, {}, {output.output.folder});
  }
  return !older && !output.facts.drafts && !invented;
}

}  // namespace thidua::deploy
