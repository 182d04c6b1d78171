// Every kind of finding, with its stable name and its words in both languages. A name never gets another meaning.
#pragma once

#include <span>
#include <string_view>

namespace thidua {

enum class Severity { error, warning };

/// Whom a finding is about: the author of the content, or whoever looks after the machine (disk, network).
enum class Cause { content, environment };

enum class Code {
#define THIDUA_CODE(identifier, name, severity, english, english_hint, vietnamese, vietnamese_hint) identifier,
#include "diagnostics/codes.inc"
#undef THIDUA_ENVIRONMENT_CODE
#undef THIDUA_CODE
};

struct CodeDescription {
  std::string_view name;  ///< kebab-case, as shown and as used by scripts
  Cause cause;
  Severity severity;
  std::string_view english, english_hint, vietnamese, vietnamese_hint;  ///< with {0}, {1} …; a hint may be empty
};

const CodeDescription& describe(Code code);
std::span<const CodeDescription> all_codes();

/// Whether the environment failed rather than the content. An error of that cause has an exit code of its own.
inline bool is_environment(Code code) { return describe(code).cause == Cause::environment; }

/// Whether the finding is about text that no report may repeat: logs are read by more people than the content is. A
/// character that nobody sees may stand within a number so that nobody finds it.
inline bool is_confidential(Code code) {
  return code == Code::citizen_number || code == Code::birth_date || code == Code::mobile_number ||
         code == Code::invisible_character;
}

}  // namespace thidua
