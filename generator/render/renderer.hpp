// The render stage: site, routes and theme -> pages, one at a time, so that memory does not grow with the site.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "render/markdown.hpp"
#include "render/template.hpp"
#include "render/theme.hpp"
#include "render/unit_view.hpp"
#include "render/words.hpp"
#include "routes/routes.hpp"

namespace thidua::render {

/// What all pages are made from; outlives every renderer.
struct Material {
  const model::Site& site;
  const routes::Routes& routes;
  const Theme& theme;
  const UnitConcerns& concerns;
};

/// Renders pages on one thread; several may work side by side on the same material.
class Renderer {
 public:
  /// Reports templates that are missing or not well-formed.
  Renderer(const Material& material, Diagnostics& diagnostics);

  /// The bytes of a page. What is wrong with its text or template goes to the diagnostics given at the start.
  std::string render(const routes::Route& route);

 private:
  View page_view(const routes::Route& route) const;
  void add_content(const routes::Route& route, const std::string& root, View& view) const;
  void add_campaign_page(const routes::Route& route, const std::string& root, View& view) const;
  void add_article_list(const routes::Route& route, View& view) const;
  void add_topic(const routes::Route& route, View& view) const;
  void add_home(View& view) const;
  View all_deadlines() const;
  View navigation(const routes::Route& route) const;
  View breadcrumbs(const routes::Route& route, const std::string& title) const;
  View list_pager(const routes::Route& route, std::size_t count) const;
  std::string title(const routes::Route& route) const;
  std::string description(const routes::Route& route) const;
  View updated(const routes::Route& route) const;
  bool illustrative(const routes::Route& route) const;
  const model::Article* article(const routes::Route& route) const;

  const Material material_;
  Diagnostics& diagnostics_;
  Words words_;
  Markdown markdown_;
  View shared_;
  std::map<std::string, Template> templates_;
};

}  // namespace thidua::render
