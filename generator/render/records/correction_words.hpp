// The fields and values of the published record in the reader's words.
#pragma once

#include <string>

#include "render/site_index.hpp"
#include "render/views/campaign_view.hpp"

namespace thidua::render {

/// What a field of the published record (model/records/published.hpp) is called: "attestation.III.2.a" gives
/// "attested for section III.2.a".
std::string field_words(const CampaignContext& context, const std::string& field);

/// Its value: names for ids, labels for clauses, dates and numbers in their Vietnamese form. What is not of the form
/// that the field has stays as it was written.
std::string value_words(const CampaignContext& context, const SiteIndex& index, const std::string& field,
                        const std::string& value);

}  // namespace thidua::render
