// Every file of the site that programs read, beside the pages that people read.
#pragma once

#include <functional>
#include <string>

#include "content/sources.hpp"
#include "model/build_site.hpp"
#include "model/records/published.hpp"
#include "model/site.hpp"
#include "render/words.hpp"
#include "routes/open_data.hpp"
#include "routes/routes.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::data {

/// What the files are made from; outlives the call.
struct Material {
  const model::Site& site;
  const routes::Routes& routes;
  const model::Published& published;
  const rules::Verdicts& verdicts;
  const render::Words& words;
  const content::Sources* sources = nullptr;  ///< what the site was built of; null: nothing is given to other portals
  model::Drafts drafts = model::Drafts::leave_out;
};

/// Takes a file and its path in the output.
using Take = std::function<void(const std::string& path, const std::string& bytes)>;

/// Hands each file to `take`. Gives what was written of the tables, which the pages about them show.
routes::WrittenTables for_each_file(const Material& material, const Take& take);

}  // namespace thidua::data
