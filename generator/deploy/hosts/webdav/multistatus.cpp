#include "deploy/hosts/webdav/multistatus.hpp"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "base/http/url.hpp"

namespace thidua::deploy::webdav {
namespace {

/// Without the prefix, which servers choose as they like; all elements that are looked for are of the namespace DAV:.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& each) { return local_name(each) == name; });
}

/// The path of a reference: absolute, or with scheme and host before it.
std::string path_of(std::string_view href) {
  const auto scheme = href.find("://");
  if (scheme != href.npos) href.remove_prefix(std::min(href.find('/', scheme + 3), href.size()));
  return http::decode(href);
}

/// "HTTP/1.1 200 OK", or left out.
bool is_good(const pugi::xml_node& propstat) {
  const std::string_view status = child(propstat, "status").child_value();
  return status.empty() || status.find(" 200") != status.npos;
}

void take_properties(const pugi::xml_node& response, Member& member) {
  for (const pugi::xml_node& propstat : response) {
    if (local_name(propstat) != "propstat" || !is_good(propstat)) continue;
    const pugi::xml_node properties = child(propstat, "prop");
    if (child(child(properties, "resourcetype"), "collection")) member.is_folder = true;
    const std::string_view size = child(properties, "getcontentlength").child_value();
    std::from_chars(size.data(), size.data() + size.size(), member.size);
  }
}

}  // namespace

const char* const kPropfind = R"(<?xml version="1.0" encoding="utf-8"?>)"
                              R"(<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>)";

std::optional<std::vector<Member>> read_members(const std::string& xml, std::string_view path) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_trim_pcdata);
  const pugi::xml_node multistatus = child(document, "multistatus");
  if (!parsed || !multistatus) return std::nullopt;
  std::vector<Member> members;
  for (const pugi::xml_node& response : multistatus) {
    if (local_name(response) != "response") continue;
    const std::string found = path_of(child(response, "href").child_value());
    if (!found.starts_with(path)) continue;
    std::string name = found.substr(path.size());
    Member member{.is_folder = name.ends_with('/')};
    if (member.is_folder) name.pop_back();
    if (name.empty() || name == "." || name == ".." || name.find('/') != name.npos) continue;
    member.name = std::move(name);
    take_properties(response, member);
    members.push_back(std::move(member));
  }
  return members;
}

bool tells_of_one(const std::string& xml) {
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size())) return false;
  const pugi::xml_node multistatus = child(document, "multistatus");
  const auto responses = multistatus.children();
  const auto is_response = [](const pugi::xml_node& node) { return local_name(node) == "response"; };
  return std::count_if(responses.begin(), responses.end(), is_response) == 1;
}

}  // namespace thidua::deploy::webdav
