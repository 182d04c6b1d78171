// What the preview shows at present, and how it answers a request with it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "preview/edition.hpp"

namespace thidua::preview {

/// A whole that is only ever replaced by another: no request sees half of a build.
struct Showing {
  std::shared_ptr<const Edition> edition;  ///< the last good one; null until there is one
  std::string digest;                      ///< of the edition; empty where there is none
  std::string findings;                    ///< the page of findings of the last build, where it failed; else empty
  std::string close;                       ///< the word that closes the findings, in the user's language
};

struct Answer {
  int status = 200;
  std::string type;
  std::string location;                     ///< of a redirect (301); else empty
  std::shared_ptr<const std::string> body;  ///< never null
};

/// The answer to GET for a path, decoded and without query. Nothing but what the edition holds can be had: the disk is
/// not looked at. Where there is no edition, each page is the page of findings (status 500).
Answer answer(const Showing& showing, std::string_view path);

/// What the script in the pages is told: {"site": digest, "findings": digest}.
std::string state_of(const Showing& showing);

}  // namespace thidua::preview
