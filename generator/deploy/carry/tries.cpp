#include "deploy/carry/tries.hpp"

#include <algorithm>
#include <array>

namespace thidua::deploy {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// How long before each further try.
constexpr std::array<seconds, 3> kPauses = {seconds(1), seconds(4), seconds(15)};
/// A wish to stop is heard at least so often.
constexpr milliseconds kListening(200);

}  // namespace

std::optional<Stop> Tries::stop() const {
  if (stopped_ && stopped_()) return Stop::asked;
  if (until_ && clock_.steady() >= *until_) return Stop::out_of_time;
  return std::nullopt;
}

bool Tries::may_try_again(const Failure& failure, unsigned failed_tries) const {
  return failure.kind == FailureKind::passing && failed_tries < kPauses.size() && !stop();
}

Done Tries::pause_and_connect(unsigned failed_tries) {
  const auto end = clock_.steady() + kPauses[std::min<std::size_t>(failed_tries, kPauses.size() - 1)];
  while (clock_.steady() < end && !stop())
    clock_.sleep(std::min(kListening, std::chrono::ceil<milliseconds>(end - clock_.steady())));
  return host_.connect();
}

Done Tries::connect() {
  return again([this] { return host_.connect(); });
}

}  // namespace thidua::deploy
