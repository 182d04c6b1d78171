// The XML that S3 speaks: lists of keys, orders to remove many, and errors.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/http/message.hpp"
#include "deploy/host.hpp"

namespace thidua::deploy::s3 {

/// One page of a list (ListObjectsV2).
struct Page {
  std::vector<Listed> objects;  ///< paths are whole keys
  std::string next;             ///< the token for the page that follows; empty on the last
};

/// Nothing where it is no list.
std::optional<Page> read_page(const std::string& xml);

/// An order to remove these keys (DeleteObjects), to be answered with failures alone.
std::string deletion_of(std::span<const std::string> keys);

struct Undeleted {
  std::string key;
  std::string code;
};

/// What could not be removed. Nothing where it is no answer to that order.
std::optional<std::vector<Undeleted>> read_undeleted(const std::string& xml);

/// The code of an error, "SignatureDoesNotMatch"; empty where there is none. Nothing else is taken of an error, for
/// servers repeat in it what was sent.
std::string error_code(const std::string& xml);

/// An answer that was not the one hoped for, by its code where that says more than the status.
Failure failure_of(const http::Answer& answer, std::string operation, std::string path);
Failure failure_of(const std::string& code, int status, std::string operation, std::string path);

}  // namespace thidua::deploy::s3
