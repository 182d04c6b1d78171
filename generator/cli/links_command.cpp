// thidua links: every link that authors wrote, within the site and, where wanted, on other hosts.
#include <fmt/format.h>

#include <set>

#include "base/clock.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "links/anchors.hpp"
#include "links/cache.hpp"
#include "links/report.hpp"

namespace thidua::cli {
namespace {

std::string cache_path(const Options& options) {
  return options.links.cache.empty() ? base::join(options.root, ".thidua-links.json") : options.links.cache;
}

links::Cache read_cache(const base::Disk& disk, const std::string& path, Diagnostics& diagnostics) {
  const auto bytes = disk.read(path, links::kCacheBytes);
  if (!bytes) {
    if (bytes.error().error != ENOENT)
      diagnostics.add(Code::links_cache_unreadable, {}, {path, base::reason(bytes.error())});
    return {};
  }
  auto cache = links::Cache::parse(*bytes);
  if (!cache) diagnostics.add(Code::links_cache_unreadable, {}, {path, ""});
  return std::move(cache).value_or(links::Cache());
}

/// Renders the site for what only rendering tells: anchors, and links within the site. Of other findings only errors
/// are of interest here; `check` tells them all.
void check_inside(const Prepared& prepared, const std::vector<render::WrittenLink>& written, unsigned jobs,
                  Diagnostics& diagnostics) {
  Diagnostics rendered;
  links::Anchors anchors(written, prepared.routes, prepared.site.info.base_url);
  make_site(
      prepared, jobs, rendered, [&](const std::string& path, const std::string& html) { anchors.take(path, html); },
      [](const std::string&, const std::string&) {});
  anchors.report(diagnostics);
  for (const Diagnostic& d : rendered.sorted()) {
    const bool of_links = d.code == Code::link_left_out || d.code == Code::image_left_out;
    if (of_links || d.severity() == Severity::error) diagnostics.add(d.code, d.place, d.args);
  }
}

/// How much of it the network was needed for.
struct Effort {
  std::size_t places = 0, addresses = 0, remembered = 0;
};

links::Findings ask_others(const std::vector<http::Url>& addresses, const Options& options) {
  Progress progress(say(options.language, "asking", "đang hỏi"), addresses.size(), 1);
  links::SurveyOptions survey;
  survey.hosts = options.jobs;
  survey.pause = std::chrono::milliseconds(options.links.pause);
  survey.persistence.pause = 2 * survey.pause;
  survey.allowed = options.links.allowed;
  survey.step = [&] { progress.step(); };
  return links::ask(addresses, survey);
}

/// Asks for what the cache does not know, and keeps what it learns.
Effort check_outside(const std::vector<links::OutsideLink>& outside, base::Disk& disk, const Options& options,
                     Diagnostics& diagnostics) {
  const auto now = base::now();
  const auto since = now - std::chrono::days(options.links.max_age);
  const std::string path = cache_path(options);
  links::Cache cache = read_cache(disk, path, diagnostics);
  links::Findings findings;
  std::vector<http::Url> unknown;
  std::set<std::string> seen;
  for (const links::OutsideLink& link : outside) {
    if (!link.address || !seen.insert(link.address->text).second) continue;
    if (const auto kept = cache.find(link.address->text, since, now))
      findings.emplace(link.address->text, *kept);
    else
      unknown.push_back(*link.address);
  }
  for (auto& [address, finding] : ask_others(unknown, options)) {
    cache.keep(address, finding, now);
    findings.insert_or_assign(address, finding);
  }
  links::report(outside, findings, diagnostics);
  cache.trim(since);
  if (unknown.empty()) return {outside.size(), seen.size(), seen.size()};
  if (const auto written = links::write_in_place(disk, path, cache.to_json()); !written)
    diagnostics.add(Code::links_cache_unwritten, {}, {path, base::reason(written.error())});
  return {outside.size(), seen.size(), seen.size() - unknown.size()};
}

std::string summary(const Effort& effort, Language language) {
  return say(language,
             fmt::format("{} link(s) to other hosts, {} address(es), {} of them known from before; "
                         "anchors on other hosts are not looked for",
                         effort.places, effort.addresses, effort.remembered),
             fmt::format("{} liên kết tới máy chủ khác, {} địa chỉ, trong đó {} đã biết từ lần trước; "
                         "không kiểm tra vị trí trong trang (sau dấu #) của máy chủ khác",
                         effort.places, effort.addresses, effort.remembered));
}

}  // namespace

int links_command(const Options& options) {
  const auto disk = base::real_disk();
  Diagnostics on_content, diagnostics;
  const Prepared prepared = prepare(*disk, options, on_content);
  if (on_content.has_errors()) return print_findings(on_content, *disk, options);

  const auto written = render::written_links(prepared.site, prepared.routes);
  check_inside(prepared, written, options.jobs, diagnostics);

  const bool text = options.format == Format::text;
  if (options.links.external) {
    const auto outside = links::outside_links(written, prepared.site.info.base_url);
    const Effort effort = check_outside(outside, *disk, options, diagnostics);
    if (text) print_line(summary(effort, options.language));
  }
  const int code = print_findings(diagnostics, *disk, options);
  if (text && diagnostics.sorted().empty()) print_line(say(options.language, "no findings", "không có vấn đề nào"));
  return code;
}

}  // namespace thidua::cli
