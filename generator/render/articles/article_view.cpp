#include "render/articles/article_view.hpp"

#include "base/letter.hpp"
#include "render/views/campaign_view.hpp"

namespace thidua::render {
namespace {

View section_view(Section& section) {
  return object("id", std::move(section.id), "title", std::move(section.title), "html", std::move(section.html),
                "is_h2", section.level == 2, "is_h3", section.level == 3, "is_h4", section.level >= 4);
}

/// The place that a unit belongs to, where the site tells of several and the unit's own name does not say it.
View locality_beside(const model::Site& site, const model::Unit& unit) {
  const std::string& name = site.localities[unit.locality].name;
  const bool said = base::to_lower(unit.name).find(base::to_lower(name)) != std::string::npos;
  return site.localities.size() < 2 || said ? View(false) : View(name);
}

void add_recipient(const model::Exemplar& exemplar, const Words& words, View& view) {
  view["kind"] = words.name("recipient", exemplar.recipient);
  view["position"] = optional(exemplar.position);
}

}  // namespace

View article_card(const model::Article& article, const std::string& href, const Words& words) {
  View topics = list_of(article.topics, [&](const std::string& slug) {
    return object("name", words.topic(slug), "href", routes::topic_url(slug));
  });
  return object("title", borrow(article.title), "summary", borrow_optional(article.summary), "href", href, "date",
                words.date_view(article.date), "topics", std::move(topics), "has_topics", !article.topics.empty(),
                "illustrative", article.illustrative, "origin", borrow_optional(words.origin(article.origin)));
}

View exemplar_card(const model::Exemplar& exemplar, const Words& words) {
  View view = article_card(exemplar, routes::exemplar_url(exemplar), words);
  add_recipient(exemplar, words, view);
  view["unit"] = exemplar.unit ? View(words.unit_names({*exemplar.unit})) : View(false);
  return view;
}

View article_page(const ArticleContext& context, const model::Article& article, const std::string& href) {
  View view = article_card(article, href, context.words);
  Rendered text = context.markdown.render(article.body.markdown, {article.file, article.body.line, context.root},
                                          context.diagnostics);
  view["lead"] = std::move(text.lead);
  view["sections"] = list_of(text.sections, section_view);
  add_belonging(context, article, view);
  return view;
}

View news_page(const ArticleContext& context, const model::News& news) {
  View view = article_page(context, news, routes::news_url(news));
  view["picture"] = picture_view(context, news.picture);
  return view;
}

View exemplar_page(const ArticleContext& context, const model::Exemplar& exemplar) {
  View view = article_page(context, exemplar, routes::exemplar_url(exemplar));
  add_recipient(exemplar, context.words, view);
  view["picture"] = picture_view(context, exemplar.picture);
  view["awards"] = list();
  if (exemplar.award) append(view["awards"], award_link(context, *exemplar.award));
  return view;
}

View picture_view(const ArticleContext& context, const std::optional<model::Picture>& picture) {
  if (!picture) return false;
  const std::string src = context.markdown.address("/media/" + picture->file, picture->place, "", context.diagnostics);
  return object("src", src, "alt", picture->alt);
}

View award_link(const ArticleContext& context, const model::AwardRef& ref) {
  const model::Campaign& campaign = context.site.campaigns[ref.campaign];
  const model::Result& result = campaign.results[ref.result];
  const model::Award& award = result.awards[ref.award];
  return object("form", campaign.award_forms[award.award_form].name, "name", optional(award.name), "campaign",
                campaign.short_title, "href", routes::award_url(campaign, result, award), "date",
                context.words.date_view(result.decision.date));
}

void add_belonging(const ArticleContext& context, const model::Article& article, View& view) {
  view["campaign"] = article.campaign
                         ? campaign_card(context.site, context.site.campaigns[*article.campaign], context.words)
                         : View(false);
  view["unit"] = article.unit ? context.words.unit_links({*article.unit}) : list();
  view["has_unit"] = article.unit.has_value();
  view["locality"] = article.unit ? locality_beside(context.site, context.site.units[*article.unit]) : View(false);
}

}  // namespace thidua::render
