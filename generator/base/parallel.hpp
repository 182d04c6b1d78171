// Work spread over threads. The result never depends on their number or order: each piece writes only to its own place.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace thidua::base {

/// The number of processors this process may use, at least 1.
unsigned processors();

/// Calls `work(i)` once for each i below `count`, on up to `jobs` threads (the calling one included), in any order.
/// An exception thrown by `work` ends the process: pieces report failure through their results.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

/// Calls each of `tasks`, which do not depend on each other, in the same way.
void at_once(unsigned jobs, const std::vector<std::function<void()>>& tasks);

/// As for_each_index; `work(i, worker)` also learns which of the `jobs` workers, from 0, it runs on, for what each
/// keeps to itself.
void for_each_index_on_workers(std::size_t count, unsigned jobs,
                               const std::function<void(std::size_t, unsigned)>& work);

}  // namespace thidua::base
