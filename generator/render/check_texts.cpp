#include "render/check_texts.hpp"

#include "render/markdown.hpp"

namespace thidua::render {

void check_texts(const model::Site& site, const routes::Routes& routes, Diagnostics& diagnostics) {
  const Markdown markdown(routes);
  for (const auto* articles : {&site.practices, &site.news, &site.pages}) {
    for (const model::Article& article : *articles) {
      markdown.blocks(article.body, {article.file, article.body_line, ""}, diagnostics);
    }
  }
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Document& document : campaign.documents) {
      for (const model::Clause& clause : document.clauses) {
        markdown.line(clause.text, {document.file, clause.line, ""}, diagnostics);
        markdown.blocks(clause.body, {document.file, clause.line, ""}, diagnostics);
      }
    }
  }
}

}  // namespace thidua::render
