#include "base/ftp/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/http/url.hpp"

namespace thidua::ftp {
namespace {

bool breaks_line(std::string_view text) { return text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos; }

constexpr int kFirstForGood = 500;  ///< replies from here on are the same at the next try

FailureKind kind_of(CURLcode code, int reply, const std::string& words) {
  switch (code) {
    case CURLE_LOGIN_DENIED:
      return reply >= kFirstForGood ? FailureKind::login : FailureKind::lost;
    case CURLE_QUOTE_ERROR:
    case CURLE_UPLOAD_FAILED:
    case CURLE_FTP_COULDNT_RETR_FILE:
    case CURLE_REMOTE_FILE_NOT_FOUND:
    case CURLE_REMOTE_ACCESS_DENIED:
    case CURLE_REMOTE_DISK_FULL:
    case CURLE_FTP_COULDNT_SET_TYPE:
      return FailureKind::reply;
    default:
      break;
  }
  switch (http::kind_of(code, words)) {
    case http::FailureKind::certificate:
    case http::FailureKind::tls:
      return FailureKind::distrusted;
    case http::FailureKind::local:
    case http::FailureKind::malformed:
      return FailureKind::local;
    default:
      return FailureKind::lost;
  }
}

}  // namespace

Session::Session(const Site& site) : site_(site), easy_(curl_easy_init()), multi_(curl_multi_init()) {}

Session::~Session() { curl_multi_remove_handle(multi_.get(), easy_.get()); }

std::optional<Failure> Session::begin(Order order) {
  order_ = std::move(order);
  if (breaks_line(order_.path) || std::ranges::any_of(order_.commands, breaks_line)) {
    return Failure{FailureKind::local, 0, false, "a name with a line break"};
  }
  if (auto words = source_.open(order_.body)) return Failure{FailureKind::local, 0, false, *words};
  body_.clear();
  too_large_ = false;
  details_.fill('\0');
  curl_easy_reset(easy_.get());
  set_connection();
  set_order();
  curl_multi_add_handle(multi_.get(), easy_.get());
  return std::nullopt;
}

void Session::set_connection() {
  CURL* const handle = easy_.get();
  http::set_common(handle, site_.authorities);
  constexpr long k12 = CURL_SSLVERSION_TLSv1_2;
  constexpr long kOnly12 = k12 | k12 << 16;  // the latest that may be spoken stands in the upper half
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, kOnly12);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "ftp");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  curl_easy_setopt(handle, CURLOPT_FTPSSLAUTH, static_cast<long>(CURLFTPAUTH_TLS));
  curl_easy_setopt(handle, CURLOPT_FTP_FILEMETHOD, static_cast<long>(CURLFTPMETHOD_NOCWD));
  curl_easy_setopt(handle, CURLOPT_USERNAME, site_.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, site_.password.c_str());
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(site_.connect_seconds));
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(site_.silence_seconds));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(site_.silence_seconds));
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, details_.data());
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(
      handle, CURLOPT_WRITEFUNCTION, +[](char* bytes, std::size_t, std::size_t size, void* self) {
        return static_cast<Session*>(self)->take({bytes, size});
      });
}

void Session::set_order() {
  CURL* const handle = easy_.get();
  const bool bare_ipv6 = site_.host.find(':') != site_.host.npos && !site_.host.starts_with('[');
  const std::string host = bare_ipv6 ? fmt::format("[{}]", site_.host) : site_.host;
  const unsigned port = site_.port == 0 ? 21 : site_.port;
  const std::string url = fmt::format("ftp://{}:{}/{}", host, port, http::encode_path(order_.path));
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
  commands_.reset();
  for (const std::string& command : order_.commands) http::append(commands_, command);
  if (order_.verb == Verb::commands) {
    curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    curl_easy_setopt(handle, CURLOPT_QUOTE, commands_.get());
  } else if (order_.verb == Verb::store) {
    source_.lend(handle);
    curl_easy_setopt(handle, CURLOPT_POSTQUOTE, commands_.get());
  } else if (order_.verb == Verb::list) {
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "MLSD");
  }
}

std::size_t Session::take(std::string_view bytes) {
  too_large_ = bytes.size() > order_.limit - body_.size();
  if (too_large_) return 0;
  body_ += bytes;
  return bytes.size();
}

std::optional<Result<Reply>> Session::go_on() {
  int running = 0;
  curl_multi_perform(multi_.get(), &running);
  int left = 0;
  const CURLMsg* const message = curl_multi_info_read(multi_.get(), &left);
  if (message == nullptr || message->msg != CURLMSG_DONE) return std::nullopt;
  auto result = outcome(message->data.result);
  curl_multi_remove_handle(multi_.get(), easy_.get());
  source_.close();
  return result;
}

Result<Reply> Session::outcome(CURLcode code) {
  long reply = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &reply);
  const int number = static_cast<int>(reply);
  if (code == CURLE_OK) return Reply{number, std::move(body_)};
  if (too_large_) return tl::make_unexpected(Failure{FailureKind::too_large, number, false, "more than was asked for"});
  if (!source_.failure().empty())
    return tl::make_unexpected(Failure{FailureKind::local, number, false, source_.failure()});
  const std::string words = http::words_of(code, details_.data());
  const FailureKind kind = kind_of(code, number, words);
  const bool says_more = kind == FailureKind::reply || kind == FailureKind::login;
  const bool stored = order_.verb == Verb::store && code == CURLE_QUOTE_ERROR;
  return tl::make_unexpected(
      Failure{kind, number, stored, says_more ? fmt::format("{}: reply {}", words, number) : words});
}

}  // namespace thidua::ftp
