#include "links/survey.hpp"

#include <netdb.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <thread>

#include "base/clock.hpp"
#include "base/parallel.hpp"
#include "links/pacing.hpp"
#include "links/robots.hpp"

namespace thidua::links {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLongestCrawlDelay{30'000};
constexpr unsigned kMostTimeouts = 3;              ///< in succession, before a server is given up
constexpr std::uint64_t kRobotsBytes = 500 << 10;  ///< RFC 9309, 2.5
constexpr std::uint64_t kBodyBytes = 1024;         ///< of a GET: enough to see that it begins

NameState look_up(const std::string& host) {
  addrinfo* list = nullptr;
  const int error = ::getaddrinfo(host.c_str(), nullptr, nullptr, &list);
  if (list != nullptr) ::freeaddrinfo(list);
  if (error == 0) return NameState::exists;
  return error == EAI_NONAME || error == EAI_NODATA ? NameState::unknown : NameState::cannot_tell;
}

/// Path and query.
std::string target_of(const http::Url& url) {
  const auto path = url.text.find('/', url.text.find("://") + 3);
  return path == url.text.npos ? "/" : url.text.substr(path);
}

std::string origin_of(const http::Url& url) { return url.scheme + "://" + url.place(); }

/// One scheme, host and port.
struct Server {
  std::optional<Robots> robots;     ///< nothing: not asked yet
  std::optional<Finding> given_up;  ///< what all that is still to be asked ends with
  unsigned robots_tries = 0;        ///< that failed
  unsigned timeouts = 0;            ///< in succession
};

class Survey {
 public:
  explicit Survey(const SurveyOptions& options)
      : options_(options),
        pacing_(options.pause),
        client_({.transfers = options.hosts,
                 .authorities = options.authorities,
                 .patience = options.patience,
                 .rules = {.reach = options.reach, .allowed = options.allowed}}) {}

  Findings run(const std::vector<http::Url>& addresses) {
    for (const http::Url& address : addresses) {
      if (known_.insert(address.text).second) queue({address.text, Inquiry(address, options_.persistence)});
    }
    while (open_ > 0) {
      while (client_.has_room() && start_one()) {
      }
      if (open_ > 0) wait();
    }
    return std::move(findings_);
  }

 private:
  struct Asked {
    std::string address;
    Inquiry inquiry;
  };

  void queue(Asked asked) {
    const std::string& host = asked.inquiry.url().host;
    queues_[host].push_back(std::move(asked));
    ++open_;
  }

  /// Takes up what is next with the first host that may be asked; false where none may.
  bool start_one() {
    const Time now = steady_clock::now();
    for (auto& [host, waiting] : queues_) {
      if (waiting.empty() || !pacing_.ready(host, now)) continue;
      Asked asked = std::move(waiting.front());
      waiting.pop_front();
      --open_;
      advance(std::move(asked));
      return true;
    }
    return false;
  }

  void advance(Asked asked) {
    const http::Url url = asked.inquiry.url();
    Server& server = servers_[origin_of(url)];
    if (server.given_up) return finish(asked, *server.given_up);
    if (!server.robots) return ask_robots(std::move(asked));
    if (!server.robots->allows(target_of(url))) return finish(asked, {Outcome::robots, url.host});
    request(std::move(asked));
  }

  void ask_robots(Asked asked) {
    const std::string origin = origin_of(asked.inquiry.url());
    send({.url = origin + "/robots.txt",
          .limit = kRobotsBytes,
          .excess = http::Excess::cut,
          .redirects = 5,
          .compressed = true},
         std::move(asked), [this, origin](Asked& back, const http::Result<http::Answer>& answer) {
           take_robots(back, servers_[origin], answer);
         });
  }

  /// RFC 9309, 2.3.1: what is not there allows all; a server that fails allows nothing.
  void take_robots(Asked& asked, Server& server, const http::Result<http::Answer>& answer) {
    const std::string host = asked.inquiry.url().host;
    const bool passing = answer ? may_pass(*answer) : may_pass(answer.error().kind);
    if (passing && ++server.robots_tries < options_.persistence.tries) {
      pacing_.rest(host, steady_clock::now() + rest_after(answer, server.robots_tries));
    } else if (!answer && answer.error().kind == http::FailureKind::redirects) {
      server.robots = Robots();  // RFC 9309, 2.3.1.2
    } else if (!answer) {
      const bool elsewhere = !answer.error().hops.empty();
      server.given_up = elsewhere || !concerns_server(answer.error().kind)
                            ? Finding{Outcome::unreachable, "robots.txt: " + answer.error().words}
                            : finding_of(answer.error(), host);
    } else if (passing || answer->status >= 500) {
      const bool unwanted = answer->status == 429;
      server.given_up = {unwanted ? Outcome::blocked : Outcome::unreachable, "robots.txt: " + words_of(answer->status)};
    } else {
      const bool there = answer->status >= 200 && answer->status < 300;
      server.robots = there ? Robots::parse(answer->body) : Robots();
      pacing_.slow_down(host, std::min(server.robots->delay(), kLongestCrawlDelay));
    }
    put_back(std::move(asked));
  }

  milliseconds rest_after(const http::Result<http::Answer>& answer, unsigned tries) const {
    const auto wanted = answer ? retry_after(answer->headers, base::now()) : std::nullopt;
    const milliseconds grown = options_.persistence.pause * (1 << (tries - 1));
    return std::clamp<milliseconds>(wanted.value_or(std::chrono::seconds(0)), grown,
                                    std::max(grown, options_.persistence.longest));
  }

  void request(Asked asked) {
    const std::string origin = origin_of(asked.inquiry.url());
    http::Request request{.method = asked.inquiry.method(),
                          .url = asked.inquiry.url().text,
                          .limit = kBodyBytes,
                          .excess = http::Excess::cut};
    send(std::move(request), std::move(asked), [this, origin](Asked& back, const http::Result<http::Answer>& answer) {
      take(back, servers_[origin], answer);
    });
  }

  void take(Asked& asked, Server& server, const http::Result<http::Answer>& answer) {
    const std::string host = asked.inquiry.url().host;
    const bool timeout = !answer && answer.error().kind == http::FailureKind::timeout;
    server.timeouts = timeout ? server.timeouts + 1 : 0;
    const Step step = answer ? asked.inquiry.take(*answer, base::now()) : asked.inquiry.take(answer.error());
    if (step.rest.count() > 0) pacing_.rest(host, steady_clock::now() + step.rest);
    if (step.give_up_server) server.given_up = step.found;
    if (server.timeouts >= kMostTimeouts && !answer)
      server.given_up = Finding{Outcome::unreachable, answer.error().words};
    if (step.found) return finish(asked, *step.found);
    put_back(std::move(asked));
  }

  /// To the front, where it goes on with the same host.
  void put_back(Asked asked) {
    queues_[asked.inquiry.url().host].push_front(std::move(asked));
    ++open_;
  }

  void send(http::Request request, Asked asked, std::function<void(Asked&, const http::Result<http::Answer>&)> then) {
    const std::string host = asked.inquiry.url().host;
    pacing_.begin(host);
    ++open_;
    const auto held = std::make_shared<Asked>(std::move(asked));
    client_.start(std::move(request),
                  [this, host, held, then = std::move(then)](const http::Result<http::Answer>& answer) {
                    pacing_.end(host, steady_clock::now());
                    --open_;
                    then(*held, answer);
                  });
  }

  void finish(const Asked& asked, const Finding& finding) {
    findings_.emplace(asked.address, finding);
    if (options_.step) options_.step();
  }

  /// Until an answer comes, or a host may be asked again.
  void wait() {
    const Time now = steady_clock::now();
    Time until = now + std::chrono::seconds(1);
    for (const auto& [host, waiting] : queues_) {
      if (waiting.empty() || !client_.has_room()) continue;
      if (const auto at = pacing_.ready_at(host)) until = std::min(until, std::max(*at, now));
    }
    const auto left = std::chrono::ceil<milliseconds>(until - now);
    if (client_.none())
      std::this_thread::sleep_for(left);
    else
      client_.step(left);
  }

  const SurveyOptions& options_;
  Pacing pacing_;
  std::set<std::string> known_;
  std::map<std::string, std::deque<Asked>> queues_;  ///< by host
  std::map<std::string, Server> servers_;            ///< by origin
  std::size_t open_ = 0;                             ///< addresses in queues and under way
  Findings findings_;
  http::Client client_;  // last: ends what is under way before the rest goes
};

/// libcurl does not tell a name that does not exist from a name server that does not answer.
void look_up_names(Findings& findings, const SurveyOptions& options) {
  std::set<std::string> names;
  for (const auto& [address, finding] : findings) {
    if (finding.outcome == Outcome::no_host) names.insert(finding.detail);
  }
  const std::vector<std::string> list(names.begin(), names.end());
  std::vector<NameState> states(list.size());
  base::for_each_index(list.size(), options.hosts, [&](std::size_t i) {
    states[i] = options.look_up ? options.look_up(list[i]) : look_up(list[i]);
  });
  for (auto& [address, finding] : findings) {
    if (finding.outcome != Outcome::no_host) continue;
    const auto at = std::ranges::lower_bound(list, finding.detail) - list.begin();
    if (states[static_cast<std::size_t>(at)] != NameState::unknown)
      finding = {Outcome::unreachable, "no name server tells where " + finding.detail + " is"};
  }
}

}  // namespace

Findings ask(const std::vector<http::Url>& addresses, const SurveyOptions& options) {
  Findings findings = Survey(options).run(addresses);
  look_up_names(findings, options);
  return findings;
}

}  // namespace thidua::links
