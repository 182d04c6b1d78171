#include "links/inquiry.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::links;
using http::FailureKind;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr std::chrono::sys_seconds kNow{seconds(784'111'777)};  // Sun, 06 Nov 1994 08:49:37 GMT
constexpr Persistence kPersistence{.tries = 3, .pause = seconds(2), .longest = seconds(60), .redirects = 3};

Inquiry inquiry(const std::string& url = "https://a.vn/x") { return {http::parse_url(url).value(), kPersistence}; }

http::Answer answer(int status, std::vector<http::Header> headers = {}) {
  http::Answer out;
  out.status = status;
  for (auto& [name, value] : headers) out.headers.add(name, value);
  return out;
}

http::Answer to(int status, const std::string& location) { return answer(status, {{"Location", location}}); }

http::Failure failure(FailureKind kind) { return {.kind = kind, .url = "https://a.vn/x", .words = "words"}; }

/// The finding of HEAD and GET with the same answer.
Outcome outcome_of_both(const http::Answer& both) {
  Inquiry one = inquiry();
  Step step = one.take(both, kNow);
  for (int i = 0; i < 5 && !step.found; ++i) step = one.take(both, kNow);
  return step.found.value().outcome;
}

}  // namespace

TEST_CASE("links::Inquiry: HEAD is enough where it works") {
  Inquiry one = inquiry();
  CHECK(one.method() == "HEAD");
  CHECK(one.take(answer(204), kNow).found == Finding{});
}

TEST_CASE("links::Inquiry: what HEAD does not find is asked for with GET, at once") {
  for (const int status : {400, 403, 404, 405, 410, 500, 501, 503, 999}) {
    CAPTURE(status);
    Inquiry one = inquiry();
    const Step step = one.take(answer(status), kNow);
    CHECK_FALSE(step.found);
    CHECK(step.rest == milliseconds(0));
    CHECK(one.method() == "GET");
    CHECK(one.take(answer(200), kNow).found == Finding{});
  }
  for (const FailureKind kind : {FailureKind::cut, FailureKind::protocol, FailureKind::timeout}) {
    Inquiry one = inquiry();
    CHECK_FALSE(one.take(failure(kind)).found);
    CHECK(one.method() == "GET");
  }
}

TEST_CASE("links::Inquiry: broken, blocked and unreachable by status") {
  for (const int status : {404, 410}) CHECK(outcome_of_both(answer(status)) == Outcome::gone);
  for (const int status : {401, 403, 405, 407, 429, 451, 999}) {
    CAPTURE(status);
    CHECK(outcome_of_both(answer(status)) == Outcome::blocked);
  }
  for (const int status : {400, 408, 500, 501, 502, 503, 504, 520}) {
    CAPTURE(status);
    CHECK(outcome_of_both(answer(status)) == Outcome::unreachable);
  }
  CHECK(outcome_of_both(answer(503, {{"cf-mitigated", "challenge"}})) == Outcome::blocked);
  CHECK(outcome_of_both(answer(200, {{"CF-Mitigated", "challenge"}})) == Outcome::blocked);
  CHECK(outcome_of_both(answer(304)) == Outcome::works);
}

TEST_CASE("links::Inquiry: of all outcomes, three are broken") {
  int broken = 0;
  for (int i = 0; i <= static_cast<int>(Outcome::local_network); ++i)
    broken += is_broken(static_cast<Outcome>(i)) ? 1 : 0;
  CHECK(broken == 3);
}

TEST_CASE("links::Inquiry: moved where all that leads away is permanent, to the end of the permanent part") {
  Inquiry one = inquiry();
  CHECK_FALSE(one.take(to(301, "/y"), kNow).found);
  CHECK(one.url().text == "https://a.vn/y");
  CHECK(one.method() == "HEAD");
  CHECK_FALSE(one.take(to(308, "http://b.vn/z"), kNow).found);
  CHECK(one.take(answer(200), kNow).found == Finding{Outcome::moved, "http://b.vn/z"});

  Inquiry mixed = inquiry();
  mixed.take(to(301, "/y"), kNow);
  mixed.take(to(302, "/vi"), kNow);
  CHECK(mixed.take(answer(200), kNow).found == Finding{Outcome::moved, "https://a.vn/y"});

  Inquiry temporary = inquiry();
  temporary.take(to(307, "/y"), kNow);
  temporary.take(to(301, "/z"), kNow);
  CHECK(temporary.take(answer(200), kNow).found == Finding{Outcome::redirected, "https://a.vn/z"});
}

TEST_CASE("links::Inquiry: a redirect to what is gone is broken, and says where") {
  Inquiry one = inquiry();
  one.take(to(301, "/y?secret=1"), kNow);
  one.take(answer(404), kNow);
  CHECK_FALSE(one.take(answer(404), kNow).found);  // once more from the beginning, as readers ask
  CHECK(one.method() == "GET");
  CHECK(one.url().text == inquiry().url().text);
  one.take(to(301, "/y?secret=1"), kNow);
  CHECK(one.take(answer(404), kNow).found == Finding{Outcome::gone, "HTTP 404, https://a.vn/y"});
}

TEST_CASE("links::Inquiry: where only HEAD is led astray, readers find what they look for") {
  Inquiry one = inquiry();
  one.take(to(302, "/error"), kNow);
  one.take(answer(404), kNow);
  one.take(answer(404), kNow);
  CHECK(one.take(answer(200), kNow).found == Finding{});
}

TEST_CASE("links::Inquiry: circles, endless ways and redirects to nowhere are not followed") {
  Inquiry circle = inquiry();
  CHECK_FALSE(circle.take(to(302, "/y"), kNow).found);
  CHECK(circle.take(to(302, "/x"), kNow).found->outcome == Outcome::unreachable);

  Inquiry itself = inquiry();
  CHECK(itself.take(to(301, "/x#a"), kNow).found->outcome == Outcome::unreachable);

  Inquiry endless = inquiry();
  for (const char* next : {"/1", "/2", "/3"}) CHECK_FALSE(endless.take(to(302, next), kNow).found);
  CHECK(endless.take(to(302, "/4"), kNow).found->outcome == Outcome::unreachable);

  for (const char* nowhere : {"mailto:a@b.vn", "ftp://a.vn/", "http://"})
    CHECK(inquiry().take(to(302, nowhere), kNow).found->outcome == Outcome::unreachable);
  CHECK(inquiry().take(answer(302), kNow).found->outcome == Outcome::unreachable);
}

TEST_CASE("links::Inquiry: what may pass is tried again with growing pauses, and not for ever") {
  Inquiry one = inquiry();
  one.take(answer(503), kNow);  // HEAD
  CHECK(one.take(answer(503), kNow).rest == seconds(2));
  CHECK(one.take(answer(503), kNow).rest == seconds(4));
  CHECK(one.take(answer(503), kNow).found == Finding{Outcome::unreachable, "HTTP 503"});

  Inquiry recovering = inquiry();
  recovering.take(answer(500), kNow);
  recovering.take(answer(500), kNow);
  CHECK(recovering.take(answer(200), kNow).found == Finding{});

  Inquiry refusing = inquiry();
  CHECK(refusing.take(failure(FailureKind::connect)).rest == seconds(2));
  CHECK(refusing.take(failure(FailureKind::connect)).rest == seconds(4));
  const Step last = refusing.take(failure(FailureKind::connect));
  CHECK(last.found == Finding{Outcome::unreachable, "words"});
  CHECK(last.give_up_server);
}

TEST_CASE("links::Inquiry: Retry-After is kept to, and what is beyond patience gives the server up") {
  Inquiry one = inquiry();
  const Step step = one.take(answer(429, {{"Retry-After", "7"}}), kNow);
  CHECK(step.rest == seconds(7));
  CHECK(one.method() == "HEAD");
  CHECK(one.take(answer(200), kNow).found == Finding{});

  const Step long_one = inquiry().take(answer(429, {{"Retry-After", "61"}}), kNow);
  CHECK(long_one.found == Finding{Outcome::blocked, "HTTP 429"});
  CHECK(long_one.give_up_server);
  CHECK(inquiry().take(answer(503, {{"Retry-After", "3600"}}), kNow).found->outcome == Outcome::unreachable);
}

TEST_CASE("links::retry_after: seconds, dates, and nonsense") {
  const auto of = [](const std::string& value) {
    return retry_after(answer(429, {{"Retry-After", value}}).headers, kNow);
  };
  CHECK(of("120") == seconds(120));
  CHECK(of("-5") == seconds(0));
  CHECK(of("Sun, 06 Nov 1994 08:50:07 GMT") == seconds(30));
  CHECK(of("Sun, 06 Nov 1994 08:00:00 GMT") == seconds(0));
  CHECK_FALSE(of("soon"));
  CHECK_FALSE(retry_after({}, kNow));
}

TEST_CASE("links::Inquiry: what is wrong with the server is said of it, not of the address") {
  const auto found = [](FailureKind kind) { return inquiry().take(failure(kind)); };
  CHECK(found(FailureKind::resolve).found == Finding{Outcome::no_host, "a.vn"});
  CHECK(found(FailureKind::refused_address).found == Finding{Outcome::local_network, "a.vn"});
  CHECK(found(FailureKind::certificate).found == Finding{Outcome::certificate, "words"});
  CHECK(found(FailureKind::tls).found == Finding{Outcome::unreachable, "words"});
  for (const auto kind :
       {FailureKind::resolve, FailureKind::refused_address, FailureKind::certificate, FailureKind::tls})
    CHECK(found(kind).give_up_server);
}
