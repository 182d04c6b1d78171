// What stands in the content where a finding is, for people to read.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/disk.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

/// Text that a terminal shows and does not obey: a control character becomes its picture (U+2400 and on), other bytes
/// that are no text the replacement character. Each stays one column wide.
std::string visible(std::string_view text);

/// What is said of the content, which names keys, ids and files as their authors wrote them: visible, and without
/// numbers that may be of a person.
std::string said(std::string_view text);

/// "content/site.json:3:7", as far as it is exact; empty for what is not about a file.
std::string place_name(const Place& place);

/// "error" or "warning".
std::string_view severity_word(Severity severity, Language language);

/// Source lines with a caret. In lines with personal data, each digit is a dot, whichever finding shows them.
class Excerpts {
 public:
  /// `findings` are all that will be shown.
  Excerpts(const base::Disk& disk, std::string root, const std::vector<Diagnostic>& findings);

  /// The line, and below it a caret under the column where that is known, each ending with a line feed. Empty where the
  /// file has no such line, and after a hundred excerpts of one file: to find a column far into a line takes time.
  std::string of(const Place& place);

 private:
  struct Source {
    std::string text;
    std::vector<std::size_t> starts;  ///< of the lines
  };

  Source read(const std::string& file) const;
  std::string_view line(const std::string& file, int number);

  const base::Disk& disk_;
  std::string root_;
  std::map<std::string, Source> files_;                 ///< each read once
  std::set<std::pair<std::string, int>> confidential_;  ///< file and line
  std::map<std::string, int> shown_;                    ///< excerpts by file
};

}  // namespace thidua::cli
