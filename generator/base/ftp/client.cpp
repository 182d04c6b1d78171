#include "base/ftp/client.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <optional>
#include <utility>

#include "base/ftp/session.hpp"

namespace thidua::ftp {
namespace {

/// libcurl does not say when it waits for a data connection: asked no sooner than it says, a file takes 200 ms.
constexpr int kPollMilliseconds = 5;

void add_waiting(CURLM* multi, std::vector<pollfd>& waiting) {
  fd_set reads;
  fd_set writes;
  fd_set errors;
  FD_ZERO(&reads);
  FD_ZERO(&writes);
  FD_ZERO(&errors);
  int last = -1;
  curl_multi_fdset(multi, &reads, &writes, &errors, &last);
  for (int fd = 0; fd <= last; ++fd) {
    const int events = (FD_ISSET(fd, &reads) ? POLLIN : 0) | (FD_ISSET(fd, &writes) ? POLLOUT : 0);
    if (events != 0) waiting.push_back({fd, static_cast<short>(events), 0});
  }
}

}  // namespace

class Client::Sessions {
 public:
  explicit Sessions(Site site) : site_(std::move(site)) {
    http::ready_curl();
    for (unsigned i = 0; i < std::max(1U, site_.sessions); ++i) workers_.push_back(std::make_unique<Worker>(site_));
  }

  void add(Order order, Then then) {
    waiting_.emplace_back(std::move(order), std::move(then));
    take_up();
  }

  bool none() const { return waiting_.empty() && busy() == 0 && done_.empty(); }
  bool has_room() const { return waiting_.size() + busy() < workers_.size(); }

  void step() {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    while (go_on(), done_.empty() && busy() > 0 && std::chrono::steady_clock::now() < until) wait();
    for (auto& [then, result] : std::exchange(done_, {})) then(std::move(result));
  }

 private:
  struct Worker {
    explicit Worker(const Site& site) : session(site) {}
    Session session;
    Then then;  ///< empty while it is idle
    bool has_logged_in = false;
    bool retired = false;
  };

  std::size_t busy() const {
    return static_cast<std::size_t>(std::ranges::count_if(workers_, [](const auto& each) { return bool(each->then); }));
  }

  void take_up() {
    for (const auto& worker : workers_) {
      while (!waiting_.empty() && !worker->then) {
        auto [order, then] = std::move(waiting_.front());
        waiting_.pop_front();
        if (auto failed = worker->session.begin(std::move(order))) {
          done_.emplace_back(std::move(then), tl::make_unexpected(std::move(*failed)));
        } else {
          worker->then = std::move(then);
        }
      }
    }
  }

  void go_on() {
    for (const auto& worker : workers_) {
      if (!worker->then) continue;
      if (auto result = worker->session.go_on()) end(*worker, std::move(*result));
    }
    std::erase_if(workers_, [](const auto& worker) { return worker->retired; });
    take_up();
  }

  void end(Worker& worker, Result<Reply> result) {
    Then then = std::exchange(worker.then, nullptr);
    const bool denied = !result && result.error().kind == FailureKind::login;
    if (denied && !worker.has_logged_in && others_have_logged_in()) {
      worker.retired = true;  // the server lets nobody in so many times at once; fewer do, too
      waiting_.emplace_front(worker.session.take_order(), std::move(then));
      return;
    }
    worker.has_logged_in = worker.has_logged_in || result.has_value();
    done_.emplace_back(std::move(then), std::move(result));
  }

  bool others_have_logged_in() const {
    return std::ranges::any_of(workers_, [](const auto& each) { return each->has_logged_in; });
  }

  void wait() {
    std::vector<pollfd> waiting;
    for (const auto& worker : workers_) {
      if (worker->then) add_waiting(worker->session.multi(), waiting);
    }
    ::poll(waiting.data(), waiting.size(), kPollMilliseconds);
  }

  Site site_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::deque<std::pair<Order, Then>> waiting_;
  std::vector<std::pair<Then, Result<Reply>>> done_;
};

Client::Client(Site site) : sessions_(std::make_unique<Sessions>(std::move(site))) {}

Client::~Client() = default;

void Client::start(Order order, Then then) { sessions_->add(std::move(order), std::move(then)); }

void Client::step() { sessions_->step(); }

bool Client::none() const { return sessions_->none(); }

bool Client::has_room() const { return sessions_->has_room(); }

Result<Reply> Client::fetch(Order order) {
  std::optional<Result<Reply>> result;
  start(std::move(order), [&](Result<Reply> given) { result = std::move(given); });
  while (!result) step();
  return std::move(*result);
}

}  // namespace thidua::ftp
