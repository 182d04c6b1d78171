#include "rules/plans/flips.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <optional>

#include "base/temporary_folder.hpp"
#include "rules/plans/alterations.hpp"

namespace thidua::testing {
namespace {

using Verdicts = std::map<std::string, std::string>;

std::string or_none(const Verdicts& verdicts, const std::string& about) {
  const auto at = verdicts.find(about);
  return at == verdicts.end() ? "nothing" : at->second;
}

/// Without the rules behind it.
std::string verdict_in(const std::string& words) { return words.substr(0, words.find(" (")); }

/// The first verdict about `kind` that is another one: "award x: satisfied -> not satisfied (rank-in-block)".
std::optional<std::string> flip(const std::string& kind, const Verdicts& before, const Verdicts& after) {
  Verdicts either = before;
  either.insert(after.begin(), after.end());
  for (const auto& [about, verdict] : either) {
    if (!about.starts_with(kind)) continue;
    const std::string was = or_none(before, about), is = or_none(after, about);
    if (verdict_in(was) != verdict_in(is)) return fmt::format("{}: {} -> {}", about, was, is);
  }
  return std::nullopt;
}

/// What altering one value flips: an award if it can, else a number, else a finding about the plan itself.
std::optional<std::string> flipped_by(const Plan& plan, const Verdicts& before, const Alterable& value) {
  std::vector<Verdicts> after;
  for (const content::Value& to : value.candidates)
    after.push_back(plan.verdicts([&](content::Value& campaign) { alter(campaign, value, to); }));
  for (const char* kind : {"award", "number", "document"}) {
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (const auto found = flip(kind, before, after[i]))
        return fmt::format("{} -> {}\n    {}\n", value.spelling, spelling(value.candidates[i]), *found);
    }
  }
  return std::nullopt;
}

}  // namespace

void check_flips(const Plan& plan, const std::string& name) {
  const Verdicts before = plan.verdicts([](content::Value&) {});
  std::string text = "as it is\n";
  for (const auto& [about, verdict] : before) text += fmt::format("    {}: {}\n", about, verdict);
  for (const Alterable& value : alterable_values(plan.facts())) {
    const auto flipped = flipped_by(plan, before, value);
    CHECK_MESSAGE(flipped, value.path << " may be altered without any verdict noticing");
    text += value.path + ": " + flipped.value_or("nothing\n");
  }
  const std::string file = THIDUA_SOURCE_DIR "/tests/rules/plans/" + name + ".flips";
  if (std::getenv("THIDUA_RENEW") != nullptr) put(file, text);
  CHECK(text == bytes_of(file));
}

}  // namespace thidua::testing
