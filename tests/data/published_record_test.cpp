#include "data/published_record.hpp"

#include <doctest/doctest.h>

using namespace thidua;

namespace {

const model::Published kSample = {
    {"a/results/r", {{"decision", {{"number", "1/QĐ-UBND"}}}, {"khen-01", {{"name", "A \"B\" </script>\n"}}}}},
    {"a/scores/2024", {{"town/ward", {{"maximum", "100"}, {"points", "93.5"}}}}}};

}  // namespace

TEST_CASE("data::to_json: what was written is read back") {
  CHECK(data::parse_published(data::to_json(kSample)) == kSample);
  CHECK(data::parse_published(data::to_json({})) == model::Published());
}

TEST_CASE("data::to_json: one line per record, so that a change is one line of a comparison") {
  CHECK(data::to_json({{"a/scores/2024", {{"town/ward", {{"maximum", "100"}, {"points", "93.5"}}}}}}) ==
        "{\"version\": 1, \"records\": {\n \"a/scores/2024\": {\n  \"town/ward\": { \"maximum\": \"100\", \"points\": "
        "\"93.5\"}}}}\n");
}

TEST_CASE("data::parse_published: anything else is no record") {
  const std::string good = data::to_json(kSample);
  for (const std::string& bad :
       {std::string(), std::string("[]"), std::string("{}"), good.substr(0, good.size() / 2),
        std::string(R"({"version": 2, "records": {}})"), std::string(R"({"version": 1, "records": []})"),
        std::string(R"({"version": 1, "records": {"a": {"b": {"c": 1}}}})"),
        std::string(R"({"version": 1, "records": {"a": {"b": ["c"]}}})"), std::string(10000, '[')}) {
    CHECK_FALSE(data::parse_published(bad).has_value());
  }
}
