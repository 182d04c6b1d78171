// Diagnostics in a form that tests can compare.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace thidua {

/// "json-comma-missing 3:5", in order; without a place in the file only the code.
inline std::vector<std::string> findings(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.sorted()) {
    std::string line(describe(d.code).name);
    if (d.place.line > 0) line += " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
    lines.push_back(line);
  }
  return lines;
}

/// "content/news/a.md missing-field 1:1", in order.
inline std::vector<std::string> findings_with_files(const Diagnostics& diagnostics) {
  std::vector<std::string> lines = findings(diagnostics);
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = sorted[i].place.file + " " + lines[i];
  return lines;
}

using Lines = std::vector<std::string>;

inline std::string first_message(const Diagnostics& diagnostics, Language language = Language::english) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  return sorted.empty() ? "" : message(sorted.front(), language);
}

inline std::string first_hint(const Diagnostics& diagnostics, Language language = Language::english) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  return sorted.empty() ? "" : hint(sorted.front(), language);
}

}  // namespace thidua

namespace doctest {

template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all = "[";
    for (const std::string& line : lines) all += (all.size() > 1 ? " | " : "") + line;
    return (all + "]").c_str();
  }
};

}  // namespace doctest
