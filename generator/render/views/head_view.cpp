#include "render/views/head_view.hpp"

#include "base/hash.hpp"
#include "render/json_text.hpp"

namespace thidua::render {
namespace {

using routes::PageKind;

std::string_view text_of(const View& view, const Key& member) {
  const View* found = view.get(member);
  return found == nullptr ? std::string_view() : found->as_text().value_or(std::string_view());
}

View feeds_of(const HeadContext& c) {
  View out = list();
  const auto add = [&](std::string_view title, std::string_view href) {
    append(out, object("title", c.words.get(title), "href", borrow(href)));
  };
  const PageKind kind = c.route.kind;
  const bool home = kind == PageKind::home;
  if (home || kind == PageKind::news_list || kind == PageKind::news) add("title.news-list", routes::kNewsFeed);
  if (home || kind == PageKind::practices || kind == PageKind::practice) add("title.practices", routes::kPracticesFeed);
  if (home || kind == PageKind::results || kind == PageKind::campaign) add("heading.results", routes::kResultsFeed);
  if (home || kind == PageKind::corrections) add("title.corrections", routes::kCorrectionsFeed);
  return out;
}

View calendar_of(const HeadContext& c) {
  const routes::Calendars& calendars = c.routes.calendars;
  const routes::CalendarFile* file = nullptr;
  switch (c.route.kind) {
    case PageKind::home:
    case PageKind::all_deadlines:
      file = calendars.of_all();
      break;
    case PageKind::campaign:
    case PageKind::deadlines:
      file = calendars.of_campaign(c.route.subject);
      break;
    case PageKind::checklist:
      file = calendars.of_unit(c.site, c.routes.checklists.all()[c.route.subject].unit);
      break;
    case PageKind::unit:
      file = calendars.of_unit(c.site, c.route.subject);
      break;
    default:
      break;
  }
  if (file == nullptr) return false;
  return object("title", c.words.get("head.calendar"), "href", borrow(file->url));
}

/// A day, month or year as schema.org takes it; a quarter as its first month.
std::string machine_date(const model::Date& date) {
  if (date.precision != model::Precision::quarter) return model::to_string(date);
  return model::to_string({.year = date.year, .month = 3 * date.quarter - 2, .precision = model::Precision::month});
}

std::string publisher(const model::SiteInfo& info) {
  return JsonObject("Organization").add("name", info.authority).add("url", info.base_url).take();
}

std::string article_json(const HeadContext& c, const View& page) {
  const bool news = c.route.kind == PageKind::news;
  const model::Article& article = *c.article;
  JsonObject out(news ? "NewsArticle" : "Article");
  out.add("headline", article.title).add_optional("description", article.summary);
  out.add("mainEntityOfPage", text_of(page, "canonical")).add("inLanguage", "vi");
  if (article.date) out.add("datePublished", machine_date(*article.date));
  if (article.updated) out.add("dateModified", machine_date(*article.updated));
  if (news && c.site.news[c.route.subject].picture)
    out.add("image", c.site.info.base_url + "media/" + c.site.news[c.route.subject].picture->file);
  if (article.illustrative) out.add("creativeWorkStatus", c.words.get("page.illustrative_tag"));
  return out.add_json("publisher", publisher(c.site.info)).take();
}

/// A block of units is no organization, so it has none.
std::string unit_json(const HeadContext& c, const View& page) {
  const model::Unit& unit = c.site.units[c.route.subject];
  const model::Locality& locality = c.site.localities[unit.locality];
  if (unit.kind == model::UnitKind::block) return {};
  JsonObject out("GovernmentOrganization");
  out.add("name", unit.name).add("url", text_of(page, "canonical")).add("areaServed", locality.name);
  if (unit.parent) {
    const model::Unit& parent = c.site.units[*unit.parent];
    out.add_json("parentOrganization", JsonObject("GovernmentOrganization")
                                           .add("name", parent.name)
                                           .add("url", c.site.info.base_url + routes::unit_url(parent))
                                           .take());
  }
  if (locality.illustrative) out.add("disambiguatingDescription", c.words.get("page.illustrative_tag"));
  return out.take();
}

std::string website_json(const HeadContext& c) {
  const model::SiteInfo& info = c.site.info;
  JsonObject out("WebSite");
  out.add("name", info.name).add("url", info.base_url).add("description", info.description).add("inLanguage", "vi");
  const std::string target = info.base_url + std::string(routes::kSearchPage) + "?q={search_term_string}";
  out.add_json(
      "potentialAction",
      JsonObject("SearchAction").add("target", target).add("query-input", "required name=search_term_string").take());
  return out.add_json("publisher", publisher(info)).take();
}

/// The whole, or false where there is nothing to say.
View json_ld(const HeadContext& c, const View& page) {
  std::string out;
  for (const std::string& json : {subject_json(c, page), breadcrumbs_json(page, c.site.info.base_url)}) {
    if (!json.empty()) out.append(out.empty() ? "{\"@context\":\"https://schema.org\",\"@graph\":[" : ",").append(json);
  }
  return out.empty() ? View(false) : View(out.append("]}"));
}

/// No browser runs data, but the policy names it by its hash all the same: nothing inline is there unnamed.
std::string policy_with(std::string policy, std::string_view script) {
  constexpr std::string_view kDirective = "script-src ";
  const std::string hash = "'sha256-" + base::sha256_base64(script) + "'";
  const std::size_t at = policy.find(kDirective);
  if (at == std::string::npos) return policy.append("; ").append(kDirective).append(hash);
  return policy.insert(at + kDirective.size(), hash + ' ');
}

}  // namespace

std::string subject_json(const HeadContext& c, const View& page) {
  switch (c.route.kind) {
    case PageKind::home:
      return website_json(c);
    case PageKind::news:
    case PageKind::practice:
    case PageKind::exemplar:
      return article_json(c, page);
    case PageKind::unit:
      return unit_json(c, page);
    default:
      return {};
  }
}

std::string breadcrumbs_json(const View& page, const std::string& base_url) {
  const View* crumbs = page.get("breadcrumbs");
  if (crumbs == nullptr || !crumbs->is_filled_list()) return {};
  std::string items;
  std::size_t position = 0;
  for (const View& crumb : *crumbs->as_list()) {
    JsonObject item("ListItem");
    item.add_json("position", std::to_string(++position)).add("name", text_of(crumb, "text"));
    const View* link = crumb.get("href");
    if (link != nullptr && !link->is_false()) item.add("item", base_url + std::string(text_of(*link, "href")));
    items.append(items.empty() ? "" : ",").append(item.take());
  }
  return JsonObject("BreadcrumbList").add_json("itemListElement", "[" + items + "]").take();
}

void add_head(const HeadContext& c, View& page) {
  const bool about = c.route.kind != PageKind::alias && c.route.kind != PageKind::not_found;
  const bool article = c.article != nullptr && c.route.kind != PageKind::page;
  page["og_type"] = article ? "article" : "website";
  page["feeds"] = feeds_of(c);
  page["calendar"] = calendar_of(c);
  page["search_href"] = borrow(routes::kOpenSearch);
  page["json_ld"] = about ? json_ld(c, page) : View(false);
  std::string policy = c.words.get("machine.policy");
  const auto script = page["json_ld"].as_text();
  page["policy"] = script ? policy_with(std::move(policy), *script) : std::move(policy);
}

}  // namespace thidua::render
