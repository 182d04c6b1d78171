// What the content folder holds, read and checked for form: the value that the content stage gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/value.hpp"

namespace thidua::content {

/// A portal whose data was taken in, and the copy that stands here.
struct Origin {
  std::string id;               ///< of the source in sources.json
  std::string name, authority;  ///< as that portal calls itself and who runs it
  std::string url;              ///< of its home page, with a slash at its end
  std::string day;              ///< on which the copy was last known to be current: 2026-03-10
};

/// Whose something is: a position in Sources::origins; absent: our own.
using OriginIndex = std::optional<std::size_t>;

/// A JSON file that is well-formed and fits its schema.
struct DataFile {
  std::string path;  ///< relative to the root: content/units/sa-pa.json
  std::string id;    ///< the file name without its ending
  Value root;
  OriginIndex origin = std::nullopt;
};

/// A Markdown file; its front matter fits the schema of its kind.
struct TextFile {
  std::string path;
  std::string id;
  Value front_matter;           ///< an empty object where there is none
  std::string body;             ///< UTF-8, normal form C, line ends \n
  std::uint32_t body_line = 1;  ///< the line of the file on which the body starts
  OriginIndex origin = std::nullopt;
};

/// One folder under content/campaigns/.
struct CampaignFolder {
  std::string id;
  DataFile facts;                       ///< campaign.json
  std::vector<TextFile> documents;      ///< plan.md first, then later documents by name
  std::vector<DataFile> registrations;  ///< none or one: registrations.json
  std::vector<DataFile> scores;         ///< scores/<year>.json
  std::vector<DataFile> attainment;     ///< attainment/<year>.json
  std::vector<DataFile> results;        ///< results/<round>.json
  OriginIndex origin = std::nullopt;
};

/// A picture or attachment, copied as it is.
struct MediaFile {
  std::string path;  ///< relative to the root: content/media/a.jpg
  std::string name;  ///< relative to content/media
  std::uint64_t size = 0;
};

/// What a portal calls a topic.
struct Topic {
  std::string id, name;
};

struct Sources {
  std::vector<DataFile> site;  ///< none (missing or wrong) or one: site.json
  std::vector<DataFile> units;
  std::vector<CampaignFolder> campaigns;
  std::vector<TextFile> practices, exemplars, news, pages;
  std::vector<MediaFile> media;
  /// Ids of files and folders that exist but could not be taken in, so that a reference to them is not reported a
  /// second time: "campaigns/x", "units/y", "practices/z".
  std::vector<std::string> unusable;
  std::vector<Origin> origins;  ///< of what was taken in from elsewhere, in the order of sources.json
  std::vector<Topic> topics;    ///< what their portals call topics
};

}  // namespace thidua::content
