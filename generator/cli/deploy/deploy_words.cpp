#include "cli/deploy/deploy_words.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/console.hpp"

namespace thidua::cli {

std::string size_words(std::uint64_t bytes) {
  constexpr std::array kUnits = {"B", "KB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  return unit == 0 ? fmt::format("{} B", bytes) : fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string time_words(std::chrono::seconds duration) {
  const auto all = duration.count();
  if (all < 60) return fmt::format("{} s", all);
  if (all < 3600) return fmt::format("{}:{:02} min", all / 60, all % 60);
  return fmt::format("{}:{:02} h", all / 3600, all / 60 % 60);
}

std::string pace_line(const deploy::Pace& pace, deploy::Pace::Time now, Language language) {
  const std::string done = fmt::format("{}/{}", pace.files_done(), pace.files());
  const std::string rate = size_words(static_cast<std::uint64_t>(pace.rate(now))) + "/s";
  const auto left = pace.remaining(now);
  const std::string time = left ? time_words(*left) : "–";
  return say(language, fmt::format("{} files, {}, {}, {} left", done, size_words(pace.bytes_done()), rate, time),
             fmt::format("{} tệp, {}, {}, còn {}", done, size_words(pace.bytes_done()), rate, time));
}

std::vector<std::string> plan_lines(const deploy::Plan& plan) {
  std::vector<std::string> out;
  for (const deploy::Parcel& parcel : plan.send)
    out.push_back(fmt::format("{} {} ({})", parcel.is_new ? '+' : '~', parcel.path, size_words(parcel.facts.size)));
  for (const std::string& path : plan.leaving) out.push_back("- " + path);
  return out;
}

std::string plan_summary(const deploy::Plan& plan, const std::string& target, Language language) {
  const std::string size = size_words(plan.bytes);
  return say(language,
             fmt::format("{}: {} files ({}) would be sent, {} stay as they are, {} would go; nothing was done", target,
                         plan.send.size(), size, plan.unchanged, plan.leaving.size()),
             fmt::format("{}: sẽ gửi {} tệp ({}), giữ nguyên {}, gỡ {}; chưa thực hiện gì", target, plan.send.size(),
                         size, plan.unchanged, plan.leaving.size()));
}

std::string outcome_line(const deploy::Outcome& outcome, const std::string& target, Language language) {
  const std::string size = size_words(outcome.bytes);
  std::string out = say(language,
                        fmt::format("{}: {} files sent ({}), {} unchanged, {} removed", target, outcome.sent, size,
                                    outcome.plan.unchanged, outcome.removed),
                        fmt::format("{}: đã gửi {} tệp ({}), giữ nguyên {}, gỡ {}", target, outcome.sent, size,
                                    outcome.plan.unchanged, outcome.removed));
  if (outcome.kept == 0) return out;
  return out + say(language, fmt::format(", {} former assets stay for pages that were loaded before", outcome.kept),
                   fmt::format(", tạm giữ {} tệp phụ trợ cũ cho các trang đã tải trước đó", outcome.kept));
}

std::vector<std::string> ability_lines(const deploy::Host::Ability& ability, Language language) {
  std::vector<std::string> out;
  if (!ability.locks)
    out.push_back(
        say(language, "this host has no lock that always holds: see to it that nobody else deploys meanwhile",
            "máy chủ này không có khóa bảo đảm tuyệt đối: hãy chắc chắn không ai khác đưa trang lên cùng lúc"));
  if (!ability.replaces_at_once)
    out.push_back(say(language, "this host replaces a file in two steps: for a moment a reader may not find it",
                      "máy chủ này thay tệp qua hai bước: người đọc có thể không thấy tệp trong khoảnh khắc"));
  return out;
}

std::string verified_line(std::size_t files, const std::string& address, Language language) {
  return say(language, fmt::format("{}: {} pages read back, as they were built", address, files),
             fmt::format("{}: đã đọc lại {} trang, đúng như khi dựng", address, files));
}

}  // namespace thidua::cli
