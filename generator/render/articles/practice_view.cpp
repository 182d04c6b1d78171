#include "render/articles/practice_view.hpp"

#include <algorithm>

namespace thidua::render {
namespace {

using model::Practice;
using model::PracticePart;

constexpr std::pair<PracticePart, const char*> kParts[] = {
    {PracticePart::problem, "problem"},         {PracticePart::solution, "solution"},
    {PracticePart::result, "result"},           {PracticePart::cost, "cost"},
    {PracticePart::conditions, "conditions"},   {PracticePart::lessons, "lessons"},
    {PracticePart::replication, "replication"}, {PracticePart::correction, "correction"}};
static_assert(std::size(kParts) == model::kPracticeParts);

View html_of(const ArticleContext& context, const std::string& file, const model::Text& text) {
  if (text.markdown.empty()) return false;
  return context.markdown.blocks(text.markdown, {file, text.line, context.root}, context.diagnostics);
}

/// The unit stands at numbers, not at words.
std::string measured(const std::string& spelling, const std::string& unit, const Words& words) {
  const std::size_t first = spelling.starts_with('-') ? 1 : 0;
  const bool number = first < spelling.size() && spelling[first] >= '0' && spelling[first] <= '9';
  return words.amount(spelling, number ? std::string_view(unit) : std::string_view());
}

View measure_view(const model::Measure& measure, const Words& words) {
  return object("what", measure.what, "before", measured(measure.before, measure.unit, words), "after",
                measured(measure.after, measure.unit, words));
}

View contact_view(const std::optional<model::PracticeContact>& contact) {
  if (!contact) return false;
  return object("name", contact->name, "phone", optional(contact->phone), "tel", dialled(contact->phone), "email",
                optional(contact->email), "address", optional(contact->address));
}

View evidence_view(const ArticleContext& context, const model::Evidence& evidence) {
  if (evidence.href.empty()) return object("text", evidence.text, "target", false);
  return object("text", evidence.text, "target",
                optional(context.markdown.address(evidence.href, evidence.place, context.root, context.diagnostics)));
}

}  // namespace

std::vector<std::size_t> related_practices(const model::Site& site, const routes::Routes& routes,
                                           std::size_t practice) {
  constexpr std::size_t kNewest = 50;  // of each topic
  std::vector<std::size_t> shared;     ///< once for each topic
  for (const std::string& slug : site.practices[practice].topics) {
    const auto at = std::lower_bound(routes.topics.begin(), routes.topics.end(), slug,
                                     [](const routes::Topic& topic, const std::string& s) { return topic.slug < s; });
    if (at == routes.topics.end() || at->slug != slug) continue;
    for (std::size_t i = 0; i < std::min(kNewest, at->practices.size()); ++i) shared.push_back(at->practices[i]);
  }
  std::sort(shared.begin(), shared.end());
  using Candidate = std::pair<std::ptrdiff_t, std::size_t>;  ///< minus the number of shared topics, and the position
  std::vector<Candidate> candidates;
  for (auto at = shared.begin(); at != shared.end();) {
    const auto end = std::upper_bound(at, shared.end(), *at);
    if (*at != practice) candidates.emplace_back(at - end, *at);
    at = end;
  }
  const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(kRelated, candidates.size()));
  std::partial_sort(candidates.begin(), last, candidates.end());
  std::vector<std::size_t> out;
  for (auto at = candidates.begin(); at != last; ++at) out.push_back(at->second);
  return out;
}

View practice_page(const ArticleContext& context, const routes::Routes& routes, std::size_t position) {
  const Practice& practice = context.site.practices[position];
  const Words& words = context.words;
  View view = article_card(practice, routes::practice_url(practice), words);
  view["lead"] = html_of(context, practice.file, practice.body);
  for (const auto& [part, name] : kParts) view[name] = html_of(context, practice.file, practice.part(part));
  view["measures"] = list_of(practice.measures, [&](const model::Measure& m) { return measure_view(m, words); });
  view["has_measures"] = !practice.measures.empty();
  view["contact"] = contact_view(practice.contact);
  view["verified"] = words.date_view(practice.verified);
  view["evidence"] = list_of(practice.evidence, [&](const model::Evidence& e) { return evidence_view(context, e); });
  view["has_evidence"] = !practice.evidence.empty();
  view["awards"] = list_of(practice.awards, [&](const model::AwardRef& ref) { return award_link(context, ref); });
  add_belonging(context, practice, view);
  view["related"] = list_of(related_practices(context.site, routes, position), [&](std::size_t i) {
    const Practice& other = context.site.practices[i];
    return article_card(other, routes::practice_url(other), words);
  });
  view["has_related"] = view["related"].is_filled_list();
  return view;
}

}  // namespace thidua::render
