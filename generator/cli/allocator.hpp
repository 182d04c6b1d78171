// How the program takes memory from the system.
#pragma once

namespace thidua::cli {

/// A run is short, and what one stage frees the next one needs: memory is taken in large pages, where the system has
/// them, and given back at the end. Without effect in a build for the sanitizers, which bring an allocator of their
/// own.
void keep_memory();

}  // namespace thidua::cli
