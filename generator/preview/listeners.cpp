#include "preview/listeners.hpp"

#include <chrono>
#include <utility>

namespace thidua::preview {

std::shared_ptr<Listeners::Place> Listeners::join() {
  const std::lock_guard lock(mutex_);
  if (listening_ == kMost) return nullptr;
  ++listening_;
  return std::make_shared<Place>(*this);
}

Listeners::Place::~Place() {
  const std::lock_guard lock(all_.mutex_);
  --all_.listening_;
}

std::optional<std::string> Listeners::Place::next() {
  constexpr std::chrono::milliseconds kPatience{250};
  std::unique_lock lock(all_.mutex_);
  all_.news_.wait_for(lock, kPatience, [&] { return all_.number_ != told_ || all_.ended_; });
  if (all_.ended_ || all_.number_ == told_) return std::nullopt;
  told_ = all_.number_;
  return all_.state_;
}

void Listeners::tell(std::string state) {
  const std::lock_guard lock(mutex_);
  state_ = std::move(state);
  ++number_;
  news_.notify_all();
}

void Listeners::end() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  news_.notify_all();
}

bool Listeners::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_;
}

}  // namespace thidua::preview
