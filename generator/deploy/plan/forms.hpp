// The compressed forms of a file, which web servers hand out instead of it: made by deploy for the files that travel,
// never by a build.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace thidua::deploy {

enum class Form { gzip, brotli };

inline constexpr std::array kForms = {Form::gzip, Form::brotli};

/// What stands behind the file's name where the form lies beside it: ".gz", ".br".
std::string_view ending(Form form);
/// As Content-Encoding names it: "gzip", "br".
std::string_view encoding(Form form);

/// The same bytes for the same input. Nothing where the form would not be smaller by a tenth.
std::optional<std::string> make_form(Form form, std::string_view bytes);

/// Whether a file of that name and size has forms at all.
bool has_forms(std::string_view path, std::uint64_t size);

/// The path of the file that a path would be a form of; empty where it is none by its name.
std::string_view whose_form(std::string_view path);

/// Whether a host that serves each file in one way only, with headers, gets the file as gzip. Programs and styles do.
/// Pages and the rest do not: the search fetches passages from pages by range, which a compressed file does not have,
/// and programs that take open data need not understand gzip.
bool is_always_compressed(std::string_view path);

}  // namespace thidua::deploy
