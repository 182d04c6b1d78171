#include "deploy/report.hpp"

namespace thidua::deploy {
namespace {

Code code_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::refused:
      return Code::deploy_refused;
    case FailureKind::distrusted:
      return Code::deploy_distrusted;
    case FailureKind::full:
      return Code::deploy_full;
    case FailureKind::missing:
      return Code::deploy_missing;
    case FailureKind::unsupported:
      return Code::deploy_unsupported;
    case FailureKind::passing:
      break;
  }
  return Code::deploy_failed;
}

Code code_of(Reached reached) {
  switch (reached) {
    case Reached::nothing:
      return Code::deploy_stands_before;
    case Reached::needed:
      return Code::deploy_stands_needed;
    case Reached::pages:
      return Code::deploy_stands_pages;
    case Reached::entries:
      return Code::deploy_stands_entries;
    case Reached::site:
      break;
  }
  return Code::deploy_stands_site;
}

}  // namespace

void report(const Failure& failure, Diagnostics& diagnostics) {
  diagnostics.add(code_of(failure.kind), {}, {failure.operation, failure.path, failure.words});
}

void report(Stop stop, Diagnostics& diagnostics) {
  diagnostics.add(stop == Stop::asked ? Code::deploy_stopped : Code::deploy_out_of_time, {});
}

void report(Reached reached, std::size_t sent, std::size_t planned, Diagnostics& diagnostics) {
  diagnostics.add(code_of(reached), {}, {std::to_string(sent), std::to_string(planned)});
}

}  // namespace thidua::deploy
