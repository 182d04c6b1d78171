#include "rules/record/corrections.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace thidua;
using model::Correction;

namespace {

/// A site of one campaign `c` with a result `r` that holds one award, and scores of 2024 of one unit.
struct Sample {
  Sample() {
    site.units.resize(1);
    site.units[0].id = "town/ward";
    model::Campaign campaign;
    campaign.id = "c";
    campaign.award_forms.resize(1);
    campaign.award_forms[0].id = "form";
    model::Result result;
    result.id = "r";
    result.file = "content/campaigns/c/results/r.json";
    result.decision.number = "1/QD";
    result.decision.date = *model::parse_date("2025-02-01");
    model::Award award;
    award.id = "khen-01";
    award.name = "Nguyễn Văn A";
    result.awards.push_back(award);
    campaign.results.push_back(result);
    model::ScoreTable table;
    table.year = 2024;
    table.file = "content/campaigns/c/scores/2024.json";
    model::Score score;
    score.points = {"91", 91};
    score.maximum = {"100", 100};
    table.scores.push_back(score);
    campaign.scores.push_back(table);
    site.campaigns.push_back(campaign);
    before = model::published(site);
  }

  model::Result& result() { return site.campaigns[0].results[0]; }
  model::Award& award() { return result().awards[0]; }
  model::ScoreTable& scores() { return site.campaigns[0].scores[0]; }

  /// The findings against what was published before, as "code arg arg; ".
  std::string findings() const {
    Diagnostics diagnostics;
    const auto now = model::published(site);
    rules::corrections_hold(site, now, diagnostics);
    rules::changed_silently(site, before, now, diagnostics);
    std::string out;
    for (const Diagnostic& d : diagnostics.sorted()) {
      out += std::string(describe(d.code).name);
      for (const std::string& arg : d.args) out += " " + arg;
      out += "; ";
    }
    return out;
  }

  model::Site site;
  model::Published before;
};

Correction correction(std::string of, std::string field, std::optional<std::string> before,
                      std::optional<std::string> after, const char* date = "2025-03-01") {
  Correction c;
  c.date = *model::parse_date(date);
  c.of = std::move(of);
  c.field = std::move(field);
  c.before = std::move(before);
  c.after = std::move(after);
  return c;
}

}  // namespace

TEST_CASE("rules::changed_silently: an unchanged record, and a file that came, are in order") {
  Sample s;
  CHECK(s.findings().empty());
  model::Result other = s.result();
  other.id = "new";
  s.site.campaigns[0].results.push_back(other);
  CHECK(s.findings().empty());
}

TEST_CASE("rules::changed_silently: a name that was mended in place") {
  Sample s;
  s.award().name = "Nguyễn Văn Ạ";
  CHECK(s.findings() == "changed-silently khen-01 name Nguyễn Văn A Nguyễn Văn Ạ; ");
  s.result().corrections.push_back(correction("khen-01", "name", "Nguyễn Văn A", "Nguyễn Văn Ạ"));
  CHECK(s.findings().empty());
}

TEST_CASE("rules::changed_silently: a correction of another field or award does not cover the change") {
  for (const auto& wrong : {correction("khen-01", "position", "Nguyễn Văn A", "Nguyễn Văn Ạ"),
                            correction("khen-02", "name", "Nguyễn Văn A", "Nguyễn Văn Ạ")}) {
    Sample s;
    s.award().name = "Nguyễn Văn Ạ";
    s.result().corrections.push_back(wrong);
    CHECK(s.findings().find("changed-silently khen-01 name") != std::string::npos);
  }
}

TEST_CASE("rules::changed_silently: an end may be set and moved while the decision is to be seen") {
  Sample s;
  s.result().visibility.expire_at = model::parse_moment("2027-01-01");
  CHECK(s.findings().empty());
}

TEST_CASE("rules::changed_silently: a correction that begins with another value than was published names both") {
  Sample s;
  s.award().name = "Nguyễn Văn Ạ";
  s.result().corrections.push_back(correction("khen-01", "name", "Trần Thị B", "Nguyễn Văn Ạ"));
  CHECK(s.findings() == "correction-starts-elsewhere khen-01 name Nguyễn Văn A Trần Thị B; ");
}

TEST_CASE("rules::changed_silently: a correction of what never was otherwise corrects nothing") {
  Sample s;
  s.result().corrections.push_back(correction("khen-01", "name", "Trần Thị B", "Nguyễn Văn A"));
  CHECK(s.findings() == "correction-of-nothing khen-01 name Nguyễn Văn A; ");
}

TEST_CASE("rules::changed_silently: corrections lead on from one another in the order of their dates") {
  Sample s;
  s.scores().scores[0].points = {"93", 93};
  s.scores().corrections.push_back(correction("town/ward", "points", "92", "93", "2025-04-01"));
  s.scores().corrections.push_back(correction("town/ward", "points", "91", "92", "2025-03-01"));
  CHECK(s.findings().empty());
  s.scores().corrections.pop_back();
  CHECK(s.findings() == "correction-starts-elsewhere town/ward points 91 92; ");
}

TEST_CASE("rules::changed_silently: an award that came into a published decision, or went") {
  Sample s;
  model::Award second;
  second.id = "khen-02";
  s.result().awards.push_back(second);
  CHECK(s.findings() == "changed-silently khen-02 award – khen-02; ");
  s.result().corrections.push_back(correction("khen-02", "award", std::nullopt, "Phường Mẫu"));
  CHECK(s.findings().empty());
  s.result().awards.erase(s.result().awards.begin());
  CHECK(s.findings() == "changed-silently khen-01 award khen-01 –; ");
  s.result().corrections.push_back(correction("khen-01", "award", "Nguyễn Văn A", std::nullopt));
  CHECK(s.findings().empty());
}

TEST_CASE("rules::changed_silently: a file that is gone, unless it expired as had been published") {
  Sample s;
  s.site.campaigns[0].results.clear();
  CHECK(s.findings() == "record-gone c/results/r; ");
  const auto end = model::parse_moment("2025-06-01").value();
  s.site.campaigns[0].expired.push_back({"r", end});
  CHECK(s.findings() == "expired-unannounced c/results/r 2025-06-01T00:00 –; ");
  s.before.files.at("c/results/r").values.at("decision").emplace_back("expire_at", "2025-06-01T00:00");
  CHECK(s.findings().empty());
  s.site.campaigns.clear();
  CHECK(s.findings() == "record-gone c/results/r; record-gone c/scores/2024; ");
}

TEST_CASE("rules::changed_silently: an acknowledgement or a correction is added to, never changed") {
  Sample s;
  s.award().acknowledgements.push_back({"UBND", "Rà soát sau", *model::parse_date("2025-02-02")});
  s.award().name = "Nguyễn Văn Ạ";
  s.result().corrections.push_back(correction("khen-01", "name", "Nguyễn Văn A", "Nguyễn Văn Ạ"));
  CHECK(s.findings().empty());
  s.before = model::published(s.site);
  s.award().acknowledgements.push_back({"UBND", "Đã rà soát", *model::parse_date("2025-02-09")});
  s.scores().scores[0].points = {"92", 92};
  s.scores().corrections.push_back(correction("town/ward", "points", "91", "92"));
  CHECK(s.findings().empty());
  s.award().acknowledgements[0].reason = "Rà soát ngay";
  CHECK(s.findings() == "entry-gone acknowledgements khen-01, UBND, 2025-02-02, Rà soát sau; ");
  s.award().acknowledgements[0].reason = "Rà soát sau";
  s.result().corrections[0].reason = "Ghi nhầm";
  CHECK(s.findings() == "entry-gone corrections 2025-03-01, khen-01, name, Nguyễn Văn A, Nguyễn Văn Ạ; ");
  s.result().corrections.clear();
  CHECK(s.findings() == "entry-gone corrections 2025-03-01, khen-01, name, Nguyễn Văn A, Nguyễn Văn Ạ; ");
}

TEST_CASE("rules::changed_silently: the acknowledgement of an award goes with the award, those of numbers stay") {
  Sample s;
  s.award().acknowledgements.push_back({"UBND", "Rà soát sau", *model::parse_date("2025-02-02")});
  s.result().acknowledgements.push_back({"UBND", "Đủ kinh phí", *model::parse_date("2025-02-02")});
  s.before = model::published(s.site);
  s.result().awards.clear();
  s.result().corrections.push_back(correction("khen-01", "award", "Nguyễn Văn A", std::nullopt));
  CHECK(s.findings().empty());
  s.result().acknowledgements.clear();
  CHECK(s.findings() == "entry-gone acknowledgements UBND, 2025-02-02, Đủ kinh phí; ");
}

TEST_CASE("rules::changed_silently: a link to a good practice comes with it and goes with it, but leads to no other") {
  Sample s;
  s.award().practice = "one-stop";
  CHECK(s.findings().empty());
  s.before = model::published(s.site);
  s.award().practice = "kiosk";
  CHECK(s.findings() == "changed-silently khen-01 practice one-stop kiosk; ");
  s.award().practice.clear();
  CHECK(s.findings() == "changed-silently khen-01 practice one-stop –; ");
  s.site.left_out.push_back({"practices/one-stop", {}, {}});
  CHECK(s.findings().empty());
}

TEST_CASE("rules::changed_silently: of a record of version 1, what it knew is compared") {
  Sample s;
  s.scores().published = model::parse_date("2025-01-10");
  s.award().dossier = model::ReceivedDossier{*model::parse_date("2025-01-20"), {}, 2};
  s.before.version = 1;
  for (auto& [key, file] : s.before.files) file.values.erase("scores");
  CHECK(s.findings().empty());
  s.award().name = "Nguyễn Văn Ạ";
  s.award().position = "Chuyên viên";
  s.scores().scores[0].criteria = {{"Một cửa", {"9", 9}, {"10", 10}}};
  CHECK(s.findings() ==
        "changed-silently khen-01 name Nguyễn Văn A Nguyễn Văn Ạ; "
        "changed-silently khen-01 position – Chuyên viên; ");
}

TEST_CASE("rules::corrections_hold: a correction must lead to what stands there now") {
  Sample s;
  s.result().corrections.push_back(correction("khen-01", "name", "Nguyễn Văn", "Trần Thị B"));
  CHECK(s.findings() == "correction-differs khen-01 name Trần Thị B; ");
  s.result().corrections.push_back(correction("khen-01", "name", "Trần Thị B", "Nguyễn Văn A", "2025-05-01"));
  CHECK(s.findings().empty());
  s.result().corrections.push_back(correction("nobody", "name", "x", "y"));
  CHECK(s.findings() == "correction-differs nobody name y; ");
}

TEST_CASE("rules::corrections_hold: what was withdrawn is not there, and may come back") {
  Sample s;
  s.result().corrections.push_back(correction("khen-01", "award", "Nguyễn Văn A", std::nullopt));
  CHECK(s.findings() == "correction-differs khen-01 award –; ");
  s.result().corrections.push_back(correction("khen-01", "award", std::nullopt, "Nguyễn Văn A", "2025-06-01"));
  CHECK(s.findings().empty());
}

TEST_CASE("rules::changed_silently: very many corrections are looked through in time") {
  Sample s;
  auto& corrections = s.scores().corrections;
  for (int i = 0; i < 20'000; ++i)
    corrections.push_back(correction("town/ward", "points", std::to_string(91 + i), std::to_string(92 + i)));
  s.scores().scores[0].points = {"20091", 20'091};
  const auto start = std::chrono::steady_clock::now();
  CHECK(s.findings().empty());
  s.before = model::published(s.site);
  CHECK(s.findings().empty());
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  CHECK(passed.count() < 10);  // a fraction of a second; minutes where each is held against all others
}
