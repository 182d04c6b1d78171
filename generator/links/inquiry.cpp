#include "links/inquiry.hpp"

#include <algorithm>
#include <charconv>

#include "base/http/date.hpp"

namespace thidua::links {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kLongestAddress = 8192;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent(const http::Hop& hop) { return hop.status == 301 || hop.status == 308; }

Step done(Finding finding) { return {.found = std::move(finding)}; }

}  // namespace

Inquiry::Inquiry(http::Url address, const Persistence& persistence)
    : persistence_(persistence), first_(address), url_(std::move(address)) {}

std::string Inquiry::said(std::string words) const {
  if (!hops_.empty()) words += ", " + url_.shown();
  return words;
}

Finding Inquiry::finding(Outcome outcome, std::string words) const { return {outcome, said(std::move(words))}; }

void Inquiry::turn_to(http::Url url) {
  url_ = std::move(url);
  method_ = only_get_ ? "GET" : "HEAD";
  tries_ = 1;
}

/// HEAD that led to nothing is not believed, wherever on the way it was: the same once more, as readers ask.
Step Inquiry::end(Step step) {
  if (!led_by_head_ || only_get_ || !is_broken(step.found->outcome)) return step;
  only_get_ = true;
  hops_.clear();
  turn_to(first_);
  return {};
}

Step Inquiry::take(const http::Answer& answer, std::chrono::sys_seconds now) {
  if (is_redirect(answer.status)) return follow(answer);
  if (may_pass(answer)) {
    const milliseconds wanted = retry_after(answer.headers, now).value_or(std::chrono::seconds(0));
    if (wanted > persistence_.longest) {
      Step step = settle(answer);
      step.give_up_server = true;
      return step;
    }
    // Who fails on HEAD may do better on GET at once; who is too busy does not.
    const bool busy = answer.status == 429 || wanted.count() > 0;
    if (busy || method_ == "GET") {
      Step step = try_again(wanted);
      return step.found ? settle(answer) : step;
    }
  }
  if (method_ == "HEAD" && outcome_of(answer) != Outcome::works) {
    method_ = "GET";
    tries_ = 1;
    return {};
  }
  return settle(answer);
}

Step Inquiry::take(const http::Failure& failure) {
  const Outcome outcome = outcome_of(failure.kind);
  if (concerns_server(failure.kind) && failure.kind != http::FailureKind::connect)
    return end({.found = finding_of(failure, url_.host), .give_up_server = true});
  if (method_ == "HEAD" && failure.kind != http::FailureKind::connect && failure.kind != http::FailureKind::malformed) {
    method_ = "GET";
    tries_ = 1;
    return {};
  }
  if (may_pass(failure.kind)) {
    Step step = try_again(milliseconds(0));
    if (!step.found) return step;
  }
  return end({.found = finding(outcome, failure.words), .give_up_server = concerns_server(failure.kind)});
}

Step Inquiry::follow(const http::Answer& answer) {
  const auto location = answer.headers.find("Location");
  if (location && location->size() > kLongestAddress)
    return done(finding(Outcome::unreachable, words_of(answer.status) + ", to an address of more than 8 KB"));
  const auto next = location ? http::resolve(url_, *location) : std::nullopt;
  if (!next || (next->scheme != "http" && next->scheme != "https"))
    return done(finding(Outcome::unreachable, words_of(answer.status) + ", no address to go on to"));
  led_by_head_ |= method_ == "HEAD";
  hops_.push_back({answer.status, url_.text, next->text});
  const bool circle = std::ranges::any_of(hops_, [&](const http::Hop& hop) { return hop.from == next->text; });
  if (circle) return done(finding(Outcome::unreachable, "redirects in a circle"));
  if (hops_.size() > persistence_.redirects) return done(finding(Outcome::unreachable, "too many redirects"));
  turn_to(*next);
  return {};
}

Step Inquiry::settle(const http::Answer& answer) {
  const Outcome outcome = outcome_of(answer);
  if (outcome != Outcome::works) return end(done(finding(outcome, words_of(answer.status))));
  if (hops_.empty()) return done({});
  const auto last = std::ranges::find_if_not(hops_, is_permanent);  // from here on the way may change again
  if (last == hops_.begin()) return done({Outcome::redirected, hops_.back().to});
  return done({Outcome::moved, std::prev(last)->to});
}

Step Inquiry::try_again(milliseconds least) {
  if (tries_ >= persistence_.tries) return done({});
  const milliseconds grown = persistence_.pause * (1 << (tries_ - 1));
  ++tries_;
  return {.rest = std::max(least, grown)};
}

std::optional<std::chrono::seconds> retry_after(const http::Headers& headers, std::chrono::sys_seconds now) {
  const auto value = headers.find("Retry-After");
  if (!value) return std::nullopt;
  long seconds = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), seconds);
  if (error == std::errc() && end == value->data() + value->size())
    return std::chrono::seconds(std::clamp(seconds, 0L, 1L << 30));
  const auto date = http::parse_date(*value);
  if (!date) return std::nullopt;
  return std::max(*date - now, std::chrono::seconds(0));
}

}  // namespace thidua::links
