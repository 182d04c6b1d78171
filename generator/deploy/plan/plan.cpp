#include "deploy/plan/plan.hpp"

#include <algorithm>

#include "data/web/keeping.hpp"
#include "deploy/host.hpp"
#include "deploy/plan/forms.hpp"
#include "deploy/plan/headers.hpp"

namespace thidua::deploy {
namespace {

constexpr std::size_t kAlwaysAllowed = 50;
constexpr std::size_t kShare = 5;  ///< one in five

/// Whether a path of the host is a form of a file of the output that has forms.
bool is_form(const publish::Manifest& output, std::string_view path, Dress dress) {
  if (dress == Dress::headers || output.files.contains(path)) return false;
  const auto whose = output.files.find(whose_form(path));
  return whose != output.files.end() && dress == Dress::beside && has_forms(whose->first, whose->second.size);
}

/// Whether a path of the host is the form of another file that is there.
bool is_form(const Known& known, std::string_view path) {
  const std::string_view whose = whose_form(path);
  return !whose.empty() && (known.files.contains(whose) || known.doubtful.contains(whose));
}

bool never_changes(std::string_view path) { return data::never_changes(path); }

/// A doubtful file may have left forms that nothing else lists, and may have come only half way.
std::vector<std::string> with_traces(const std::string& path, Dress dress) {
  std::vector<std::string> out{path, temporary_name(path)};
  if (dress == Dress::headers || !whose_form(path).empty()) return out;
  for (const Form form : kForms) out.push_back(path + std::string(ending(form)));
  return out;
}

}  // namespace

std::string sent_tag(const std::string& path, std::uint64_t size, Dress dress) {
  if (dress == Dress::plain) return {};
  if (dress == Dress::beside) return has_forms(path, size) ? "forms" : "";
  Headers headers = headers_of(path);
  if (is_always_compressed(path)) headers.content_encoding = encoding(Form::gzip);
  return fingerprint(headers);
}

Plan make_plan(const publish::Manifest& output, const Known& known, Dress dress) {
  Plan plan;
  for (const auto& [path, facts] : output.files) {
    publish::FileFacts wanted{facts.size, facts.hash, sent_tag(path, facts.size, dress)};
    const auto there = known.files.find(path);
    if (there != known.files.end() && there->second == wanted) {
      ++plan.unchanged;
      continue;
    }
    const bool is_new = there == known.files.end() && !known.doubtful.contains(path);
    plan.bytes += wanted.size;
    plan.send.push_back({path, std::move(wanted), group_of(path), is_new});
  }
  std::stable_sort(plan.send.begin(), plan.send.end(),
                   [](const Parcel& a, const Parcel& b) { return a.group < b.group; });
  const auto leaves = [&](const std::string& path) {
    return !output.files.contains(path) && !is_temporary(path) && !is_form(output, path, dress) &&
           !is_form(known, path);
  };
  for (const auto& [path, facts] : known.files) {
    if (leaves(path) && !known.former.contains(path)) plan.leaving.push_back(path);
  }
  for (const std::string& path : known.doubtful) {
    if (leaves(path) && !known.files.contains(path)) plan.leaving.push_back(path);
  }
  std::sort(plan.leaving.begin(), plan.leaving.end());
  return plan;
}

std::size_t usual_limit(const Known& known) {
  std::size_t files = 0;
  for (const auto& [path, facts] : known.files) files += is_form(known, path) || known.former.contains(path) ? 0 : 1;
  return std::max(kAlwaysAllowed, files / kShare);
}

std::size_t counted_deletes(const Plan& plan, const Known& known) {
  const auto counts = [&](const std::string& path) { return !never_changes(path) && !is_form(known, path); };
  return static_cast<std::size_t>(std::count_if(plan.leaving.begin(), plan.leaving.end(), counts));
}

std::size_t count_files(const Former& former) {
  const auto is_form = [&](const auto& entry) {
    const std::string_view whose = whose_form(entry.first);
    return !whose.empty() && former.contains(whose);
  };
  return former.size() - static_cast<std::size_t>(std::count_if(former.begin(), former.end(), is_form));
}

std::vector<std::string> to_remove(const publish::Manifest& output, Known& known, Dress dress,
                                   std::chrono::sys_seconds now) {
  std::set<std::string> out;
  for (const auto& [path, facts] : known.files) {
    if (output.files.contains(path) || is_form(output, path, dress)) {
      known.former.erase(path);
      continue;
    }
    const std::string_view whose = whose_form(path);
    const bool may_be_asked_for = never_changes(path) && (whose.empty() || !output.files.contains(whose));
    if (may_be_asked_for) {
      auto& until = known.former.emplace(path, now + kGrace).first->second;
      until = std::min(until, now + kGrace);  // a clock may have been ahead
      if (until > now) continue;
    }
    known.former.erase(path);
    out.insert(path);
  }
  for (const std::string& path : known.doubtful) {
    for (std::string& one : with_traces(path, dress)) {
      if (!known.files.contains(one)) out.insert(std::move(one));
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace thidua::deploy
