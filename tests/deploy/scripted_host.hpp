// A host in memory on which any operation can go wrong, and a clock that only a test moves.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/temporary_folder.hpp"
#include "deploy/host.hpp"

namespace thidua::testing {

class TestClock final : public base::Clock {
 public:
  std::chrono::sys_seconds now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::sys_seconds(std::chrono::days(20000)) + passed_);
  }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point(std::chrono::hours(1)) + passed_;
  }
  void sleep(std::chrono::milliseconds duration) override {
    passed_ += duration;
    slept_ += duration;
  }

  void pass(std::chrono::milliseconds duration) { passed_ += duration; }
  std::chrono::milliseconds slept() const { return slept_; }

 private:
  std::chrono::milliseconds passed_{0}, slept_{0};
};

/// What outlives a connection, and a deployer.
struct Store {
  struct File {
    std::string bytes;
    deploy::Headers headers;
  };
  std::map<std::string, File> files;
  std::optional<std::string> lock;
};

/// The deployer's process is gone: thrown through the code under test, which keeps nothing that could survive it.
struct Died {};

/// What is to happen at an operation. Connecting, reading, each file put or removed and each step of the lock count.
struct Script {
  enum class Event { none, fails, dies_before, dies_after, breaks_off };
  Event event = Event::none;
  std::size_t at = 0;  ///< which operation, from 1
  deploy::FailureKind kind = deploy::FailureKind::passing;
  std::string only;              ///< where given, only operations whose log line begins like this count
  bool again_and_again = false;  ///< at that operation and at every later one
};

class ScriptedHost final : public deploy::Host {
 public:
  ScriptedHost(Store& store, TestClock& clock, Script script = {})
      : store_(store), clock_(clock), script_(std::move(script)) {}

  /// "connect", "read x", "put x", "remove x", "lock" …, in order.
  const std::vector<std::string>& log() const { return log_; }
  std::vector<std::string> log_of(const std::string& head) const {
    std::vector<std::string> out;
    for (const std::string& line : log_) {
      if (line.starts_with(head + " ")) out.push_back(line.substr(head.size() + 1));
    }
    return out;
  }

  Ability abilities{false, true, true};
  std::string words = "the script says so";  ///< of failures
  std::chrono::milliseconds per_operation{0};
  std::function<void(const std::string& line)> after;  ///< told of each operation that had its effect

  Ability ability() const override { return abilities; }
  deploy::Done connect() override {
    return step("connect", [] {});
  }
  deploy::Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override;
  deploy::Result<std::vector<deploy::Listed>> list() override;
  void put(std::span<const deploy::Upload> files, const deploy::Each& each,
           const std::function<bool()>& keep_going) override;
  void remove(std::span<const std::string> paths, const deploy::Each& each) override;
  deploy::Result<bool> make_lock(const std::string& text) override;
  deploy::Result<std::optional<std::string>> read_lock() override;
  deploy::Done renew_lock(const std::string& text) override;
  deploy::Done remove_lock() override;

 private:
  deploy::Done step(const std::string& line, const std::function<void()>& effect);
  bool strikes(const std::string& line);

  Store& store_;
  TestClock& clock_;
  Script script_;
  std::size_t counted_ = 0;
  std::vector<std::string> log_;
  bool broken_ = false;  ///< the connection is lost until connect()
};

}  // namespace thidua::testing
