// thidua serve: the site in memory, on this machine only, built anew whenever the content or the theme changes.
#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

#include "base/system/stop_signals.hpp"
#include "base/system/watch.hpp"
#include "cli/console.hpp"
#include "cli/findings/page.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "preview/loopback_server.hpp"

namespace thidua::cli {
namespace {

/// The same files as `build` writes; null where the findings forbid it.
std::shared_ptr<const preview::Edition> build_edition(const base::Disk& disk, const Options& options,
                                                      Diagnostics& diagnostics) {
  const Prepared prepared = prepare(disk, options, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  auto edition = std::make_shared<preview::Edition>();
  const auto take = [&](const std::string& path, const std::string& bytes) { edition->add(path, bytes); };
  make_site(prepared, options.jobs, diagnostics, take, take);
  add_files(disk, options, prepared, diagnostics, take);
  return diagnostics.has_errors() ? nullptr : edition;
}

/// What is shown at present, replaced as a whole while others look at it.
class Shown {
 public:
  std::shared_ptr<const preview::Showing> get() const {
    const std::lock_guard lock(mutex_);
    return showing_;
  }
  void replace(preview::Showing next) {
    auto whole = std::make_shared<const preview::Showing>(std::move(next));
    const std::lock_guard lock(mutex_);
    showing_.swap(whole);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const preview::Showing> showing_ = std::make_shared<const preview::Showing>();
};

std::string built_line(const preview::Edition& edition, std::chrono::milliseconds took, const Options& options) {
  return say(options.language, fmt::format("built {} files in {} ms", edition.size(), took.count()),
             fmt::format("đã dựng {} tệp trong {} ms", edition.size(), took.count()));
}

std::string kept_line(bool has_edition, const Options& options) {
  return has_edition ? say(options.language, "the last version without errors is still shown",
                           "vẫn hiển thị bản gần nhất không có lỗi")
                     : say(options.language, "there is nothing to show until the errors are mended",
                           "chưa có gì để hiển thị cho đến khi sửa hết lỗi");
}

/// Builds, and shows the outcome: a new edition, or beside the last good one what stands against it.
void build_and_show(const base::Disk& disk, const Options& options, Shown& shown) {
  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  preview::Showing next = *shown.get();
  if (auto edition = build_edition(disk, options, diagnostics)) {
    next = {edition, edition->digest(), {}, {}};
  } else {
    next.findings = findings_page(diagnostics, disk, options);
  }
  next.close = say(options.language, "Close", "Đóng");
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  const bool failed = !next.findings.empty();
  const auto edition = next.edition;
  shown.replace(std::move(next));
  print_findings(diagnostics, disk, options);
  print_line(failed ? kept_line(edition != nullptr, options) : built_line(*edition, took, options));
}

int cannot_listen(const base::Failure& failure, const Options& options) {
  const std::string why = base::reason(failure);
  print_error(failure.error == EADDRINUSE
                  ? say(options.language,
                        fmt::format("port {} is in use by another program; choose another with --port, or 0 for any",
                                    options.port),
                        fmt::format("cổng {} đang được chương trình khác sử dụng; hãy chọn cổng khác bằng --port, "
                                    "hoặc 0 để lấy cổng bất kỳ",
                                    options.port))
                  : say(options.language, fmt::format("cannot serve at {}: {}", failure.path, why),
                        fmt::format("không mở được máy chủ tại {}: {}", failure.path, why)));
  return kEnvironmentFailed;
}

int cannot_watch(const base::Failure& failure, const Options& options) {
  const std::string why = base::reason(failure);
  print_error(say(options.language, fmt::format("cannot watch {} for changes: {}", failure.path, why),
                  fmt::format("không theo dõi được thay đổi trong {}: {}", failure.path, why)));
  return kEnvironmentFailed;
}

}  // namespace

int serve_command(const Options& given) {
  const base::StopSignals stop;
  const auto disk = base::real_disk();
  Shown shown;
  const auto server = preview::LoopbackServer::bind(given.port);
  if (!server) return cannot_listen(server.error(), given);
  auto watch = base::Watch::begin(*disk, given.root, {"content", "themes", "pulled", "sources.json"});
  if (!watch) return cannot_watch(watch.error(), given);

  const std::string address = fmt::format("http://127.0.0.1:{}/", (*server)->port());
  Options options = given;
  if (options.base_url.empty()) options.base_url = address;  // to which the links of the 404 page lead
  build_and_show(*disk, options, shown);
  (*server)->start([&](std::string_view path) { return preview::answer(*shown.get(), path); });
  (*server)->tell(preview::state_of(*shown.get()));
  print_line(say(options.language, address + " shows the site until Ctrl-C", address + " (Ctrl-C để dừng)"));
  while (watch->wait(stop.descriptor()) == base::Watch::Seen::change) {
    build_and_show(*disk, options, shown);
    (*server)->tell(preview::state_of(*shown.get()));
  }
  return kFine;
}

}  // namespace thidua::cli
