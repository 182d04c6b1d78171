// What the site has pages about, from A to Z: for readers who look for a name where no script searches.
#pragma once

#include <string>
#include <vector>

#include "model/site.hpp"

namespace thidua::routes {

struct Route;

/// The pages whose titles begin with one letter. Marks count for nothing here, so that Đ stands with D and Ấ with A:
/// who cannot type a mark need not know where it belongs.
struct Letter {
  std::string slug;                ///< "a"; "so" for digits, "khac" for what is no Latin letter
  std::vector<std::size_t> pages;  ///< positions in Routes::pages, in the Vietnamese order of their titles
};

/// The title of what has a name of its own: a campaign, a unit or an article; null for other pages.
const std::string* own_title(const model::Site& site, const Route& route);

/// By slug; only letters with which a title begins. An article that readers shall not find is not among them.
std::vector<Letter> letters_of(const model::Site& site, const std::vector<Route>& pages, unsigned jobs);

/// Page `part` of a letter.
std::string letter_url(const Letter& letter, std::size_t part = 0);

}  // namespace thidua::routes
