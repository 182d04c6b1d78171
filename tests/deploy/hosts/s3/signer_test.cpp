#include "deploy/hosts/s3/signer.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/digest.hpp"

using namespace thidua;
using namespace thidua::deploy;

namespace {

// The keys, bucket and day of the examples in the documentation of S3's Signature Version 4.
const s3::Keys kKeys{.access_key = "AKIAIOSFODNN7EXAMPLE", .secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};
constexpr std::chrono::sys_seconds kDay = std::chrono::sys_days(std::chrono::year(2013) / 5 / 24);

std::string header(const std::vector<http::Header>& headers, const std::string& name) {
  const auto found = std::ranges::find(headers, name, &http::Header::first);
  return found == headers.end() ? "" : found->second;
}

std::string signature_of(s3::Signable request, const std::string& body = "") {
  request.host = "examplebucket.s3.amazonaws.com";
  request.payload_hash = base::hex(base::sha256(body));
  const std::string proof = header(s3::sign(request, kKeys, "us-east-1", kDay), "Authorization");
  return proof.substr(proof.rfind('=') + 1);
}

}  // namespace

TEST_CASE("s3::sign: the documentation's four examples") {
  CHECK(signature_of({.method = "GET", .path = "/test.txt", .headers = {{"Range", "bytes=0-9"}}}) ==
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  CHECK(signature_of(
            {.method = "PUT",
             .path = "/test$file.text",
             .headers = {{"Date", "Fri, 24 May 2013 00:00:00 GMT"}, {"x-amz-storage-class", "REDUCED_REDUNDANCY"}}},
            "Welcome to Amazon S3.") == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  CHECK(signature_of({.method = "GET", .path = "/", .query = {{"lifecycle", ""}}}) ==
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
  CHECK(signature_of({.method = "GET", .path = "/", .query = {{"prefix", "J"}, {"max-keys", "2"}}}) ==
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

TEST_CASE("s3::sign: what proves it goes with the request; a session's token is signed, too") {
  s3::Keys keys = kKeys;
  keys.session_token = "thẻ tạm";
  const auto headers =
      s3::sign({.method = "PUT", .host = "h", .path = "/x", .headers = {{"Content-Type", "text/html"}}}, keys, "vn-1",
               kDay + std::chrono::hours(25) + std::chrono::seconds(7));
  CHECK(header(headers, "Content-Type") == "text/html");
  CHECK(header(headers, "x-amz-date") == "20130525T010007Z");
  CHECK(header(headers, "x-amz-security-token") == "thẻ tạm");
  const std::string proof = header(headers, "Authorization");
  CHECK(
      proof.starts_with("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130525/vn-1/s3/aws4_request,"
                        "SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"));
  CHECK(proof.find(keys.secret_key) == std::string::npos);
}

TEST_CASE("s3::query_text: sorted as it is encoded, each name with its =") {
  CHECK(s3::query_text({}).empty());
  CHECK(s3::query_text({{"delete", ""}}) == "delete=");
  CHECK(s3::query_text({{"prefix", "a b/+=%é"}, {"list-type", "2"}}) == "list-type=2&prefix=a%20b%2F%2B%3D%25%C3%A9");
}
