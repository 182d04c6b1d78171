#include "cli/allocator.hpp"

#ifdef THIDUA_MIMALLOC
#include <mimalloc.h>
#endif

namespace thidua::cli {

void keep_memory() {
#ifdef THIDUA_MIMALLOC
  mi_option_disable(mi_option_allow_decommit);
  mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace thidua::cli
