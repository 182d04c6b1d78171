// What the preview adds to the pages that it serves, and to nothing on disk: a script that hears of new builds.
#pragma once

#include <string>
#include <string_view>

namespace thidua::preview {

/// Below this no page of a site can lie: no name in the content begins with a dot.
inline constexpr std::string_view kOwnFolder = "/.thidua/";
inline constexpr std::string_view kScriptPath = "/.thidua/preview.js";
inline constexpr std::string_view kStylePath = "/.thidua/findings.css";
inline constexpr std::string_view kFindingsPath = "/.thidua/findings";
inline constexpr std::string_view kEventsPath = "/.thidua/events";

/// What the script is to know when it starts.
struct PageState {
  std::string site;      ///< digest of the edition that the page is from; empty: there is none, the page shows findings
  std::string findings;  ///< digest of the findings that forbid a new edition; empty where there are none
  std::string close;     ///< the word on the button that closes the findings
};

/// The page with the script in its head, and a policy that lets it work.
std::string with_reload_script(std::string_view page, const PageState& state);

/// A Content-Security-Policy that also allows the sources' own origin ('self') for scripts, connections and frames;
/// what a policy does not restrict stays so.
std::string widened_policy(std::string_view policy);

}  // namespace thidua::preview
