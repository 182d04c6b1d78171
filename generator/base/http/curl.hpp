// libcurl's handles, owned, with what every one of ours is told; and its failures as ours. For this folder and
// base/ftp.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

#include "base/http/message.hpp"

namespace thidua::http {

/// CURL and CURLM are both void, so each needs a type of its own.
template <auto kFree>
struct Freed {
  template <class Handle>
  void operator()(Handle* handle) const {
    kFree(handle);
  }
};

using EasyHandle = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, Freed<curl_multi_cleanup>>;
using List = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;

/// Readies libcurl for the process, once; safe from any thread.
void ready_curl();

/// What holds for every transfer: no signals, no proxy, no netrc, certificates verified against `authorities` (empty:
/// the system's) and TLS 1.2 or later. To be called after curl_easy_reset().
void set_common(CURL* handle, const std::string& authorities);

void append(List& list, const std::string& line);

FailureKind kind_of(CURLcode code, const std::string& words);

/// libcurl's sentence for what went wrong; of the details that it adds only where they cannot hold a secret.
std::string words_of(CURLcode code, const char* details);

}  // namespace thidua::http
