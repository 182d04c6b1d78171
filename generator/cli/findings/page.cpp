#include "cli/findings/page.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/console.hpp"
#include "cli/findings/excerpt.hpp"
#include "preview/embedded.hpp"
#include "render/template.hpp"

namespace thidua::cli {
namespace {

render::View finding_view(const Diagnostic& d, Excerpts& excerpts, Language language) {
  const std::string excerpt = excerpts.of(d.place);
  const std::string advice = said(hint(d, language));
  return render::object("severity", d.severity() == Severity::error ? "error" : "warning",            //
                        "severity_word", std::string(severity_word(d.severity(), language)),          //
                        "place", place_name(d.place), "message", said(message(d, language)),          //
                        "code", std::string(describe(d.code).name), "has_excerpt", !excerpt.empty(),  //
                        "excerpt", excerpt, "has_hint", !advice.empty(), "hint", advice);
}

render::Template findings_template(Diagnostics& mistakes) {
  const render::TemplateParts parts{{{"findings", std::string(preview::findings_template())}},
                                    [](const std::string& name) { return name; },
                                    [](const std::string&, const Place&) { return std::nullopt; }};
  return render::Template::compile("findings", parts, mistakes);
}

}  // namespace

std::string findings_page(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options) {
  const Language language = options.language;
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  Excerpts excerpts(disk, options.root, sorted);
  const render::View page = render::object(
      "language", say(language, "en", "vi"),  //
      "title", say(language, "The site was not built anew", "Chưa dựng lại được trang"), "about",
      say(language, "What you see elsewhere is the last version without errors. Mend what is listed, and it follows.",
          "Các trang khác vẫn là bản gần nhất không có lỗi. Sửa những chỗ dưới đây, trang sẽ tự cập nhật."),
      "count", counts_line(diagnostics, language), "findings",
      render::list_of(sorted, [&](const Diagnostic& d) { return finding_view(d, excerpts, language); }));
  Diagnostics mistakes;
  std::string out;
  findings_template(mistakes).render(render::View(), page, out, mistakes);
  return out;
}

}  // namespace thidua::cli
