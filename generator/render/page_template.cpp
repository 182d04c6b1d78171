#include "render/page_template.hpp"

namespace thidua::render {

using routes::PageKind;

std::string template_of(PageKind kind) {
  switch (kind) {
    case PageKind::home:
      return "home";
    case PageKind::campaigns:
      return "campaigns";
    case PageKind::campaign:
      return "campaign";
    case PageKind::plan:
      return "plan";
    case PageKind::criteria:
      return "criteria";
    case PageKind::awards:
      return "awards";
    case PageKind::deadlines:
      return "deadlines";
    case PageKind::registrations:
      return "registrations";
    case PageKind::ranking:
      return "ranking";
    case PageKind::results:
      return "results";
    case PageKind::checklist:
      return "checklist";
    case PageKind::all_deadlines:
      return "all-deadlines";
    case PageKind::corrections:
      return "corrections";
    case PageKind::units:
      return "units";
    case PageKind::unit:
      return "unit";
    case PageKind::practices:
      return "practices";
    case PageKind::practice:
      return "practice";
    case PageKind::practice_facet:
      return "practice-facet";
    case PageKind::exemplars:
      return "exemplars";
    case PageKind::exemplar:
      return "exemplar";
    case PageKind::topic:
      return "topic";
    case PageKind::news_list:
      return "news-list";
    case PageKind::news:
      return "news";
    case PageKind::page:
      return "page";
    case PageKind::open_data:
      return "data";
    case PageKind::data_table:
      return "data-table";
    case PageKind::search:
      return "search";
    case PageKind::letter:
      return "letter";
    case PageKind::alias:
      return "alias";
    case PageKind::not_found:
      break;
  }
  return "not-found";
}

}  // namespace thidua::render
