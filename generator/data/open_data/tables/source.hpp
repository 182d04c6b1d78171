// What the rows of open data are made from, and the texts that several tables put into their cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "data/open_data/rows.hpp"
#include "model/site.hpp"
#include "render/site_index.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::data {

/// Outlives the rows.
struct Source {
  const model::Site& site;
  const routes::Routes& routes;
  const render::SiteIndex& index;
  const render::Words& words;

  /// An address relative to the root, in full.
  std::string address(std::string_view url) const { return base::uri(site.info.base_url + std::string(url)); }
  /// The address of a page of a campaign.
  std::string page(const model::Campaign& campaign, routes::PageKind part) const;
  /// The home page of the portal that something was taken in from; empty for our own.
  std::string_view origin(content::OriginIndex whose) const {
    const content::Origin* found = site.origin(whose);
    return found == nullptr ? std::string_view() : std::string_view(found->url);
  }
  /// The id of a unit that may be absent: then empty.
  std::string_view unit_id(std::optional<model::UnitIndex> unit) const;
  std::string_view unit_name(std::optional<model::UnitIndex> unit) const;
  /// Joined by commas, as all lists within a cell.
  std::string unit_ids(const model::Units& units) const;
};

/// `text_of(item)` for each, joined by commas.
template <class Items, class TextOf>
std::string joined(const Items& items, TextOf text_of, std::string_view comma = ", ") {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += comma;
    out += text_of(item);
  }
  return out;
}
/// Sentences may hold commas.
std::string joined_texts(const std::vector<std::string>& texts);
/// "IV.1.a, guidance#II.3"
std::string clause_paths(const model::Campaign& campaign, const model::Clauses& clauses);
/// The number as the plan gives it; empty where it gives none.
Cell number_of(const model::GivenNumber& given);
/// The ids of the campaign's rounds, or award forms, at those positions.
std::string round_ids(const model::Campaign& campaign, const std::vector<std::size_t>& rounds);
std::string award_form_ids(const model::Campaign& campaign, const std::vector<std::size_t>& forms);

}  // namespace thidua::data
