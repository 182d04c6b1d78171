// What describes the tables to programs names what is there.
#include "data/open_data/catalogue.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "data/open_data/csv_reader.hpp"
#include "data/open_data/data_package.hpp"
#include "data/open_data/whole_site.hpp"

using namespace thidua;
using namespace thidua::testing;

namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document out;
  out.Parse(text.data(), text.size());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

/// The output's path of an address of this site.
std::string path_of(const std::string& address) {
  const std::string& root = open_data().site.info.base_url;
  REQUIRE(address.starts_with(root));
  return address.substr(root.size());
}

}  // namespace

TEST_CASE("data::data_package: each resource is a file with those bytes and those columns") {
  const auto package = parsed(open_data().files.at("du-lieu/datapackage.json"));
  const auto& resources = package["resources"];
  REQUIRE(resources.Size() == routes::tables().size());
  for (const auto& resource : resources.GetArray()) {
    const std::string path = std::string("du-lieu/") + resource["path"].GetString();
    CAPTURE(path);
    const std::string& bytes = open_data().files.at(path);
    CHECK(resource["bytes"].GetUint64() == bytes.size());
    const auto names = read_csv(bytes).front();
    const auto& fields = resource["schema"]["fields"];
    REQUIRE(fields.Size() == names.size());
    for (rapidjson::SizeType i = 0; i < fields.Size(); ++i) CHECK(fields[i]["name"].GetString() == names[i]);
  }
}

TEST_CASE("data::catalogue: each distribution is a file of that size") {
  const auto catalogue = parsed(open_data().files.at("du-lieu/catalog.jsonld"));
  CHECK(std::string(catalogue["@type"].GetString()) == "dcat:Catalog");
  const auto& datasets = catalogue["dcat:dataset"];
  REQUIRE(datasets.Size() == routes::tables().size());
  for (const auto& dataset : datasets.GetArray()) {
    const auto& distributions = dataset["dcat:distribution"];
    CHECK(distributions.Size() == 3);
    for (const auto& distribution : distributions.GetArray()) {
      const std::string path = path_of(distribution["dcat:downloadURL"].GetString());
      CAPTURE(path);
      CHECK(std::to_string(open_data().files.at(path).size()) == distribution["dcat:byteSize"].GetString());
    }
  }
}

TEST_CASE("data::catalogue: names the licence that the site states, and none where it states none") {
  model::SiteInfo info = open_data().site.info;
  Diagnostics diagnostics;
  const ThemeWords theme;
  info.data_licence.reset();
  CHECK(data::catalogue(info, open_data().written, theme.words).find("dct:LicenseDocument") == std::string::npos);
  CHECK(data::data_package(info, open_data().written, theme.words).find("\"licenses\"") == std::string::npos);
  info.data_licence = {.name = "CC BY 4.0", .url = "https://creativecommons.org/licenses/by/4.0/"};
  const auto stated = parsed(data::catalogue(info, open_data().written, theme.words));
  CHECK(std::string(stated["dct:license"]["@id"].GetString()) == info.data_licence->url);
  const auto package = parsed(data::data_package(info, open_data().written, theme.words));
  CHECK(std::string(package["licenses"][0]["path"].GetString()) == info.data_licence->url);
}
