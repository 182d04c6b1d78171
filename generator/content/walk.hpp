// What files the content folder holds, by name only: nothing is read.
#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

enum class FileKind {
  site,
  units,
  campaign,
  document,
  registrations,
  scores,
  attainment,
  results,
  practice,
  exemplar,
  news,
  page
};

struct FoundFile {
  FileKind kind;
  std::string path;  ///< relative to the root: content/units/sa-pa.json
  std::string real;  ///< where to read it
  std::string id;    ///< the file name without its ending
};

/// A folder under content/campaigns/ that has the files it needs.
struct FoundCampaign {
  std::string id;
  std::vector<FoundFile> files;
};

struct Found {
  std::vector<FoundFile> files;  ///< those outside of campaigns
  std::vector<FoundCampaign> campaigns;
  std::vector<MediaFile> media;
  std::vector<std::string> unusable;  ///< as in Sources
};

/// Looks through `<root>/content`; everything in the order of the names. Whatever has no place there is a diagnostic.
Found walk(const base::Disk& disk, const std::string& root, Diagnostics& diagnostics);

/// The id under which a file that cannot be taken in is listed as unusable: "campaigns/x/scores/2024" for
/// content/campaigns/x/scores/2024.json.
std::string unusable_id(std::string_view path);

}  // namespace thidua::content
