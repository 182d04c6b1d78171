// What is told: good practices, exemplars, news.
#include "data/open_data/tables/tables.hpp"

namespace thidua::data {
namespace {

std::string_view campaign_id(const Source& source, const model::Article& article) {
  return article.campaign ? std::string_view(source.site.campaigns[*article.campaign].id) : std::string_view();
}

std::string topics(const model::Article& article) {
  return joined(article.topics, [](const std::string& slug) -> const std::string& { return slug; });
}

/// The addresses of awards on their pages.
template <class Awards>
std::string award_pages(const Source& source, const Awards& awards) {
  return joined(awards, [&](const model::AwardRef& ref) {
    const model::Campaign& campaign = source.site.campaigns[ref.campaign];
    const model::Result& result = campaign.results[ref.result];
    return source.address(routes::award_url(campaign, result, result.awards[ref.award]));
  });
}

void as_of(const model::Article& article, Rows& rows) {
  rows.as_of(article.date);
  rows.as_of(article.updated);
}

}  // namespace

void practice_rows(const Source& source, Rows& rows) {
  for (const model::Practice& p : source.site.practices) {
    as_of(p, rows);
    rows.add({p.id, p.title, p.summary, campaign_id(source, p), source.unit_id(p.unit), source.unit_name(p.unit),
              topics(p), p.date, p.updated, p.verified, award_pages(source, p.awards),
              source.address(routes::practice_url(p)), source.origin(p.origin), p.illustrative});
  }
}

void exemplar_rows(const Source& source, Rows& rows) {
  for (const model::Exemplar& e : source.site.exemplars) {
    as_of(e, rows);
    const auto awards = e.award ? std::vector{*e.award} : std::vector<model::AwardRef>();
    rows.add({e.id, e.title, e.summary, model::name_of(e.recipient), e.position, campaign_id(source, e),
              source.unit_id(e.unit), source.unit_name(e.unit), topics(e), e.date, e.updated,
              award_pages(source, awards), source.address(routes::exemplar_url(e)), e.illustrative});
  }
}

void news_rows(const Source& source, Rows& rows) {
  for (const model::News& n : source.site.news) {
    as_of(n, rows);
    rows.add({n.id, n.title, n.summary, campaign_id(source, n), source.unit_id(n.unit), source.unit_name(n.unit),
              topics(n), n.date, n.updated, source.address(routes::news_url(n)), n.illustrative});
  }
}

}  // namespace thidua::data
