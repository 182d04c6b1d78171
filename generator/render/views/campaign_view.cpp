#include "render/views/campaign_view.hpp"

#include <algorithm>

#include "render/records/result_view.hpp"
#include "routes/routes.hpp"

namespace thidua::render {
namespace {

using model::Campaign;

View text_fact(const CampaignContext& c, const model::TextFact& fact) {
  return object("text", borrow(fact.text), "clauses", c.words.clause_links(c.campaign, fact.clauses));
}

View text_facts(const CampaignContext& c, const std::vector<model::TextFact>& facts) {
  return list_of(facts, [&](const model::TextFact& fact) { return text_fact(c, fact); });
}

View party(const CampaignContext& c, const model::PartyFact& fact) {
  return object("units", c.words.unit_links({fact.unit}), "clauses", c.words.clause_links(c.campaign, fact.clauses));
}

/// {text, stated, clauses} of a field of the document's head. A field left blank may still have something printed
/// beside the gap.
View field(const CampaignContext& c, model::FieldState is, std::string text, const model::Clauses& clauses) {
  const bool stated = is == model::FieldState::value || (is == model::FieldState::partly_blank && !text.empty());
  if (is == model::FieldState::blank && !text.empty())
    text = c.words.fill("field.blank_beside", {{"text", text}});
  else if (!stated)
    text = c.words.name("field", is);
  else if (is == model::FieldState::partly_blank)
    text = c.words.fill("field.with_blank", {{"text", text}});
  return object("text", text, "stated", stated, "clauses", c.words.clause_links(c.campaign, clauses));
}

std::string period_text(const CampaignContext& c) {
  const model::CampaignPeriod& period = c.campaign.period;
  const std::string range = c.words.period(period.range);
  return period.text.empty() ? range : c.words.fill("period.worded", {{"range", range}, {"text", period.text}});
}

View citation_view(const CampaignContext& c, const model::Citation& citation) {
  return object("kind", c.words.name("citation", citation.kind), "number", optional(citation.number), "name",
                citation.name, "issuer", optional(citation.issuer), "date", c.words.date_view(citation.date), "clauses",
                c.words.clause_links(c.campaign, citation.clauses));
}

View parent_view(const CampaignContext& c, const model::Parent& parent) {
  std::string text;
  View href = false;
  if (parent.campaign) {
    const Campaign& above = c.site.campaigns[*parent.campaign];
    text = above.title.text;
    href = routes::campaign_url(above);
  } else if (parent.citation) {
    const model::Citation& citation = c.campaign.citations[*parent.citation];
    text = citation.number.empty()
               ? citation.name
               : c.words.fill("citation.reference", {{"kind", c.words.name("citation", citation.kind)},
                                                     {"number", citation.number},
                                                     {"name", citation.name}});
  }
  return object("text", text, "href", href, "clauses", c.words.clause_links(c.campaign, parent.clauses));
}

/// Cards of the campaigns that carry this one out.
View children_of(const CampaignContext& c) {
  View out = list();
  for (const Campaign& other : c.site.campaigns) {
    const bool child = std::any_of(other.parents.begin(), other.parents.end(), [&](const model::Parent& p) {
      return p.campaign && &c.site.campaigns[*p.campaign] == &c.campaign;
    });
    if (child) append(out, campaign_card(c.site, other, c.words));
  }
  return out;
}

View themes_view(const CampaignContext& c) {
  if (!c.campaign.themes) return false;
  const model::Themes& themes = *c.campaign.themes;
  View by_year = list_of(themes.by_year, [&](const model::YearTheme& y) {
    return object("year", std::to_string(y.year), "name", y.name, "clauses",
                  c.words.clause_links(c.campaign, y.clauses));
  });
  return object("text", themes.text, "chosen_by", c.words.unit_links(themes.chosen_by), "by_year", std::move(by_year),
                "has_years", !themes.by_year.empty(), "clauses", c.words.clause_links(c.campaign, themes.clauses));
}

View audience_view(const CampaignContext& c, const model::Audience& audience) {
  View kinds =
      list_of(audience.recipients, [&](model::RecipientKind kind) { return View(c.words.name("recipient", kind)); });
  return object("name", audience.name, "kinds", std::move(kinds), "units", c.words.unit_links(audience.units),
                "has_units", !audience.units.empty(), "clauses", c.words.clause_links(c.campaign, audience.clauses));
}

View note_view(const CampaignContext& c, const model::Note& note) {
  return object("kind", c.words.name("note", note.kind), "text", borrow(note.text), "clauses",
                c.words.clause_links(c.campaign, note.clauses));
}

View target_view(const CampaignContext& c, const model::Target& target, View attainment) {
  View tiers = list_of(target.tiers, [&](model::Level level) { return View(c.words.name("tier", level)); });
  return object("what", borrow(target.what), "bound", c.words.bound(target.comparator, target.value, target.unit),
                "tiers", std::move(tiers), "has_tiers", !target.tiers.empty(), "due", c.words.date_view(target.due),
                "attainment", std::move(attainment));
}

/// The notes on one clause of the plan.
View notes_on(const CampaignContext& c, std::size_t document, std::size_t clause) {
  View out = list();
  for (const model::Note& note : c.campaign.notes) {
    for (const model::ClauseRef& ref : note.clauses) {
      if (ref.document == document && ref.clause == clause) append(out, note_view(c, note));
    }
  }
  return out;
}

/// {anchor, marker, text, body, is_heading, level, depth, is_item, notes}
View clause_view(const CampaignContext& c, const Markdown& markdown, const std::string& root, std::size_t document,
                 std::size_t position, Diagnostics& diagnostics) {
  const model::Document& source = c.campaign.documents[document];
  const model::Clause& clause = source.clauses[position];
  const MarkdownPlace place{source.file, clause.line, root};
  View view;
  view["anchor"] = routes::clause_anchor(c.campaign, {document, position});
  view["label"] = c.words.clause_label(clause.path);
  view["marker"] = optional(clause.marker);
  view["text"] = clause.text.empty() ? std::string() : markdown.line(clause.text, place, diagnostics);
  view["body"] = clause.body.empty() ? View(false) : View(markdown.blocks(clause.body, place, diagnostics));
  view["is_h2"] = clause.heading && clause.depth == 0;
  view["is_h3"] = clause.heading && clause.depth == 1;
  view["is_h4"] = clause.heading && clause.depth >= 2;
  view["is_text"] = !clause.heading;
  view["depth"] = std::to_string(std::min(clause.depth, 6));
  view["notes"] = notes_on(c, document, position);
  return view;
}

}  // namespace

View campaign_card(const model::Site& site, const Campaign& campaign, const Words& words) {
  const CampaignContext c{site, campaign, words};
  return object("title", borrow(campaign.title.text), "short_title", borrow(campaign.short_title), "href",
                routes::campaign_url(campaign), "level", words.name("level", campaign.level), "issuer",
                borrow(site.units[campaign.issuer.unit].name), "period", period_text(c), "begin",
                model::to_string(model::date_of(campaign.period.range.from.first_day())), "end",
                model::to_string(model::date_of(campaign.period.range.to.last_day())), "illustrative",
                campaign.illustrative, "origin", borrow_optional(words.origin(campaign.origin)));
}

View duty_view(const CampaignContext& c, const model::Duty& duty) {
  View kinds = list_of(duty.kinds, [&](model::DutyKind kind) { return View(c.words.name("duty", kind)); });
  View deadline = duty.milestone ? View(c.campaign.milestones[*duty.milestone].name) : View(false);
  return object("who", c.words.unit_links(duty.who), "with", c.words.unit_links(duty.with), "has_with",
                !duty.with.empty(), "kinds", std::move(kinds), "text", borrow(duty.text), "deadline",
                std::move(deadline), "clauses", c.words.clause_links(c.campaign, duty.clauses));
}

View criterion_view(const CampaignContext& c, const model::Criterion& criterion,
                    const std::function<View(std::size_t)>& attained) {
  View targets = list();
  for (std::size_t i = 0; i < criterion.targets.size(); ++i)
    append(targets, target_view(c, criterion.targets[i], attained(i)));
  View audiences = list_of(criterion.audiences, [&](std::size_t i) { return borrow(c.campaign.audiences[i].name); });
  return object("id", borrow(criterion.id), "label", borrow_optional(criterion.label), "text", borrow(criterion.text),
                "audiences", std::move(audiences), "has_audiences", !criterion.audiences.empty(), "targets",
                std::move(targets), "has_targets", !criterion.targets.empty(), "clauses",
                c.words.clause_links(c.campaign, criterion.clauses));
}

View campaign_overview(const CampaignContext& c, const CampaignVerdicts& verdicts) {
  const Campaign& campaign = c.campaign;
  View view;
  view["title_fact"] = text_fact(c, campaign.title);
  view["slogan"] = campaign.slogan ? text_fact(c, *campaign.slogan) : View(false);
  view["level"] = c.words.name("level", campaign.level);
  view["issuer"] = party(c, campaign.issuer);
  view["period"] = object("text", period_text(c), "clauses", c.words.clause_links(campaign, campaign.period.clauses));
  view["number"] = field(c, campaign.number.is, campaign.number.number, campaign.number.clauses);
  view["date"] =
      field(c, campaign.date.is, campaign.date.date ? c.words.date(*campaign.date.date) : "", campaign.date.clauses);
  view["place"] = optional(campaign.date.place);
  view["signer"] = field(c, campaign.signer.is, campaign.signer.name, campaign.signer.clauses);
  view["signer_position"] = optional(campaign.signer.position);
  view["signer_on_behalf_of"] = optional(campaign.signer.on_behalf_of);
  view["standing_body"] = campaign.standing_body ? party(c, *campaign.standing_body) : View(false);
  view["parents"] = list_of(campaign.parents, [&](const model::Parent& p) { return parent_view(c, p); });
  view["has_parents"] = !campaign.parents.empty();
  view["children"] = children_of(c);
  view["has_children"] = view.get("children")->is_filled_list();
  view["themes"] = themes_view(c);
  view["purposes"] = text_facts(c, campaign.purposes);
  view["has_purposes"] = !campaign.purposes.empty();
  view["requirements"] = text_facts(c, campaign.requirements);
  view["has_requirements"] = !campaign.requirements.empty();
  view["audiences"] = list_of(campaign.audiences, [&](const model::Audience& a) { return audience_view(c, a); });
  view["content_areas"] = text_facts(c, campaign.content_areas);
  view["has_content_areas"] = !campaign.content_areas.empty();
  view["funding"] = text_facts(c, campaign.funding);
  view["has_funding"] = !campaign.funding.empty();
  view["duties"] = list_of(campaign.duties, [&](const model::Duty& d) { return duty_view(c, d); });
  view["has_duties"] = !campaign.duties.empty();
  view["citations"] = list_of(campaign.citations, [&](const model::Citation& x) { return citation_view(c, x); });
  view["has_citations"] = !campaign.citations.empty();
  view["recipients"] = text_facts(c, campaign.recipients);
  view["has_recipients"] = !campaign.recipients.empty();
  view["notes"] = list_of(campaign.notes, [&](const model::Note& n) { return note_view(c, n); });
  view.add("has_notes", !campaign.notes.empty(), "results", results_summary(c, verdicts));
  return view;
}

View plan_text(const CampaignContext& c, const Markdown& markdown, const std::string& root, Diagnostics& diagnostics) {
  View documents = list();
  for (std::size_t d = 0; d < c.campaign.documents.size(); ++d) {
    View clauses = list();
    View contents = list();
    for (std::size_t i = 0; i < c.campaign.documents[d].clauses.size(); ++i) {
      View clause = clause_view(c, markdown, root, d, i, diagnostics);
      const model::Clause& source = c.campaign.documents[d].clauses[i];
      if (source.heading && source.depth == 0) {
        append(contents, object("anchor", routes::clause_anchor(c.campaign, {d, i}), "marker", optional(source.marker),
                                "text", source.text));
      }
      append(clauses, std::move(clause));
    }
    append(documents, object("is_plan", d == 0, "name", c.campaign.documents[d].name, "clauses", std::move(clauses),
                             "contents", std::move(contents)));
  }
  return object("documents", std::move(documents), "title_fact", text_fact(c, c.campaign.title));
}

}  // namespace thidua::render
