#include "data/web/sitemap.hpp"

#include "data/small_material.hpp"

using namespace thidua;
using testing::date;
using testing::holds;
using testing::SmallMaterial;

namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

struct Sitemap : SmallMaterial {
  Sitemap() {
    model::News news;
    news.id = "a";
    news.title = "Tin";
    news.date = date("2025-02-01");
    news.aliases = {"/cu/"};
    site.news = {news};
  }

  std::map<std::string, std::string> made(std::size_t length = data::kSitemapLength) {
    return files([&](const data::Material& m, const data::Take& take) { data::make_sitemap(m, take, length); });
  }
};

}  // namespace

TEST_CASE_FIXTURE(Sitemap, "data::make_sitemap: pages, without aliases and the one for what is not found") {
  const auto all = made();
  REQUIRE(all.size() == 1);
  const std::string& map = all.at("sitemap.xml");
  CHECK(holds(map, "<url><loc>https://h/tin-tuc/a/</loc><lastmod>2025-02-01</lastmod></url>"));
  CHECK(holds(map, "<url><loc>https://h/</loc>"));
  CHECK_FALSE(holds(map, "/cu/"));
  CHECK_FALSE(holds(map, "404"));
}

TEST_CASE_FIXTURE(Sitemap, "data::make_sitemap: more addresses than fit stand in several files, each once") {
  const std::size_t pages = count_of(made().at("sitemap.xml"), "<loc>");
  const auto all = made(4);
  const std::size_t parts = (pages + 3) / 4;
  REQUIRE(all.size() == parts + 1);
  CHECK(count_of(all.at("sitemap.xml"), "<sitemap><loc>https://h/sitemap-") == parts);
  std::size_t in_parts = 0;
  for (const auto& [path, map] : all) {
    if (path == "sitemap.xml") continue;
    CHECK(count_of(map, "<loc>") <= 4);
    in_parts += count_of(map, "<loc>");
  }
  CHECK(in_parts == pages);
  CHECK(made(pages).size() == 1);
  CHECK(made(pages - 1).size() == 3);
}

TEST_CASE_FIXTURE(Sitemap, "data::make_sitemap: a page is as new as the newest date in its data") {
  const auto dated = [&](const std::string& path) {
    const std::string map = made().at("sitemap.xml");
    const std::size_t at = map.find("<loc>https://h/" + path + "</loc>");
    return at == std::string::npos ? "none" : map.substr(map.find("<lastmod>", at) + 9, 10);
  };
  CHECK(dated("phong-trao/thu/ket-qua/") == "2025-01-01");
  model::Result result;
  result.id = "2024";
  result.decision.date = date("2025-03-01");
  result.corrections = {{.date = date("2025-04-01"), .of = "decision", .field = "signer"}};
  model::Award award;
  award.unit = kOffice;
  result.awards = {award};
  plan().results = {result};
  CHECK(dated("phong-trao/thu/ket-qua/") == "2025-04-01");
  CHECK(dated("phong-trao/thu/ke-hoach/") == "2025-01-01");
  CHECK(dated("don-vi/x/van-phong/") == "2025-04-01");
  CHECK(dated("don-vi/x/phuong/") == "2025-01-01");  // what its block has to do
  CHECK(dated("dinh-chinh/") == "2025-04-01");
  CHECK(dated("") == "2025-04-01");
}
