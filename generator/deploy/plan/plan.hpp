// What a deployment is going to do: which files travel in which order, which stay, which go.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "deploy/plan/group.hpp"
#include "deploy/plan/known.hpp"
#include "publish/manifest.hpp"

namespace thidua::deploy {

/// How the files of a site are told to readers' browsers.
enum class Dress {
  plain,    ///< as they are
  beside,   ///< with their compressed forms beside them, for web servers
  headers,  ///< with headers of their own, compressed where is_always_compressed()
};

/// A file of the output that travels.
struct Parcel {
  std::string path;
  publish::FileFacts facts;  ///< as the manifest on the host will say
  Group group = Group::needed;
  bool is_new = false;  ///< nothing of that name is there
};

struct Plan {
  std::vector<Parcel> send;          ///< by group, then by path
  std::size_t unchanged = 0;         ///< files of the site that stay as they are
  std::vector<std::string> leaving;  ///< files that are no longer part of the site, in order
  std::uint64_t bytes = 0;           ///< of what travels, without forms
};

/// A page that was loaded before may ask for its assets: they stay this long after they left the site.
inline constexpr std::chrono::seconds kGrace = std::chrono::hours(1);

/// `output` is the site as it is to be, `known` what the host has.
Plan make_plan(const publish::Manifest& output, const Known& known, Dress dress);

/// Whether to keep what was sent of a file apart: see FileFacts::sent.
std::string sent_tag(const std::string& path, std::uint64_t size, Dress dress);

/// How many files may leave without being asked about: a fifth, at least 50.
std::size_t usual_limit(const Known& known);

/// Those that count: names with hashes in them come and go with every build.
std::size_t counted_deletes(const Plan& plan, const Known& known);

/// How many files, without their forms, stay for a while.
std::size_t count_files(const Former& former);

/// What of the host's files is to be removed now that all else is done, and what stays for a while (`known.former` is
/// brought up to date). `known` has all files of `output`.
std::vector<std::string> to_remove(const publish::Manifest& output, Known& known, Dress dress,
                                   std::chrono::sys_seconds now);

}  // namespace thidua::deploy
