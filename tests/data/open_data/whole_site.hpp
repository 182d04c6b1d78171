// The open data of this repository's own content.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "base/disk.hpp"
#include "content/read_content.hpp"
#include "data/open_data/write_tables.hpp"
#include "model/build_site.hpp"
#include "render/theme_words.hpp"

namespace thidua::testing {

struct OpenData {
  model::Site site;
  routes::WrittenTables written;
  std::map<std::string, std::string> files;  ///< path in the output -> bytes

  const std::string& file(const routes::Table& table, routes::FileForm form) const {
    return files.at(routes::table_file(table, form));
  }
};

inline OpenData make_open_data() {
  OpenData out;
  Diagnostics diagnostics;
  const auto now = model::parse_moment("2026-06-30").value();
  content::Sources sources = content::read_content(*base::real_disk(), THIDUA_SOURCE_DIR, 1, diagnostics);
  out.site = model::build_site(sources, {.now = now}, diagnostics);
  const routes::Routes routes = routes::make_routes(out.site, diagnostics);
  const ThemeWords theme;
  const render::Words words(theme.strings, out.site, diagnostics);
  out.written = data::write_open_data(out.site, routes, words, [&](const std::string& path, const std::string& bytes) {
    REQUIRE_MESSAGE(out.files.emplace(path, bytes).second, path);
  });
  REQUIRE_FALSE(diagnostics.has_errors());
  return out;
}

/// Made once: nothing changes it.
inline const OpenData& open_data() {
  static const OpenData made = make_open_data();
  return made;
}

}  // namespace thidua::testing
