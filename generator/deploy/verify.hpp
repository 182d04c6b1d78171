// Reading the site back as readers get it, through its public address.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "deploy/deployment.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::deploy {

/// What came back for an address; `status` 0 where nobody answered, with the reason in `bytes`.
struct Fetched {
  int status = 0;
  std::string bytes;  ///< decoded, where the host compressed them
};

/// GET, asking caches to look at the host again. May be called from several threads at once.
using Fetch = std::function<Fetched(const std::string& url)>;

/// Pages read back besides those that changed.
inline constexpr std::size_t kSample = 20;

/// What is read back, as paths of the output: home, every page that was sent, and others spread evenly over the site.
std::vector<std::string> to_verify(const Output& output, const Plan& plan);

/// The address of a file below the public address: a folder's for its index.html.
std::string address_of(const std::string& public_address, const std::string& path);

/// Whether readers get the bytes that the output has. What they do not get is in `diagnostics`, at most a few of a
/// kind; how many files were compared is returned.
std::size_t verify(const Output& output, const Plan& plan, const std::string& public_address, const Fetch& fetch,
                   unsigned jobs, Diagnostics& diagnostics);

}  // namespace thidua::deploy
