// One source, asked over the network: new bytes, word that nothing changed, or why not.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/http/message.hpp"
#include "content/exchange/parcel.hpp"

namespace thidua::pull {

struct NewDocument {
  std::string bytes;
  std::string etag;  ///< empty: the source gave none
};

struct Unchanged {};

struct NoAnswer {
  bool refused = false;  ///< by us: the source, or where it leads, is not to be asked
  std::string words;     ///< in English, without secrets, without full stop
};

using Fetched = std::variant<NewDocument, Unchanged, NoAnswer>;

/// Asks for the source's document: over TLS, of machines of the public Internet and those that the source allows by
/// name, within its limits of size and time, following at most five redirects, each judged anew. `etag`, where there is
/// one, is of the version that is here already.
Fetched fetch(const content::Source& source, const std::string& etag, const std::string& authorities = {});

}  // namespace thidua::pull
