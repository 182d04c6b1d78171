#include "base/http/body_source.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace thidua::http {

std::optional<std::string> BodySource::open(const Body& body) {
  sent_ = 0;
  bytes_ = {};
  failure_.clear();
  file_.reset();
  if (const auto* own = std::get_if<std::string>(&body)) bytes_ = *own;
  if (const auto* borrowed = std::get_if<std::string_view>(&body)) bytes_ = *borrowed;
  size_ = bytes_.size();
  const auto* const file = std::get_if<FileBody>(&body);
  if (file == nullptr) return std::nullopt;
  size_ = file->size;
  file_.reset(std::fopen(file->path.c_str(), "rbe"));
  struct stat status {};
  if (!file_ || ::fstat(::fileno(file_.get()), &status) != 0) {
    return fmt::format("{}: {}", file->path, std::strerror(errno));
  }
  if (static_cast<std::uint64_t>(status.st_size) == size_) return std::nullopt;
  return fmt::format("{}: has changed", file->path);
}

void BodySource::lend_to_http(CURL* handle) {
  if (file_) return lend(handle);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(size_));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, bytes_.empty() ? "" : bytes_.data());
}

void BodySource::lend(CURL* handle) {
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size_));
  curl_easy_setopt(handle, CURLOPT_READDATA, this);
  curl_easy_setopt(
      handle, CURLOPT_READFUNCTION, +[](char* to, std::size_t one, std::size_t most, void* self) {
        return static_cast<BodySource*>(self)->give(to, one * most);
      });
  curl_easy_setopt(handle, CURLOPT_SEEKDATA, this);
  curl_easy_setopt(
      handle, CURLOPT_SEEKFUNCTION, +[](void* self, curl_off_t offset, int) -> int {
        const bool done = static_cast<BodySource*>(self)->rewind(static_cast<std::uint64_t>(offset));
        return done ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
      });
}

std::size_t BodySource::give(char* to, std::size_t most) {
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(most, size_ - sent_));
  if (!file_) {
    std::copy_n(bytes_.data() + sent_, wanted, to);
  } else if (std::fread(to, 1, wanted, file_.get()) != wanted) {
    failure_ = "a file became shorter while it was sent";
    return CURL_READFUNC_ABORT;
  }
  sent_ += wanted;
  return wanted;
}

bool BodySource::rewind(std::uint64_t offset) {
  sent_ = offset;
  return !file_ || ::fseeko(file_.get(), static_cast<off_t>(offset), SEEK_SET) == 0;
}

}  // namespace thidua::http
