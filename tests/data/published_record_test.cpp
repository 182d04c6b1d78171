#include "data/published_record.hpp"

#include <doctest/doctest.h>

using namespace thidua;

namespace {

model::Published sample() {
  model::Published out;
  model::PublishedFile& result = out.files["a/results/r"];
  result.illustrative = true;
  result.values = {{"decision", {{"number", "1/QĐ-UBND"}}}, {"khen-01", {{"name", "A \"B\" </script>\n"}}}};
  result.acknowledgements = {{{"award", "khen-01"}, {"by", "UBND"}}, {{"by", "UBND"}}};
  result.corrections = {{{"of", "khen-01"}, {"field", "name"}, {"after", "A"}}};
  out.files["a/scores/2024"].values = {{"scores", {}}, {"town/ward", {{"maximum", "100"}, {"points", "93.5"}}}};
  return out;
}

}  // namespace

TEST_CASE("data::to_json: what was written is read back") {
  CHECK(data::parse_published(data::to_json(sample())) == sample());
  CHECK(data::parse_published(data::to_json({})) == model::Published());
}

TEST_CASE("data::to_json: one line per record, so that a change is one line of a comparison") {
  CHECK(data::to_json(sample()) == R"({"version": 2, "records": {
 "a/results/r": {"illustrative": true, "values": {
  "decision": { "number": "1/QĐ-UBND"},
  "khen-01": { "name": "A \"B\" </script>\n"}},
 "acknowledgements": [
  { "award": "khen-01", "by": "UBND"},
  { "by": "UBND"}],
 "corrections": [
  { "of": "khen-01", "field": "name", "after": "A"}]},
 "a/scores/2024": {"values": {
  "scores": {},
  "town/ward": { "maximum": "100", "points": "93.5"}}}}}
)");
}

TEST_CASE("data::parse_published: version 1 held the values of each file, and nothing else") {
  const auto record =
      data::parse_published(R"({"version": 1, "records": {"a/scores/2024": {"town/ward": {"points": "93.5"}}}})");
  REQUIRE(record.has_value());
  CHECK(record->version == 1);
  model::PublishedFile file;
  file.values = {{"town/ward", {{"points", "93.5"}}}};
  CHECK(record->files.at("a/scores/2024") == file);
}

TEST_CASE("data::parse_published: anything else is no record") {
  const std::string good = data::to_json(sample());
  for (const std::string& bad :
       {std::string(), std::string("[]"), std::string("{}"), good.substr(0, good.size() / 2),
        std::string(R"({"version": 3, "records": {}})"), std::string(R"({"version": 1, "records": []})"),
        std::string(R"({"version": 1, "records": {"a": {"b": {"c": 1}}}})"),
        std::string(R"({"version": 1, "records": {"a": {"b": ["c"]}}})"),
        std::string(R"({"version": 0, "records": {}})"),
        std::string(R"({"version": 2, "records": {"a": {"b": {"c": "d"}}}})"),
        std::string(R"({"version": 2, "records": {"a": {"values": {}, "corrections": {}}}})"),
        std::string(R"({"version": 2, "records": {"a": {"values": {}, "corrections": [["c"]]}}})"),
        std::string(10000, '[')}) {
    CHECK_FALSE(data::parse_published(bad).has_value());
  }
}
