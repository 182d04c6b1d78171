// The pictures and attachments under content/media.
#pragma once

#include <string>
#include <vector>

#include "content/folder.hpp"
#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

struct FoundMedia {
  std::vector<MediaFile> files;
  std::vector<std::string> unusable;  ///< "media/a b.jpg"
};

/// All files in `folder` and the folders in it whose names and sizes are in order.
FoundMedia find_media(FolderLister& lister, const Folder& folder, Diagnostics& diagnostics);

}  // namespace thidua::content
