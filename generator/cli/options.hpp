// What the command line says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::cli {

enum class Format { text, json, github };

/// Exit codes: what the shell, and a script, go by.
inline constexpr int kFine = 0;
inline constexpr int kContentHasErrors = 1;
inline constexpr int kWrongCommandLine = 2;
inline constexpr int kEnvironmentFailed = 3;

/// deploy: where to, and how.
struct Deploy {
  std::string target;  ///< a name of deploy.json, an address or a folder
  bool dry_run = false;
  bool verify = false;
  bool allow_illustrative = false;
  unsigned transfers = 8;                  ///< at a time
  unsigned timeout = 7200;                 ///< seconds for the whole
  std::optional<std::size_t> max_deletes;  ///< empty: a fifth of the files, at least 50
};

/// thidua links alone.
struct LinkOptions {
  bool external = false;             ///< other hosts are asked
  std::string cache;                 ///< file; empty: .thidua-links.json in the root
  int max_age = 7;                   ///< days for which an answer is believed
  int pause = 1'000;                 ///< milliseconds between two requests to a host
  std::vector<std::string> allowed;  ///< hosts that may be in a local network
};

struct Options {
  std::string root = ".";         ///< the folder that holds content/ and themes/
  std::string output = "public";  ///< relative to the working directory
  std::string base_url;           ///< in place of the one in site.json
  std::string today;              ///< YYYY-MM-DD, or with THH:MM, in place of the clock
  std::string theme = "cong-vu";
  unsigned jobs = base::processors();
  std::string against;   ///< check: a folder that holds an earlier copy of the site
  std::string campaign;  ///< audit: the only one wanted; empty: all
  int port = 8000;       ///< serve: 0 for any that is free
  LinkOptions links;
  bool drafts = false;
  Deploy deploy;
  Format format = Format::text;
  Language language = Language::english;
};

/// One function per command; each gives the exit code.
int build_command(const Options& options);
int check_command(const Options& options);
int audit_command(const Options& options);
int links_command(const Options& options);
int serve_command(const Options& options);
int deploy_command(const Options& options);
int pull_command(const Options& options);

}  // namespace thidua::cli
