#include "cli/audit_words.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/console.hpp"

namespace thidua::cli {
namespace {

struct InTwo {
  std::string_view english, vietnamese;

  std::string_view in(Language language) const { return language == Language::vietnamese ? vietnamese : english; }
};

constexpr auto kRules = std::to_array<InTwo>({
#define THIDUA_RULE(id, name, en, vi) {en, vi},
#include "rules/audit/rules.inc"
#undef THIDUA_RULE
});
constexpr auto kMissing = std::to_array<InTwo>({
#define THIDUA_MISSING(id, en, vi) {en, vi},
#include "rules/audit/missing.inc"
#undef THIDUA_MISSING
});
constexpr auto kVerdicts = std::to_array<InTwo>(
    {{"satisfied", "đáp ứng"}, {"NOT SATISFIED", "KHÔNG ĐÁP ỨNG"}, {"cannot be verified", "chưa thể kiểm chứng"}});
constexpr auto kBounds = std::to_array<InTwo>({{"", ""},
                                               {"=", "="},
                                               {">=", ">="},
                                               {">", ">"},
                                               {"<=", "<="},
                                               {"<", "<"},
                                               {"before", "trước"},
                                               {"by", "chậm nhất"},
                                               {"within", "trong"},
                                               {"on", "vào"},
                                               {"not before", "không trước"},
                                               {"one of", "một trong"}});
static_assert(kBounds.size() == static_cast<std::size_t>(rules::Bound::one_of) + 1);
constexpr auto kRatings = std::to_array<InTwo>({{"completed", "hoàn thành nhiệm vụ"},
                                                {"completed well", "hoàn thành tốt nhiệm vụ"},
                                                {"completed excellently", "hoàn thành xuất sắc nhiệm vụ"}});
static_assert(kRatings.size() == model::names_of<model::Rating>().size());

template <class E, std::size_t kSize>
std::string words(const std::array<InTwo, kSize>& all, E value, Language language) {
  return std::string(all[static_cast<std::size_t>(value)].in(language));
}

/// Words one item of a measure.
struct ItemWords {
  const model::Site& site;
  const model::Campaign& campaign;
  Language language;

  std::string operator()(const rules::Amount& amount) const {
    const std::string year = amount.year ? fmt::format("{}: ", *amount.year) : std::string();
    return year + amount.spelling + (amount.unit.empty() ? "" : " " + amount.unit);
  }
  std::string operator()(const rules::Rank& rank) const {
    const std::string tied = rank.tied ? say(language, " (tied)", " (đồng hạng)") : std::string();
    return fmt::format("{} {}{}", say(language, "rank", "hạng"), rank.place, tied);
  }
  std::string operator()(const rules::CountedRank& counted) const {
    std::string units;
    for (const model::UnitIndex unit : counted.freed_by)
      units += (units.empty() ? "" : say(language, " and ", " và ")) + site.units[unit].name;
    const std::string& form = campaign.award_forms[counted.award_form].name;
    return fmt::format("{} {} ({} {})", say(language, "counted as", "tính là"), (*this)(counted.rank), units,
                       say(language, "received ", "đã được ") + form);
  }
  std::string operator()(const rules::UnitName& unit) const { return site.units[unit.unit].name; }
  std::string operator()(const rules::FormName& form) const { return campaign.award_forms[form.award_form].name; }
  std::string operator()(const rules::RatingName& rating) const { return words(kRatings, rating.rating, language); }
  std::string operator()(const rules::Words& text) const { return text.text; }
  std::string operator()(const model::Date& date) const { return model::to_string(date); }
};

}  // namespace

std::string rule_words(rules::RuleId rule, Language language) { return words(kRules, rule, language); }

std::string verdict_words(rules::Verdict verdict, Language language) { return words(kVerdicts, verdict, language); }

std::string missing_words(const rules::Missing& missing, Language language) {
  return fmt::format(fmt::runtime(kMissing[static_cast<std::size_t>(missing.kind)].in(language)), missing.detail);
}

std::string measure_words(const rules::Measure& measure, const model::Site& site, const model::Campaign& campaign,
                          Language language) {
  std::string out;
  for (const rules::Item& item : measure.items)
    out += (out.empty() ? "" : ", ") + std::visit(ItemWords{site, campaign, language}, item);
  const bool only_one = measure.bound == rules::Bound::one_of && measure.items.size() == 1;
  const std::string bound = only_one ? std::string() : words(kBounds, measure.bound, language);
  return out.empty() || bound.empty() ? out : bound + " " + out;
}

std::string recipient_words(const model::Site& site, const model::Award& award) {
  const std::string& unit = site.units[award.unit].name;
  return award.name.empty() ? unit : award.name + ", " + unit;
}

}  // namespace thidua::cli
