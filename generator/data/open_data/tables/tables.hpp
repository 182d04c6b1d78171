// The rows of each table of open data, from the site. Columns: routes/open_data.cpp, in the same order.
#pragma once

#include "data/open_data/rows.hpp"
#include "data/open_data/tables/source.hpp"

namespace thidua::data {

// What plans say.
void campaign_rows(const Source& source, Rows& rows);
/// Plans and later documents, and what they cite.
void document_rows(const Source& source, Rows& rows);
void clause_rows(const Source& source, Rows& rows);
void unit_rows(const Source& source, Rows& rows);
void criteria_target_rows(const Source& source, Rows& rows);
void deadline_rows(const Source& source, Rows& rows);
void award_form_rows(const Source& source, Rows& rows);
void quota_rows(const Source& source, Rows& rows);
void award_condition_rows(const Source& source, Rows& rows);

// What is published year by year.
void registration_rows(const Source& source, Rows& rows);
void score_rows(const Source& source, Rows& rows);
/// Those of one campaign.
void score_rows(const Source& source, const model::Campaign& campaign, Rows& rows);
void attainment_rows(const Source& source, Rows& rows);

// What an audit finds. Each audits every campaign anew.
void award_rows(const Source& source, Rows& rows);
void award_check_rows(const Source& source, Rows& rows);
void quota_use_rows(const Source& source, Rows& rows);

void correction_rows(const Source& source, Rows& rows);

// What is told.
void practice_rows(const Source& source, Rows& rows);
void exemplar_rows(const Source& source, Rows& rows);
void news_rows(const Source& source, Rows& rows);

}  // namespace thidua::data
