#include "preview/reload_script.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "preview/embedded.hpp"

namespace thidua::preview {
namespace {

constexpr std::string_view kSelf = "'self'";
constexpr std::string_view kNone = "'none'";

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// A policy as directives in their order; each is a list of words, the name first.
class Policy {
 public:
  explicit Policy(std::string_view text) {
    for (const std::string& directive : split(text, ";")) {
      if (auto words = split(directive, " \t\n"); !words.empty()) directives_.push_back(std::move(words));
    }
  }

  /// A directive that is not there means what `default-src` says.
  void allow_self(const std::string& name) {
    std::vector<std::string>* own = find(name);
    if (own == nullptr) {
      const std::vector<std::string>* fallback = find("default-src");
      if (fallback == nullptr) return;
      std::vector<std::string> copy = *fallback;
      copy.front() = name;
      own = &directives_.emplace_back(std::move(copy));
    }
    std::erase(*own, kNone);
    std::erase(*own, kSelf);
    own->emplace_back(kSelf);
  }

  std::string text() const {
    std::string out;
    for (const auto& directive : directives_) {
      out += out.empty() ? "" : "; ";
      for (std::size_t i = 0; i < directive.size(); ++i) out.append(i == 0 ? "" : " ").append(directive[i]);
    }
    return out;
  }

 private:
  std::vector<std::string>* find(const std::string& name) {
    for (auto& directive : directives_) {
      if (directive.front() == name) return &directive;
    }
    return nullptr;
  }

  std::vector<std::vector<std::string>> directives_;
};

/// The value of the page's policy, in its <meta> element; empty where it has none.
std::string_view policy_in(std::string_view page) {
  constexpr std::string_view kMeta = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  const std::size_t at = page.find(kMeta);
  if (at == page.npos) return page.substr(0, 0);
  page.remove_prefix(at + kMeta.size());
  return page.substr(0, page.find('"'));
}

void fill(std::string& text, std::string_view name, std::string_view value) {
  if (const std::size_t at = text.find(name); at != text.npos) text.replace(at, name.size(), value);
}

}  // namespace

std::string widened_policy(std::string_view policy) {
  Policy out(policy);
  for (const char* name : {"script-src", "connect-src", "frame-src"}) out.allow_self(name);
  return out.text();
}

std::string with_reload_script(std::string_view page, const PageState& state) {
  const std::string_view policy = policy_in(page);
  std::string out(page);
  if (!policy.empty()) {
    out.replace(static_cast<std::size_t>(policy.data() - page.data()), policy.size(), widened_policy(policy));
  }
  std::string script(script_element());
  fill(script, "{site}", state.site);
  fill(script, "{findings}", state.findings);
  fill(script, "{close}", state.close);
  const std::size_t head_end = out.find("</head>");
  out.insert(head_end == out.npos ? out.size() : head_end, script);
  return out;
}

}  // namespace thidua::preview
