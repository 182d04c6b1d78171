#include "search/collate.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace thidua::search {
namespace {

const std::vector<std::string> kPages = {"Đăng ký", "đang kỳ, đăng ký", "dang ky", "đăng ký khai sinh", "khai"};

/// The site's pages in their order, read by as many harvests as `reader` names.
struct Site {
  std::vector<Harvest> harvests;
  std::vector<const Harvest*> all;
  std::vector<PageSource> sources;

  explicit Site(const std::vector<std::size_t>& reader) {
    harvests.resize(3);
    for (std::size_t i = 0; i < kPages.size(); ++i) {
      Harvest& harvest = harvests[reader[i]];
      sources.push_back({reader[i], harvest.pages().size()});
      harvest.add(i, "<p data-search>" + kPages[i] + "</p>");
    }
    for (const Harvest& harvest : harvests) all.push_back(&harvest);
  }
};

std::string text_of(const Collation& collation) {
  std::string out;
  for (const Term& term : collation.terms) {
    out += collation.key(term) + ':';
    for (std::uint32_t i = term.forms; i < term.forms_end; ++i) out += ' ' + collation.form(collation.forms[i]) + ',';
    for (const Posting& one : collation.postings_of(term))
      out += ' ' + std::to_string(one.page) + '.' + std::to_string(one.form);
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("search::collate: terms in order, forms by how many pages have them, postings by page") {
  const Site site({0, 0, 0, 0, 0});
  CHECK(text_of(collate(site.all, site.sources, 1)) ==
        "dang: đăng, dang, đang, 0.0 1.2 1.0 2.1 3.0\n"
        "dang ki: đăng ký, dang ky, đang kỳ, 0.0 1.2 1.0 2.1 3.0\n"
        "khai: khai, 3.0 4.0\n"
        "khai sinh: khai sinh, 3.0\n"
        "ki: ký, ky, kỳ, 0.0 1.2 1.0 2.1 3.0\n"
        "ki dang: kỳ đăng, 1.0\n"
        "ki khai: ký khai, 3.0\n"
        "sinh: sinh, 3.0\n");
}

TEST_CASE("search::collate: who read which page, and on how many threads, changes nothing") {
  const Site one({0, 0, 0, 0, 0});
  const std::string expected = text_of(collate(one.all, one.sources, 1));
  for (const auto& reader : std::vector<std::vector<std::size_t>>{{2, 1, 0, 1, 2}, {0, 1, 2, 0, 1}, {1, 1, 0, 0, 0}}) {
    const Site site(reader);
    for (const unsigned jobs : {1U, 2U, 5U}) CHECK(text_of(collate(site.all, site.sources, jobs)) == expected);
  }
}

TEST_CASE("search::collate: a site without text has no terms") {
  const Harvest harvest;
  CHECK(collate({&harvest}, {}, 2).terms.empty());
}

}  // namespace thidua::search
