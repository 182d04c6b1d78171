#include "publish/content_type.hpp"

#include <doctest/doctest.h>

using namespace thidua::publish;

TEST_CASE("publish::content_type: by the ending, in whatever case") {
  CHECK(content_type("index.html") == "text/html; charset=utf-8");
  CHECK(content_type("a.b/c.ics") == "text/calendar; charset=utf-8");
  CHECK(content_type("media/A.PDF") == "application/pdf");
  CHECK(content_type("media/a.b/none") == "application/octet-stream");
  CHECK(content_type("") == "application/octet-stream");
  CHECK(content_type("_headers") == "application/octet-stream");
}

TEST_CASE("publish::is_text: what compression makes smaller, and not what is compressed or fetched by range") {
  for (const char* path : {"index.html", "a.css", "a.js", "a.json", "a.jsonld", "a.xml", "a.atom", "a.svg", "a.csv",
                           "a.ics", "robots.txt", "a.webmanifest", "du-lieu/A.CSV"}) {
    CAPTURE(path);
    CHECK(is_text(path));
  }
  for (const char* path :
       {"a.png", "a.webp", "a.pdf", "a.docx", "a.zip", "tim-kiem/0123456789abcdef/0.bin", "_headers"}) {
    CAPTURE(path);
    CHECK_FALSE(is_text(path));
  }
}
