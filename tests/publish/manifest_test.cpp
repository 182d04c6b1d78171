#include "publish/manifest.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "publish/site_path.hpp"

namespace thidua::publish {
namespace {

const std::string kHash = "0123456789abcdef0123456789abcdef";

TEST_CASE("publish::to_json: is sorted, readable and always the same") {
  const Manifest manifest{{{"version", "0.1"}, {"base_url", "https://a.vn/\"x\""}},
                          {{"index.html", {12, kHash}}, {"a/đơn vị.html", {0, kHash}}}};
  CHECK(to_json(manifest) == R"({
 "version": 1,
 "facts": {
  "base_url": "https://a.vn/\"x\"",
  "version": "0.1"
 },
 "files": {
  "a/đơn vị.html": {
   "size": 0,
   "hash": "0123456789abcdef0123456789abcdef"
  },
  "index.html": {
   "size": 12,
   "hash": "0123456789abcdef0123456789abcdef"
  }
 }
}
)");
}

TEST_CASE("publish::parse_manifest: understands what was written") {
  const Manifest manifest{{{"a", "tab\t, line\n, nul" + std::string(1, '\0')}},
                          {{"x/y", {std::numeric_limits<std::uint64_t>::max(), kHash}}}};
  const auto parsed = parse_manifest(to_json(manifest));
  REQUIRE(parsed);
  CHECK(parsed->facts == manifest.facts);
  REQUIRE(parsed->files.size() == 1);
  CHECK(parsed->files.at("x/y").size == std::numeric_limits<std::uint64_t>::max());
  CHECK(parsed->files.at("x/y").hash == kHash);
}

std::string with_files(const std::string& files) { return R"({"version":1,"facts":{},"files":)" + files + "}"; }

TEST_CASE("publish::parse_manifest: refuses what is no manifest of this version") {
  const std::string entry = R"({"size":1,"hash":")" + kHash + R"("})";
  REQUIRE(parse_manifest(with_files("{}")));
  REQUIRE(parse_manifest(with_files(R"({"a":)" + entry + "}")));
  for (const std::string& json : {
           std::string(),
           std::string("null"),
           std::string("{}"),
           with_files("{}") + "x",
           std::string(R"({"version":2,"facts":{},"files":{}})"),
           std::string(R"({"version":"1","facts":{},"files":{}})"),
           std::string(R"({"version":1,"facts":{"a":1},"files":{}})"),
           std::string(R"({"version":1,"files":{}})"),
           with_files("[]"),
           with_files(R"({"a":1})"),
           with_files(R"({"a":{"size":1}})"),
           with_files(R"({"a":{"size":-1,"hash":")" + kHash + R"("}})"),
           with_files(R"({"a":{"size":1,"hash":"0"}})"),
           with_files(std::string(R"({"a":)").append(entry).append(R"(,"a":)").append(entry) + "}"),
           with_files(R"({"../a":)" + entry + "}"),
           with_files(R"({"/a":)" + entry + "}"),
           with_files(R"({".gitignore":)" + entry + "}"),
           std::string(1'000'000, '['),
       }) {
    CAPTURE(json.substr(0, 80));
    CHECK(!parse_manifest(json));
  }
}

TEST_CASE("publish::is_site_path: a relative path without tricks") {
  for (const char* path : {"index.html", "a/b/c.html", ".well-known/x", "a/.gitignore", "...", "a b/đ.html"}) {
    CAPTURE(path);
    CHECK(is_site_path(path));
  }
  for (const std::string_view path :
       {std::string_view(""), std::string_view("/"), std::string_view("/a"), std::string_view("a/"),
        std::string_view("a//b"), std::string_view("."), std::string_view("./a"), std::string_view("a/."),
        std::string_view(".."), std::string_view("a/../b"), std::string_view("a/.."), std::string_view("a\\b"),
        std::string_view("a\0b", 3), kManifestName, kKeptName}) {
    CAPTURE(std::string(path));
    CHECK(!is_site_path(path));
  }
}

}  // namespace
}  // namespace thidua::publish
