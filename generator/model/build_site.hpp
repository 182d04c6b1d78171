// The model stage: sources -> the site. Input: data that fits its schemas. Output: typed values with every reference
// resolved, in an order that depends on the content alone.
#pragma once

#include "content/sources.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/moment.hpp"
#include "model/records/embargoed.hpp"
#include "model/site.hpp"

namespace thidua::model {

enum class Drafts { leave_out, include };

struct BuildOptions {
  Drafts drafts = Drafts::leave_out;
  unsigned jobs = 1;  ///< threads
  Moment now;         ///< what is not to be seen yet, or no longer, is left out
};

/// Takes the texts of articles (but for practices) and what is only listed (media, origins, topics) out of the sources;
/// files and folders keep their data. All findings are reported; the site is fit to be shown only where none of them is
/// an error. `embargoed`, where given, receives what the site leaves out for now.
Site build_site(content::Sources& sources, const BuildOptions& options, Diagnostics& diagnostics,
                Embargoed* embargoed = nullptr);

}  // namespace thidua::model
