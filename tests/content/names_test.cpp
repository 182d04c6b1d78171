#include "content/names.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thidua::content;

TEST_CASE("content::check_slug: allows lower-case letters, digits and single hyphens") {
  for (const char* name : {"a", "sa-pa", "2024", "a-1-b", "consul", "com", "com10", "indexes"}) {
    CHECK_MESSAGE(check_slug(name) == NameFault::none, name);
  }
  CHECK(check_slug(std::string(64, 'a')) == NameFault::none);
}

TEST_CASE("content::check_slug: refuses every other form") {
  for (const char* name : {"", "-a", "a-", "a--b", "A", "đ", "a b", "a_b", "a.b", "a/b", "..", "a\\b", "a%20b"}) {
    CHECK_MESSAGE(check_slug(name) == NameFault::form, name);
  }
  CHECK(check_slug(std::string(65, 'a')) == NameFault::form);
}

TEST_CASE("content::check_slug: refuses what Windows or web servers keep for themselves") {
  for (const char* name : {"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "index"}) {
    CHECK_MESSAGE(check_slug(name) == NameFault::reserved, name);
  }
}

TEST_CASE("content::check_media_name: allows letters, digits, dots, hyphens and underscores") {
  for (const char* name : {"a.jpg", "A_b-1.2.PDF", "_a.png", "-a.png"}) {
    CHECK_MESSAGE(check_media_name(name) == NameFault::none, name);
  }
  CHECK(check_media_name(std::string(96, 'a') + ".jpg") == NameFault::none);
}

TEST_CASE("content::check_media_name: refuses every other form") {
  const std::string with_zero("a\0.jpg", 6);
  for (const std::string& name :
       {std::string(), std::string(".a.jpg"), std::string("a..jpg"), std::string(".."), std::string("a b.jpg"),
        std::string("ả.jpg"), std::string("a%.jpg"), std::string("a\\b.jpg"), std::string("a."), std::string("a/b.jpg"),
        with_zero, std::string(97, 'a') + ".jpg"}) {
    CHECK_MESSAGE(check_media_name(name) == NameFault::form, name);
  }
  for (const char* name : {"con.jpg", "NUL.png", "Aux", "lpt1.tar.zip", "index.pdf"}) {
    CHECK_MESSAGE(check_media_name(name) == NameFault::reserved, name);
  }
}

TEST_CASE("content::is_year: takes four digits only") {
  CHECK(is_year("2024"));
  for (const char* name : {"", "24", "20245", "202a", "２０２４"}) CHECK_FALSE(is_year(name));
}

TEST_CASE("content::suggest_slug: makes a slug that check_slug allows") {
  CHECK(suggest_slug("Cải cách  hành chính!") == "cai-cach-hanh-chinh");
  CHECK(suggest_slug("Đắk_Nông 2022-2025") == "dak-nong-2022-2025");
  CHECK(suggest_slug("---") == "");
  CHECK(suggest_slug("\xFF") == "");
  CHECK(check_slug(suggest_slug(std::string(63, 'a') + " b")) == NameFault::none);
}

TEST_CASE("content::is_media_ending: knows pictures and documents, in any case, but nothing that carries scripts") {
  for (const char* ending : {".jpg", ".JPG", ".png", ".pdf", ".xlsx", ".webp"}) CHECK(is_media_ending(ending));
  for (const char* ending : {"", ".svg", ".html", ".js", ".exe", "jpg", ".docm"}) CHECK_FALSE(is_media_ending(ending));
  CHECK(media_endings().find(".pdf") != std::string::npos);
}

TEST_CASE("content::ending_of: starts at the last dot") {
  CHECK(ending_of("a.b.jpg") == ".jpg");
  CHECK(ending_of("a") == "");
  CHECK(stem_of("a.b.jpg") == "a.b");
  CHECK(stem_of("a") == "a");
}
