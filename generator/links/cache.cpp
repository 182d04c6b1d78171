#include "links/cache.hpp"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace thidua::links {
namespace {

constexpr int kVersion = 1;

/// What is kept, by its name in the file.
constexpr std::array<std::pair<Outcome, std::string_view>, 5> kNames = {{{Outcome::works, "works"},
                                                                         {Outcome::moved, "moved"},
                                                                         {Outcome::redirected, "redirected"},
                                                                         {Outcome::blocked, "blocked"},
                                                                         {Outcome::robots, "robots"}}};

std::string_view name_of(Outcome outcome) {
  const auto at = std::ranges::find(kNames, outcome, &decltype(kNames)::value_type::first);
  return at == kNames.end() ? "" : at->second;
}

std::optional<Outcome> outcome_named(std::string_view name) {
  const auto at = std::ranges::find(kNames, name, &decltype(kNames)::value_type::second);
  return at == kNames.end() ? std::nullopt : std::optional(at->first);
}

using Json = rapidjson::Value;

std::string_view text(const Json& object, const char* key) {
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsString()) return {};
  return {at->value.GetString(), at->value.GetStringLength()};
}

}  // namespace

std::optional<Cache> Cache::parse(std::string_view json) {
  rapidjson::Document parsed;
  parsed.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (parsed.HasParseError() || !parsed.IsObject()) return std::nullopt;
  const Json& document = parsed;
  const auto version = document.FindMember("version");
  const auto answers = document.FindMember("answers");
  if (version == document.MemberEnd() || !version->value.IsInt() || version->value.GetInt() != kVersion)
    return std::nullopt;
  if (answers == document.MemberEnd() || !answers->value.IsObject()) return std::nullopt;
  Cache cache;
  for (const auto& [address, answer] : answers->value.GetObject()) {
    if (!answer.IsObject()) return std::nullopt;
    const auto outcome = outcome_named(text(answer, "outcome"));
    const auto asked = answer.FindMember("asked");
    if (!outcome || asked == answer.MemberEnd() || !asked->value.IsInt64()) return std::nullopt;
    cache.answers_.insert_or_assign(
        std::string(address.GetString(), address.GetStringLength()),
        Kept{{*outcome, std::string(text(answer, "detail"))}, Seconds(std::chrono::seconds(asked->value.GetInt64()))});
  }
  return cache;
}

std::string Cache::to_json() const {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 1);
  const auto string = [&](std::string_view value) {
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartObject();
  writer.Key("version");
  writer.Int(kVersion);
  writer.Key("answers");
  writer.StartObject();
  for (const auto& [address, kept] : answers_) {
    string(address);
    writer.StartObject();
    writer.Key("asked");
    writer.Int64(kept.asked.time_since_epoch().count());
    writer.Key("outcome");
    string(name_of(kept.finding.outcome));
    if (!kept.finding.detail.empty()) {
      writer.Key("detail");
      string(kept.finding.detail);
    }
    writer.EndObject();
  }
  writer.EndObject();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::optional<Finding> Cache::find(const std::string& address, Seconds since, Seconds now) const {
  const auto at = answers_.find(address);
  if (at == answers_.end() || at->second.asked < since || at->second.asked > now) return std::nullopt;
  return at->second.finding;
}

void Cache::keep(const std::string& address, const Finding& finding, Seconds now) {
  if (name_of(finding.outcome).empty())
    answers_.erase(address);
  else
    answers_.insert_or_assign(address, Kept{finding, now});
}

void Cache::trim(Seconds since) {
  std::erase_if(answers_, [&](const auto& one) { return one.second.asked < since; });
  if (answers_.size() <= kMostCached) return;
  std::vector<std::pair<Seconds, std::string>> by_age;
  for (const auto& [address, kept] : answers_) by_age.emplace_back(kept.asked, address);
  std::ranges::sort(by_age);
  by_age.resize(by_age.size() - kMostCached);
  for (const auto& [asked, address] : by_age) answers_.erase(address);
}

base::Done write_in_place(base::Disk& disk, const std::string& path, std::string_view bytes) {
  const auto there = disk.status(path);
  if (there && there->kind != base::EntryKind::file) return base::fail("write", path, EEXIST);
  const std::string fresh = path + ".new";
  static_cast<void>(disk.remove_file(fresh));  // of a run that was ended
  if (auto written = disk.write_new(fresh, bytes); !written) return written;
  auto placed = there ? disk.exchange(fresh, path) : disk.rename(fresh, path);
  if (there || !placed) static_cast<void>(disk.remove_file(fresh));
  return placed;
}

}  // namespace thidua::links
