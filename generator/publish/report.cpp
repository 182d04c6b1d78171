#include "publish/report.hpp"

#include <cerrno>

namespace thidua::publish {

void report(const base::Failure& failure, Diagnostics& diagnostics) {
  switch (failure.error) {
    case ENOSPC:
    case EDQUOT:
      return diagnostics.add(Code::output_disk_full, {}, {failure.path});
    case EACCES:
    case EPERM:
    case EROFS:
      return diagnostics.add(Code::output_no_permission, {}, {failure.path});
    default:
      return diagnostics.add(Code::output_write_failed, {}, {failure.operation, failure.path, base::reason(failure)});
  }
}

}  // namespace thidua::publish
