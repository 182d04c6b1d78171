// The folder that the program works in: the smallest good site, the repository's themes, and what a test changes in
// them.
#pragma once

#include <string>

#include "base/temporary_folder.hpp"

namespace thidua::testing {

/// Holds content/ of tests/cases/base and themes/ of the repository.
class SmallRoot {
 public:
  SmallRoot();

  const std::string& path() const { return folder_.path(); }
  std::string operator/(const std::string& name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
};

/// Puts the files below `from` over those below `to`.
void lay_over(const std::string& from, const std::string& to);

/// Makes files that git cannot hold well, one line each; `root` is put before each path. In paths and texts, \n, \\ and
/// \xNN stand for bytes.
///   bytes PATH TEXT            appends the text, making the file where it is missing
///   repeat PATH COUNT TEXT     appends it so many times
///   replace PATH OLD => NEW    in a file that holds the old text once
///   remove PATH
///   symlink PATH TARGET
///   fifo PATH
///   files COUNT FOLDER ENDING  as many empty files as that, named by their number
/// Throws std::runtime_error for any other line, and where there is nothing to replace or to remove.
void make_files(const std::string& root, const std::string& description);

}  // namespace thidua::testing
