#include "data/feeds/atom.hpp"

#include "data/small_material.hpp"

using namespace thidua;
using namespace thidua::data;
using testing::date;
using testing::holds;

namespace {

AtomFeed feed() { return {"https://h/f.xml", "https://h/", "Tin", "Mô tả", "UBND", date("2024-05-01"), {}}; }

AtomEntry entry(const char* title, const char* updated) {
  return {"https://h/a/", "https://h/a/", title, "", date("2024"), date(updated), {}};
}

}  // namespace

TEST_CASE("data::to_atom: texts stay texts") {
  AtomFeed hostile = feed();
  hostile.title = "a</title><script>\"'&";
  hostile.entries = {entry("]]><x y=\"", "2024-06-01")};
  hostile.entries[0].categories = {{"\"><b>", "'"}};
  const std::string out = to_atom(hostile);
  CHECK_FALSE(holds(out, "<script"));
  CHECK_FALSE(holds(out, "<x"));
  CHECK_FALSE(holds(out, "<b>"));
  CHECK(holds(out, "<title>a&lt;/title&gt;&lt;script&gt;"));
}

TEST_CASE("data::to_atom: a feed is as new as its newest entry, whatever their order") {
  AtomFeed some = feed();
  CHECK(holds(to_atom(some), "<updated>2024-05-01T00:00:00+07:00</updated>"));
  some.entries = {entry("a", "2023-02-01"), entry("b", "2023-07"), entry("c", "2023-06-30")};
  const std::string out = to_atom(some);
  CHECK(holds(out.substr(0, out.find("<entry>")), "<updated>2023-07-01T00:00:00+07:00</updated>"));
}

TEST_CASE("data::atom_time: a coarse date is its first day") {
  CHECK(atom_time(date("2025")) == "2025-01-01T00:00:00+07:00");
  CHECK(atom_time(date("2025-Q4")) == "2025-10-01T00:00:00+07:00");
  CHECK(atom_time(date("2025-12-31")) == "2025-12-31T00:00:00+07:00");
}
