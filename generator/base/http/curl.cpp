#include "base/http/curl.hpp"

#include <string_view>

namespace thidua::http {
namespace {

/// Details that are made of the host's name, a certificate, numbers, and the words of OpenSSL and the system.
bool details_are_harmless(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return true;
    default:
      return false;
  }
}

/// A connection that ends during the greeting is reported as a failed greeting.
bool lost_while_greeting(std::string_view words) {
  for (const std::string_view sign :
       {"reset by peer", "SSL_ERROR_SYSCALL", "unexpected eof", "SSL_ERROR_ZERO_RETURN"}) {
    if (words.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void ready_curl() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_ALL);
  static_cast<void>(ready);
}

void set_common(CURL* handle, const std::string& authorities) {
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (authorities.empty()) return;
  curl_easy_setopt(handle, CURLOPT_CAINFO, authorities.c_str());
  curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
}

void append(List& list, const std::string& line) { list.reset(curl_slist_append(list.release(), line.c_str())); }

FailureKind kind_of(CURLcode code, const std::string& words) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
      return FailureKind::malformed;
    case CURLE_COULDNT_RESOLVE_HOST:
      return FailureKind::resolve;
    case CURLE_COULDNT_CONNECT:
      return FailureKind::connect;
    case CURLE_OPERATION_TIMEDOUT:
      return FailureKind::timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
      return FailureKind::certificate;
    case CURLE_SSL_CONNECT_ERROR:
      return lost_while_greeting(words) ? FailureKind::cut : FailureKind::tls;
    case CURLE_USE_SSL_FAILED:
      return FailureKind::tls;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return FailureKind::cut;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_READ_ERROR:
    case CURLE_WRITE_ERROR:
    case CURLE_OUT_OF_MEMORY:
    case CURLE_ABORTED_BY_CALLBACK:
      return FailureKind::local;
    default:
      return FailureKind::protocol;
  }
}

std::string words_of(CURLcode code, const char* details) {
  std::string words = curl_easy_strerror(code);
  if (details_are_harmless(code) && *details != '\0') words += std::string(": ") + details;
  return words;
}

}  // namespace thidua::http
