// Those who wait for news of the preview, each on a thread of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace thidua::preview {

/// What there is to tell at present, and how many listen.
class Listeners {
 public:
  static constexpr int kMost = 16;

  /// One place among the listeners, free again when it is destroyed.
  class Place {
   public:
    explicit Place(Listeners& all) : all_(all) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place();

    /// What this listener has not been told yet; nothing where there was no news for a quarter of a second, or where
    /// the end has come.
    std::optional<std::string> next();

   private:
    Listeners& all_;
    std::uint64_t told_ = 0;
  };

  /// Null where kMost listen already.
  std::shared_ptr<Place> join();

  /// The newest replaces what somebody has not been told yet.
  void tell(std::string state);

  /// Nobody waits any longer from here on.
  void end();
  bool ended() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable news_;
  std::string state_;
  std::uint64_t number_ = 0;  ///< of the state
  int listening_ = 0;
  bool ended_ = false;
};

}  // namespace thidua::preview
