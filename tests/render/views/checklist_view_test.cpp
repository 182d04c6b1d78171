#include "render/views/checklist_view.hpp"

#include <doctest/doctest.h>

#include "render/theme_words.hpp"

using namespace thidua;
using namespace thidua::render;
using testing::ThemeWords;

namespace {

/// A unit that proposes for round 1 by a day, and dossiers for rounds 0 and 1 and for all rounds.
struct Fixture : ThemeWords {
  Fixture() {
    site.units.resize(1);
    campaign.rounds.resize(2);
    model::Milestone& milestone = campaign.milestones.emplace_back();
    milestone.kind = model::MilestoneKind::dossier;
    milestone.rounds = {1};
    milestone.when.is = model::WhenKind::before;
    milestone.when.dates = {{model::parse_date("2025-03-15").value(), std::nullopt}};
    for (const std::vector<std::size_t>& rounds : {std::vector<std::size_t>{0}, {1}, {}}) {
      model::Dossier& dossier = campaign.dossiers.emplace_back();
      dossier.rounds = rounds;
    }
    list.milestones = {0};
  }

  std::size_t papers() const {
    const View view = checklist_view({site, campaign, words}, list);
    return view.get("papers")->as_list()->size();
  }

  routes::Checklist list;
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "render::checklist_view: the papers are those of the rounds that are proposed for") {
  CHECK(papers() == 2);
  campaign.milestones[0].rounds.clear();
  CHECK(papers() == 3);
}

TEST_CASE_FIXTURE(Fixture, "render::checklist_view: who only registers needs no papers") {
  campaign.milestones[0].kind = model::MilestoneKind::registration;
  CHECK(papers() == 0);
}
