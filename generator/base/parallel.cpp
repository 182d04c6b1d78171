#include "base/parallel.hpp"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace thidua::base {

unsigned processors() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
  return std::max(1U, std::thread::hardware_concurrency());
}

void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  for_each_index_on_workers(count, jobs, [&](std::size_t i, unsigned) { work(i); });
}

void at_once(unsigned jobs, const std::vector<std::function<void()>>& tasks) {
  for_each_index(tasks.size(), jobs, [&](std::size_t i) { tasks[i](); });
}

void for_each_index_on_workers(std::size_t count, unsigned jobs,
                               const std::function<void(std::size_t, unsigned)>& work) {
  std::atomic<std::size_t> next{0};
  auto take = [&](unsigned worker) noexcept {
    for (std::size_t i = next++; i < count; i = next++) work(i, worker);
  };
  std::vector<std::jthread> others;
  for (unsigned worker = 1; worker < std::min<std::size_t>(jobs, count); ++worker) others.emplace_back(take, worker);
  take(0);
}

}  // namespace thidua::base
