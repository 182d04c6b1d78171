#include "deploy/carry/lock.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/system/process.hpp"

namespace thidua::deploy {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// How long the maker of a lock may take to write its text.
constexpr seconds kWriting(5);

/// The rest of the line that begins with the name; nothing where there is none.
std::optional<std::string> line_of(const std::string& text, const std::string& name) {
  const std::string head = name + ": ";
  std::size_t at = text.starts_with(head) ? 0 : text.find("\n" + head);
  if (at == text.npos) return std::nullopt;
  at += (at == 0 ? 0 : 1) + head.size();
  return text.substr(at, text.find('\n', at) - at);
}

}  // namespace

std::string to_text(const LockOwner& owner) {
  return "who: " + owner.who + "\nrun: " + owner.run +
         "\nuntil: " + std::to_string(owner.until.time_since_epoch().count()) + "\n" +
         (owner.process.empty() ? "" : "process: " + owner.process + "\n");
}

std::optional<LockOwner> parse_lock(const std::string& text) {
  const auto who = line_of(text, "who"), run = line_of(text, "run"), until = line_of(text, "until");
  if (!who || !run || !until) return std::nullopt;
  long long count = 0;
  const char* end = until->data() + until->size();
  if (std::from_chars(until->data(), end, count).ptr != end || until->empty()) return std::nullopt;
  return LockOwner{*who, *run, std::chrono::sys_seconds(seconds(count)), line_of(text, "process").value_or("")};
}

TargetLock::TargetLock(Host& host, Tries& tries, base::Clock& clock, std::string who, std::string run)
    : host_(host), tries_(tries), clock_(clock), who_(std::move(who)), run_(std::move(run)) {}

LockOwner TargetLock::owner() { return {who_, run_, clock_.now() + kLife, base::this_process()}; }

/// A try whose answer was lost may have made it: then the text that stands there is ours.
Result<bool> TargetLock::make() {
  auto made = tries_.again([this] { return host_.make_lock(to_text(owner())); });
  if (!made || *made) return made;
  const auto there = holder();
  if (!there) return tl::make_unexpected(there.error());
  return *there && (*there)->run == run_;
}

Result<std::optional<LockOwner>> TargetLock::holder() {
  const auto text = tries_.again([this] { return host_.read_lock(); });
  if (!text) return tl::make_unexpected(text.error());
  return *text ? parse_lock(**text) : std::nullopt;
}

Result<LockAnswer> TargetLock::take() {
  LockAnswer answer;
  const auto begun = clock_.steady();
  auto made = make();
  if (!made) return tl::make_unexpected(made.error());
  if (!*made) {
    auto before = holder();
    if (before && !*before) {
      clock_.sleep(kWriting);
      before = holder();
    }
    if (!before) return tl::make_unexpected(before.error());
    if (*before && (*before)->until > clock_.now() && !base::has_ended((*before)->process))
      return LockAnswer{false, {}, *before};
    made = replace(*before);
    if (!made) return tl::make_unexpected(made.error());
    if (!*made) return LockAnswer{false, {}, holder().value_or(std::nullopt).value_or(LockOwner{})};
    answer.taken_over = before->value_or(LockOwner{});
  }
  renewed_ = clock_.steady();
  renewed_at_ = clock_.now();
  const auto wait = std::chrono::ceil<milliseconds>(kTimesMaking * (renewed_ - begun));
  settled_ = renewed_ + std::clamp(wait, kShortestWait, kLongestWait);
  answer.ours = ours_ = true;
  return answer;
}

/// Looks again right before, so that a lock that another has just taken over is left alone.
Result<bool> TargetLock::replace(const std::optional<LockOwner>& expired) {
  const auto there = holder();
  if (!there) return tl::make_unexpected(there.error());
  if (*there != expired) return false;
  if (auto removed = tries_.again([this] { return host_.remove_lock(); }); !removed)
    return tl::make_unexpected(removed.error());
  return make();
}

/// While a machine sleeps only the clock on the wall goes on.
Result<bool> TargetLock::keep() {
  const bool is_fresh = clock_.steady() - renewed_ < kRenewal && clock_.now() - renewed_at_ < kRenewal;
  return is_fresh ? Result<bool>(true) : renew();
}

Result<bool> TargetLock::renew() {
  if (!std::exchange(sure_, true) && !host_.ability().locks)
    clock_.sleep(std::max(milliseconds(0), std::chrono::ceil<milliseconds>(settled_ - clock_.steady())));
  const auto there = holder();
  if (!there) return tl::make_unexpected(there.error());
  if (!*there || (*there)->run != run_) return ours_ = false;
  const auto written = tries_.again([this] { return host_.renew_lock(to_text(owner())); });
  if (!written) return tl::make_unexpected(written.error());
  renewed_ = clock_.steady();
  renewed_at_ = clock_.now();
  return true;
}

Done TargetLock::give_back() {
  if (!std::exchange(ours_, false)) return {};
  const auto text = host_.read_lock();
  if (!text) return tl::make_unexpected(text.error());
  const auto owner = *text ? parse_lock(**text) : std::nullopt;
  return owner && owner->run == run_ ? host_.remove_lock() : Done();  // it may have expired, and be another's
}

}  // namespace thidua::deploy
