// A change of the published record without a correction.
//
// What: a decision, an award or a score that stood in an earlier copy of the site has the same values now, or a
// correction leads from the value that was published to the present one: {"of": "khen-01", "field": "name", "before":
// …, "after": …}. An award or score that came into a published file, or went, is a correction of the field `award` or
// `score`, with null before or after. Acknowledgements and corrections are themselves published: they are added to, and
// never changed; the acknowledgement of an award that was withdrawn may go with it. The link to a good practice comes
// with the practice, and goes when it disappears. The end of a decision's time (`expire_at`) is published with it, and
// may be moved as long as the decision is to be seen; an end that nobody could have read before takes nothing away. A
// new correction changes something that was published, and begins with what was. Why: readers rely on what was
// published; a change that nobody can see is no correction. Bad: the name of a recipient is mended in place. Good: the
// same, with date, reason, before and after.
#include "rules/record/corrections.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace thidua::rules {
namespace {

using model::Correction;
using model::PublishedFields;
using model::PublishedFile;
using model::value_of;
using Value = std::optional<std::string>;

const Value kAbsent;

/// The corrections of one field of one record.
struct Trail {
  std::vector<const Correction*> steps;  ///< in the order of their dates
  std::map<Value, Value> ends;           ///< from what a step begins with to where all of them lead
  bool adds = false, withdraws = false;  ///< whether a step begins, or ends, with nothing
};

/// One file of records as the content has it now: where it is, and what its corrections say.
struct Origin {
  std::string whole;  ///< the field that stands for a record as a whole
  Place place;        ///< of the record
  const std::vector<Correction>* corrections = nullptr;
  std::map<std::pair<std::string_view, std::string_view>, Trail> trails = {};  ///< by record and field
  std::map<std::string, Place, std::less<>> places = {};                       ///< of awards and scores, by id

  const Place& place_of(std::string_view id) const {
    const auto at = places.find(id);
    return at == places.end() ? place : at->second;
  }

  const Trail& trail(std::string_view of, std::string_view field) const {
    static const Trail kNone;
    const auto at = trails.find({of, field});
    return at == trails.end() ? kNone : at->second;
  }
};

Value end_of(const Trail& trail, const Value& value) {
  const auto at = trail.ends.find(value);
  return at == trail.ends.end() ? value : at->second;
}

/// Each correction is looked at a few times only, however many there are.
Origin origin_of(const Place& place, const char* whole, const std::vector<Correction>& corrections) {
  Origin out{whole, place, &corrections};
  for (const Correction& c : corrections) {
    Trail& trail = out.trails[{c.of, c.field}];
    trail.steps.push_back(&c);
    trail.adds |= !c.before;
    trail.withdraws |= !c.after;
  }
  for (auto& [key, trail] : out.trails) {
    std::stable_sort(trail.steps.begin(), trail.steps.end(), [](const Correction* a, const Correction* b) {
      return a->date.first_day() < b->date.first_day();
    });
    for (auto step = trail.steps.rbegin(); step != trail.steps.rend(); ++step)
      trail.ends[(*step)->before] = end_of(trail, (*step)->after);
  }
  return out;
}

std::map<std::string, Origin> origins(const model::Site& site) {
  std::map<std::string, Origin> out;
  for (const model::Campaign& campaign : site.campaigns) {
    if (campaign.origin) continue;  // another portal's record
    for (const model::Result& result : campaign.results) {
      Origin& origin = out[published_key(campaign, result)] = origin_of(result.place, "award", result.corrections);
      for (const model::Award& award : result.awards) origin.places.emplace(award.id, award.place);
    }
    for (const model::ScoreTable& table : campaign.scores) {
      const Place whole{table.file, 0, 0};
      Origin& origin = out[published_key(campaign, table)] = origin_of(whole, "score", table.corrections);
      for (const model::Score& score : table.scores)
        origin.places.emplace(site.units[score.unit].id, Place{table.file, score.line, score.column});
    }
  }
  return out;
}

/// Where corrections lead from a value that was published, one after the other in the order of their dates.
Value corrected(const Value& value, const Origin& origin, const std::string& of, const std::string& field) {
  return end_of(origin.trail(of, field), value);
}

std::string shown(const Value& value) { return value.value_or("–"); }

/// One file, with what an earlier copy of that version held of it.
class Comparison {
 public:
  Comparison(const model::Site& site, const Origin& origin, int version, Diagnostics& diagnostics)
      : site_(site), origin_(origin), version_(version), diagnostics_(diagnostics) {}

  void compare(const PublishedFile& earlier, const PublishedFile& now) {
    for (const auto& [id, fields] : earlier.values) {
      const auto at = now.values.find(id);
      if (at != now.values.end())
        compare(id, fields, at->second);
      else if (!was_withdrawn(id))
        report(id, origin_.whole, id, kAbsent);
    }
    for (const auto& [id, fields] : now.values) {
      const bool unknown_then = version_ == 1 && id == "scores";
      if (!unknown_then && !earlier.values.contains(id) && !was_added(id)) report(id, origin_.whole, kAbsent, id);
    }
    must_stand("acknowledgements", earlier.acknowledgements, now.acknowledgements, [&](const PublishedFields& entry) {
      const Value award = value_of(entry, "award");
      return award && !now.values.contains(*award);  // withdrawn with it
    });
    must_stand("corrections", earlier.corrections, now.corrections, [](const PublishedFields&) { return false; });
    must_correct(earlier, now);
  }

 private:
  void compare(const std::string& id, const PublishedFields& earlier, const PublishedFields& now) {
    if (earlier == now) return;
    for (const auto& [field, before] : earlier) compare(id, field, before, value_of(now, field));
    for (const auto& [field, after] : now) {
      const bool unknown_then = version_ == 1 && !model::older_field(field);
      if (!unknown_then && !value_of(earlier, field)) compare(id, field, kAbsent, after);
    }
  }

  void compare(const std::string& id, const std::string& field, const Value& before, const Value& after) {
    if (before == after || corrected(before, origin_, id, field) == after) return;
    if (field == "practice" && (!before || is_left_out("practices/" + *before))) return;
    if (field == "expire_at") return;
    const auto& steps = origin_.trail(id, field).steps;
    const auto leads_here = [&](const Correction* step) { return step->after == after; };
    if (const auto step = std::find_if(steps.begin(), steps.end(), leads_here); step != steps.end())
      diagnostics_.add(Code::correction_starts_elsewhere, (*step)->place,
                       {id, field, shown(before), shown((*step)->before)});
    else
      report(id, field, before, after);
  }

  /// A correction that came, of a value that had been published and is the same still, corrects nothing.
  void must_correct(const PublishedFile& earlier, const PublishedFile& now) {
    if (version_ < model::kPublishedVersion) return;                   // which held no corrections
    if (now.corrections.size() <= earlier.corrections.size()) return;  // what is not known was changed, which is said
    const std::set<PublishedFields> known(earlier.corrections.begin(), earlier.corrections.end());
    for (std::size_t i = 0; i < now.corrections.size(); ++i) {
      if (known.contains(now.corrections[i])) continue;
      const Correction& c = (*origin_.corrections)[i];
      const auto then = earlier.values.find(c.of), present = now.values.find(c.of);
      if (then == earlier.values.end() || present == now.values.end()) continue;
      const bool only = origin_.trail(c.of, c.field).steps.size() == 1;
      const bool told =
          c.before != c.after && c.after == value_of(present->second, c.field);  // else it is wrong anyway
      if (only && told && value_of(then->second, c.field) == c.after && c.field != origin_.whole)
        diagnostics_.add(Code::correction_of_nothing, c.place, {c.of, c.field, shown(c.after)});
    }
  }

  bool is_left_out(const std::string& article) const {
    return std::any_of(site_.left_out.begin(), site_.left_out.end(),
                       [&](const model::LeftOut& one) { return one.id == article; });
  }

  template <class MayGo>
  void must_stand(const char* list, const std::vector<PublishedFields>& earlier,
                  const std::vector<PublishedFields>& now, MayGo may_go) {
    const std::set<PublishedFields> standing(now.begin(), now.end());
    for (const PublishedFields& entry : earlier) {
      if (standing.contains(entry) || may_go(entry)) continue;
      std::string said;
      for (const auto& [field, value] : entry) said.append(said.empty() ? "" : ", ").append(value);
      diagnostics_.add(Code::entry_gone, origin_.place, {list, said});
    }
  }

  bool was_withdrawn(const std::string& id) const { return origin_.trail(id, origin_.whole).withdraws; }
  bool was_added(const std::string& id) const { return origin_.trail(id, origin_.whole).adds; }

  void report(const std::string& id, const std::string& field, const Value& before, const Value& after) {
    diagnostics_.add(Code::changed_silently, origin_.place_of(id), {id, field, shown(before), shown(after)});
  }

  const model::Site& site_;
  const Origin& origin_;
  const int version_;
  Diagnostics& diagnostics_;
};

/// "campaign/results/name" -> content/campaigns/campaign/results/name.json
std::string file_of(const std::string& key) { return "content/campaigns/" + key + ".json"; }

/// When the record went; empty where it did not go by its time.
Value expired_at(const model::Site& site, const std::string& key) {
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::ExpiredResult& one : campaign.expired)
      if (campaign.id + "/results/" + one.id == key) return model::to_string(one.expire_at);
  }
  return kAbsent;
}

/// The end that was published with a decision.
Value announced_end(const PublishedFile& file) {
  const auto decision = file.values.find("decision");
  return decision == file.values.end() ? kAbsent : value_of(decision->second, "expire_at");
}

/// Whether a record is there after the last correction of it as a whole.
bool corrected_whole(const Correction& correction, const Origin& origin) {
  return origin.trail(correction.of, origin.whole).steps.back()->after.has_value();
}

/// Whether a correction says what is so now, or a later one goes on from where it leads.
bool holds(const Correction& correction, const Origin& origin, const PublishedFile& now) {
  const auto record = now.values.find(correction.of);
  const bool there = record != now.values.end();
  if (correction.field == origin.whole) return there == corrected_whole(correction, origin);
  if (there) {
    const Value present = value_of(record->second, correction.field);
    return corrected(correction.after, origin, correction.of, correction.field) == present;
  }
  return origin.trail(correction.of, origin.whole).withdraws;  // since
}

}  // namespace

void corrections_hold(const model::Site& site, const model::Published& now, Diagnostics& diagnostics) {
  for (const auto& [key, origin] : origins(site)) {
    for (const Correction& correction : *origin.corrections) {
      if (!holds(correction, origin, now.files.at(key)))
        diagnostics.add(Code::correction_differs, correction.place,
                        {correction.of, correction.field, shown(correction.after)});
    }
  }
}

void changed_silently(const model::Site& site, const model::Published& earlier, const model::Published& now,
                      Diagnostics& diagnostics) {
  const auto sources = origins(site);
  for (const auto& [key, file] : earlier.files) {
    const auto at = now.files.find(key);
    if (at != now.files.end()) {
      Comparison(site, sources.at(key), earlier.version, diagnostics).compare(file, at->second);
      continue;
    }
    const Value end = expired_at(site, key);
    if (!end)
      diagnostics.add(Code::record_gone, {file_of(key), 0, 0}, {key});
    else if (announced_end(file) != end)
      diagnostics.add(Code::expired_unannounced, {file_of(key), 0, 0}, {key, *end, shown(announced_end(file))});
  }
}

}  // namespace thidua::rules
