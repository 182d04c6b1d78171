#include "render/views/article_view.hpp"

#include "render/views/campaign_view.hpp"

namespace thidua::render {
namespace {

View section_view(const Section& section) {
  return object("id", section.id, "title", section.title, "html", section.html, "is_h2", section.level == 2, "is_h3",
                section.level == 3, "is_h4", section.level >= 4);
}

}  // namespace

View article_card(const model::Article& article, const std::string& href, const Words& words) {
  View topics = list_of(article.topics,
                        [](const std::string& slug) { return object("slug", slug, "href", routes::topic_url(slug)); });
  return object("title", article.title, "summary", optional(article.summary), "href", href, "date",
                words.date_view(article.date), "topics", std::move(topics), "has_topics", !article.topics.empty(),
                "illustrative", article.illustrative);
}

View article_page(const model::Site& site, const model::Article& article, const std::string& href, const Words& words,
                  const Markdown& markdown, const std::string& root, Diagnostics& diagnostics) {
  View view = article_card(article, href, words);
  const Rendered text = markdown.render(article.body, {article.file, article.body_line, root}, diagnostics);
  view["lead"] = text.lead;
  view["sections"] = list_of(text.sections, section_view);
  view["campaign"] = article.campaign ? campaign_card(site, site.campaigns[*article.campaign], words) : View(false);
  view["unit"] = article.unit ? words.unit_links({*article.unit}) : list();
  view["has_unit"] = article.unit.has_value();
  return view;
}

View pager(std::size_t part, std::size_t parts, const std::string& previous, const std::string& next) {
  if (parts < 2) return false;
  return object("part", std::to_string(part + 1), "parts", std::to_string(parts), "previous",
                part > 0 ? object("href", previous) : View(false), "next",
                part + 1 < parts ? object("href", next) : View(false));
}

}  // namespace thidua::render
