#include "pull/combine.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace thidua::pull {
namespace {

/// The files of the copies in which there is an error, whatever severity it is told with.
std::set<std::string> files_with_errors(const std::vector<Diagnostic>& findings) {
  std::set<std::string> out;
  for (const Diagnostic& d : findings) {
    if (d.place.is_pulled() && describe(d.code).severity == Severity::error)
      out.insert(d.place.file.substr(0, d.place.file.find('#')));
  }
  return out;
}

/// Takes the copies in those files out of `parcels` and reports why. Gives the ids of their sources.
std::vector<std::string> leave_out(const std::set<std::string>& files, const std::vector<Diagnostic>& findings,
                                   std::vector<content::Parcel>& parcels, Diagnostics& diagnostics) {
  std::vector<std::string> out;
  std::erase_if(parcels, [&](const content::Parcel& parcel) {
    const std::string file = content::copy_path(parcel.origin.id);
    if (!files.contains(file)) return false;
    out.push_back(parcel.origin.id);
    diagnostics.add(Code::copy_left_out, {file}, {parcel.origin.id});
    return true;
  });
  for (const Diagnostic& d : findings) {
    if (files.contains(d.place.file.substr(0, d.place.file.find('#')))) diagnostics.add(d.code, d.place, d.args);
  }
  return out;
}

Combined attempt(content::Sources sources, std::vector<content::Parcel> parcels, const CombineOptions& options,
                 Diagnostics& on_model, Diagnostics& diagnostics) {
  Combined out;
  out.conflicts = content::take_in(std::move(parcels), sources);
  rules::personal_data(sources, options.read_media, options.build.jobs, diagnostics);
  out.site = model::build_site(sources, options.build, on_model, &out.embargoed);
  out.sources = std::move(sources);
  return out;
}

}  // namespace

Combined combine(content::Sources&& own, std::vector<content::Parcel> parcels, const CombineOptions& options,
                 Diagnostics& diagnostics) {
  std::vector<std::string> misfits;
  std::optional<std::vector<content::Conflict>> conflicts;  // of the first attempt, which has all of them
  while (!parcels.empty()) {
    Diagnostics on_model, others;
    Combined out = attempt(own, parcels, options, on_model, others);
    if (!conflicts) conflicts = out.conflicts;
    const std::vector<Diagnostic> findings = on_model.sorted();
    const std::set<std::string> wrong = files_with_errors(findings);
    if (wrong.empty()) {
      diagnostics.merge(std::move(others));
      diagnostics.merge(std::move(on_model));
      out.misfits = std::move(misfits);
      out.conflicts = std::move(*conflicts);
      return out;
    }
    for (std::string& id : leave_out(wrong, findings, parcels, diagnostics)) misfits.push_back(std::move(id));
  }
  Combined out = attempt(std::move(own), {}, options, diagnostics, diagnostics);
  out.misfits = std::move(misfits);
  out.conflicts = std::move(conflicts).value_or(std::vector<content::Conflict>());
  return out;
}

void report_conflicts(const std::vector<content::Conflict>& conflicts, Conflicts how, Diagnostics& diagnostics) {
  const auto words = [](const Place& place) {
    return place.line == 0 ? place.file : place.file + ":" + std::to_string(place.line);
  };
  const Code code = how == Conflicts::fail ? Code::pulled_conflict : Code::pulled_twice;
  for (const content::Conflict& one : conflicts)
    diagnostics.add(code, one.at, {one.id, words(one.first), words(one.second), one.source});
}

}  // namespace thidua::pull
