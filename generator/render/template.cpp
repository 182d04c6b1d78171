#include "render/template.hpp"

namespace thidua::render {
namespace {

/// Remembers the names that lead nowhere, where the library would render nothing.
class StrictContext : public kainjow::mustache::context<std::string> {
 public:
  explicit StrictContext(std::set<std::string>& missing) : missing_(missing) {}

  const View* get(const std::string& name) const override {
    const View* value = context::get(name);
    if (value == nullptr) missing_.insert(name);
    return value;
  }

 private:
  std::set<std::string>& missing_;
};

/// Collects output in one string; the library writes to anything with <<.
struct Collector {
  std::string text;
  Collector& operator<<(const std::string& piece) {
    text += piece;
    return *this;
  }
};

std::string escape(const std::string& text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace

Template::Template(const std::string& text) : mustache_(text) { mustache_.set_custom_escape(escape); }

std::string Template::render(const View& shared, const View& page, std::set<std::string>& missing) {
  StrictContext context(missing);
  context.push(&shared);
  context.push(&page);
  Collector out;
  out.text.reserve(last_size_ + last_size_ / 4);
  mustache_.render(context, out);
  last_size_ = out.text.size();
  return std::move(out.text);
}

}  // namespace thidua::render
