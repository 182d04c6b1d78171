// The bytes of a body as libcurl asks for them, from memory or a file.
#pragma once

#include <curl/curl.h>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/http/message.hpp"

namespace thidua::http {

/// Neither copied nor moved once lend() was called: the handle knows where it stands.
class BodySource {
 public:
  BodySource() = default;
  BodySource(const BodySource&) = delete;
  BodySource& operator=(const BodySource&) = delete;

  /// Begins at the first byte of a body, which outlives the sending. Words where a file cannot be read or has another
  /// size than it is said to have.
  std::optional<std::string> open(const Body& body);
  void close() { file_.reset(); }

  /// Tells the handle to send it.
  void lend(CURL* handle);
  /// The same for HTTP, where one packet can hold the headers and a small body: a server need not wait for a second.
  void lend_to_http(CURL* handle);

  /// Why a sending ended that this side has ended; empty otherwise.
  const std::string& failure() const { return failure_; }

 private:
  std::size_t give(char* to, std::size_t most);
  bool rewind(std::uint64_t offset);

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::unique_ptr<std::FILE, Closer> file_;
  std::string_view bytes_;
  std::uint64_t size_ = 0;
  std::uint64_t sent_ = 0;
  std::string failure_;
};

}  // namespace thidua::http
