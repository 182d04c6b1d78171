#include "render/renderer.hpp"

#include <algorithm>

#include "render/articles/article_view.hpp"
#include "render/articles/facet_view.hpp"
#include "render/articles/practice_view.hpp"
#include "render/charts/timeline.hpp"
#include "render/page_template.hpp"
#include "render/records/correction_view.hpp"
#include "render/records/history_view.hpp"
#include "render/records/record_view.hpp"
#include "render/records/result_view.hpp"
#include "render/views/campaign_view.hpp"
#include "render/views/checklist_view.hpp"
#include "render/views/data_view.hpp"
#include "render/views/head_view.hpp"
#include "render/views/home_view.hpp"
#include "render/views/list_view.hpp"
#include "render/views/schedule_view.hpp"
#include "render/views/title_view.hpp"

namespace thidua::render {
namespace {

using routes::PageKind;
using routes::Route;

const routes::Table& table_of(const Route& route) { return routes::table(static_cast<routes::TableId>(route.subject)); }

/// From a page to the site's root. Hosts show the 404 page at any depth, so it names the root itself.
std::string root_of(const Route& route, const std::string& base_url) {
  if (route.kind == PageKind::not_found) {
    const std::size_t host = base_url.find("://");
    return base_url.substr(base_url.find('/', host == std::string::npos ? 0 : host + 3));
  }
  std::string root;
  for (const char c : route.url) root += c == '/' ? "../" : "";
  return root.empty() ? "./" : root;
}

View shared_view(const model::SiteInfo& info, const Theme& theme) {
  View view;
  view["accent_href"] = optional(theme.accent_sheet);
  view["emblem"] = info.emblem.empty() ? View(false) : View("media/" + info.emblem);
  view["phase"] = info.phase ? object("name", info.phase->name, "feedback", info.phase->feedback) : View(false);
  view["site_name"] = info.name;
  view["site_authority"] = info.authority;
  view["site_description"] = info.description;
  view["demonstration"] = info.demonstration;
  view.add("data_href", std::string(routes::kOpenDataFolder), "table_csv", table_csv());
  view["corrections_href"] = routes::list_url(PageKind::corrections, 0);
  view["contacts"] = object("name", optional(info.contacts.name), "address", optional(info.contacts.address), "email",
                            optional(info.contacts.email), "phone", optional(info.contacts.phone), "tel",
                            dialled(info.contacts.phone), "url", optional(info.contacts.url));
  return view;
}

}  // namespace

Renderer::Renderer(const Material& material, Diagnostics& diagnostics)
    : material_(material),
      diagnostics_(diagnostics),
      words_(material.theme.strings, material.site, diagnostics),
      markdown_(material.routes),
      shared_(shared_view(material.site.info, material.theme)) {}

const std::string& Renderer::render(const Route& route) {
  page_.clear();
  fill(template_of(route.kind), page_view(route), page_);
  return page_;
}

void Renderer::fill(const std::string& name, const View& view, std::string& out) const {
  const auto at = material_.theme.templates.find(name);
  if (at != material_.theme.templates.end())
    at->second.render(shared_, view, out, diagnostics_);
  else
    diagnostics_.add(Code::template_missing, {material_.theme.folder, 0, 0}, {name});
}

/// Pages of one locality's units follow each other; what the last locality shared would only fill the memory.
void Renderer::keep_concerns_of(std::size_t locality) {
  if (concerns_locality_ != locality) concerns_.clear();
  concerns_locality_ = locality;
}

const std::string& Renderer::concern_html(const UnitConcerns::InCampaign& concern, const std::string& root) {
  const auto [at, fresh] = concerns_.try_emplace(concern);
  if (fresh) {
    View view = concern_view(material_.site, concern, words_);
    view["root"] = root;
    fill("unit-concern", view, at->second);
  }
  return at->second;
}

const std::string& Renderer::facets_html(const std::string& root) {
  const auto [at, fresh] = facets_.try_emplace(root);
  if (fresh) {
    View view = facets_view(material_.site, material_.routes, words_);
    view["root"] = root;
    fill("facets", view, at->second);
  }
  return at->second;
}

const model::Article* Renderer::article(const Route& route) const { return routes::article_of(material_.site, route); }

std::string Renderer::title(const Route& route) const {
  if (const std::string* own = routes::own_title(material_.site, route)) return *own;
  switch (route.kind) {
    case PageKind::home:
      return material_.site.info.name;
    case PageKind::data_table:
      return table_name(table_of(route), words_);
    case PageKind::checklist:
      return words_.fill("title.checklist",
                         {{"unit", material_.site.units[material_.routes.checklists.all()[route.subject].unit].name}});
    case PageKind::practice_facet:
      return words_.fill("title.practice-facet",
                         {{"value", facet_name(material_.site, material_.routes.facets[route.subject], words_)}});
    case PageKind::letter:
      return words_.fill("title.letter", {{"letter", letter_name(material_.routes.letters[route.subject], words_)}});
    case PageKind::topic:
      return words_.fill("title.topic", {{"topic", words_.topic(material_.routes.topics[route.subject].slug)}});
    default:
      return words_.get("title." + template_of(route.kind));
  }
}

std::string Renderer::description(const Route& route) const {
  if (const model::Article* a = article(route)) return a->summary;
  if (route.kind == PageKind::data_table) return table_about(table_of(route), words_);
  const model::Site& site = material_.site;
  const auto about = [&] { return words_.get("description." + template_of(route.kind)); };
  const model::Campaign* campaign = campaign_of(site, material_.routes, route);
  if (campaign != nullptr && route.kind != PageKind::campaign) return about() + ' ' + campaign->title.text;
  switch (route.kind) {
    case PageKind::home:
      return site.info.description;
    case PageKind::campaign:
      return site.campaigns[route.subject].title.text;
    case PageKind::unit: {
      const model::Unit& unit = site.units[route.subject];
      return about() + ' ' + unit.name + ", " + site.localities[unit.locality].name + '.';
    }
    case PageKind::alias:
    case PageKind::not_found:
      return {};
    default:
      return about();
  }
}

View Renderer::updated(const Route& route) const {
  if (route.kind == PageKind::open_data) return words_.date_view(newest_of(material_.tables));
  if (route.kind == PageKind::data_table) return words_.date_view(material_.tables[route.subject].newest);
  if (route.kind == PageKind::not_found || route.kind == PageKind::alias) return false;
  const auto day = material_.dates.of(material_.routes, route);
  return day ? words_.date_view(model::date_of(*day)) : View(false);
}

View Renderer::source_plan(const Route& route) const {
  const model::Campaign* campaign = campaign_of(material_.site, material_.routes, route);
  if (campaign == nullptr) return false;
  const bool numbered = campaign->number.is == model::FieldState::value;
  return object("href", routes::campaign_part_url(*campaign, PageKind::plan), "number",
                optional(numbered ? campaign->number.number : std::string()), "date",
                words_.date_view(campaign->date.date));
}

bool Renderer::illustrative(const Route& route) const {
  if (const model::Article* a = article(route)) return a->illustrative;
  if (const model::Campaign* c = campaign_of(material_.site, material_.routes, route)) return c->illustrative;
  return route.kind == PageKind::unit &&
         material_.site.localities[material_.site.units[route.subject].locality].illustrative;
}

const content::Origin* Renderer::origin(const Route& route) const {
  const model::Site& site = material_.site;
  if (const model::Article* a = article(route)) return site.origin(a->origin);
  if (const model::Campaign* c = campaign_of(site, material_.routes, route)) return site.origin(c->origin);
  if (route.kind != PageKind::unit) return nullptr;
  return site.origin(site.localities[site.units[route.subject].locality].origin);
}

View Renderer::navigation(const Route& route) const {
  View items = list();
  for (const model::NavigationItem& item : material_.site.info.navigation) {
    const std::string href = item.href.starts_with('/') ? item.href.substr(1) : item.href;
    if (material_.routes.left_out.contains(href)) continue;
    const bool inside = !href.empty() && route.url.starts_with(href);
    append(items,
           object("text", item.text, "href", href, "here", inside || (href.empty() && route.kind == PageKind::home)));
  }
  return items;
}

View Renderer::breadcrumbs(const Route& route, const std::string& own_title) const {
  View crumbs = list();
  if (route.kind == PageKind::home || route.kind == PageKind::not_found) return crumbs;
  const auto add = [&](const std::string& text, const std::string& href) {
    append(crumbs, object("text", text, "href", object("href", href)));
  };
  add(words_.get("title.home"), "");
  const model::Site& site = material_.site;
  if (const model::Campaign* campaign = campaign_of(site, material_.routes, route)) {
    add(words_.get("title.campaigns"), routes::list_url(PageKind::campaigns, 0));
    if (route.kind != PageKind::campaign) add(campaign->short_title, routes::campaign_url(*campaign));
    if (route.kind == PageKind::checklist)
      add(words_.get("title.deadlines"), routes::campaign_part_url(*campaign, PageKind::deadlines));
  }
  if (route.kind == PageKind::unit) add(words_.get("title.units"), routes::list_url(PageKind::units, 0));
  if (route.kind == PageKind::practice || route.kind == PageKind::practice_facet)
    add(words_.get("title.practices"), routes::list_url(PageKind::practices, 0));
  if (route.kind == PageKind::exemplar) add(words_.get("title.exemplars"), routes::list_url(PageKind::exemplars, 0));
  if (route.kind == PageKind::news) add(words_.get("title.news-list"), routes::list_url(PageKind::news_list, 0));
  if (route.kind == PageKind::letter) add(words_.get("title.search"), std::string(routes::kSearchPage));
  if (route.kind == PageKind::data_table) add(words_.get("title.data"), routes::list_url(PageKind::open_data, 0));
  append(crumbs, object("text", own_title, "href", false));
  return crumbs;
}

View Renderer::list_pager(const Route& route, std::size_t count) const {
  const auto url = [&](std::size_t part) {
    if (route.kind == PageKind::practice_facet) return routes::facet_url(material_.routes.facets[route.subject], part);
    if (route.kind == PageKind::letter) return routes::letter_url(material_.routes.letters[route.subject], part);
    if (route.kind != PageKind::topic) return routes::list_url(route.kind, part);
    return routes::topic_url(material_.routes.topics[route.subject].slug, part);
  };
  const std::size_t before = route.part == 0 ? 0 : route.part - 1;
  return pager(route.part, routes::list_parts(count), url(before), url(route.part + 1));
}

View Renderer::page_view(const Route& route) {
  const std::string root = root_of(route, material_.site.info.base_url);
  const std::string own_title = title(route);
  View view;
  view["root"] = root;
  view["url"] = route.url;
  view["canonical"] = material_.site.info.base_url + (route.kind == PageKind::alias ? route.target : route.url);
  view["page_title"] = own_title;
  view["page_description"] = optional(description(route));
  view["is_home"] = route.kind == PageKind::home;
  view["search_page"] = route.kind == PageKind::search ? View(false) : borrow(routes::kSearchPage);
  view["navigation"] = navigation(route);
  view["breadcrumbs"] = breadcrumbs(route, own_title);
  view["updated"] = updated(route);
  view["source_plan"] = source_plan(route);
  view["page_illustrative"] = illustrative(route);
  view["page_origin"] = words_.origin_view(origin(route));
  add_head({material_.site, material_.routes, route, article(route), words_}, view);
  add_content(route, root, view);
  return view;
}

void Renderer::add_content(const Route& route, const std::string& root, View& view) {
  const model::Site& site = material_.site;
  if (article(route) != nullptr) {
    view["article"] = article_view(route, root);
  } else if (route.kind == PageKind::checklist) {
    const routes::Checklist& one = material_.routes.checklists.all()[route.subject];
    view["checklist"] = checklist_view({site, site.campaigns[one.campaign], words_}, one);
  } else if (campaign_of(site, material_.routes, route) != nullptr) {
    add_campaign_page(route, root, view);
  } else if (route.kind == PageKind::unit) {
    keep_concerns_of(site.units[route.subject].locality);
    view["unit"] = unit_page(
        site, route.subject, material_.concerns, words_,
        [&](const UnitConcerns::InCampaign& concern) -> const std::string& { return concern_html(concern, root); });
    view["checklists"] = unit_checklists(site, material_.routes.checklists, material_.concerns, route.subject);
    view["has_checklists"] = view.get("checklists")->is_filled_list();
    view["history"] = history_view(site, route.subject, material_.concerns, material_.verdicts, words_);
  } else if (route.kind == PageKind::units) {
    view["localities"] = unit_list(site, route.part * routes::kListLength, routes::kListLength, words_);
    view["pager"] = list_pager(route, site.units.size());
  } else if (route.kind == PageKind::all_deadlines) {
    view["schedule"] = all_deadlines();
  } else if (route.kind == PageKind::corrections) {
    add_corrections(route, view);
  } else if (route.kind == PageKind::open_data) {
    view["open_data"] = open_data(site.info, material_.tables, words_);
  } else if (route.kind == PageKind::data_table) {
    view["table"] = data_table(site.info, table_of(route), material_.tables[route.subject], words_);
  } else if (route.kind == PageKind::search) {
    view["search"] = search_view(material_.routes, words_);
  } else if (route.kind == PageKind::letter) {
    const routes::Letter& letter = material_.routes.letters[route.subject];
    add_list(route, letter.pages.size(), letter_items(site, material_.routes, letter, route.part, words_), view);
    view["letters"] = letters_view(material_.routes, &letter, words_);
  } else if (route.kind == PageKind::alias) {
    view["target"] = route.target;
  } else if (route.kind == PageKind::topic) {
    const routes::Topic& topic = material_.routes.topics[route.subject];
    add_list(route, topic.size(), topic_items(site, topic, route.part, words_), view);
  } else if (route.kind == PageKind::practice_facet) {
    const routes::Facet& facet = material_.routes.facets[route.subject];
    add_list(route, facet.practices.size(), facet_items(site, facet, route.part, words_), view);
    view["facets"] = borrow(facets_html(root));
    view["all_href"] = routes::list_url(PageKind::practices, 0);
  } else if (route.kind == PageKind::home) {
    add_home(site, words_, view);
  } else if (route.kind != PageKind::not_found) {
    add_list(route, list_length(site, route.kind), list_items(site, route, words_), view);
    if (route.kind == PageKind::practices) view["facets"] = borrow(facets_html(root));
  }
}

View Renderer::article_view(const Route& route, const std::string& root) {
  const model::Site& site = material_.site;
  const ArticleContext context{site, words_, markdown_, root, diagnostics_};
  switch (route.kind) {
    case PageKind::practice:
      return practice_page(context, material_.routes, route.subject);
    case PageKind::exemplar:
      return exemplar_page(context, site.exemplars[route.subject]);
    case PageKind::news:
      return news_page(context, site.news[route.subject]);
    default:
      return article_page(context, site.pages[route.subject], route.url);
  }
}

void Renderer::add_list(const Route& route, std::size_t length, View items, View& view) const {
  view["items"] = std::move(items);
  view["has_items"] = length > 0;
  view["pager"] = list_pager(route, length);
}

void Renderer::add_campaign_page(const Route& route, const std::string& root, View& view) const {
  const model::Campaign& campaign = material_.site.campaigns[route.subject];
  const CampaignContext context{material_.site, campaign, words_};
  view["campaign"] = campaign_card(material_.site, campaign, words_);
  View parts = list();
  for (const PageKind kind : {PageKind::campaign, PageKind::plan, PageKind::criteria, PageKind::awards,
                              PageKind::deadlines, PageKind::registrations, PageKind::ranking, PageKind::results}) {
    append(parts, object("text", words_.get("title." + template_of(kind)), "href",
                         routes::campaign_part_url(campaign, kind), "here", kind == route.kind));
  }
  view["parts"] = std::move(parts);
  switch (route.kind) {
    case PageKind::campaign:
      view["overview"] = campaign_overview(context, material_.verdicts[route.subject]);
      break;
    case PageKind::plan:
      view["plan"] = plan_text(context, markdown_, root, diagnostics_);
      break;
    case PageKind::criteria:
      view["criteria_page"] = criteria(context);
      break;
    case PageKind::awards:
      view["awards"] = award_rules(context);
      break;
    case PageKind::deadlines:
      view["schedule"] = deadlines(context);
      view["timeline"] = timeline(context);
      view["checklists"] = campaign_checklists(material_.site, material_.routes.checklists, route.subject);
      view["has_checklists"] = view.get("checklists")->is_filled_list();
      break;
    case PageKind::registrations:
      view["registration_page"] = registrations(context);
      break;
    case PageKind::ranking:
      view["ranking"] = ranking(context, material_.index);
      break;
    default:
      view["results_page"] = results(context, material_.index);
      break;
  }
}

void Renderer::add_corrections(const Route& route, View& view) const {
  const auto& all = material_.routes.corrections;
  const std::size_t first = route.part * routes::kListLength;
  View items = list();
  for (std::size_t i = first; i < std::min(all.size(), first + routes::kListLength); ++i)
    append(items, logged_correction(material_.site, material_.index, all[i], words_));
  view["items"] = std::move(items);
  view["has_items"] = !all.empty();
  view["pager"] = list_pager(route, all.size());
}

View Renderer::all_deadlines() const {
  Schedule schedule;
  for (const model::Campaign& campaign : material_.site.campaigns) {
    const CampaignContext context{material_.site, campaign, words_};
    for (const model::Milestone& milestone : campaign.milestones) schedule.add(context, milestone);
  }
  return schedule.take();
}

}  // namespace thidua::render
