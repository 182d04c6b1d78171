// The plain data that a template sees, and a few ways to build it.
//
// A template may name only what its view holds: an absent value is `false`, an absent list is empty, nothing is left
// out.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace thidua::render {

/// The name of a member, with four of its bytes put together so that most names are told apart at one glance. The text
/// is a literal, or outlives the key.
class Key {
 public:
  Key() : Key("") {}
  Key(const char* text) : Key(std::string_view(text)) {}  // NOLINT(google-explicit-constructor): a literal is a key
  explicit Key(std::string_view text) : text_(text.data()), size_(static_cast<std::uint32_t>(text.size())) {
    const auto byte = [&](std::size_t at) { return text.empty() ? 0U : static_cast<unsigned char>(text[at]); };
    glance_ = size_ ^ byte(0) << 8U ^ byte(text.size() / 2) << 16U ^ byte(text.empty() ? 0 : text.size() - 1) << 24U;
  }

  std::string_view text() const { return {text_, size_}; }
  bool operator==(const Key& other) const { return glance_ == other.glance_ && text() == other.text(); }

 private:
  const char* text_;
  std::uint32_t size_;
  std::uint32_t glance_;
};

/// A truth value, a text, a list of views, or an object of named views.
class View {
 public:
  using List = std::vector<View>;
  using Object = std::vector<std::pair<Key, View>>;

  View() : content_(Object()) {}
  View(bool truth) : content_(truth) {}                    // NOLINT(google-explicit-constructor): values become views
  View(std::string text) : content_(std::move(text)) {}    // NOLINT(google-explicit-constructor)
  View(const char* text) : content_(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  explicit View(List list) : content_(std::move(list)) {}

  /// A text that is not copied: it outlives the view.
  static View borrowed(std::string_view text) {
    View out(false);
    out.content_ = text;
    return out;
  }

  /// Adds members to an object: a name that it does not have yet, its value, and so on.
  template <class... Members>
  void add(Members&&... members) {
    auto& all = std::get<Object>(content_);
    all.reserve(all.size() + sizeof...(Members) / 2);
    add_to(all, std::forward<Members>(members)...);
  }

  /// The member of that name of an object, which is added where it is missing.
  View& operator[](Key key);
  /// The member of that name; null where there is none or this is no object.
  const View* get(const Key& key) const;

  const List* as_list() const { return std::get_if<List>(&content_); }
  List* as_list() { return std::get_if<List>(&content_); }
  std::optional<std::string_view> as_text() const {
    if (const auto* own = std::get_if<std::string>(&content_)) return *own;
    if (const auto* other = std::get_if<std::string_view>(&content_)) return *other;
    return std::nullopt;
  }

  bool is_filled_list() const { return as_list() != nullptr && !as_list()->empty(); }
  bool is_false() const { return std::holds_alternative<bool>(content_) && !std::get<bool>(content_); }

 private:
  static void add_to(Object&) {}
  template <class Value, class... Rest>
  static void add_to(Object& all, Key key, Value&& value, Rest&&... rest) {
    all.emplace_back(key, std::forward<Value>(value));
    add_to(all, std::forward<Rest>(rest)...);
  }

  std::variant<bool, std::string, std::string_view, List, Object> content_;
};

inline const View* View::get(const Key& key) const {
  const Object* members = std::get_if<Object>(&content_);
  if (members == nullptr) return nullptr;
  for (const auto& [name, value] : *members) {
    if (name == key) return &value;
  }
  return nullptr;
}

inline View& View::operator[](Key key) {
  auto& members = std::get<Object>(content_);
  for (auto& [name, value] : members) {
    if (name == key) return value;
  }
  if (members.size() == members.capacity()) members.reserve(std::max<std::size_t>(16, 2 * members.size()));
  return members.emplace_back(key, false).second;
}

inline View list() { return View(View::List()); }

inline void append(View& list, View item) { list.as_list()->push_back(std::move(item)); }

template <class Items, class Make>
View list_of(Items&& items, Make make) {
  View::List out;
  out.reserve(items.size());
  for (auto& item : items) out.push_back(make(item));
  return View(std::move(out));
}

/// A text that outlives the view.
inline View borrow(std::string_view text) { return View::borrowed(text); }

/// The text, or false where there is none.
inline View optional(const std::string& text) { return text.empty() ? View(false) : View(text); }
/// The same of a text that outlives the view.
inline View borrow_optional(std::string_view text) { return text.empty() ? View(false) : borrow(text); }

/// object("name", value, "other", value …): the names differ.
template <class... Members>
View object(Members&&... members) {
  View out;
  out.add(std::forward<Members>(members)...);
  return out;
}

}  // namespace thidua::render
