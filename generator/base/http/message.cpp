#include "base/http/message.hpp"

#include <algorithm>
#include <cctype>

namespace thidua::http {
namespace {

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

std::optional<std::string> Headers::find(std::string_view name) const {
  const auto found = std::ranges::find_if(all_, [&](const Header& header) { return same_name(header.first, name); });
  return found == all_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view name_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::malformed:
      return "malformed";
    case FailureKind::refused_scheme:
      return "refused scheme";
    case FailureKind::refused_address:
      return "refused address";
    case FailureKind::resolve:
      return "resolve";
    case FailureKind::connect:
      return "connect";
    case FailureKind::timeout:
      return "timeout";
    case FailureKind::certificate:
      return "certificate";
    case FailureKind::tls:
      return "tls";
    case FailureKind::cut:
      return "cut";
    case FailureKind::too_large:
      return "too large";
    case FailureKind::redirects:
      return "redirects";
    case FailureKind::protocol:
      return "protocol";
    case FailureKind::local:
      return "local";
  }
  return "";
}

}  // namespace thidua::http
