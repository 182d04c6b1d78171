// What is under embargo, held against its plan before anybody sees it.
//
// What: each campaign as it will stand at each moment from which results of it are to be seen. What does not satisfy
// the plan then, and does now or is not to be seen now, is a warning that says from when it will be an error.
// Why: on the day of publication there is no time left to mend it, and the build that should publish would refuse.
#include <algorithm>
#include <set>
#include <tuple>

#include "rules/audit/audit.hpp"

namespace thidua::rules {
namespace {

using model::Moment;
using model::Result;

/// The campaign as it will stand; no moment but the present has its own place in the site.
model::Campaign as_of(const model::Campaign& campaign, const std::vector<Result>& embargoed, Moment moment) {
  model::Campaign out = campaign;
  out.results.insert(out.results.end(), embargoed.begin(), embargoed.end());
  std::erase_if(out.results, [moment](const Result& result) { return !result.visibility.at(moment); });
  std::sort(out.results.begin(), out.results.end(), [](const Result& a, const Result& b) { return a.id < b.id; });
  return out;
}

class Errors {
 public:
  explicit Errors(const model::Site& site) : site_(site) {}

  /// Those that had not been found before.
  std::vector<Diagnostic> new_in(const model::Campaign& campaign) {
    Diagnostics found;
    report(campaign, audit(site_, campaign), found);
    std::vector<Diagnostic> out = found.sorted();
    std::erase_if(out, [this](const Diagnostic& d) {
      return d.severity() != Severity::error || !known_.emplace(d.code, d.place, d.args).second;
    });
    return out;
  }

 private:
  const model::Site& site_;
  std::set<std::tuple<Code, Place, std::vector<std::string>>> known_;
};

Code announced(Code code) {
  return code == Code::award_not_satisfied ? Code::award_will_not_satisfy : Code::number_will_not_satisfy;
}

}  // namespace

void audit_ahead(const model::Site& site, const model::Campaign& campaign, const std::vector<Result>& embargoed,
                 Diagnostics& diagnostics) {
  if (embargoed.empty()) return;
  std::set<Moment> moments;
  for (const Result& result : embargoed) moments.insert(*result.visibility.publish_at);
  Errors errors(site);
  static_cast<void>(errors.new_in(campaign));
  for (const Moment moment : moments) {
    for (Diagnostic& d : errors.new_in(as_of(campaign, embargoed, moment))) {
      d.args.push_back(model::to_string(moment));
      diagnostics.add(announced(d.code), d.place, std::move(d.args));
    }
  }
}

}  // namespace thidua::rules
