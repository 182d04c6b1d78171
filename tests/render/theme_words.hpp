// The words of the repository's own theme, for tests of what readers see.
#pragma once

#include "base/disk.hpp"
#include "render/theme.hpp"
#include "render/words.hpp"

namespace thidua::testing {

/// A site and a campaign to fill, and the theme's words for them.
struct ThemeWords {
  model::Site site;
  model::Campaign campaign;
  Diagnostics diagnostics;
  render::Strings strings = render::load_theme(*base::real_disk(), THIDUA_SOURCE_DIR, "cong-vu", diagnostics).strings;
  render::Words words{strings, site, diagnostics};
};

/// The text of a member; "-" where it is false.
inline std::string text_of(const render::View& view, const char* name) {
  const render::View* member = view.get(name);
  if (member == nullptr) return "(no such member)";
  return std::string(member->as_text().value_or("-"));
}

/// An item of a list that is a member.
inline const render::View& item_of(const render::View& view, const char* name, std::size_t position) {
  return view.get(name)->as_list()->at(position);
}

}  // namespace thidua::testing
