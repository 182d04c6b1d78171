#include "deploy/hosts/ftps/server.hpp"

#include <algorithm>

#include "deploy/hosts/paths.hpp"

namespace thidua::deploy::ftps {
namespace {

std::string base_of(const Target& target) {
  if (target.folder.empty()) return {};
  return std::string(without_last_slashes(target.folder)) + '/';
}

ftp::Site site_of(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience) {
  return {.host = target.host,
          .port = target.port,
          .user = secrets.user.empty() ? target.user : secrets.user,
          .password = secrets.password,
          .authorities = target.authorities,
          .sessions = jobs,
          .connect_seconds = patience.connect,
          .silence_seconds = patience.silence};
}

FailureKind kind_of_reply(int code) {
  switch (code) {
    case 452:
    case 552:
      return FailureKind::full;
    case 530:
    case 532:
    case 550:
    case 553:
      return FailureKind::refused;
    default:
      return code >= 500 ? FailureKind::unsupported : FailureKind::passing;
  }
}

FailureKind kind_of(const ftp::Failure& failure) {
  switch (failure.kind) {
    case ftp::FailureKind::lost:
      return FailureKind::passing;
    case ftp::FailureKind::distrusted:
      return FailureKind::distrusted;
    case ftp::FailureKind::login:
    case ftp::FailureKind::local:
      return FailureKind::refused;
    case ftp::FailureKind::reply:
      return kind_of_reply(failure.code);
    case ftp::FailureKind::too_large:
      return FailureKind::unsupported;
  }
  return FailureKind::unsupported;
}

/// "a", "a/b", "a/b/c" of "/a/b/c/", as they begin.
std::vector<std::string> steps_to(const std::string& base) {
  std::vector<std::string> steps;
  for (auto slash = base.find('/', 1); slash != base.npos; slash = base.find('/', slash + 1)) {
    steps.push_back(base.substr(0, slash));
  }
  return steps;
}

}  // namespace

Failure failure_of(const ftp::Failure& failure, std::string operation, std::string path) {
  return {kind_of(failure), std::move(operation), std::move(path), failure.words};
}

Server::Server(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience)
    : base_(base_of(target)), client_(site_of(target, secrets, jobs, patience)) {}

std::string Server::at(const std::string& path) const { return base_ + path; }

ftp::Order Server::listing(const std::string& folder) const {
  constexpr std::uint64_t kMostListing = 64 << 20;
  return {.verb = ftp::Verb::list, .path = at(folder.empty() ? "" : folder + '/'), .limit = kMostListing};
}

// All in one order after another on one session: a name is sent without waiting for much, and parents come first.
Done Server::make_folders(const std::set<std::string>& folders) {
  ftp::Order order;
  if (!known_.contains("")) {
    for (const std::string& step : steps_to(base_)) order.commands.push_back("*MKD " + step);
  }
  std::vector<std::string> missing;
  std::ranges::set_difference(folders, known_, std::back_inserter(missing));
  std::ranges::stable_sort(missing, {}, depth_of);
  for (const std::string& folder : missing) order.commands.push_back("*MKD " + at(folder));
  if (!order.commands.empty()) {
    const auto reply = client_.fetch(std::move(order));
    if (!reply) return tl::make_unexpected(failure_of(reply.error(), "make folder", ""));
  }
  known_.insert("");
  known_.insert(missing.begin(), missing.end());
  return {};
}

}  // namespace thidua::deploy::ftps
