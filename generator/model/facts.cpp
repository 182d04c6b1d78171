#include "model/facts.hpp"

#include <algorithm>
#include <array>

namespace thidua::model {
namespace {

using content::Member;
using content::Value;

/// Keys whose values say which and what kind, not how much or when; and `text`, which is our own wording.
bool is_evidence(std::string_view key) {
  static constexpr std::array<std::string_view, 46> kOthers = {
      "text",         "clause",   "$schema",   "id",         "label",       "group",      "kind",      "kinds",
      "is",           "for",      "rounds",    "award_form", "award_forms", "unit",       "units",     "who",
      "to",           "with",     "chosen_by", "through",    "citation",    "campaign",   "milestone", "applies_to",
      "within",       "block",    "tier",      "comparator", "scope",       "rating",     "logic",     "of",
      "delegated_to", "locality", "level",     "updated",    "short_title", "part_of",    "freed_by",  "routes",
      "after_event",  "for_year", "document",  "revisions",  "withdrawn",   "attested_by"};
  return std::find(kOthers.begin(), kOthers.end(), key) == kOthers.end();
}

std::optional<Relation> relation_of(const Value& object) {
  for (const std::string_view key : {"comparator", "is"}) {
    const Value* word = object.find(key);
    if (word == nullptr || !word->is_string()) continue;
    for (const Relation relation :
         {Relation::at_least, Relation::more_than, Relation::at_most, Relation::less_than, Relation::before}) {
      if (word->as_string() == name_of_relation(relation)) return relation;
    }
  }
  return std::nullopt;
}

/// Whether the comparator of an object is about this member; `count` only where there is no `value` beside it.
bool is_bounded(const Value& object, std::string_view key) {
  return key == "value" || key == "date" || key == "in" || key == "each_year" ||
         (key == "count" && object.find("value") == nullptr);
}

/// Written as a date, but none: reported where it is read, and not a number of the plan's.
bool is_impossible_date(const std::string& text) {
  const bool form =
      (text.size() == 7 || text.size() == 10) && text.find_first_not_of("0123456789-") == std::string::npos;
  return form && text[4] == '-' && !parse_date(text);
}

/// 03-15, 03, Q4: the day, month or quarter of a yearly rule.
std::string yearly_token(const std::string& text) { return text.starts_with('Q') ? text : "--" + text; }

class QuantityCollector {
 public:
  std::vector<Quantity> collect(const Value& fact) {
    visit_object(fact, relation_of(fact));
    return std::move(found_);
  }

 private:
  void visit_object(const Value& object, std::optional<Relation> outer) {
    const auto own = relation_of(object);
    const auto relation = own ? own : outer;
    for (const Member& member : object.as_object()) {
      const bool period_end = member.key == "to" && member.value.is_string();
      const bool years = member.key == "for" && member.value.is_array();
      if (is_evidence(member.key) || period_end || years)
        visit(member, member.value, is_bounded(object, member.key) ? relation : std::nullopt);
    }
  }

  void visit(const Member& member, const Value& value, std::optional<Relation> relation) {
    if (value.is_number()) {
      give(number_token(value.as_number().spelling), relation);
    } else if (value.is_string()) {
      visit_text(member.key, value.as_string(), relation);
    } else if (value.is_array()) {
      for (const Value& item : value.as_array()) visit(member, item, relation);
    } else if (value.is_object() && value.find("clause") == nullptr) {
      visit_object(value, relation);
    }
  }

  void visit_text(std::string_view key, const std::string& text, std::optional<Relation> relation) {
    constexpr const char* kLeapYear = "2024-";
    if (is_impossible_date(key == "in" ? kLeapYear + text : text)) return;
    if (key == "in") {
      if (text != "year") give(yearly_token(text), relation);  // every year is no date of its own
      return;
    }
    if (parse_date(text)) return give(text, relation);
    for (Quantity& quantity : quantities_in(text)) {
      if (!quantity.implied) give(std::move(quantity.token), relation);
    }
  }

  void give(std::string token, std::optional<Relation> relation) {
    found_.push_back({std::move(token), relation, false});
  }

  std::vector<Quantity> found_;
};

void collect(const Value& value, const std::string& key, const ClauseIndex& clauses, Reading& reading,
             std::vector<Fact>& facts) {
  if (value.is_array()) {
    for (const Value& item : value.as_array()) collect(item, key, clauses, reading, facts);
  } else if (value.is_object()) {
    if (value.find("clause") != nullptr) {
      facts.push_back(
          {key, reading.place(value.at), clauses.resolve(Fields(value, reading)), QuantityCollector().collect(value)});
    }
    for (const Member& member : value.as_object()) collect(member.value, member.key, clauses, reading, facts);
  }
}

std::string cited(const std::vector<Document>& documents, const ClauseRef& ref) {
  const Document& document = documents[ref.document];
  const std::string& path = document.clauses[ref.clause].path;
  return ref.document == 0 ? path : document.id + "#" + path;
}

}  // namespace

std::string cited(const std::vector<Document>& documents, const Clauses& clauses) {
  std::string out;
  for (const ClauseRef& ref : clauses) out += (out.empty() ? "" : ", ") + cited(documents, ref);
  return out;
}

ClauseIndex::ClauseIndex(const std::vector<Document>& documents) {
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (std::size_t c = 0; c < documents[d].clauses.size(); ++c) {
      paths_.add(cited(documents, ClauseRef{d, c}), refs_.size());
      refs_.push_back({d, c});
    }
  }
}

Clauses ClauseIndex::resolve(const Fields& fact, std::string_view key) const {
  Clauses out;
  for (const std::size_t position : fact.references(key, paths_)) out.push_back(refs_[position]);
  if (const auto position = fact.reference(key, paths_)) out.push_back(refs_[*position]);
  return out;
}

std::vector<Fact> collect_facts(const Value& root, const ClauseIndex& clauses, Reading& reading) {
  std::vector<Fact> facts;
  collect(root, "", clauses, reading, facts);
  return facts;
}

}  // namespace thidua::model
