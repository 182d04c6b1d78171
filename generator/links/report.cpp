#include "links/report.hpp"

#include "base/text.hpp"
#include "links/anchors.hpp"

namespace thidua::links {
namespace {

Code code_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::moved:
      return Code::link_moved;
    case Outcome::redirected:
      return Code::link_redirected;
    case Outcome::gone:
      return Code::link_gone;
    case Outcome::no_host:
      return Code::link_no_host;
    case Outcome::no_address:
      return Code::link_no_address;
    case Outcome::blocked:
      return Code::link_blocked;
    case Outcome::robots:
      return Code::link_robots;
    case Outcome::certificate:
      return Code::link_certificate;
    case Outcome::local_network:
      return Code::link_local_network;
    case Outcome::works:
    case Outcome::unreachable:
      break;
  }
  return Code::link_unreachable;
}

}  // namespace

std::vector<OutsideLink> outside_links(const std::vector<render::WrittenLink>& links, const std::string& base_url) {
  std::vector<OutsideLink> outside;
  for (const render::WrittenLink& link : links) {
    if (link.place.is_pulled()) continue;  // for the portal that wrote it; nobody else decides whom we ask
    const std::string lower = base::fold(link.url);
    const bool web = lower.starts_with("http://") || lower.starts_with("https://");
    if (web && !own_path(link.url, base_url)) outside.push_back({link.url, link.place, http::parse_url(link.url)});
  }
  return outside;
}

void report(const std::vector<OutsideLink>& links, const Findings& findings, Diagnostics& diagnostics) {
  for (const OutsideLink& link : links) {
    if (!link.address) {
      diagnostics.add(Code::link_no_address, link.place, {link.url, ""});
      continue;
    }
    const auto found = findings.find(link.address->text);
    if (found == findings.end() || found->second.outcome == Outcome::works) continue;
    diagnostics.add(code_of(found->second.outcome), link.place, {link.url, found->second.detail});
  }
}

}  // namespace thidua::links
