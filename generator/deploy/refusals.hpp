// What is not published, whatever the host.
#pragma once

#include <optional>
#include <string>

#include "base/disk.hpp"
#include "deploy/build_facts.hpp"
#include "deploy/deployment.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::deploy {

/// The site in a folder, as its manifest tells. Nothing, with a diagnostic, where there is no finished one, or one that
/// does not say what it was made of.
struct BuiltOutput {
  Output output;
  BuildFacts facts;
};
std::optional<BuiltOutput> read_output(const base::Disk& disk, const std::string& folder, Diagnostics& diagnostics);

enum class Illustrative { refused, allowed };

/// Whether the output may be published: of the content as it is now (`content` as in BuildFacts), without drafts, and
/// without what is invented unless that is allowed. Says all that stands against it.
bool may_be_published(const BuiltOutput& output, const std::string& content, Illustrative illustrative,
                      Diagnostics& diagnostics);

}  // namespace thidua::deploy
