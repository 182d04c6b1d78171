// How the environment fails: as a value that names the operation and the path, never as an exception.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace thidua::base {

/// A failed operation on the outside world.
struct Failure {
  std::string operation;  ///< "read", "rename" …
  std::string path;       ///< what it was tried on
  int error = 0;          ///< errno
};

template <class T>
using Result = tl::expected<T, Failure>;

using Done = Result<void>;

/// The system's sentence for what went wrong: English in every locale, no full stop.
std::string reason(const Failure& failure);

inline tl::unexpected<Failure> fail(std::string operation, std::string path, int error) {
  return tl::make_unexpected(Failure{std::move(operation), std::move(path), error});
}

}  // namespace thidua::base
