// How a term is written, told by the marks on its key: "quyết định" is "quyet dinh" with four marks on three letters.
#pragma once

#include <string>
#include <string_view>

namespace thidua::search {

/// Writes a form, which read_form in js/search.js/decode.mjs reads: first a number.
/// 0: the form is the key.
/// 1: a text follows, the form.
/// n: n - 1 bytes follow, one for each letter that is another one in the form. The highest three bits are the number of
/// letters between it and the one before (7 with code 0: eight letters are passed over), the lowest five its code:
/// 6 * shape + tone on the key's own letter (shape: none, breve, circumflex, horn; tone: none, grave, acute, tilde,
/// hook above, dot below); 24: đ; 25 + tone: y where the key has i.
void append_form(std::string& out, std::string_view form, std::string_view key);

}  // namespace thidua::search
