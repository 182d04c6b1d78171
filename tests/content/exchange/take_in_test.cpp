#include "content/exchange/take_in.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thidua;
using namespace thidua::content;

namespace {

const std::string kUnits =
    R"({"id": "a", "data": {"locality": {"name": "A", "level": "commune"}, "units": [{"id": "x", "name": "X", "kind": "unit", "level": "commune"}]}})";

std::string document(const std::string& units, const std::string& practice) {
  return R"({"format": "thidua-exchange", "version": 1, "portal": {"name": "N", "authority": "A", "url": "https://n.example"},
"units": [)" +
         units + R"(], "campaigns": [], "practices": [{"id": ")" + practice +
         R"(", "front_matter": {"title": "T", "summary": "S", "aliases": ["/old/"]}, "text": "Một\nhai"}]})";
}

std::optional<Parcel> parcel(const std::string& id, const std::string& text, Diagnostics& diagnostics,
                             std::vector<std::string> leave_out = {}) {
  const Source source{.id = id, .url = "https://n.example/x", .leave_out = std::move(leave_out)};
  const CopyHead head{source.url, "2025-01-01T08:00", "2025-02-03T08:00", "W/\"1\\2\""};
  return read_copy(write_copy(head, text), source, copy_path(id), diagnostics);
}

Parcel good(const std::string& id, const std::string& text, std::vector<std::string> leave_out = {}) {
  Diagnostics diagnostics;
  auto read = parcel(id, text, diagnostics, std::move(leave_out));
  REQUIRE(read);
  return std::move(*read);
}

std::string codes(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.sorted()) out.append(describe(d.code).name).append(" ");
  return out;
}

}  // namespace

TEST_CASE("content::read_copy: gives back what write_copy was given") {
  const Parcel read = good("a", document(kUnits, "p"));
  CHECK(read.head.etag == "W/\"1\\2\"");
  CHECK(read.head.taken == "2025-01-01T08:00");
  CHECK(read.origin.day == "2025-02-03");
  CHECK(read.origin.url == "https://n.example/");
  REQUIRE(read.sources.practices.size() == 1);
  CHECK(read.sources.practices[0].body == "Một\nhai");
  CHECK(read.sources.practices[0].front_matter.find("aliases") == nullptr);
}

TEST_CASE("content::document_in: is the document, byte for byte") {
  const std::string text = document(kUnits, "p");
  const std::string again(document_in(write_copy({"u", "t", "c", ""}, text)));
  CHECK(again == text + "\n");
  CHECK(write_copy({"u", "t", "c", ""}, again) == write_copy({"u", "t", "c", ""}, text));
  CHECK(document_in("{}").empty());
}

TEST_CASE("content::read_copy: a document cannot reach out of its place") {
  for (const std::string rest : {R"(, "etag": "x")", R"(, "more": {})", R"(} {)"}) {
    CAPTURE(rest);
    Diagnostics diagnostics;
    CHECK_FALSE(parcel("a", document(kUnits, "p") + rest, diagnostics));
    CHECK(codes(diagnostics) != "");
    CHECK_FALSE(diagnostics.has_errors());  // warnings: nobody here can mend it
  }
}

TEST_CASE("content::read_copy: ids that would be paths are refused") {
  for (const std::string id : {"..", "a/b", "index", "con", "A"}) {
    CAPTURE(id);
    Diagnostics diagnostics;
    CHECK_FALSE(parcel("a", document(kUnits, id), diagnostics));
  }
}

TEST_CASE("content::take_in: what is the same in two is no conflict, what differs is one") {
  Sources own;
  std::vector<Parcel> parcels;
  parcels.push_back(good("a", document(kUnits, "p")));
  parcels.push_back(good("b", document(kUnits, "q")));
  std::string other = kUnits;
  other.replace(other.find("\"X\""), 3, "\"Y\"");
  parcels.push_back(good("c", document(other, "p")));
  const auto conflicts = take_in(std::move(parcels), own);
  REQUIRE(conflicts.size() == 2);
  CHECK(conflicts[0].id == "units/a");
  CHECK(conflicts[1].id == "practices/p");
  CHECK(conflicts[1].first.file == "pulled/a.json#practices/p.md");
  CHECK(conflicts[1].source == "c");
  CHECK(own.units.size() == 1);
  REQUIRE(own.practices.size() == 2);
  CHECK(own.practices[1].id == "q");
  CHECK(own.origins[own.practices[1].origin.value()].id == "b");
}

TEST_CASE("content::take_in: what a source is told to leave out is no conflict; what cannot be used keeps its name") {
  Sources own;
  own.unusable = {"practices/p"};
  std::vector<Parcel> parcels;
  parcels.push_back(good("a", document(kUnits, "p")));
  parcels.push_back(good("b", document(kUnits, "p"), {"practices/p", "units/a"}));
  const auto conflicts = take_in(std::move(parcels), own);
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].first.file == "content/practices/p");
}
