// Which names files and folders of the content may have: they become parts of addresses, on every web host and file
// system.
#pragma once

#include <string>
#include <string_view>

namespace thidua::content {

enum class NameFault {
  none,
  form,      ///< other characters than allowed, or too long
  reserved,  ///< a device on Windows (con, nul, com1 …), or `index`
};

/// An id: lower-case letters without marks and digits, joined by single hyphens, at most kMaxSlug characters.
NameFault check_slug(std::string_view name);

/// A file or folder under media/: letters without marks, digits, dot, hyphen, underscore; no dot first; at most
/// kMaxMediaName.
NameFault check_media_name(std::string_view name);

/// Four digits.
bool is_year(std::string_view name);

/// A slug made from a name that is none: "Cải cách" -> "cai-cach". May be empty.
std::string suggest_slug(std::string_view name);

/// Whether files ending like this are published; without regard to case. Neither HTML nor SVG is: both can carry
/// scripts that would run with the site's own rights, and telling harmless ones apart takes a parser of its own.
bool is_media_ending(std::string_view ending);

/// The endings that are, for a hint: "avif, csv, …".
std::string media_endings();

/// ".jpg" of "a.b.jpg"; empty where there is no dot.
std::string_view ending_of(std::string_view name);

/// The name without its ending.
std::string_view stem_of(std::string_view name);

}  // namespace thidua::content
