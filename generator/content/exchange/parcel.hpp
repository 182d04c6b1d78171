// What another portal gives: its public units, campaigns with their records, and practices, as one document
// (schemas/exchange.schema.json), and the copy of it that stands in pulled/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/exchange/source_list.hpp"
#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

inline constexpr std::string_view kExchangeFormat = "thidua-exchange";
inline constexpr int kExchangeVersion = 1;
/// What a copy holds beside the document, at most.
inline constexpr std::uint64_t kCopyHead = 4096;

/// What stands at the head of a copy.
struct CopyHead {
  std::string url;      ///< where it was fetched
  std::string taken;    ///< the moment at which these bytes came
  std::string checked;  ///< the moment at which the source last gave or confirmed them
  std::string etag;     ///< empty: the source gave none
};

/// A copy that was read: fits its schemas, but is not yet held against what else the site has.
struct Parcel {
  CopyHead head;
  Place place;  ///< of its source in sources.json
  Origin origin;
  Sources sources;  ///< units, campaigns, practices and topics only; nothing in them names an origin yet
};

/// "pulled/<id>.json" for the id of a source; relative to the root.
std::string copy_path(std::string_view source);
/// "pulled/<id>.refused.json": where what was not taken in is kept, so that it can be looked at.
std::string refused_path(std::string_view source);

/// The bytes of a copy; `document` is JSON.
std::string write_copy(const CopyHead& head, std::string_view document);

/// The document within the bytes of a copy that read_copy() takes.
std::string_view document_in(std::string_view copy);

/// The copy whose bytes these are. What is wrong is reported at `file`, or for Markdown at `file`#practices/<slug>.md,
/// and gives nothing. What the source is told to leave out is left out; so are
/// files of media, which are not fetched, and other addresses of a practice, which are that portal's.
std::optional<Parcel> read_copy(std::string bytes, const Source& source, const std::string& file,
                                Diagnostics& diagnostics);

}  // namespace thidua::content
