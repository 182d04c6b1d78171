#include "search/harvest.hpp"

#include <doctest/doctest.h>

#include <map>
#include <span>
#include <string>

namespace thidua::search {
namespace {

std::string name_of(const Harvest& harvest, const Form& form) {
  const std::string first = harvest.words()[form.first].form;
  return form.second == kNoWord ? first : first + ' ' + harvest.words()[form.second].form;
}

std::map<std::string, Occurrence> occurrences(const Harvest& harvest, const HarvestedPage& page) {
  std::map<std::string, Occurrence> out;
  for (const Occurrence& one : std::span(page.occurrences, page.count))
    out.emplace(name_of(harvest, harvest.forms()[one.form]), one);
  return out;
}

}  // namespace

TEST_CASE("search::Harvest: words and pairs of neighbours, with their fields and how often") {
  Harvest harvest;
  harvest.add(7, "<div data-search><h1>Một cửa</h1><p>Cửa một. Một <b>cửa</b></p></div>");
  REQUIRE(harvest.pages().size() == 1);
  CHECK(harvest.pages()[0].route == 7);
  CHECK(harvest.pages()[0].title == "Một cửa");
  const auto found = occurrences(harvest, harvest.pages()[0]);
  CHECK(found.size() == 4);
  CHECK(found.at("một cửa").fields == 0b1001);
  CHECK(found.at("một cửa").count == 2);
  CHECK(found.at("cửa một").fields == 0b1000);
  CHECK(found.at("một").count == 3);
}

TEST_CASE("search::Harvest: a title counts its words, and its owner stands behind it") {
  Harvest harvest;
  harvest.add(0, "<h1 data-search>Tiêu chí <em>thi</em> đua</h1><p>Của <a data-search=\"owner\">Phong trào</a></p>");
  const HarvestedPage& page = harvest.pages()[0];
  CHECK(page.title == "Tiêu chí thi đua – Phong trào");
  CHECK(page.title_words == 4);
  CHECK(occurrences(harvest, page).at("phong trào").fields == 0b10);
}

TEST_CASE("search::Harvest: who issued it weighs as much as the owner, and is not part of the title") {
  Harvest harvest;
  harvest.add(0,
              "<h1 data-search>Tiêu chí</h1><p><b data-search=\"owner\">Phong trào</b><b data-search=\"issuer\">Sở Nội "
              "vụ</b></p>");
  const HarvestedPage& page = harvest.pages()[0];
  CHECK(page.title == "Tiêu chí – Phong trào");
  CHECK(occurrences(harvest, page).at("nội vụ").fields == 0b10);
}

TEST_CASE("search::Harvest: the place is that of the first one in the weightiest field") {
  Harvest harvest;
  const std::string far(10 * kPlaceBytes, ' ');
  harvest.add(0, "<p data-search>a</p>" + far + "<p data-search>a b</p>" + far + "<h2 data-search>b</h2>");
  const auto found = occurrences(harvest, harvest.pages()[0]);
  CHECK(found.at("a").place == 0);
  CHECK(found.at("a b").place == 10);
  CHECK(found.at("b").place == 20);
}

TEST_CASE("search::Harvest: pages do not mix, and one without marked text is none") {
  Harvest harvest;
  harvest.add(0, "<p data-search>a</p>");
  harvest.add(1, "<p>a</p><p data-search> … </p>");
  harvest.add(2, "<p data-search>b a</p>");
  REQUIRE(harvest.pages().size() == 2);
  const auto found = occurrences(harvest, harvest.pages()[1]);
  CHECK(harvest.pages()[1].route == 2);
  CHECK(found.size() == 3);
  CHECK(found.at("a").count == 1);
  CHECK(harvest.forms()[found.at("a").form].pages == 2);
}

TEST_CASE("search::Harvest: counts and places stop at what their bytes hold") {
  Harvest harvest;
  std::string html = "<div data-search>";
  for (int i = 0; i < 1000; ++i) html += "a ";
  html += std::string(70'000 * kPlaceBytes, ' ') + "b</div>";
  harvest.add(0, html);
  const auto found = occurrences(harvest, harvest.pages()[0]);
  CHECK(found.at("a").count == 255);
  CHECK(found.at("b").place == 65'535);
}

}  // namespace thidua::search
