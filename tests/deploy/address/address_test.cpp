#include "deploy/address/address.hpp"

#include <doctest/doctest.h>

#include "base/temporary_folder.hpp"
#include "deploy/address/named_targets.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;
using Names = std::vector<std::string>;

namespace {

/// What may be printed of the findings, in both languages.
std::string all_words(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& one : diagnostics.sorted()) {
    for (const Language language : {Language::english, Language::vietnamese})
      out += message(one, language) + "\n" + hint(one, language) + "\n";
  }
  return out;
}

Names codes(const Diagnostics& diagnostics) {
  Names out;
  for (const Diagnostic& one : diagnostics.sorted()) out.emplace_back(describe(one.code).name);
  return out;
}

Target parsed(const std::string& text) {
  Diagnostics diagnostics;
  const auto target = parse_address(text, {}, diagnostics);
  REQUIRE_MESSAGE(target, text << ": " << all_words(diagnostics));
  return *target;
}

/// The code that an address is refused with.
std::string refusal(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(parse_address(text, {}, diagnostics));
  REQUIRE(diagnostics.sorted().size() == 1);
  return codes(diagnostics).front();
}

}  // namespace

TEST_CASE("deploy::parse_address: every kind of host") {
  const Target sftp = parsed("sftp://ng%C6%B0%E1%BB%9Di@may.example.vn:2222/srv/trang%20web/");
  CHECK(sftp.scheme == Scheme::sftp);
  CHECK(sftp.user == "người");
  CHECK(sftp.host == "may.example.vn");
  CHECK(sftp.port == 2222);
  CHECK(sftp.folder == "/srv/trang web");
  CHECK(shown(sftp) == "sftp://may.example.vn:2222/srv/trang web");
  CHECK(parsed("sftp://host").folder == "");
  CHECK(parsed("ftps://host/~/www").folder == "www");
  CHECK(parsed("ftps://host/").folder == "/");
  CHECK(parsed("ftps://host/~").folder == "");
  CHECK(parsed("webdavs://[2001:db8::1]:8443/a").host == "[2001:db8::1]");
  CHECK(parsed("webdavs://u@host/a").tls);
  CHECK_FALSE(parsed("webdav://127.0.0.1:8080/a").tls);
  const Target s3 = parsed("s3://thi-dua/trang/moi?endpoint=https://s3.example.vn:9000&region=hn-1&style=virtual");
  CHECK(s3.bucket == "thi-dua");
  CHECK(s3.folder == "trang/moi");
  CHECK(s3.host == "s3.example.vn");
  CHECK(s3.port == 9000);
  CHECK(s3.region == "hn-1");
  CHECK(s3.virtual_host);
  CHECK(parsed("s3://b?endpoint=https%3A%2F%2Fh").region == "us-east-1");
  CHECK(parsed("./www").scheme == Scheme::folder);
  CHECK(parsed("/srv/www").folder == "/srv/www");
}

TEST_CASE("deploy::parse_address: what cannot be used is refused, without repeating any of it") {
  const std::string secret = "bi-MAT-9137";
  for (const std::string& address :
       Names{"sftp://u:" + secret + "@host/", "webdavs://" + secret + ":x@host/",
             "s3://key:" + secret + "@bucket?endpoint=https://h", "s3://b?endpoint=https://u:" + secret + "@h",
             "s3://b?endpoint=https://" + secret + "@h"}) {
    CAPTURE(address);
    CHECK(refusal(address) == "deploy-address-password");
  }
  for (const std::string& address : Names{"ftp://host/" + secret,
                                          "http://host/" + secret,
                                          "u:" + secret + "@host:/www",
                                          secret + "@host",
                                          "sftp://",
                                          "sftp:///" + secret,
                                          "sftp://host:0/",
                                          "sftp://host:70000/",
                                          "sftp://host:/" + secret,
                                          "sftp://ho st/" + secret,
                                          "sftp://-o" + secret + "/x",
                                          "sftp://host/a/../" + secret,
                                          "sftp://host/%" + secret,
                                          "sftp://host/%00",
                                          "sftp://host/%0a",
                                          "sftp://host/%ff",
                                          "sftp://host/?password=" + secret,
                                          "s3://bucket/" + secret,
                                          "s3://b?endpoint=https://h&secret=" + secret,
                                          "s3://b?endpoint=ftp://h",
                                          "s3://b?endpoint=https://h/path",
                                          "s3://b?endpoint=https://h&style=" + secret,
                                          "s3://?endpoint=https://h"}) {
    CAPTURE(address);
    CHECK(refusal(address) == "deploy-address-wrong");
    Diagnostics diagnostics;
    static_cast<void>(parse_address(address, {}, diagnostics));
    CHECK(all_words(diagnostics).find(secret) == std::string::npos);
  }
  for (const char* address : {"webdav://host/", "s3://b?endpoint=http://host", "webdav://127.evil.example.vn/"})
    CHECK(refusal(address) == "deploy-address-unencrypted");
}

TEST_CASE("deploy::find_target: by name, with what belongs to it; files beside deploy.json") {
  const auto disk = base::real_disk();
  const TemporaryFolder root;
  put(root / "deploy.json", R"({"targets": {
    "chinh": {"address": "sftp://host/www", "public_address": "https://a.vn/", "known_hosts": "may-chu/khoa",
              "key_file": "/etc/khoa", "forms": false},
    "tai-cho": {"address": "../www"}}})");
  Diagnostics diagnostics;
  const auto target = find_target(*disk, root.path(), "chinh", diagnostics);
  REQUIRE(target);
  CHECK(target->name == "chinh");
  CHECK(target->public_address == "https://a.vn/");
  CHECK(target->known_hosts == root / "may-chu/khoa");
  CHECK(target->key_file == "/etc/khoa");
  CHECK_FALSE(target->forms);
  CHECK(find_target(*disk, root.path(), "tai-cho", diagnostics)->folder == root / "../www");
  CHECK(find_target(*disk, root.path(), "./www", diagnostics)->folder == "./www");
  CHECK(codes(diagnostics) == Names{});
  CHECK_FALSE(find_target(*disk, root.path(), "thu", diagnostics));
  CHECK(codes(diagnostics) == Names{"deploy-unknown-target"});
  CHECK(all_words(diagnostics).find("chinh, tai-cho") != std::string::npos);
}

TEST_CASE("deploy::find_target: a deploy.json that cannot be used says where") {
  const auto disk = base::real_disk();
  const TemporaryFolder root;
  const auto refused = [&](const std::string& text) {
    put(root / "deploy.json", text);
    Diagnostics diagnostics;
    CHECK_FALSE(find_target(*disk, root.path(), "a", diagnostics));
    const auto found = diagnostics.sorted();
    REQUIRE(found.size() == 1);
    CHECK(all_words(diagnostics).find("bi-mat") == std::string::npos);
    return std::string(describe(found.front().code).name) + " " + std::to_string(found.front().place.line) + ":" +
           std::to_string(found.front().place.column);
  };
  CHECK(refused("{") == "json-unexpected-end 1:2");
  CHECK(refused("{\n\"targets\": {\"a\": {}}}") == "missing-field 2:18");
  CHECK(refused("{\"targets\": {\n \"a\": {\"address\": \"sftp://h\", \"password\": \"bi-mat\"}}}") ==
        "unknown-key 2:31");
  CHECK(refused("{\"targets\": {\n \"a\": {\"address\": \"sftp://u:bi-mat@h\"}}}") == "deploy-address-password 2:19");
}
