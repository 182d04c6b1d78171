#include "deploy/hosts/open_host.hpp"

namespace thidua::deploy {

std::unique_ptr<Host> open_host(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience) {
  switch (target.scheme) {
    case Scheme::sftp:
      return open_sftp(target, secrets, jobs, patience);
    case Scheme::ftps:
      return open_ftps(target, secrets, jobs, patience);
    case Scheme::webdav:
      return open_webdav(target, secrets, jobs, patience);
    case Scheme::s3:
      return open_s3(target, secrets, jobs, patience);
    case Scheme::folder:
      break;
  }
  return open_folder(target);
}

}  // namespace thidua::deploy
