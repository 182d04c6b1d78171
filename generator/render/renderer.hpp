// The render stage: site, routes and theme -> pages, one at a time, so that memory does not grow with the site.
#pragma once

#include <map>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "render/markdown.hpp"
#include "render/site_index.hpp"
#include "render/template.hpp"
#include "render/theme.hpp"
#include "render/views/unit_view.hpp"
#include "render/words.hpp"
#include "routes/open_data.hpp"
#include "routes/page_dates.hpp"
#include "routes/routes.hpp"
#include "rules/audit/audit.hpp"

namespace thidua::render {

/// What all pages are made from; outlives every renderer.
struct Material {
  const model::Site& site;
  const routes::Routes& routes;
  const Theme& theme;
  const UnitConcerns& concerns;
  const SiteIndex& index;
  const rules::Verdicts& verdicts;
  const routes::WrittenTables& tables;
  const routes::PageDates& dates;
};

/// Renders pages on one thread; several may work side by side on the same material.
class Renderer {
 public:
  Renderer(const Material& material, Diagnostics& diagnostics);

  /// The bytes of a page, until the next is rendered. What is wrong with its text or template goes to the diagnostics
  /// given at the start.
  const std::string& render(const routes::Route& route);

 private:
  void fill(const std::string& name, const View& view, std::string& out) const;
  View page_view(const routes::Route& route);
  void add_content(const routes::Route& route, const std::string& root, View& view);
  void keep_concerns_of(std::size_t locality);
  const std::string& concern_html(const UnitConcerns::InCampaign& concern, const std::string& root);
  const std::string& facets_html(const std::string& root);
  void add_campaign_page(const routes::Route& route, const std::string& root, View& view) const;
  void add_corrections(const routes::Route& route, View& view) const;
  View article_view(const routes::Route& route, const std::string& root);
  void add_list(const routes::Route& route, std::size_t length, View items, View& view) const;
  View all_deadlines() const;
  View navigation(const routes::Route& route) const;
  View breadcrumbs(const routes::Route& route, const std::string& title) const;
  View list_pager(const routes::Route& route, std::size_t count) const;
  std::string title(const routes::Route& route) const;
  std::string description(const routes::Route& route) const;
  View updated(const routes::Route& route) const;
  /// The document that a campaign's page rests on; false elsewhere.
  View source_plan(const routes::Route& route) const;
  bool illustrative(const routes::Route& route) const;
  /// The portal that what a page is about was taken in from; null for our own.
  const content::Origin* origin(const routes::Route& route) const;
  const model::Article* article(const routes::Route& route) const;

  const Material material_;
  Diagnostics& diagnostics_;
  Words words_;
  Markdown markdown_;
  View shared_;
  std::string page_;  ///< kept, so that its memory serves all pages
  /// What a campaign asks of a kind of unit is the same on the pages of all its units, which lie at one depth: rendered
  /// once.
  std::map<UnitConcerns::InCampaign, std::string> concerns_;  ///< rendered, for the units of one locality
  std::size_t concerns_locality_ = 0;
  std::map<std::string, std::string> facets_;  ///< what practices can be chosen by, rendered, by the way to the root
};

}  // namespace thidua::render
