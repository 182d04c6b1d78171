#include "content/walk.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "content/folder.hpp"
#include "content/limits.hpp"
#include "content/media.hpp"
#include "content/names.hpp"

namespace thidua::content {
namespace {

constexpr std::string_view kContent = "content";

/// A folder of files of one kind.
struct Shelf {
  std::string_view folder, ending;
  FileKind kind;
  std::string_view holds;  ///< for hints
};

constexpr std::array kShelves = {
    Shelf{"units", ".json", FileKind::units, "<locality>.json"},
    Shelf{"practices", ".md", FileKind::practice, "<slug>.md"},
    Shelf{"exemplars", ".md", FileKind::exemplar, "<slug>.md"},
    Shelf{"news", ".md", FileKind::news, "<slug>.md"},
    Shelf{"pages", ".md", FileKind::page, "<slug>.md"},
};
constexpr std::array kCampaignShelves = {
    Shelf{"scores", ".json", FileKind::scores, "<year>.json"},
    Shelf{"attainment", ".json", FileKind::attainment, "<year>.json"},
    Shelf{"results", ".json", FileKind::results, "<round>.json"},
};

constexpr std::string_view kTopHolds = "site.json, units/, campaigns/, practices/, exemplars/, news/, pages/, media/";
constexpr std::string_view kCampaignsHold = "<id>/";
constexpr std::string_view kCampaignHolds =
    "campaign.json, plan.md, <slug>.md, registrations.json, scores/, attainment/, results/";

template <std::size_t kSize>
const Shelf* find_shelf(const std::array<Shelf, kSize>& shelves, std::string_view folder) {
  const auto found = std::find_if(shelves.begin(), shelves.end(), [&](const Shelf& s) { return s.folder == folder; });
  return found == shelves.end() ? nullptr : &*found;
}

bool is_yearly(FileKind kind) { return kind == FileKind::scores || kind == FileKind::attainment; }

class Walker {
 public:
  Walker(const base::Disk& disk, Diagnostics& diagnostics) : lister_(disk, diagnostics), diagnostics_(diagnostics) {}

  Found walk(const std::string& path) {
    const std::optional<Folder> top = lister_.open(path, std::string(kContent));
    if (top) walk_top(*top);
    if (lister_.overrun()) return {};
    return std::move(found_);
  }

 private:
  void walk_top(const Folder& top) {
    bool site = false;
    for (const FolderEntry& entry : lister_.list(top)) {
      const Shelf* shelf = entry.is_folder ? find_shelf(kShelves, entry.name) : nullptr;
      if (shelf != nullptr) {
        walk_shelf(top.inner(entry), *shelf, found_.files);
      } else if (entry.is_folder && entry.name == "campaigns") {
        walk_campaigns(top.inner(entry));
      } else if (entry.is_folder && entry.name == "media") {
        walk_media(top.inner(entry));
      } else if (!entry.is_folder && entry.name == "site.json") {
        site = true;
        found_.files.push_back({FileKind::site, entry.path, entry.real, "site"});
      } else if (entry.is_folder || entry.name != "README.md") {
        ignore(entry, kTopHolds);
      }
    }
    if (!site) report_missing(top, "site.json");
  }

  void walk_shelf(const Folder& folder, const Shelf& shelf, std::vector<FoundFile>& files) {
    for (const FolderEntry& entry : lister_.list(folder)) {
      if (entry.is_folder || ending_of(entry.name) != shelf.ending) {
        ignore(entry, shelf.holds);
      } else if (is_yearly(shelf.kind) ? has_year_name(entry) : has_slug_name(entry)) {
        files.push_back(file(entry, shelf.kind));
      }
    }
  }

  void walk_campaigns(const Folder& folder) {
    for (const FolderEntry& entry : lister_.list(folder)) {
      if (!entry.is_folder) {
        ignore(entry, kCampaignsHold);
      } else if (has_slug_name(entry)) {
        walk_campaign(folder.inner(entry), entry.name);
      }
    }
  }

  void walk_campaign(const Folder& folder, const std::string& id) {
    FoundCampaign campaign{id, {}};
    for (const FolderEntry& entry : lister_.list(folder)) add_to_campaign(folder, entry, campaign.files);
    const auto has = [&](std::string_view name) {
      const bool there = std::any_of(campaign.files.begin(), campaign.files.end(),
                                     [&](const FoundFile& f) { return f.path == base::join(folder.path, name); });
      if (!there) report_missing(folder, name);
      return there;
    };
    const bool facts = has("campaign.json"), plan = has("plan.md");
    if (facts && plan) {
      found_.campaigns.push_back(std::move(campaign));
    } else {
      found_.unusable.push_back(unusable_id(folder.path));
    }
  }

  void add_to_campaign(const Folder& folder, const FolderEntry& entry, std::vector<FoundFile>& files) {
    const Shelf* shelf = entry.is_folder ? find_shelf(kCampaignShelves, entry.name) : nullptr;
    if (shelf != nullptr) {
      walk_shelf(folder.inner(entry), *shelf, files);
    } else if (!entry.is_folder && entry.name == "campaign.json") {
      files.push_back(file(entry, FileKind::campaign));
    } else if (!entry.is_folder && entry.name == "registrations.json") {
      files.push_back(file(entry, FileKind::registrations));
    } else if (!entry.is_folder && ending_of(entry.name) == ".md") {
      if (has_slug_name(entry)) files.push_back(file(entry, FileKind::document));
    } else {
      ignore(entry, kCampaignHolds);
    }
  }

  void walk_media(const Folder& folder) {
    FoundMedia media = find_media(lister_, folder, diagnostics_);
    found_.media = std::move(media.files);
    std::move(media.unusable.begin(), media.unusable.end(), std::back_inserter(found_.unusable));
  }

  static FoundFile file(const FolderEntry& entry, FileKind kind) {
    return {kind, entry.path, entry.real, std::string(stem_of(entry.name))};
  }

  void report_missing(const Folder& folder, std::string_view name) {
    // With too many entries, it may just not have been reached.
    if (!lister_.overrun()) diagnostics_.add(Code::file_missing, {folder.path}, {std::string(name)});
  }

  void ignore(const FolderEntry& entry, std::string_view holds) {
    diagnostics_.add(Code::unknown_entry, {entry.path}, {entry.name, std::string(holds)});
  }

  /// Reports a name that is no slug, and lists the entry as unusable.
  bool has_slug_name(const FolderEntry& entry) {
    const std::string name(entry.is_folder ? entry.name : stem_of(entry.name));
    const NameFault fault = check_slug(name);
    if (fault == NameFault::none) return true;
    const std::string suggestion = suggest_slug(name);
    if (fault == NameFault::reserved) diagnostics_.add(Code::reserved_name, {entry.path}, {name});
    if (fault == NameFault::form) {
      diagnostics_.add(Code::bad_name, {entry.path}, {name, suggestion.empty() ? "cai-cach" : suggestion});
    }
    found_.unusable.push_back(unusable_id(entry.path));
    return false;
  }

  bool has_year_name(const FolderEntry& entry) {
    if (is_year(stem_of(entry.name))) return true;
    diagnostics_.add(Code::bad_year_name, {entry.path}, {entry.name});
    found_.unusable.push_back(unusable_id(entry.path));
    return false;
  }

  FolderLister lister_;
  Diagnostics& diagnostics_;
  Found found_;
};

}  // namespace

Found walk(const base::Disk& disk, const std::string& root, Diagnostics& diagnostics) {
  return Walker(disk, diagnostics).walk(base::join(root, kContent));
}

std::string unusable_id(std::string_view path) {
  path.remove_prefix(std::min(path.size(), kContent.size() + 1));
  const std::size_t ending = ending_of(path.substr(path.rfind('/') + 1)).size();
  const bool media = path.starts_with("media/");
  return std::string(path.substr(0, path.size() - (media ? 0 : ending)));
}

}  // namespace thidua::content
