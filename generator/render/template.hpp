// One template of the theme: mustache, by kainjow's library, with a missing variable as an error instead of nothing.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "render/view.hpp"

namespace thidua::render {

class Template {
 public:
  /// `text` has its partials expanded. Check `error()` before the first use.
  explicit Template(const std::string& text);

  /// What is wrong with the template's form, in the library's words; empty where nothing is.
  const std::string& error() const { return mustache_.error_message(); }

  /// Names are looked up in `page` first, then in `shared`; those found in neither are added to `missing`. Not for several threads.
  std::string render(const View& shared, const View& page, std::set<std::string>& missing);

 private:
  kainjow::mustache::mustache mustache_;
  std::size_t last_size_ = 4096;
};

}  // namespace thidua::render
