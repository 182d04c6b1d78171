// What the program has to say about its input: a value with a stable code and a place, collected and passed on.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/catalogue.hpp"

namespace thidua {

/// Where something stands in the content. Line and column count from 1, columns in code points; 0 means not exact.
struct Place {
  std::string file;  ///< relative to the root, with slashes
  int line = 0;
  int column = 0;

  /// Whether it is in a copy of another portal's data.
  bool is_pulled() const { return file.starts_with("pulled/"); }

  auto operator<=>(const Place&) const = default;
};

struct Diagnostic {
  Code code;
  Place place;
  std::vector<std::string> args;  ///< fill {0}, {1} … of the code's sentence and hint

  /// What was taken in from elsewhere never stops anything: nobody here can mend it.
  Severity severity() const { return place.is_pulled() ? Severity::warning : describe(code).severity; }
};

/// The findings of a stage. Stages add to it and go on; nothing is printed here.
class Diagnostics {
 public:
  void add(Code code, Place place, std::vector<std::string> args = {}) {
    list_.push_back({code, std::move(place), std::move(args)});
  }
  void merge(Diagnostics&& other);

  bool has_errors() const;
  int count(Severity severity) const;
  /// Ordered by file, line, column and code; equal ones once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> list_;
};

enum class Language { english, vietnamese };

/// The sentence, without place and severity.
std::string message(const Diagnostic& diagnostic, Language language);
/// What to do; may be empty.
std::string hint(const Diagnostic& diagnostic, Language language);

}  // namespace thidua
