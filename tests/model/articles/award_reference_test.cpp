#include "model/articles/award_reference.hpp"

#include <doctest/doctest.h>

#include "content/syntax/json_reader.hpp"

using namespace thidua;
using namespace thidua::model;

namespace {

Award award(const std::string& id, const std::string& practice = {}) {
  Award out;
  out.id = id;
  out.practice = practice;
  return out;
}

Practice practice(const std::string& id, std::vector<AwardRef> awards = {}) {
  Practice out;
  out.id = id;
  out.awards = std::move(awards);
  return out;
}

/// A campaign that has given two awards with one decision, and keeps another decision back.
Site site_with(std::vector<Award> awards) {
  Site site;
  Campaign& campaign = site.campaigns.emplace_back();
  campaign.id = "phong-trao";
  campaign.hidden.push_back({"nam-2026", "qd.pdf"});
  Result& result = campaign.results.emplace_back();
  result.id = "nam-2025";
  result.awards = std::move(awards);
  return site;
}

/// What an article that says `award: <written>` refers to, and the finding about it.
struct Asked {
  explicit Asked(const std::string& written) {
    const Site site = site_with({award("to-mot"), award("to-hai")});
    Index campaigns(Code::unknown_campaign);
    campaigns.add("phong-trao", 0);
    campaigns.excuse("phong-trao/results/hong");
    campaigns.excuse("khac");
    const auto head = content::read_json(R"({"award": ")" + written + "\"}", "x.md", diagnostics);
    REQUIRE(head);
    Reading reading{"x.md", diagnostics};
    award_of = read_award_reference(Fields(*head, reading), campaigns, site.campaigns);
  }

  /// The nearest reference that is named; empty where nothing is wrong.
  std::string nearest() const {
    const auto found = diagnostics.sorted();
    if (found.empty()) return {};
    CHECK(found[0].code == Code::unknown_award);
    return found[0].args.at(1);
  }

  Diagnostics diagnostics;
  std::optional<AwardRef> award_of;
};

}  // namespace

TEST_CASE("model::read_award_reference: leads to the award by campaign, file and id") {
  const Asked asked("phong-trao/nam-2025/to-hai");
  CHECK(asked.award_of == AwardRef{0, 0, 1});
  CHECK(asked.diagnostics.sorted().empty());
}

TEST_CASE("model::read_award_reference: an award that is not to be seen now, or in a broken file, is none") {
  for (const char* written : {"phong-trao/nam-2026/to-mot", "phong-trao/hong/to-mot", "khac/nam-2025/to-mot"}) {
    CAPTURE(written);
    const Asked asked(written);
    CHECK_FALSE(asked.award_of);
    CHECK(asked.diagnostics.sorted().empty());
  }
}

TEST_CASE(
    "model::read_award_reference: one that does not exist is reported with the nearest in the part that is wrong") {
  CHECK(Asked("phong-trao/nam-2025/to-hay").nearest() == "phong-trao/nam-2025/to-hai");
  CHECK(Asked("phong-trao/nam-2024/to-hai").nearest() == "phong-trao/nam-2025/to-hai");
  CHECK(Asked("phong-tra/nam-2025/to-hai").nearest() == "phong-trao/nam-2025/to-hai");
  const Asked unlike("phong-trao/nam-2025/mot-nguoi-nao-do");
  CHECK(unlike.diagnostics.has_errors());
  CHECK(unlike.nearest() == "");
}

TEST_CASE("model::link_awards: practice and award know of each other, whichever names the other") {
  Site site = site_with({award("to-mot"), award("to-hai", "so-hoa")});
  site.practices = {practice("mot-cua", {{0, 0, 0}}), practice("so-hoa")};
  Diagnostics diagnostics;
  link_awards(site, diagnostics);
  const auto& awards = site.campaigns[0].results[0].awards;
  CHECK(awards[0].practice == "mot-cua");
  CHECK(awards[1].practice == "so-hoa");
  CHECK(site.practices[0].awards == std::vector<AwardRef>{{0, 0, 0}});
  CHECK(site.practices[1].awards == std::vector<AwardRef>{{0, 0, 1}});
}

TEST_CASE("model::link_awards: what an invented award recognised is invented") {
  Site site = site_with({award("to-mot", "so-hoa")});
  site.campaigns[0].illustrative = true;
  site.practices = {practice("mot-cua"), practice("so-hoa")};
  site.exemplars.resize(2);
  site.exemplars[1].award = AwardRef{0, 0, 0};
  Diagnostics diagnostics;
  link_awards(site, diagnostics);
  CHECK_FALSE(site.practices[0].illustrative);
  CHECK(site.practices[1].illustrative);
  CHECK_FALSE(site.exemplars[0].illustrative);
  CHECK(site.exemplars[1].illustrative);
}

TEST_CASE("model::link_awards: an award keeps the practice that it names, and loses one that is not to be seen") {
  Site site = site_with({award("to-mot", "so-hoa"), award("to-hai", "sap-dang")});
  site.practices = {practice("mot-cua", {{0, 0, 0}}), practice("so-hoa", {{0, 0, 0}})};
  Diagnostics diagnostics;
  link_awards(site, diagnostics);
  const auto& awards = site.campaigns[0].results[0].awards;
  CHECK(awards[0].practice == "so-hoa");
  CHECK(awards[1].practice == "");
  CHECK(site.practices[0].awards.size() == 1);
  CHECK(site.practices[1].awards.size() == 1);
}

TEST_CASE("model::link_awards: an award of one unit recognises no practice of another, but one of its successor") {
  for (const bool followed : {false, true}) {
    CAPTURE(followed);
    Site site = site_with({award("to-mot", "so-hoa")});
    site.units.resize(2);
    if (followed) site.units[0].successor = Successor{1, {}};
    site.practices = {practice("so-hoa")};
    site.practices[0].unit = 1;
    Diagnostics diagnostics;
    link_awards(site, diagnostics);
    CHECK(diagnostics.sorted().size() == (followed ? 0 : 1));
  }
}
