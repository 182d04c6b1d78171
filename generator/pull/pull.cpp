#include "pull/pull.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/parallel.hpp"
#include "pull/fetch.hpp"
#include "pull/store.hpp"

namespace thidua::pull {
namespace {

using content::Parcel;
using content::Source;

/// A source on its way.
struct Visit {
  std::string old_bytes;
  std::optional<Parcel> old;  ///< the last good copy
  Fetched fetched = NoAnswer{};
  std::string new_bytes;  ///< to be stored; empty: nothing is
  std::optional<Parcel> fresh;
  Diagnostics diagnostics;

  std::string old_day() const { return old ? old->origin.day : std::string(); }
};

class Round {
 public:
  Round(base::Disk& disk, const PullOptions& options)
      : disk_(disk), options_(options), now_(model::to_string(options.combine.build.now)) {}

  Visit visit(const Source& source) const {
    Visit out;
    if (auto bytes = disk_.read(path(content::copy_path(source.id)), content::kMaxCopy)) {
      Diagnostics said_by_build;
      out.old = content::read_copy(*bytes, source, content::copy_path(source.id), said_by_build);
      out.old_bytes = std::move(*bytes);
    }
    const bool same = out.old && out.old->head.url == source.url && !content::document_in(out.old_bytes).empty();
    out.fetched = fetch(source, same ? out.old->head.etag : std::string(), options_.authorities);
    if (const auto* none = std::get_if<NoAnswer>(&out.fetched))
      out.diagnostics.add(none->refused ? Code::source_refused : Code::source_unreachable, source.place,
                          {source.id, none->words, out.old_day()});
    else
      take_up(source, out);
    return out;
  }

  /// What was given is not good: it is put aside, and the copy stays.
  void refuse(const Source& source, Visit& visit, Diagnostics& diagnostics) const {
    diagnostics.add(Code::source_invalid, source.place, {source.id, visit.old_day()});
    write(content::refused_path(source.id), visit.new_bytes, diagnostics);
    visit.new_bytes.clear();
    visit.fresh.reset();
  }

  void write(const std::string& file, const std::string& bytes, Diagnostics& diagnostics) const {
    if (const auto done = store(disk_, path(file), bytes); !done)
      // Not at the copy's own place, where nothing is an error: this one is for us to mend.
      diagnostics.add(Code::copy_unwritable, {std::string(content::kSourceList)},
                      {file + ": " + base::reason(done.error())});
  }

  void accept(const Source& source, const Visit& visit, Diagnostics& diagnostics) const {
    if (visit.new_bytes.empty()) return;
    write(content::copy_path(source.id), visit.new_bytes, diagnostics);
    static_cast<void>(disk_.remove_file(path(content::refused_path(source.id))));  // mostly there is none
  }

 private:
  std::string path(const std::string& file) const { return base::join(options_.root, file); }

  void take_up(const Source& source, Visit& visit) const {
    const auto* document = std::get_if<NewDocument>(&visit.fetched);
    content::CopyHead head{source.url, now_, now_, document == nullptr ? "" : document->etag};
    if (document == nullptr) {
      head = visit.old->head;
      head.checked = now_;
    }
    visit.new_bytes = content::write_copy(
        head, document == nullptr ? content::document_in(visit.old_bytes) : std::string_view(document->bytes));
    Diagnostics findings;
    visit.fresh = content::read_copy(visit.new_bytes, source, content::copy_path(source.id), findings);
    if (visit.fresh) return;
    // Once more, so that each place is in the file in which it can be looked at.
    static_cast<void>(content::read_copy(visit.new_bytes, source, content::refused_path(source.id), visit.diagnostics));
    refuse(source, visit, visit.diagnostics);
  }

  base::Disk& disk_;
  const PullOptions& options_;
  const std::string now_;
};

/// What a set of copies comes to, with our own content and with each other.
struct Judgement {
  Combined combined;
  Diagnostics found;

  /// What nobody may bring about by what they publish: errors of our own, copies that do not fit, ids that two have.
  std::set<std::string> troubles;
};

std::string trouble_of(const Diagnostic& d) {
  std::string out = std::string(describe(d.code).name) + ' ' + d.place.file + ':' + std::to_string(d.place.line);
  for (const std::string& arg : d.args) out += ' ' + arg;
  return out;
}

using Copies = std::vector<const Parcel*>;  ///< by source; null: there is none

/// Takes copies in as long as our own content and what other portals gave before stays as good as it was.
class Admission {
 public:
  Admission(const content::Sources& own, const PullOptions& options, Copies before)
      : own_(own), options_(options), copies_(std::move(before)) {}

  /// Gives for each source whether its new copy, where it has one, is taken.
  std::vector<bool> admit(const Copies& fresh) {
    std::vector<bool> taken(fresh.size());
    if (const Copies all = with_all(fresh); judge(all).troubles.empty()) {
      for (std::size_t i = 0; i < fresh.size(); ++i) taken[i] = fresh[i] != nullptr;
      return taken;
    }
    now_ = judge(copies_);
    // One source may need what another one gives: those that were refused are looked at again.
    for (bool again = true; again;) {
      again = false;
      refused_.clear();
      for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (fresh[i] == nullptr || taken[i]) continue;
        taken[i] = admit(i, *fresh[i]);
        again |= taken[i];
      }
    }
    return taken;
  }

  /// Why: what stands in the way of each that was not taken, and what is wrong with those that were there before.
  void report(const std::vector<Source>& sources, Diagnostics& diagnostics) {
    report_conflicts(now_.combined.conflicts, Conflicts::fail, diagnostics);
    for (auto& [i, judgement] : refused_) report(sources[i], judgement, diagnostics);
  }

 private:
  Copies with_all(const Copies& fresh) const {
    Copies out = copies_;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      if (fresh[i] != nullptr) out[i] = fresh[i];
    }
    return out;
  }

  Judgement judge(const Copies& copies) const {
    std::vector<Parcel> parcels;
    for (const Parcel* const copy : copies) {
      if (copy != nullptr) parcels.push_back(*copy);
    }
    Judgement out;
    out.combined = combine(content::Sources(own_), std::move(parcels), options_.combine, out.found);
    if (options_.check_site) options_.check_site(out.combined.site, out.found);
    for (const Diagnostic& d : out.found.sorted()) {
      if (d.severity() == Severity::error) out.troubles.insert(trouble_of(d));
    }
    for (const std::string& id : out.combined.misfits) out.troubles.insert("misfit " + id);
    for (const content::Conflict& one : out.combined.conflicts)
      out.troubles.insert("conflict " + one.id + ' ' + one.source);
    return out;
  }

  bool admit(std::size_t i, const Parcel& fresh) {
    const Parcel* const before = std::exchange(copies_[i], &fresh);
    Judgement judgement = judge(copies_);
    if (std::ranges::includes(now_.troubles, judgement.troubles)) return now_ = std::move(judgement), true;
    copies_[i] = before;
    refused_.emplace(i, std::move(judgement));
    return false;
  }

  void report(const Source& source, Judgement& judgement, Diagnostics& diagnostics) const {
    std::vector<content::Conflict> conflicts = std::move(judgement.combined.conflicts);
    std::erase_if(conflicts, [&](const content::Conflict& one) {
      return now_.troubles.contains("conflict " + one.id + ' ' + one.source);
    });
    report_conflicts(conflicts, Conflicts::fail, diagnostics);
    const std::string file = content::copy_path(source.id);
    for (const Diagnostic& d : judgement.found.sorted()) {
      if (d.place.file.starts_with(file) && d.code != Code::copy_left_out) {
        Place place = d.place;  // where it can be looked at
        place.file.replace(0, file.size(), content::refused_path(source.id));
        diagnostics.add(d.code, std::move(place), d.args);
      } else if (d.severity() == Severity::error && !now_.troubles.contains(trouble_of(d))) {
        const std::string where = d.place.file + (d.place.line > 0 ? ":" + std::to_string(d.place.line) : "");
        diagnostics.add(Code::source_would_break, source.place,
                        {source.id, where, std::string(describe(d.code).name), d.args.empty() ? "" : d.args.front()});
      }
    }
  }

  const content::Sources& own_;
  const PullOptions& options_;
  Copies copies_;
  Judgement now_;
  std::map<std::size_t, Judgement> refused_;
};

PulledSource outcome_of(const Source& source, const Visit& visit) {
  PulledSource out{.id = source.id};
  const std::optional<Parcel>& copy = visit.fresh ? visit.fresh : visit.old;
  if (!copy) return out;
  out.outcome = !visit.fresh                                         ? Outcome::kept
                : std::holds_alternative<NewDocument>(visit.fetched) ? Outcome::taken
                                                                     : Outcome::unchanged;
  out.day = copy->origin.day;
  out.campaigns = copy->sources.campaigns.size();
  out.practices = copy->sources.practices.size();
  for (const content::CampaignFolder& campaign : copy->sources.campaigns) out.results += campaign.results.size();
  return out;
}

}  // namespace

std::vector<PulledSource> pull(base::Disk& disk, const content::Sources& own, const std::vector<Source>& sources,
                               const PullOptions& options, Diagnostics& diagnostics) {
  const Round round(disk, options);
  std::vector<Visit> visits(sources.size());
  base::for_each_index(sources.size(), options.combine.build.jobs,
                       [&](std::size_t i) { visits[i] = round.visit(sources[i]); });
  for (Visit& visit : visits) diagnostics.merge(std::move(visit.diagnostics));
  Copies before, fresh;
  for (const Visit& visit : visits) {
    before.push_back(visit.old ? &*visit.old : nullptr);
    fresh.push_back(visit.fresh ? &*visit.fresh : nullptr);
  }
  Admission admission(own, options, std::move(before));
  const std::vector<bool> taken = admission.admit(fresh);
  admission.report(sources, diagnostics);
  std::vector<PulledSource> out;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (visits[i].fresh && !taken[i]) round.refuse(sources[i], visits[i], diagnostics);
    round.accept(sources[i], visits[i], diagnostics);
    out.push_back(outcome_of(sources[i], visits[i]));
  }
  return out;
}

}  // namespace thidua::pull
