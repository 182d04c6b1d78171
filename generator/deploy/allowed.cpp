#include "deploy/allowed.hpp"

#include "data/published_record.hpp"

namespace thidua::deploy {
namespace {

bool record_holds(const Output& output, const Known& known, const Surroundings& around, const ReadRecord& read_record,
                  Diagnostics& diagnostics) {
  const auto there = known.files.find(data::kPublishedRecord);
  const auto here = output.manifest.files.find(data::kPublishedRecord);
  const bool same =
      there != known.files.end() && here != output.manifest.files.end() && there->second.hash == here->second.hash;
  if (same) return true;
  std::optional<std::string> record;
  if (!read_record(record)) return false;
  if (record || there == known.files.end()) return around.record_holds(record, diagnostics);
  diagnostics.add(Code::record_missing, {}, {std::string(data::kPublishedRecord)});
  return false;
}

bool few_leave(const Known& known, const Plan& plan, const Order& order, Diagnostics& diagnostics) {
  const std::size_t leaving = counted_deletes(plan, known);
  const std::size_t most = order.max_deletes.value_or(usual_limit(known));
  if (leaving > most) diagnostics.add(Code::deploy_too_many_leave, {}, {std::to_string(leaving), std::to_string(most)});
  return leaving <= most;
}

}  // namespace

bool is_allowed(const Output& output, const Known& known, const Plan& plan, const Order& order,
                const Surroundings& around, const ReadRecord& read_record, Diagnostics& diagnostics) {
  const bool holds = record_holds(output, known, around, read_record, diagnostics);
  return few_leave(known, plan, order, diagnostics) && holds;
}

}  // namespace thidua::deploy
