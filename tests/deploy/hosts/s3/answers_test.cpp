#include "deploy/hosts/s3/answers.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::deploy;

TEST_CASE("s3::read_page: keys with spaces and entities, sizes, and whether more follows") {
  const auto page =
      s3::read_page(R"(<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
    <IsTruncated>true</IsTruncated><NextContinuationToken>a/+=b</NextContinuationToken>
    <Contents><Key>a &amp; b </Key><Size>5368709121</Size></Contents>
    <Contents><Key> </Key><Size>0</Size></Contents></ListBucketResult>)");
  REQUIRE(page);
  REQUIRE(page->objects.size() == 2);
  CHECK(page->objects[0].path == "a & b ");
  CHECK(page->objects[0].size == 5368709121);
  CHECK(page->objects[1].path == " ");
  CHECK(page->next == "a/+=b");
  CHECK(s3::read_page("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>")->next.empty());
  for (const std::string xml : {"", "<html>", "<Error><Code>X</Code></Error>", "<ListBucketResult>"})
    CHECK_FALSE(s3::read_page(xml));
}

TEST_CASE("s3::deletion_of: keys come through whatever they hold") {
  const std::vector<std::string> keys = {"a<b>&\"c'", " tệp "};
  const std::string xml = s3::deletion_of(keys);
  CHECK(xml.find("<Key>a&lt;b&gt;&amp;") != std::string::npos);
  CHECK(xml.find("<Quiet>true</Quiet>") != std::string::npos);
  CHECK(xml.find("<Key> tệp </Key>") != std::string::npos);
}

TEST_CASE("s3::read_undeleted: what stayed, with its code") {
  const auto undeleted = s3::read_undeleted(
      "<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code></Error></"
      "DeleteResult>");
  REQUIRE(undeleted);
  REQUIRE(undeleted->size() == 1);
  CHECK((*undeleted)[0].key == "b");
  CHECK((*undeleted)[0].code == "AccessDenied");
  CHECK_FALSE(s3::read_undeleted("<Error/>"));
}

TEST_CASE("s3::failure_of: by the code, then by the status; nothing of what the server repeats") {
  const auto failure = [](int status, const std::string& code) {
    return s3::failure_of(
        {.status = status, .body = "<Error><Code>" + code + "</Code><StringToSign>bí mật</StringToSign></Error>"},
        "put", "x");
  };
  CHECK(failure(400, "RequestTimeout").kind == FailureKind::passing);
  CHECK(failure(503, "SlowDown").kind == FailureKind::passing);
  CHECK(failure(403, "SignatureDoesNotMatch").kind == FailureKind::refused);
  CHECK(failure(403, "QuotaExceeded").kind == FailureKind::full);
  CHECK(failure(404, "NoSuchBucket").kind == FailureKind::missing);
  CHECK(failure(501, "NotImplemented").kind == FailureKind::unsupported);
  CHECK(failure(403, "AccessDenied").words == "the server answers 403: AccessDenied");
  CHECK(failure(403, "khoá: AKIA bí mật").words == "the server answers 403");
}
