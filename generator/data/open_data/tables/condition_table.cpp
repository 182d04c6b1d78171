// What an award depends on: the standards of a plan and its conditions for all awards, each condition in a row.
#include "data/open_data/tables/tables.hpp"

namespace thidua::data {
namespace {

using model::name_of;

/// What the rows of one standard, or of the conditions for all awards, have in common.
struct Head {
  std::string standard, award_forms, rounds, recipients;
  model::Given given = model::Given::stated;
  std::string delegated_to, delegated_by;
};

std::string recipient_names(const std::vector<model::RecipientKind>& recipients) {
  return joined(recipients, [](model::RecipientKind kind) { return name_of(kind); });
}

class ConditionRows {
 public:
  ConditionRows(const Source& source, const model::Campaign& campaign, Rows& rows)
      : source_(source), campaign_(campaign), rows_(rows), page_(source.page(campaign, routes::PageKind::awards)) {}

  void add(const model::Standard& standard) {
    const Head head{standard.id,
                    award_form_ids(campaign_, standard.award_forms),
                    round_ids(campaign_, standard.rounds),
                    recipient_names(standard.recipients),
                    standard.is,
                    source_.unit_ids(standard.to),
                    standard.by};
    enter(head, {}, standard.conditions.empty() ? std::string_view() : name_of(standard.logic), standard.text, {},
          nullptr, standard.clauses);
    add(head, standard.conditions, {});
  }

  void add_for_all(const std::vector<model::Condition>& conditions) { add({}, conditions, {}); }

 private:
  /// Numbers them 1, 2, 2.1 …
  void add(const Head& head, const std::vector<model::Condition>& conditions, const std::string& above) {
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const model::Condition& condition = conditions[i];
      const std::string number = above + std::to_string(i + 1);
      Head own = head;
      if (!condition.rounds.empty()) own.rounds = round_ids(campaign_, condition.rounds);
      if (!condition.recipients.empty()) own.recipients = recipient_names(condition.recipients);
      enter(own, number, condition.conditions.empty() ? std::string_view() : name_of(condition.logic), condition.text,
            source_.unit_id(condition.block), condition.check ? &*condition.check : nullptr, condition.clauses);
      add(own, condition.conditions, number + ".");
    }
  }

  void enter(const Head& head, const std::string& number, std::string_view logic, const std::string& text,
             std::string_view block, const model::Check* check, const model::Clauses& clauses) {
    const bool measured = check != nullptr && check->value;
    rows_.add({campaign_.id, head.standard, head.award_forms, head.rounds, head.recipients, name_of(head.given),
               head.delegated_to, head.delegated_by, number, logic, text, block,
               check != nullptr ? name_of(check->kind) : std::string_view(),
               check != nullptr && check->comparator ? name_of(*check->comparator) : std::string_view(),
               measured ? Cell(Decimal{check->spelling, *check->value}) : Cell(),
               measured ? std::string_view(check->unit) : std::string_view(), clause_paths(campaign_, clauses), page_,
               campaign_.illustrative});
  }

  const Source& source_;
  const model::Campaign& campaign_;
  Rows& rows_;
  const std::string page_;
};

}  // namespace

void award_condition_rows(const Source& source, Rows& rows) {
  for (const model::Campaign& campaign : source.site.campaigns) {
    rows.as_of(campaign.updated);
    ConditionRows out(source, campaign, rows);
    for (const model::Standard& standard : campaign.standards) out.add(standard);
    out.add_for_all(campaign.conditions);
  }
}

}  // namespace thidua::data
