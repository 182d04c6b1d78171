// The documents of campaigns: what stands here clause by clause, and what is only cited.
#include "data/open_data/tables/tables.hpp"

namespace thidua::data {
namespace {

using model::Campaign;

std::string text_of(const std::optional<model::Date>& date) { return date ? model::to_string(*date) : std::string(); }

std::string clause_url(const Campaign& campaign, const model::ClauseRef& clause) {
  return routes::campaign_part_url(campaign, routes::PageKind::plan) + "#" + routes::clause_anchor(campaign, clause);
}

void add_documents(const Source& source, const Campaign& campaign, Rows& rows) {
  const std::string page = source.page(campaign, routes::PageKind::plan);
  const Cell none;
  for (const model::Document& document : campaign.documents) {
    const bool plan = &document == campaign.documents.data();
    const std::string_view name = plan ? campaign.title.text : document.name;
    rows.add({campaign.id, document.id, name, none, plan ? Cell(campaign.number.number) : none,
              plan ? text_of(campaign.date.date) : std::string(),
              plan ? Cell(source.unit_name(campaign.issuer.unit)) : none, true, none, page, campaign.illustrative});
  }
  for (const model::Citation& cited : campaign.citations) {
    rows.add({campaign.id, cited.id, cited.name, model::name_of(cited.kind), cited.number, text_of(cited.date),
              cited.issuer, false, clause_paths(campaign, cited.clauses), page, campaign.illustrative});
  }
}

void add_clauses(const Source& source, const Campaign& campaign, std::size_t position, Rows& rows) {
  const model::Document& document = campaign.documents[position];
  for (std::size_t i = 0; i < document.clauses.size(); ++i) {
    const model::Clause& clause = document.clauses[i];
    rows.add({campaign.id, document.id, clause.path,
              clause.parent ? std::string_view(document.clauses[*clause.parent].path) : std::string_view(),
              clause.marker, clause.depth, clause.text, clause.body,
              source.address(clause_url(campaign, {position, i})), campaign.illustrative});
  }
}

}  // namespace

void document_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    add_documents(source, campaign, rows);
  }
}

void clause_rows(const Source& source, Rows& rows) {
  for (const Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    for (std::size_t i = 0; i < campaign.documents.size(); ++i) add_clauses(source, campaign, i, rows);
  }
}

}  // namespace thidua::data
