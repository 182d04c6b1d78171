#include "deploy/build_facts.hpp"

#include <string_view>

namespace thidua::deploy {
namespace {

constexpr const char* kYes = "yes";
constexpr const char* kNo = "no";

}  // namespace

std::map<std::string, std::string> to_facts(const BuildFacts& facts) {
  return {{"generator", facts.generator},
          {"base_url", facts.base_url},
          {"theme", facts.theme},
          {"content", facts.content},
          {"drafts", facts.drafts ? kYes : kNo},
          {"illustrative", facts.illustrative ? kYes : kNo}};
}

std::optional<BuildFacts> read_facts(const std::map<std::string, std::string>& facts) {
  BuildFacts out;
  bool all = true;
  const auto take = [&](const char* name) {
    const auto at = facts.find(name);
    all &= at != facts.end();
    return at == facts.end() ? std::string() : at->second;
  };
  out.generator = take("generator");
  out.base_url = take("base_url");
  out.theme = take("theme");
  out.content = take("content");
  const std::string drafts = take("drafts"), illustrative = take("illustrative");
  out.drafts = drafts != kNo;
  out.illustrative = illustrative != kNo;
  return all ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace thidua::deploy
