#include "render/check_texts.hpp"

#include "render/markdown.hpp"

namespace thidua::render {
namespace {

class TextCheck {
 public:
  TextCheck(const routes::Routes& routes, Diagnostics& diagnostics) : markdown_(routes), diagnostics_(diagnostics) {}

  void check(const std::string& file, const model::Text& text) {
    markdown_.blocks(text.markdown, {file, text.line, ""}, diagnostics_);
  }

  void check(const std::optional<model::Picture>& picture) {
    if (picture) markdown_.address("/media/" + picture->file, picture->place, "", diagnostics_);
  }

  void check(const model::Practice& practice) {
    for (const model::Text& part : practice.parts) check(practice.file, part);
    for (const model::Evidence& evidence : practice.evidence) {
      if (!evidence.href.empty()) markdown_.address(evidence.href, evidence.place, "", diagnostics_);
    }
  }

  void check(const model::Document& document) {
    for (const model::Clause& clause : document.clauses) {
      markdown_.line(clause.text, {document.file, clause.line, ""}, diagnostics_);
      markdown_.blocks(clause.body, {document.file, clause.line, ""}, diagnostics_);
    }
  }

  template <class Articles>
  void check_bodies(const Articles& articles) {
    for (const model::Article& article : articles) check(article.file, article.body);
  }

 private:
  const Markdown markdown_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_texts(const model::Site& site, const routes::Routes& routes, Diagnostics& diagnostics) {
  TextCheck texts(routes, diagnostics);
  texts.check_bodies(site.practices);
  texts.check_bodies(site.exemplars);
  texts.check_bodies(site.news);
  texts.check_bodies(site.pages);
  for (const model::Practice& practice : site.practices) texts.check(practice);
  for (const model::Exemplar& exemplar : site.exemplars) texts.check(exemplar.picture);
  for (const model::News& news : site.news) texts.check(news.picture);
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Document& document : campaign.documents) texts.check(document);
  }
}

}  // namespace thidua::render
