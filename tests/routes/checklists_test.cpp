#include "routes/checklists.hpp"

#include <doctest/doctest.h>

using namespace thidua;
using namespace thidua::routes;

namespace {

/// Units: 0 a block, 1 and 2 its members, 3 outside. The block registers, unit 1 reports too, nobody calls unit 3.
model::Site small_site() {
  model::Site site;
  site.units.resize(4);
  const char* const ids[] = {"a/khoi", "a/mot", "a/hai", "a/ngoai"};
  for (std::size_t i = 0; i < 4; ++i) site.units[i].id = ids[i];
  site.units[1].block = 0;
  site.units[2].block = 0;
  model::Campaign& campaign = site.campaigns.emplace_back();
  campaign.id = "thu";
  campaign.milestones.resize(2);
  campaign.milestones[0].who = {0};
  campaign.milestones[1].who = {1};
  campaign.duties.resize(2);
  campaign.duties[0].who = {3};
  campaign.duties[1].who = {0};
  return site;
}

}  // namespace

TEST_CASE("routes::Checklists: one for each unit or block that has to act by a date") {
  const model::Site site = small_site();
  const Checklists lists(site);
  REQUIRE(lists.all().size() == 2);
  CHECK(lists.all()[0].unit == 0);
  CHECK(lists.all()[0].milestones == std::vector<std::size_t>{0});
  CHECK(lists.all()[0].duties == std::vector<std::size_t>{1});
}

TEST_CASE("routes::Checklists: who is named has what its block has to do, too") {
  const model::Site site = small_site();
  const Checklists lists(site);
  const Checklist* named = lists.of_unit(site, 0, 1);
  REQUIRE(named != nullptr);
  CHECK(named->unit == 1);
  CHECK(named->milestones == std::vector<std::size_t>{0, 1});
  CHECK(named->duties == std::vector<std::size_t>{1});
}

TEST_CASE("routes::Checklists: who is not named is led to the list of its block, or to none") {
  const model::Site site = small_site();
  const Checklists lists(site);
  REQUIRE(lists.of_unit(site, 0, 2) != nullptr);
  CHECK(lists.of_unit(site, 0, 2)->unit == 0);
  CHECK(lists.of_unit(site, 0, 3) == nullptr);
  CHECK(checklist_url(site, lists.all()[1]) == "phong-trao/thu/viec-can-lam/a/mot/");
}
