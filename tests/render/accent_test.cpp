#include "render/accent.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/disk.hpp"
#include "diagnostics/catalogue.hpp"

using namespace thidua;
using namespace thidua::render;

namespace {

struct Fixture {
  Diagnostics diagnostics;
  Theme theme = load_theme(*base::real_disk(), THIDUA_SOURCE_DIR, "cong-vu", diagnostics);
  model::SiteInfo info;

  Theme with(const char* light, const char* dark) {
    info.accent = model::Accent{light, dark, {"content/site.json", 4, 3}, {"content/site.json", 5, 3}};
    return with_accent(std::move(theme), info, diagnostics);
  }
  std::string codes() {
    std::string out;
    for (const Diagnostic& one : diagnostics.sorted()) out += std::string(describe(one.code).name) + " ";
    return out;
  }
};

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

// The examples of WCAG 2.2 and of its technique G18.
TEST_CASE("render::contrast: from equal to black on white") {
  CHECK(contrast("#777777", "#777777") == doctest::Approx(1));
  CHECK(contrast("#000000", "#ffffff") == doctest::Approx(21));
  CHECK(contrast("#ffffff", "#000000") == doctest::Approx(21));
  CHECK(contrast("#777777", "#FFFFFF") == doctest::Approx(4.478).epsilon(0.001));  // just below what is asked
  CHECK(contrast("#767676", "#ffffff") == doctest::Approx(4.542).epsilon(0.001));  // just above
}

TEST_CASE_FIXTURE(Fixture, "render::with_accent: a theme without the authority's colours stays as it is") {
  const std::size_t assets = theme.assets.size();
  const Theme same = with_accent(std::move(theme), info, diagnostics);
  CHECK(same.assets.size() == assets);
  CHECK(same.accent_sheet.empty());
}

TEST_CASE_FIXTURE(Fixture,
                  "render::with_accent: a style sheet with a hash in its name, and what is legible on each colour") {
  const Theme made = with("#7a1f1f", "#f0b0a8");
  CHECK(codes().empty());
  CHECK(made.accent_sheet == made.assets.back().output);
  CHECK(made.accent_sheet.starts_with("assets/css/accent."));
  CHECK(made.accent_sheet.ends_with(".css"));
  const std::string& sheet = made.assets.back().bytes;
  CHECK(contains(sheet, "--accent: #7a1f1f;"));
  CHECK(contains(sheet, "--on-accent: #ffffff;"));
  CHECK(contains(sheet, "--accent: #f0b0a8;"));
  CHECK(contains(sheet, "--on-accent: #000000;"));
  CHECK(contains(sheet, "--accent-soft: #f2e9e9;"));  // a tenth of #7a1f1f over white
}

TEST_CASE_FIXTURE(Fixture, "render::with_accent: other colours, another name") {
  const std::string first = with("#7a1f1f", "#f0b0a8").accent_sheet;
  Fixture other;
  CHECK(other.with("#7a1f20", "#f0b0a8").accent_sheet != first);
}

TEST_CASE_FIXTURE(Fixture, "render::with_accent: a colour that is lost on its paper is refused, each on its own") {
  with("#ffcc00", "#f0b0a8");
  CHECK(codes() == "accent-illegible ");
}

TEST_CASE_FIXTURE(Fixture, "render::with_accent: legible on the paper is not enough, it must be so on the tint") {
  CHECK(contrast("#737373", theme.paper.light) > 4.5);
  with("#737373", "#f0b0a8");
  CHECK(codes() == "accent-illegible ");
}

TEST_CASE_FIXTURE(Fixture, "render::with_accent: a theme that has no such template says so") {
  theme.templates.erase("accent");
  with("#7a1f1f", "#f0b0a8");
  CHECK(codes() == "template-missing ");
}

TEST_CASE_FIXTURE(Fixture, "themes/cong-vu: the papers that theme.json states are those of its style sheet") {
  const auto css = std::find_if(theme.assets.begin(), theme.assets.end(),
                                [](const Asset& asset) { return asset.output.starts_with("assets/css/site."); });
  REQUIRE(css != theme.assets.end());
  CHECK(theme.paper.light == "#ffffff");
  CHECK(contains(css->bytes, "--paper: #fff;"));
  CHECK(contains(css->bytes, ("--paper: " + theme.paper.dark + ";").c_str()));
}
