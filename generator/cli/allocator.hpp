// How the program takes memory from the system.
#pragma once

#include <memory>

namespace thidua::cli {

/// A run is short, and what one stage frees the next one needs: memory is taken in large pages, where the system has
/// them, and given back at the end. Without effect in a build for the sanitizers, which bring an allocator of their
/// own.
void keep_memory();

/// Ends the life of what a run needed most memory for: it is left to the system, which takes it back faster than it can
/// be freed piece by piece. A build for the sanitizers frees it.
template <class T>
void leave(std::unique_ptr<T> value) {
#ifdef THIDUA_MIMALLOC
  static_cast<void>(value.release());
#else
  value.reset();
#endif
}

}  // namespace thidua::cli
