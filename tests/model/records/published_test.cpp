#include "model/records/published.hpp"

#include <doctest/doctest.h>

using namespace thidua::model;

namespace {

/// A site of one campaign with a plan of one clause, a result with one award, and scores of one unit.
struct Sample {
  Sample() {
    site.units.resize(1);
    site.units[0].id = "town/ward";
    Campaign campaign;
    campaign.id = "c";
    campaign.award_forms.resize(2);
    campaign.award_forms[0].id = "certificate";
    campaign.award_forms[1].id = "medal";
    campaign.standards.resize(1);
    campaign.standards[0].id = "standard";
    campaign.documents.resize(1);
    campaign.documents[0].clauses.resize(1);
    campaign.documents[0].clauses[0].path = "V.7";
    Result result;
    result.id = "r";
    result.decision = {"1/QĐ", "Chủ tịch", *parse_date("2025-02-01"), "1.pdf"};
    result.named_forms = {0, 1};
    Award award;
    award.id = "khen-01";
    result.awards.push_back(award);
    campaign.results.push_back(result);
    ScoreTable table;
    table.year = 2024;
    table.published = parse_date("2025-01-10");
    Score score;
    score.points = {"91", 91};
    score.maximum = {"100", 100};
    table.scores.push_back(score);
    campaign.scores.push_back(table);
    site.campaigns.push_back(campaign);
  }

  Award& award() { return site.campaigns[0].results[0].awards[0]; }
  Score& score() { return site.campaigns[0].scores[0].scores[0]; }

  PublishedFields fields(const std::string& file, const std::string& id) const {
    return published(site).files.at("c/" + file).values.at(id);
  }

  Site site;
};

const Clauses kClause = {{0, 0}};

}  // namespace

TEST_CASE("model::published: a decision with its file and the forms that it names") {
  const Sample s;
  CHECK(s.fields("results/r", "decision") == PublishedFields{{"number", "1/QĐ"},
                                                             {"date", "2025-02-01"},
                                                             {"signer", "Chủ tịch"},
                                                             {"file", "1.pdf"},
                                                             {"award_forms", "certificate, medal"}});
}

TEST_CASE("model::published: an award with all that it rests on") {
  Sample s;
  Award& award = s.award();
  award.standard = 0;
  award.clauses = kClause;
  award.proposed_by = award.considered_by = 0;
  award.practice = "one-stop";
  award.dossier = ReceivedDossier{*parse_date("2025-01-20"), kClause, 2};
  CHECK(s.fields("results/r", "khen-01") == PublishedFields{{"award_form", "certificate"},
                                                            {"for", "collective"},
                                                            {"unit", "town/ward"},
                                                            {"standard", "standard"},
                                                            {"clause", "V.7"},
                                                            {"proposed_by", "town/ward"},
                                                            {"considered_by", "town/ward"},
                                                            {"practice", "one-stop"},
                                                            {"dossier.received", "2025-01-20"},
                                                            {"dossier.parts", "V.7"},
                                                            {"dossier.copies", "2"}});
}

TEST_CASE("model::published: attestations by clause and check; two of the same stand beside each other") {
  Sample s;
  const Date day = *parse_date("2025-01-25");
  const auto attest = [&](std::optional<CheckKind> check, const char* by) -> Attestation& {
    Attestation& attestation = s.award().attestations.emplace_back();
    attestation.clauses = kClause;
    attestation.check = check;
    attestation.by = by;
    attestation.date = day;
    return attestation;
  };
  attest({}, "Đảng ủy");
  Attestation& rating = attest(CheckKind::rating, "A");
  rating.rating = Rating::completed_well;
  rating.count = 2;
  Attestation& initiative = attest(CheckKind::initiative, "A");
  initiative.count = 1;
  initiative.recognised_by = "Hội đồng";
  attest(CheckKind::initiative, "B");
  attest(CheckKind::tasks_on_time, "A").value = {"99.5", 99.5};
  const PublishedFields fields = s.fields("results/r", "khen-01");
  CHECK(value_of(fields, "attestation.V.7") == "by: Đảng ủy; date: 2025-01-25");
  CHECK(value_of(fields, "attestation.V.7:rating") == "rating: completed_well; count: 2; by: A; date: 2025-01-25");
  CHECK(value_of(fields, "attestation.V.7:initiative") ==
        "count: 1; recognised_by: Hội đồng; by: A; date: 2025-01-25 | by: B; date: 2025-01-25");
  CHECK(value_of(fields, "attestation.V.7:tasks_on_time") == "value: 99.5; by: A; date: 2025-01-25");
  CHECK_FALSE(value_of(fields, "dossier.received").has_value());
}

TEST_CASE("model::published: scores with their criteria, and the table as a whole") {
  Sample s;
  s.score().criteria = {{"Một cửa", {"12.5", 12.5}, {"15", 15}}};
  CHECK(s.fields("scores/2024", "town/ward") ==
        PublishedFields{{"points", "91"}, {"maximum", "100"}, {"criteria.Một cửa", "12.5/15"}});
  CHECK(s.fields("scores/2024", "scores") == PublishedFields{{"published", "2025-01-10"}});
}

TEST_CASE("model::published: acknowledgements and corrections as they stand, and whether all is invented") {
  Sample s;
  Result& result = s.site.campaigns[0].results[0];
  const Date day = *parse_date("2025-02-02");
  result.acknowledgements = {{"UBND", "Đủ kinh phí", day}};
  s.award().acknowledgements = {{"UBND", "Rà soát sau", day}};
  result.corrections.resize(1);
  result.corrections[0] = {day, "Sai tên", "2/QĐ", day, "khen-01", "name", {}, "A", {}};
  const PublishedFile file = published(s.site).files.at("c/results/r");
  CHECK(file.acknowledgements ==
        std::vector<PublishedFields>{
            {{"by", "UBND"}, {"date", "2025-02-02"}, {"reason", "Đủ kinh phí"}},
            {{"award", "khen-01"}, {"by", "UBND"}, {"date", "2025-02-02"}, {"reason", "Rà soát sau"}}});
  CHECK(file.corrections == std::vector<PublishedFields>{{{"date", "2025-02-02"},
                                                          {"reason", "Sai tên"},
                                                          {"decision.number", "2/QĐ"},
                                                          {"decision.date", "2025-02-02"},
                                                          {"of", "khen-01"},
                                                          {"field", "name"},
                                                          {"after", "A"}}});
  CHECK_FALSE(file.illustrative);
  s.site.campaigns[0].illustrative = true;
  CHECK(published(s.site).files.at("c/results/r").illustrative);
}
