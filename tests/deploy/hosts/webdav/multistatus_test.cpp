#include "deploy/hosts/webdav/multistatus.hpp"

#include <doctest/doctest.h>

using namespace thidua::deploy;

namespace {

std::string response(const std::string& href, const std::string& properties) {
  return "<d:response><d:href>" + href + "</d:href><d:propstat><d:prop>" + properties +
         "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
}

std::string multistatus(const std::string& responses) {
  return "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">" + responses + "</d:multistatus>";
}

const std::string kFolder = "<d:resourcetype><d:collection/></d:resourcetype>";
const std::string kFile = "<d:resourcetype/><d:getcontentlength>7</d:getcontentlength>";

}  // namespace

TEST_CASE("webdav::read_members: files and folders by whatever form their addresses have") {
  const auto members =
      webdav::read_members(multistatus(response("/g/", kFolder) + response("/g/t%E1%BB%87p%201.txt", kFile) +
                                       response("https://h:8/g/100%25+=.txt", kFile) + response("/g/b", kFolder) +
                                       response("/g/c/", kFolder)),
                           "/g/");
  REQUIRE(members);
  REQUIRE(members->size() == 4);
  CHECK((*members)[0].name == "tệp 1.txt");
  CHECK((*members)[0].size == 7);
  CHECK_FALSE((*members)[0].is_folder);
  CHECK((*members)[1].name == "100%+=.txt");
  CHECK((*members)[2].name == "b");
  CHECK((*members)[2].is_folder);
  CHECK((*members)[3].name == "c");
}

TEST_CASE("webdav::read_members: what lies elsewhere, deeper or above is passed over") {
  const auto members = webdav::read_members(
      multistatus(response("/g/a/b", kFile) + response("/other", kFile) + response("/g/..", kFolder) +
                  response("/g/%2e%2e/", kFolder) + response("/g/a%2Fb", kFile) + response("", kFile)),
      "/g/");
  REQUIRE(members);
  CHECK(members->empty());
}

TEST_CASE("webdav::read_members: properties that the server could not tell do not count") {
  const auto members = webdav::read_members(
      multistatus(
          "<d:response><d:href>/a</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>"
          "<d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>"),
      "/");
  REQUIRE(members);
  CHECK_FALSE(members->at(0).is_folder);
}

TEST_CASE("webdav::read_members, tells_of_one: no multistatus tells of nothing") {
  for (const std::string xml : {"", "<html>", "<html/>", "<multistatus>"}) {
    CAPTURE(xml);
    CHECK_FALSE(webdav::read_members(xml, "/"));
    CHECK_FALSE(webdav::tells_of_one(xml));
  }
  CHECK(webdav::tells_of_one(multistatus(response("/g/", kFolder))));
  CHECK_FALSE(webdav::tells_of_one(multistatus(response("/g/", kFolder) + response("not understood", ""))));
  CHECK_FALSE(webdav::tells_of_one(multistatus("")));
}
