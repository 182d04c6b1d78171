#include "deploy/hosts/s3/answers.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <utility>

#include "deploy/hosts/over_http.hpp"

namespace thidua::deploy::s3 {
namespace {

bool load(pugi::xml_document& document, const std::string& xml) {
  return static_cast<bool>(
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single));
}

/// A code is letters and digits; what else stands there is nobody's code.
std::string code_in(const pugi::xml_node& error) {
  const std::string code = error.child("Code").text().get();
  const bool plain = std::ranges::all_of(code, [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '_'; });
  return plain && code.size() < 100 ? code : "";
}

// Those whose status says something else than they do.
constexpr std::array kCodes = {
    std::pair{std::string_view("RequestTimeout"), FailureKind::passing},
    std::pair{std::string_view("RequestTimeTooSkewed"), FailureKind::refused},
    std::pair{std::string_view("AuthorizationHeaderMalformed"), FailureKind::refused},
    std::pair{std::string_view("ExpiredToken"), FailureKind::refused},
    std::pair{std::string_view("InvalidToken"), FailureKind::refused},
    std::pair{std::string_view("BadDigest"), FailureKind::passing},
    std::pair{std::string_view("XAmzContentSHA256Mismatch"), FailureKind::passing},
    std::pair{std::string_view("IncompleteBody"), FailureKind::passing},
    std::pair{std::string_view("InternalError"), FailureKind::passing},
    std::pair{std::string_view("SlowDown"), FailureKind::passing},
    std::pair{std::string_view("AccessDenied"), FailureKind::refused},
    std::pair{std::string_view("QuotaExceeded"), FailureKind::full},
    std::pair{std::string_view("XMinioStorageFull"), FailureKind::full},
    std::pair{std::string_view("XMinioAdminBucketQuotaExceeded"), FailureKind::full},
};

}  // namespace

std::optional<Page> read_page(const std::string& xml) {
  pugi::xml_document document;
  const bool parsed = load(document, xml);
  const pugi::xml_node list = document.child("ListBucketResult");
  if (!parsed || !list) return std::nullopt;
  Page page;
  for (const pugi::xml_node& object : list.children("Contents")) {
    page.objects.push_back({object.child("Key").text().get(), object.child("Size").text().as_ullong()});
  }
  if (list.child("IsTruncated").text().as_bool()) page.next = list.child("NextContinuationToken").text().get();
  return page;
}

std::string deletion_of(std::span<const std::string> keys) {
  pugi::xml_document document;
  pugi::xml_node order = document.append_child("Delete");
  order.append_attribute("xmlns") = "http://s3.amazonaws.com/doc/2006-03-01/";
  order.append_child("Quiet").text() = "true";
  for (const std::string& key : keys) order.append_child("Object").append_child("Key").text() = key.c_str();
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return out.str();
}

std::optional<std::vector<Undeleted>> read_undeleted(const std::string& xml) {
  pugi::xml_document document;
  const bool parsed = load(document, xml);
  const pugi::xml_node result = document.child("DeleteResult");
  if (!parsed || !result) return std::nullopt;
  std::vector<Undeleted> undeleted;
  for (const pugi::xml_node& error : result.children("Error")) {
    undeleted.push_back({error.child("Key").text().get(), code_in(error)});
  }
  return undeleted;
}

std::string error_code(const std::string& xml) {
  pugi::xml_document document;
  return load(document, xml) ? code_in(document.child("Error")) : "";
}

Failure failure_of(const std::string& code, int status, std::string operation, std::string path) {
  const http::Answer answer{.status = status};
  Failure failure = deploy::failure_of(answer, std::move(operation), std::move(path), code);
  const auto* const known = std::ranges::find(kCodes, code, &decltype(kCodes)::value_type::first);
  if (known != kCodes.end()) failure.kind = known->second;
  return failure;
}

Failure failure_of(const http::Answer& answer, std::string operation, std::string path) {
  return failure_of(error_code(answer.body), answer.status, std::move(operation), std::move(path));
}

}  // namespace thidua::deploy::s3
