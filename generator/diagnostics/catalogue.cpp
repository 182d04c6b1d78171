#include "diagnostics/catalogue.hpp"

#include <array>

namespace thidua {
namespace {

constexpr std::array kCodes = {
#define THIDUA_CODE(identifier, name, severity, english, english_hint, vietnamese, vietnamese_hint) \
  CodeDescription{name, Cause::content, Severity::severity, english, english_hint, vietnamese, vietnamese_hint},
#define THIDUA_ENVIRONMENT_CODE(identifier, name, severity, english, english_hint, vietnamese, vietnamese_hint) \
  CodeDescription{name, Cause::environment, Severity::severity, english, english_hint, vietnamese, vietnamese_hint},
#include "diagnostics/codes.inc"
#undef THIDUA_ENVIRONMENT_CODE
#undef THIDUA_CODE
};

}  // namespace

const CodeDescription& describe(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

std::span<const CodeDescription> all_codes() { return kCodes; }

}  // namespace thidua
