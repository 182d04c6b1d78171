#include "deploy/carry/carrier.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace thidua::deploy {
namespace {

/// Transfers pause so often, for the journal and the lock.
constexpr std::chrono::seconds kStretch(5);
/// And so are removals, whose time a host cannot bound.
constexpr std::size_t kRemovals = 500;

template <class T>
void drop_done(std::vector<T>& list, const std::vector<bool>& done) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!done[i] && kept++ != i) list[kept - 1] = std::move(list[i]);
  }
  list.resize(kept);
}

}  // namespace

Carrier::Round Carrier::go(std::size_t count, const Go& once, const std::function<void(std::size_t)>& succeeded) {
  Round round{std::vector<bool>(count), 0, {}, {}};
  once([&](std::size_t index, Done outcome) {
    if (outcome) {
      round.done[index] = true;
      ++round.succeeded;
      return succeeded(index);
    }
    auto& place = outcome.error().kind == FailureKind::passing ? round.passing : round.lasting;
    if (!place) place = std::move(outcome.error());
  });
  return round;
}

Done Carrier::recover(const Round& round, bool paused, unsigned& failed_tries) {
  if (round.lasting) return tl::make_unexpected(*round.lasting);
  const Failure failure = round.passing.value_or(Failure{FailureKind::passing, "put", {}, "no answer"});
  if (round.succeeded > 0) failed_tries = 0;
  if (tries_.stop()) return tl::make_unexpected(failure);
  if (paused && round.succeeded > 0) return pause_();
  if (!tries_.may_try_again(failure, failed_tries)) return tl::make_unexpected(failure);
  const Done connected = tries_.pause_and_connect(failed_tries++);
  if (connected) return pause_();  // it may have taken long
  return connected.error().kind == FailureKind::passing ? Done() : connected;
}

Done Carrier::put(Shipments shipments, const std::function<void(const Shipment&)>& arrived) {
  unsigned failed_tries = 0;
  std::vector<Upload>& uploads = shipments.uploads;
  std::vector<Shipment>& list = shipments.list;
  while (!uploads.empty()) {
    std::optional<std::chrono::steady_clock::time_point> until;  // from the first file on: folders come before it
    bool paused = false;
    const auto keep_going = [&] {
      if (!until) until = clock_.steady() + kStretch;
      return !(paused = paused || tries_.stop() || clock_.steady() >= *until);
    };
    const Round round = go(
        uploads.size(), [&](const Each& each) { host_.put(uploads, each, keep_going); },
        [&](std::size_t i) { arrived(list[i]); });
    drop_done(uploads, round.done);
    drop_done(list, round.done);
    if (uploads.empty()) break;
    if (Done ready = recover(round, paused, failed_tries); !ready) return ready;
  }
  return pause_();
}

Done Carrier::remove(std::span<const std::string> paths, const std::function<void(const std::string&)>& removed) {
  while (!paths.empty()) {
    const auto slice = paths.first(std::min(paths.size(), kRemovals));
    paths = paths.subspan(slice.size());
    if (Done done = remove_slice({slice.begin(), slice.end()}, removed); !done) return done;
  }
  return {};
}

Done Carrier::remove_slice(std::vector<std::string> paths, const std::function<void(const std::string&)>& removed) {
  unsigned failed_tries = 0;
  while (!paths.empty()) {
    if (tries_.stop()) return tl::make_unexpected(Failure{FailureKind::passing, "remove", paths.front(), "stopped"});
    const Round round = go(
        paths.size(), [&](const Each& each) { host_.remove(paths, each); }, [&](std::size_t i) { removed(paths[i]); });
    drop_done(paths, round.done);
    if (paths.empty()) break;
    if (Done ready = recover(round, false, failed_tries); !ready) return ready;
  }
  return pause_();
}

}  // namespace thidua::deploy
