// thidua deploy: the built site, brought to where readers find it.
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <random>

#include "base/clock.hpp"
#include "base/system/stop_signals.hpp"
#include "cli/console.hpp"
#include "cli/deploy/deploy_words.hpp"
#include "cli/deploy/noting_disk.hpp"
#include "cli/deploy/public_fetch.hpp"
#include "cli/deploy/transfer_progress.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "data/published_record.hpp"
#include "deploy/address/address.hpp"
#include "deploy/address/named_targets.hpp"
#include "deploy/address/secrets.hpp"
#include "deploy/deployment.hpp"
#include "deploy/hosts/open_host.hpp"
#include "deploy/refusals.hpp"
#include "deploy/switched.hpp"
#include "deploy/verify.hpp"

namespace thidua::cli {
namespace {

using deploy::Target;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// For people, in the lock: machine and process.
std::string who() {
  std::string name(256, '\0');
  if (::gethostname(name.data(), name.size() - 1) != 0) name = "?";
  return fmt::format("{}, process {}", name.c_str(), ::getpid());
}

std::string unlike_any_other() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}", random(), random());
}

/// Whatever came from outside could repeat a secret; nothing that does is printed.
Diagnostics without_secrets(const Diagnostics& found, const deploy::Secrets& secrets) {
  Diagnostics out;
  for (Diagnostic one : found.sorted()) {
    for (std::string& arg : one.args) arg = deploy::without(secrets, std::move(arg));
    out.add(one.code, one.place, std::move(one.args));
  }
  return out;
}

/// A site that may be published, and what its record is compared with.
struct Ready {
  deploy::BuiltOutput built;
  Prepared prepared;
};

/// Nothing where the output is not to be published, for reasons that are added. Reads all that a build reads, so that
/// the same digest comes of it.
std::unique_ptr<Ready> make_ready(base::Disk& disk, const Options& options, Diagnostics& diagnostics) {
  auto built = deploy::read_output(disk, options.output, diagnostics);
  if (!built) return nullptr;
  Options of_build = options;
  of_build.theme = built->facts.theme;
  of_build.drafts = built->facts.drafts;
  const NotingDisk noting(disk);
  Diagnostics on_content;
  auto ready = std::make_unique<Ready>(Ready{std::move(*built), prepare(noting, of_build, on_content)});
  add_files(noting, of_build, ready->prepared, on_content, [](const std::string&, const std::string&) {});
  if (on_content.has_errors()) return diagnostics.merge(std::move(on_content)), nullptr;
  const std::string content = noting.digest(options.root, ready->prepared.site.next_change);
  const auto illustrative =
      options.deploy.allow_illustrative ? deploy::Illustrative::allowed : deploy::Illustrative::refused;
  return deploy::may_be_published(ready->built, content, illustrative, diagnostics) ? std::move(ready) : nullptr;
}

deploy::Order order_of(const Options& options, const Target& target) {
  deploy::Order order;
  order.dry_run = options.deploy.dry_run;
  order.forms = target.forms;
  order.jobs = options.jobs;
  order.max_deletes = options.deploy.max_deletes;
  order.whole = std::chrono::seconds(options.deploy.timeout);
  return order;
}

deploy::Outcome carry_out(base::Disk& disk, const Options& options, const Target& target,
                          const deploy::Secrets& secrets, const Ready& ready, Diagnostics& diagnostics) {
  const base::StopSignals stop;
  const auto clock = base::real_clock();
  TransferProgress progress(options.language);
  const deploy::Surroundings around{disk,
                                    *clock,
                                    who(),
                                    unlike_any_other(),
                                    [&](const std::optional<std::string>& record, Diagnostics& found) {
                                      Diagnostics on_record;
                                      if (record)
                                        compare_record(*record, std::string(data::kPublishedRecord), ready.prepared,
                                                       on_record);
                                      const bool holds = !on_record.has_errors();
                                      return found.merge(std::move(on_record)), holds;
                                    },
                                    [&] {
                                      pollfd seen{stop.descriptor(), POLLIN, 0};
                                      return ::poll(&seen, 1, 0) > 0;
                                    },
                                    [&](const deploy::Plan& plan) { progress.begin(plan); },
                                    [&](std::uint64_t bytes) { progress.arrived(bytes); }};
  const deploy::Order order = order_of(options, target);
  if (target.scheme == deploy::Scheme::folder)
    return deploy_to_folder(target.folder, ready.built.output, order, around, diagnostics);
  const auto host = open_host(target, secrets, options.deploy.transfers, {});
  return deploy::deploy(*host, ready.built.output, order, around, diagnostics);
}

/// Nothing is asked of readers' address in a dry run, or where the site did not get there.
void read_back(const Options& options, const Target& target, const Ready& ready, const deploy::Outcome& outcome,
               Diagnostics& diagnostics) {
  if (!options.deploy.verify || options.deploy.dry_run || !outcome.complete) return;
  const std::string& address = target.public_address.empty() ? ready.built.facts.base_url : target.public_address;
  if (address.empty()) return diagnostics.add(Code::deploy_no_public_address, {});
  const deploy::Fetch fetch = public_fetch(target, address);
  const std::size_t same =
      deploy::verify(ready.built.output, outcome.plan, address, fetch, options.deploy.transfers, diagnostics);
  if (!diagnostics.has_errors()) print_line(verified_line(same, address, options.language));
}

void print_outcome(const deploy::Outcome& outcome, const Target& target, const Options& options) {
  if (!outcome.complete) return;
  for (const std::string& line : ability_lines(outcome.ability, options.language)) print_line(line);
  if (!options.deploy.dry_run) return print_line(outcome_line(outcome, target.name, options.language));
  for (const std::string& line : plan_lines(outcome.plan)) print_line(line);
  print_line(plan_summary(outcome.plan, target.name, options.language));
}

}  // namespace

int deploy_command(const Options& options) {
  const auto disk = base::real_disk();
  Diagnostics diagnostics;
  const auto target = deploy::find_target(*disk, options.root, options.deploy.target, diagnostics);
  if (!target) {
    const bool by_command_line = diagnostics.sorted().front().place.file.empty();
    const int code = print_findings(diagnostics, *disk, options);
    return by_command_line ? kWrongCommandLine : code;
  }
  const auto secrets = read_secrets(*target, environment, *disk, diagnostics);
  const auto ready = secrets ? make_ready(*disk, options, diagnostics) : nullptr;
  if (ready) {
    const deploy::Outcome outcome = carry_out(*disk, options, *target, *secrets, *ready, diagnostics);
    print_outcome(outcome, *target, options);
    read_back(options, *target, *ready, outcome, diagnostics);
  }
  return print_findings(without_secrets(diagnostics, secrets.value_or(deploy::Secrets{})), *disk, options);
}

}  // namespace thidua::cli
