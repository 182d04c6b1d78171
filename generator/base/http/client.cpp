#include "base/http/client.hpp"

#include <deque>
#include <unordered_map>
#include <utility>

#include "base/http/curl.hpp"
#include "base/http/transfer.hpp"

namespace thidua::http {

/// The requests of a client: waiting, in flight, done.
class Client::Flights {
 public:
  explicit Flights(ClientOptions options) : options_(std::move(options)) {
    ready_curl();
    multi_.reset(curl_multi_init());
    const auto transfers = static_cast<long>(options_.transfers);
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, transfers);  // kept open
    curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
  }
  Flights(const Flights&) = delete;
  Flights& operator=(const Flights&) = delete;
  ~Flights() {
    for (const auto& [handle, flight] : flying_) {
      curl_multi_remove_handle(multi_.get(), handle);
      put_away(handle);
    }
  }

  void add(Request request, Then then) {
    waiting_.push_back({std::make_unique<Transfer>(options_, std::move(request)), std::move(then)});
    take_up();
  }

  std::size_t count() const { return waiting_.size() + flying_.size() + done_.size(); }
  bool has_room() const { return flying_.size() + waiting_.size() < options_.transfers; }

  void step(std::chrono::milliseconds longest) {
    const auto until = std::chrono::steady_clock::now() + longest;
    while (perform(), done_.empty() && !flying_.empty()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      if (left.count() <= 0) return;
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(left.count()), nullptr);
    }
    tell();
  }

 private:
  struct Flight {
    std::unique_ptr<Transfer> transfer;
    Then then;
  };

  /// The handle forgets the transfer, which will not be there any more.
  void put_away(CURL* handle) {
    curl_easy_reset(handle);
    idle_.emplace_back(handle);
  }

  void take_up() {
    while (!waiting_.empty() && flying_.size() < options_.transfers) {
      Flight flight = std::move(waiting_.front());
      waiting_.pop_front();
      if (idle_.empty()) idle_.emplace_back(curl_easy_init());
      CURL* const handle = idle_.back().release();
      idle_.pop_back();
      fly(handle, std::move(flight));
    }
  }

  void fly(CURL* handle, Flight flight) {
    if (auto failed = flight.transfer->begin(handle)) {
      put_away(handle);
      done_.emplace_back(std::move(flight.then), tl::make_unexpected(std::move(*failed)));
      return;
    }
    curl_multi_add_handle(multi_.get(), handle);
    flying_.emplace(handle, std::move(flight));
  }

  void perform() {
    int running = 0;
    curl_multi_perform(multi_.get(), &running);
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg == CURLMSG_DONE) land(message->easy_handle, message->data.result);
    }
    take_up();
  }

  void land(CURL* handle, CURLcode code) {
    const auto found = flying_.find(handle);
    Flight flight = std::move(found->second);
    flying_.erase(found);
    auto result = flight.transfer->end(code);
    curl_multi_remove_handle(multi_.get(), handle);
    if (!result) return fly(handle, std::move(flight));
    put_away(handle);
    done_.emplace_back(std::move(flight.then), std::move(*result));
  }

  void tell() {
    for (auto& [then, result] : std::exchange(done_, {})) then(std::move(result));
  }

  ClientOptions options_;
  MultiHandle multi_;
  std::deque<Flight> waiting_;
  std::unordered_map<CURL*, Flight> flying_;
  std::vector<EasyHandle> idle_;
  std::vector<std::pair<Then, Result<Answer>>> done_;
};

Client::Client(ClientOptions options) : flights_(std::make_unique<Flights>(std::move(options))) {}

Client::~Client() = default;

void Client::start(Request request, Then then) { flights_->add(std::move(request), std::move(then)); }

void Client::step(std::chrono::milliseconds longest) { flights_->step(longest); }

std::size_t Client::count() const { return flights_->count(); }

bool Client::has_room() const { return flights_->has_room(); }

Result<Answer> Client::fetch(Request request) {
  std::optional<Result<Answer>> result;
  start(std::move(request), [&](Result<Answer> given) { result = std::move(given); });
  while (!result) step();
  return std::move(*result);
}

}  // namespace thidua::http
