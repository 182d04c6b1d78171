// du-lieu/catalog.jsonld: what there is, as a catalogue by DCAT-AP 3 in JSON-LD, which portals for open data harvest.
#pragma once

#include <string>

#include "model/site.hpp"
#include "render/words.hpp"
#include "routes/open_data.hpp"

namespace thidua::data {

/// All addresses are in full, and the context stands within, so that nothing has to be fetched to read it. Names no
/// licence where the site states none.
std::string catalogue(const model::SiteInfo& info, const routes::WrittenTables& written, const render::Words& words);

}  // namespace thidua::data
