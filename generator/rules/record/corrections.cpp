// A change of the published record without a correction.
//
// What: a decision, an award or a score that stood in an earlier copy of the site has the same values now, or a
// correction leads from the value that was published to the present one: {"of": "khen-01", "field": "name", "before":
// …, "after": …}. An award or score that came into a published file, or went, is a correction of the field `award` or
// `score`, with null before or after. Acknowledgements and corrections are themselves published: they are added to, and
// never changed; the acknowledgement of an award that was withdrawn may go with it. The link to a good practice comes
// with the practice, and goes when it disappears. Why: readers rely on what was published; a change that nobody can see
// is no correction. Bad: the name of a recipient is mended in place. Good: the same, with date, reason, before and
// after.
#include "rules/record/corrections.hpp"

#include <algorithm>
#include <map>

namespace thidua::rules {
namespace {

using model::Correction;
using model::PublishedFields;
using model::PublishedFile;
using model::value_of;
using Value = std::optional<std::string>;

/// One file of records as the content has it now: where it is, and what its corrections say.
struct Origin {
  std::string file;
  std::string whole;  ///< the field that stands for a record as a whole
  const std::vector<Correction>* corrections = nullptr;
};

std::map<std::string, Origin> origins(const model::Site& site) {
  std::map<std::string, Origin> out;
  for (const model::Campaign& campaign : site.campaigns) {
    for (const model::Result& result : campaign.results)
      out[published_key(campaign, result)] = {result.file, "award", &result.corrections};
    for (const model::ScoreTable& table : campaign.scores)
      out[published_key(campaign, table)] = {table.file, "score", &table.corrections};
  }
  return out;
}

/// Where corrections lead from a value that was published, one after the other in the order of their dates.
Value corrected(Value value, const Origin& origin, const std::string& of, const std::string& field) {
  std::vector<const Correction*> steps;
  for (const Correction& c : *origin.corrections) {
    if (c.of == of && c.field == field) steps.push_back(&c);
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Correction* a, const Correction* b) { return a->date.first_day() < b->date.first_day(); });
  for (const Correction* step : steps) {
    if (step->before == value) value = step->after;
  }
  return value;
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
        report(id, origin_.whole, id, std::nullopt);
    }
    for (const auto& [id, fields] : now.values) {
      const bool unknown_then = version_ == 1 && id == "scores";
      if (!unknown_then && !earlier.values.contains(id) && !was_added(id)) report(id, origin_.whole, std::nullopt, id);
    }
    for (const PublishedFields& entry : earlier.acknowledgements) {
      const Value award = value_of(entry, "award");
      const bool withdrawn = award && !now.values.contains(*award);
      if (!withdrawn) must_stand("acknowledgements", entry, now.acknowledgements);
    }
    for (const PublishedFields& entry : earlier.corrections) must_stand("corrections", entry, now.corrections);
  }

 private:
  void compare(const std::string& id, const PublishedFields& earlier, const PublishedFields& now) {
    if (earlier == now) return;
    for (const auto& [field, before] : earlier) compare(id, field, before, value_of(now, field));
    for (const auto& [field, after] : now) {
      const bool unknown_then = version_ == 1 && !model::older_field(field);
      if (!unknown_then && !value_of(earlier, field)) compare(id, field, std::nullopt, after);
    }
  }

  void compare(const std::string& id, const std::string& field, const Value& before, const Value& after) {
    if (before == after || corrected(before, origin_, id, field) == after) return;
    if (field == "practice" && (!before || is_left_out("practices/" + *before))) return;
    report(id, field, before, after);
  }

  bool is_left_out(const std::string& article) const {
    return std::any_of(site_.left_out.begin(), site_.left_out.end(),
                       [&](const model::LeftOut& one) { return one.id == article; });
  }

  void must_stand(const char* list, const PublishedFields& entry, const std::vector<PublishedFields>& now) {
    if (std::find(now.begin(), now.end(), entry) != now.end()) return;
    std::string said;
    for (const auto& [field, value] : entry) said.append(said.empty() ? "" : ", ").append(value);
    diagnostics_.add(Code::entry_gone, {origin_.file, 0, 0}, {list, said});
  }

  bool was_withdrawn(const std::string& id) const {
    return any([&](const Correction& c) { return c.of == id && c.field == origin_.whole && !c.after; });
  }
  bool was_added(const std::string& id) const {
    return any([&](const Correction& c) { return c.of == id && c.field == origin_.whole && !c.before; });
  }
  template <class Is>
  bool any(Is is) const {
    return std::any_of(origin_.corrections->begin(), origin_.corrections->end(), is);
  }

  void report(const std::string& id, const std::string& field, const Value& before, const Value& after) {
    diagnostics_.add(Code::changed_silently, {origin_.file, 0, 0}, {id, field, shown(before), shown(after)});
  }

  const model::Site& site_;
  const Origin& origin_;
  const int version_;
  Diagnostics& diagnostics_;
};

/// "campaign/results/name" -> content/campaigns/campaign/results/name.json
std::string file_of(const std::string& key) { return "content/campaigns/" + key + ".json"; }

bool has_expired(const model::Site& site, const std::string& key) {
  return std::any_of(site.campaigns.begin(), site.campaigns.end(), [&](const model::Campaign& campaign) {
    return std::any_of(campaign.expired.begin(), campaign.expired.end(),
                       [&](const std::string& id) { return campaign.id + "/results/" + id == key; });
  });
}

/// Whether a record is there after the last correction of it as a whole.
bool corrected_whole(const Correction& correction, const Origin& origin) {
  const Correction* last = &correction;
  for (const Correction& c : *origin.corrections) {
    const bool same = c.of == correction.of && c.field == origin.whole;
    if (same && c.date.first_day() >= last->date.first_day()) last = &c;
  }
  return last->after.has_value();
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
  return std::any_of(origin.corrections->begin(), origin.corrections->end(), [&](const Correction& c) {
    return c.of == correction.of && c.field == origin.whole && !c.after;  // withdrawn since
  });
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
    if (at != now.files.end())
      Comparison(site, sources.at(key), earlier.version, diagnostics).compare(file, at->second);
    else if (!has_expired(site, key))
      diagnostics.add(Code::record_gone, {file_of(key), 0, 0}, {key});
  }
}

}  // namespace thidua::rules
