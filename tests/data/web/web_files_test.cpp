#include "data/web/web_files.hpp"

#include "data/small_material.hpp"

using namespace thidua;
using testing::holds;
using testing::SmallMaterial;

namespace {

struct WebFiles : SmallMaterial {
  WebFiles() {
    model::News news;
    news.id = "a";
    news.title = "Tin";
    news.aliases = {"/cu/bai.1", "/cu/bai-2/"};
    site.news = {news};
  }

  std::string file(void (*make)(const data::Material&, const data::Take&), const std::string& path) {
    return files(make).at(path);
  }
};

}  // namespace

TEST_CASE_FIXTURE(WebFiles, "data::make_redirects: every alias, from the root of its server") {
  CHECK(holds(file(data::make_redirects, "_redirects"), "\n/cu/bai.1/ /tin-tuc/a/ 301\n/cu/bai-2/ /tin-tuc/a/ 301\n"));
  site.info.base_url = "https://h:8080/thi-dua/";
  CHECK(holds(file(data::make_redirects, "_redirects"), "\n/thi-dua/cu/bai.1/ /thi-dua/tin-tuc/a/ 301\n"));
}

TEST_CASE_FIXTURE(WebFiles, "data::make_server_files: aliases with and without their last slash, and no others") {
  const auto all = files(data::make_server_files);
  const std::string& nginx = all.at("may-chu/nginx.conf");
  CHECK(holds(nginx,
              "location = /cu/bai.1/ { return 301 /tin-tuc/a/; }\nlocation = /cu/bai.1 { return 301 /tin-tuc/a/; }\n"));
  CHECK(holds(all.at("may-chu/apache.conf"), "RedirectMatch 301 \"^/cu/bai\\.1/?$\" \"/tin-tuc/a/\"\n"));
}

TEST_CASE_FIXTURE(WebFiles, "data::make_server_files: the policy is that of the pages, and nobody may frame them") {
  const std::string policy = words.get("machine.policy") + "; frame-ancestors 'none'";
  CHECK(policy.starts_with("default-src 'none'; "));
  for (const auto& [path, text] : files(data::make_server_files)) {
    CAPTURE(path);
    CHECK(holds(text, policy));
    CHECK(holds(text, "public, max-age=31536000, immutable"));
    CHECK(holds(text, "nosniff"));
  }
}

TEST_CASE_FIXTURE(WebFiles, "data::make_server_files: assets and the search index are kept, the index's entry is not") {
  site.info.base_url = "https://h/thi-dua/";
  const auto all = files(data::make_server_files);
  const std::string kept = "^/thi-dua/(assets|tim-kiem/[0-9a-f]{16})/";
  CHECK(holds(all.at("may-chu/nginx.conf"), "location ~ \"" + kept + "\" {\n"));
  CHECK(holds(all.at("may-chu/apache.conf"), "m#" + kept + "#\">\n"));
  CHECK(holds(all.at("_headers"), "\n/tim-kiem/:index/:file\n  Cache-Control: public, max-age=31536000, immutable\n"));
}

TEST_CASE_FIXTURE(WebFiles, "data::make_opensearch: it leads to the page to search on") {
  const std::string text = file(data::make_opensearch, "opensearch.xml");
  CHECK(holds(text, "template=\"https://h/tim-kiem/?q={searchTerms}\""));
  CHECK(holds(text, "<LongName>Tìm trên Thi đua &amp; &lt;cải cách&gt;</LongName>"));
}

TEST_CASE_FIXTURE(WebFiles, "data::make_robots: everything may be read") {
  CHECK(file(data::make_robots, "robots.txt") == "User-agent: *\nDisallow:\n\nSitemap: https://h/sitemap.xml\n");
}

TEST_CASE_FIXTURE(WebFiles, "data::make_llms: a campaign's title cannot end its link, and invented ones are marked") {
  plan().short_title = "Thử](https://evil/) [x\ny";
  plan().illustrative = true;
  const std::string text = file(data::make_llms, "llms.txt");
  CHECK(
      holds(text, "- [Thử\\](https://evil/) \\[x y](https://h/phong-trao/thu/): Phong trào thử (Dữ liệu minh họa)\n"));
  CHECK(holds(text, "https://h/lich/tat-ca.ics"));
}
