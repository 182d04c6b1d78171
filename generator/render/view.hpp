// The plain data that a template sees, in the terms of the template library, and a few ways to build it.
//
// A template may name only what its view holds: an absent value is `false`, an absent list is empty, nothing is left out.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <utility>

namespace thidua::render {

using View = kainjow::mustache::data;

inline View list() { return View(View::type::list); }

/// Moves an item into a list; the library itself offers copying only, also when its vector grows.
inline void append(View& list, View item) {
  auto& items = const_cast<kainjow::mustache::list&>(list.list_value());
  if (items.size() == items.capacity()) {
    kainjow::mustache::list larger;
    larger.reserve(2 * items.size() + 4);
    for (View& known : items) larger.push_back(std::move(known));
    items.swap(larger);
  }
  items.push_back(std::move(item));
}

template <class Items, class Make>
View list_of(const Items& items, Make make) {
  View out = list();
  for (const auto& item : items) append(out, make(item));
  return out;
}

/// The text, or false where there is none.
inline View optional(const std::string& text) { return text.empty() ? View(false) : View(text); }

namespace detail {
inline void set_members(View&) {}
template <class... Rest>
void set_members(View& view, const char* key, View value, Rest&&... rest) {
  view[key] = std::move(value);
  set_members(view, std::forward<Rest>(rest)...);
}
}  // namespace detail

/// object("name", value, "other", value …)
template <class... Members>
View object(Members&&... members) {
  View out;
  detail::set_members(out, std::forward<Members>(members)...);
  return out;
}

}  // namespace thidua::render
