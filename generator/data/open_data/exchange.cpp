#include "data/open_data/exchange.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "content/exchange/parcel.hpp"
#include "data/open_data/json.hpp"

namespace thidua::data {
namespace {

using content::Member;
using content::Value;

/// Whether a member is to be left out.
using Leave = std::function<bool(const Member&)>;

void append(const Value& value, const Leave& leave, std::string& out);

void append_members(const Value::Object& members, const Leave& leave, std::string& out) {
  out += '{';
  bool first = true;
  for (const Member& member : members) {
    if (leave(member)) continue;
    if (!std::exchange(first, false)) out += ',';
    append_json_text(member.key, out);
    out += ':';
    append(member.value, leave, out);
  }
  out += '}';
}

void append(const Value& value, const Leave& leave, std::string& out) {
  if (value.is_object()) {
    append_members(value.as_object(), leave, out);
  } else if (value.is_array()) {
    out += '[';
    for (const Value& item : value.as_array()) {
      if (&item != value.as_array().data()) out += ',';
      append(item, leave, out);
    }
    out += ']';
  } else if (value.is_string()) {
    append_json_text(value.as_string(), out);
  } else if (value.is_number()) {
    out += value.as_number().spelling;
  } else {
    out += value.is_null() ? "null" : (value.as_bool() ? "true" : "false");
  }
}

bool is_for_the_office(const Member& member) { return member.key == "internal" || member.key == "$schema"; }

std::string json(const Value& value, const Leave& leave = is_for_the_office) {
  std::string out;
  append(value, leave, out);
  return out;
}

constexpr auto kAll = [](const auto&) { return true; };

/// An array of those items that `is_given` takes, one a line, so that who compares two versions sees what changed.
template <class Items, class IsGiven, class Make>
std::string lines(const Items& items, IsGiven is_given, Make make) {
  std::string out;
  for (const auto& item : items) {
    if (is_given(item)) out.append(out.empty() ? "[\n" : ",\n").append(make(item));
  }
  return out.empty() ? "[]" : out + "\n]";
}

std::string data_file(const content::DataFile& file, const Leave& leave = is_for_the_office) {
  return json_object({{"id", json_text(file.id)}, {"data", json(file.root, leave)}});
}

std::string data_files(const std::vector<content::DataFile>& files) {
  return lines(files, kAll, [](const content::DataFile& file) { return data_file(file); });
}

/// The label of a line that defines a link ("[a]: /b/"); empty where it does not (CommonMark, 4.7).
std::string_view defined_label(std::string_view line) {
  const std::size_t indent = line.find_first_not_of(' ');
  if (indent == line.npos || indent > 3 || line[indent] != '[') return {};
  const std::size_t end = line.find("]:", indent);
  return end == line.npos ? std::string_view() : line.substr(indent + 1, end - indent - 1);
}

/// Without definitions that nothing refers to: no page shows them, and offices write notes in them ("[//]: # (…)").
std::string without_notes(const std::string& markdown) {
  if (markdown.find("]:") == markdown.npos) return markdown;
  const std::string folded = base::fold(markdown);
  const auto is_used = [&](std::string_view label) {
    const std::string use = '[' + base::fold(label) + ']';
    for (std::size_t at = folded.find(use); at != folded.npos; at = folded.find(use, at + 1)) {
      if (folded.compare(at + use.size(), 1, ":") != 0) return true;
    }
    return false;
  };
  std::string out;
  bool title_may_follow = false;  // on a line of its own
  for (std::string_view rest = markdown; !rest.empty();) {
    const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    rest.remove_prefix(line.size());
    const std::string_view label = defined_label(line);
    const std::size_t text = line.find_first_not_of(' ');
    const bool is_title =
        title_may_follow && text != line.npos && std::string_view("\"'(").find(line[text]) != line.npos;
    title_may_follow = !label.empty() && !is_used(label);
    if (!title_may_follow && !is_title) out += line;
  }
  return out;
}

std::string text_file(const content::TextFile& file, const Leave& leave = is_for_the_office) {
  return json_object({{"id", json_text(file.id)},
                      {"front_matter", json(file.front_matter, leave)},
                      {"text", json_text(without_notes(file.body))}});
}

/// What of our own the site shows, and others are given: what those are told may refer to nothing else.
struct Given {
  Given(const model::Site& site, model::Drafts drafts) {
    for (const model::Campaign& campaign : site.campaigns) {
      if (campaign.origin) continue;
      campaigns.insert(campaign.id);
      for (const model::Result& result : campaign.results) results.insert(campaign.id + "/" + result.id);
    }
    if (drafts == model::Drafts::include) return;
    for (const model::Practice& practice : site.practices) {
      if (practice.origin) continue;
      practices.insert(practice.id);
      topics.insert(practice.topics.begin(), practice.topics.end());
    }
  }

  bool has_award(std::string_view reference) const {
    return results.contains(reference.substr(0, reference.rfind('/')));
  }

  std::set<std::string, std::less<>> campaigns, practices, topics;
  std::set<std::string, std::less<>> results;  ///< campaign/result
};

/// Whether the member is that one, and names what `known` does not.
template <class Known>
bool names_unknown(const Member& member, std::string_view key, Known known) {
  return member.key == key && member.value.is_string() && !known(member.value.as_string());
}

std::string campaign(const content::CampaignFolder& folder, const Given& given) {
  const auto with_parent = [&](const Member& member) {
    return is_for_the_office(member) ||
           names_unknown(member, "campaign", [&](const std::string& id) { return given.campaigns.contains(id); });
  };
  const auto with_practices = [&](const Member& member) {
    return is_for_the_office(member) ||
           names_unknown(member, "practice", [&](const std::string& id) { return given.practices.contains(id); });
  };
  const auto is_seen = [&](const content::DataFile& file) { return given.results.contains(folder.id + "/" + file.id); };
  return json_object(
      {{"id", json_text(folder.id)},
       {"data", json(folder.facts.root, with_parent)},
       {"documents", lines(folder.documents, kAll, [](const content::TextFile& file) { return text_file(file); })},
       {"registrations", data_files(folder.registrations)},
       {"scores", data_files(folder.scores)},
       {"attainment", data_files(folder.attainment)},
       {"results", lines(folder.results, is_seen,
                         [&](const content::DataFile& file) { return data_file(file, with_practices); })}});
}

std::string practice(const content::TextFile& file, const Given& given) {
  return text_file(file, [&](const Member& member) {
    return is_for_the_office(member) || member.key == "draft" ||
           names_unknown(member, "award", [&](const std::string& award) { return given.has_award(award); }) ||
           names_unknown(member, "campaign", [&](const std::string& id) { return given.campaigns.contains(id); });
  });
}

std::string portal(const model::SiteInfo& info) {
  return json_object(
      {{"name", json_text(info.name)}, {"authority", json_text(info.authority)}, {"url", json_text(info.base_url)}});
}

}  // namespace

std::string exchange_document(const model::Site& site, const content::Sources& sources, model::Drafts drafts) {
  const Given given(site, drafts);
  const auto is_given = [&](const content::CampaignFolder& folder) { return given.campaigns.contains(folder.id); };
  const auto is_seen = [&](const content::TextFile& file) { return given.practices.contains(file.id); };
  const auto is_about = [&](const auto& topic) { return given.topics.contains(topic.first); };
  return json_object({{"format", json_text(content::kExchangeFormat)},
                      {"version", std::to_string(content::kExchangeVersion)},
                      {"portal", portal(site.info)},
                      {"topics",
                       lines(site.info.topics, is_about,
                             [](const auto& topic) {
                               return json_object({{"id", json_text(topic.first)}, {"name", json_text(topic.second)}});
                             })},
                      {"units", data_files(sources.units)},
                      {"campaigns",
                       lines(sources.campaigns, is_given, [&](const auto& folder) { return campaign(folder, given); })},
                      {"practices",
                       lines(sources.practices, is_seen, [&](const auto& file) { return practice(file, given); })}}) +
         "\n";
}

}  // namespace thidua::data
