// du-lieu/trao-doi.json: what this portal gives to others that take in its campaigns, results and practices. It holds
// what can be seen on the pages, in the form of the content's own files, so that another portal can show and audit it
// as this one does. Its shape: schemas/exchange.schema.json.
#pragma once

#include <string>

#include "content/sources.hpp"
#include "model/build_site.hpp"
#include "model/site.hpp"

namespace thidua::data {

/// The document, from a site and what it was built of. Only our own (but units of others too, which our
/// campaigns may name), and only what is to be seen in the site: no result
/// or practice that is under embargo, has expired or is a draft, no reference to one, no notes for the office
/// (`internal`). With drafts among the site's practices, no practice: which of them are finished is not known here.
std::string exchange_document(const model::Site& site, const content::Sources& sources, model::Drafts drafts);

}  // namespace thidua::data
