// A small site for tests of the files that programs read: one campaign with a deadline, one block with a unit.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "data/files.hpp"
#include "render/theme_words.hpp"

namespace thidua::testing {

inline model::Date date(const char* text) { return model::parse_date(text).value(); }

struct SmallMaterial : ThemeWords {
  enum : model::UnitIndex { kWards, kWard, kOffice };

  model::Published published;
  rules::Verdicts verdicts;

  SmallMaterial() {
    site.info = {.name = "Thi đua & <cải cách>", .authority = "UBND", .description = "Mô tả", .base_url = "https://h/"};
    site.localities = {{.id = "x", .name = "Xã X"}};
    site.units = {{.id = "x/khoi", .name = "Khối phường", .kind = model::UnitKind::block},
                  {.id = "x/phuong", .name = "Phường A", .block = kWards},
                  {.id = "x/van-phong", .name = "Văn phòng"}};
    campaign.id = "thu";
    campaign.title.text = "Phong trào thử";
    campaign.short_title = "Thử";
    campaign.updated = date("2025-01-01");
    site.campaigns = {campaign};
    add_milestone("bao-cao", {kWards}, "2025-03-15");
  }

  model::Campaign& plan() { return site.campaigns.front(); }

  model::Milestone& add_milestone(const char* id, model::Units who, const char* due) {
    model::Milestone out;
    out.id = id;
    out.name = "Gửi báo cáo";
    out.kind = model::MilestoneKind::report;
    out.who = std::move(who);
    out.when.is = model::WhenKind::before;
    out.when.dates = {{date(due), std::nullopt}};
    plan().milestones.push_back(std::move(out));
    return plan().milestones.back();
  }

  /// What `make` hands over, by path; a path handed over twice is a failure of the test.
  template <class Make>
  std::map<std::string, std::string> files(Make make) {
    const routes::Routes routes = routes::make_routes(site, diagnostics);
    std::map<std::string, std::string> out;
    make(data::Material{site, routes, published, verdicts, words},
         [&](const std::string& path, const std::string& bytes) { REQUIRE(out.emplace(path, bytes).second); });
    return out;
  }
};

inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace thidua::testing
