// JSON that stands in a page: no text in it can end the script element or begin a comment there.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace thidua::render {

/// Appends the text in quotation marks. `<`, `>`, `&` and the line ends of JavaScript that JSON allows are written as
/// \u…, which changes nothing for who reads the JSON.
void append_json_text(std::string& out, std::string_view text);

/// Members of one object, in the order in which they are added.
class JsonObject {
 public:
  explicit JsonObject(std::string_view type) { add("@type", type); }

  JsonObject& add(std::string_view name, std::string_view text);
  /// Adds nothing where there is no text.
  JsonObject& add_optional(std::string_view name, std::string_view text) {
    return text.empty() ? *this : add(name, text);
  }
  /// `json` is complete already.
  JsonObject& add_json(std::string_view name, std::string_view json);

  /// The finished text; the object is empty afterwards.
  std::string take() { return std::move(text_.append("}")); }

 private:
  void begin(std::string_view name);

  std::string text_ = "{";
};

}  // namespace thidua::render
