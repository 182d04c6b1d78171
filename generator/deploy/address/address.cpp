#include "deploy/address/address.hpp"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace thidua::deploy {
namespace {

struct Kind {
  std::string_view name;
  Scheme scheme;
  bool tls;
};

constexpr auto kKinds = std::to_array<Kind>({{"sftp", Scheme::sftp, true},
                                             {"ftps", Scheme::ftps, true},
                                             {"webdavs", Scheme::webdav, true},
                                             {"webdav", Scheme::webdav, false},
                                             {"s3", Scheme::s3, true}});

/// What servers take for theirs where none was set up.
constexpr const char* kUsualRegion = "us-east-1";

/// What is wrong with an address, in both languages.
struct Flaw {
  const char *english, *vietnamese;
};

constexpr Flaw kKind{"its kind is not one of sftp, ftps, webdavs and s3",
                     "loại kết nối không thuộc sftp, ftps, webdavs, s3"};
constexpr Flaw kHost{"the host is missing or cannot be one", "thiếu tên máy chủ hoặc tên không hợp lệ"};
constexpr Flaw kPort{"the port is no number from 1 to 65535", "cổng không phải là số từ 1 đến 65535"};
constexpr Flaw kEncoding{"a % is not followed by two hexadecimal digits, or what they stand for is no text",
                         "sau dấu % không có hai chữ số thập lục phân, hoặc không tạo thành văn bản hợp lệ"};
constexpr Flaw kPath{"the folder has a part `.` or `..`", "đường dẫn thư mục có phần `.` hoặc `..`"};
constexpr Flaw kParameter{"behind the ? stands something else than endpoint, region and style",
                          "sau dấu ? có tham số khác endpoint, region và style"};
constexpr Flaw kEndpoint{"an s3 address needs a bucket, and an endpoint that starts with https://",
                         "địa chỉ s3 cần có bucket và endpoint bắt đầu bằng https://"};

/// Taken apart, still percent-encoded.
struct Parts {
  std::string_view user_info, host, port, path, query;
  bool has_user = false;
};

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<std::string> decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  const bool is_text = base::find_invalid_utf8(out) == out.npos && base::find_control(out) == out.npos &&
                       out.find_first_of("\t\r\n") == out.npos;
  return is_text ? std::optional(std::move(out)) : std::nullopt;
}

/// Without the scheme. The user ends at the last @ before the path: a password may hold one.
Parts split(std::string_view rest) {
  Parts out;
  if (const std::size_t query = rest.find('?'); query != rest.npos) {
    out.query = rest.substr(query + 1);
    rest = rest.substr(0, query);
  }
  const std::size_t slash = rest.find('/');
  out.path = slash == rest.npos ? std::string_view() : rest.substr(slash);
  std::string_view authority = rest.substr(0, slash);
  if (const std::size_t at = authority.rfind('@'); at != authority.npos) {
    out.has_user = true;
    out.user_info = authority.substr(0, at);
    authority.remove_prefix(at + 1);
  }
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.find(':', bracket == authority.npos ? 0 : bracket);
  out.host = authority.substr(0, colon);
  out.port = colon == authority.npos ? std::string_view() : authority.substr(colon + 1);
  if (colon != authority.npos && out.port.empty()) out.port = "-";
  return out;
}

bool is_host(std::string_view host) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  if (host.starts_with('[')) {
    return host.size() > 3 && host.ends_with(']') &&
           host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.") == host.npos;
  }
  if (host.empty() || host.size() > 253 || host.front() == '-' || host.front() == '.') return false;
  return host.find_first_not_of(std::string(kLetters) + "-._") == host.npos;
}

bool is_this_machine(std::string_view host) {
  const bool is_number = host.find_first_not_of("0123456789.") == host.npos;
  return host == "localhost" || host == "[::1]" || (is_number && host.starts_with("127."));
}

bool has_dots(std::string_view path) {
  for (std::size_t slash = 0; slash != path.npos;) {
    const std::size_t next = path.find('/', slash);
    const std::string_view part = path.substr(slash, next - slash);
    if (part == "." || part == "..") return true;
    slash = next == path.npos ? next : next + 1;
  }
  return false;
}

class Parser {
 public:
  Parser(const Place& place, Diagnostics& diagnostics) : place_(place), diagnostics_(diagnostics) {}

  std::optional<Target> parse(std::string_view text) {
    const std::size_t end = text.find("://");
    const Kind* kind = end == text.npos ? nullptr : find_kind(text.substr(0, end));
    if (kind == nullptr) return wrong(kKind);
    const Parts parts = split(text.substr(end + 3));
    if (parts.user_info.find(':') != parts.user_info.npos) return refuse(Code::deploy_address_password);
    target_.scheme = kind->scheme;
    target_.tls = kind->tls;
    const bool read = read_path(parts.path) && (kind->scheme == Scheme::s3 ? read_s3(parts) : read_server(parts));
    if (!read) return std::nullopt;
    if (!target_.tls && !is_this_machine(target_.host)) return refuse(Code::deploy_address_unencrypted);
    target_.name = shown(target_);
    return std::move(target_);
  }

 private:
  static const Kind* find_kind(std::string_view name) {
    for (const Kind& kind : kKinds) {
      if (kind.name == name) return &kind;
    }
    return nullptr;
  }

  std::nullopt_t refuse(Code code) { return diagnostics_.add(code, place_), std::nullopt; }

  std::nullopt_t wrong(const Flaw& flaw) {
    diagnostics_.add(Code::deploy_address_wrong, place_, {flaw.english, flaw.vietnamese});
    return std::nullopt;
  }
  bool fail(const Flaw& flaw) { return wrong(flaw), false; }

  bool read_path(std::string_view path) {
    auto folder = decode(path);
    if (!folder) return fail(kEncoding);
    if (has_dots(*folder)) return fail(kPath);
    while (folder->size() > 1 && folder->ends_with('/')) folder->pop_back();
    if (folder->starts_with("/~/") || *folder == "/~") folder->erase(0, std::min<std::size_t>(3, folder->size()));
    target_.folder = std::move(*folder);
    return true;
  }

  bool read_host(const Parts& parts) {
    if (!is_host(parts.host)) return fail(kHost);
    target_.host = parts.host;
    if (parts.port.empty()) return true;
    const char* end = parts.port.data() + parts.port.size();
    const auto [stop, error] = std::from_chars(parts.port.data(), end, target_.port);
    return (error == std::errc() && stop == end && target_.port != 0) || fail(kPort);
  }

  bool read_server(const Parts& parts) {
    auto user = decode(parts.user_info);
    if (!user) return fail(kEncoding);
    target_.user = std::move(*user);
    if (!parts.query.empty()) return fail(kParameter);
    return read_host(parts);
  }

  /// The bucket stands where other addresses have the host; the host is in the endpoint.
  bool read_s3(const Parts& parts) {
    if (parts.has_user) return refuse(Code::deploy_address_password), false;
    target_.bucket = parts.host;
    target_.folder.erase(0, target_.folder.find_first_not_of('/'));
    std::string_view query = parts.query;
    while (!query.empty()) {
      const std::size_t end = query.find('&');
      if (!read_parameter(query.substr(0, end))) return false;
      query.remove_prefix(end == query.npos ? query.size() : end + 1);
    }
    if (target_.region.empty()) target_.region = kUsualRegion;
    return (!target_.host.empty() && is_host(target_.bucket)) || fail(kEndpoint);
  }

  bool read_parameter(std::string_view parameter) {
    const std::size_t equals = parameter.find('=');
    const std::string_view name = parameter.substr(0, equals);
    const auto value = decode(equals == parameter.npos ? std::string_view() : parameter.substr(equals + 1));
    if (!value) return fail(kEncoding);
    if (name == "region") return target_.region = *value, true;
    if (name == "style")
      return target_.virtual_host = *value == "virtual", *value == "path" || *value == "virtual" || fail(kParameter);
    return name == "endpoint" ? read_endpoint(*value) : fail(kParameter);
  }

  bool read_endpoint(std::string_view endpoint) {
    target_.tls = endpoint.starts_with("https://");
    if (!target_.tls && !endpoint.starts_with("http://")) return fail(kEndpoint);
    const Parts parts = split(endpoint.substr(endpoint.find("://") + 3));
    if (parts.has_user) return refuse(Code::deploy_address_password), false;
    if (!parts.query.empty() || parts.path.size() > 1) return fail(kEndpoint);
    return read_host(parts);
  }

  const Place& place_;
  Diagnostics& diagnostics_;
  Target target_;
};

/// user@host:folder, as other programs have it, is no folder's path: what stands in it is not to be repeated.
bool looks_remote(std::string_view text) { return text.substr(0, text.find('/')).find_first_of(":@") != text.npos; }

std::string_view name_of(const Target& target) {
  for (const Kind& kind : kKinds) {
    if (kind.scheme == target.scheme && (kind.tls == target.tls || kind.scheme != Scheme::webdav)) return kind.name;
  }
  return {};
}

}  // namespace

bool is_address(std::string_view text) {
  return looks_remote(text) || text.find('/') != text.npos || text == "." || text == "..";
}

std::optional<Target> parse_address(std::string_view text, const Place& place, Diagnostics& diagnostics) {
  if (text.find("://") != text.npos || looks_remote(text)) return Parser(place, diagnostics).parse(text);
  Target out;
  out.folder = text;
  out.name = text;
  return out;
}

std::string shown(const Target& target) {
  if (target.scheme == Scheme::folder) return target.folder;
  std::string out = std::string(name_of(target)) + "://";
  if (target.scheme == Scheme::s3) return out + target.bucket + "/" + target.folder + " (" + target.host + ")";
  out += target.host;
  if (target.port != 0) out += ":" + std::to_string(target.port);
  return out + (target.folder.starts_with('/') ? "" : "/~/") + target.folder;
}

}  // namespace thidua::deploy
