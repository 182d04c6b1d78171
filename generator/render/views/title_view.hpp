// Titles from A to Z.
#pragma once

#include "render/view.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// [{text, href, here}] of every letter; `of` is the one whose page it is, or null.
View letters_view(const routes::Routes& routes, const routes::Letter* of, const Words& words);

/// [{title, href, kind, about}] of one page of a letter: what kind of page it is, and the locality of a unit (or
/// false).
View letter_items(const model::Site& site, const routes::Routes& routes, const routes::Letter& letter, std::size_t part,
                  const Words& words);

/// "D, Đ": what stands under a letter.
std::string letter_name(const routes::Letter& letter, const Words& words);

/// {kinds, letters, topics, has_topics} of the search page: [{name, text}] what each kind of page that the site has is
/// called among results, by its template's name; letters as above; [{text, href, count}] of every topic.
View search_view(const routes::Routes& routes, const Words& words);

}  // namespace thidua::render
