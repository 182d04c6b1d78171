// thidua build: the whole chain, from the content folder to the finished site.
#include <fmt/format.h>

#include <atomic>
#include <cstring>
#include <mutex>

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "publish/publication.hpp"

namespace thidua::cli {
namespace {

constexpr std::uint64_t kMaxMedia = 64 << 20;

/// Hands files over to the publication and keeps the first failure.
class Sink {
 public:
  explicit Sink(publish::Publication& publication) : publication_(publication) {}

  void take(const std::string& path, std::string_view bytes) {
    if (failed_) return;
    if (const auto done = publication_.add(path, bytes); !done) {
      const std::lock_guard lock(mutex_);
      if (!failed_.exchange(true)) failure_ = done.error();
    }
  }

  void report(Diagnostics& diagnostics) const {
    if (!failed_) return;
    diagnostics.add(Code::output_write_failed, {failure_.path, 0, 0}, {failure_.operation, failure_.path, std::strerror(failure_.error)});
  }

 private:
  publish::Publication& publication_;
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  base::Failure failure_;
};

void add_files(const base::Disk& disk, const Options& options, const Prepared& prepared, Sink& sink, Diagnostics& diagnostics) {
  for (const render::Asset& asset : prepared.theme.assets) sink.take(asset.output, asset.bytes);
  for (const content::MediaFile& file : prepared.site.media) {
    const auto bytes = disk.read(base::join(options.root, file.path), kMaxMedia);
    if (bytes) sink.take("media/" + file.name, *bytes);
    else diagnostics.add(Code::file_unreadable, {file.path, 0, 0}, {std::strerror(bytes.error().error)});
  }
}

std::string summary_line(const publish::Summary& s, const Options& options) {
  return say(options.language,
             fmt::format("{}: {} files, {} written, {} unchanged, {} removed", options.output, s.files, s.written, s.unchanged, s.removed),
             fmt::format("{}: {} tệp, ghi {}, giữ nguyên {}, gỡ {}", options.output, s.files, s.written, s.unchanged, s.removed));
}

}  // namespace

int build_command(const Options& options) {
  const auto disk = base::real_disk();
  Diagnostics diagnostics;
  const Prepared prepared = prepare(*disk, options, diagnostics);
  if (diagnostics.has_errors()) return print_findings(diagnostics, *disk, options);

  const auto publication = publish::Publication::begin(*disk, options.output, diagnostics);
  if (publication == nullptr) return print_findings(diagnostics, *disk, options);
  Sink sink(*publication);
  render_pages(prepared, options.jobs, diagnostics,
               [&](const std::string& path, const std::string& bytes) { sink.take(path, bytes); });
  add_files(*disk, options, prepared, sink, diagnostics);
  sink.report(diagnostics);
  if (!diagnostics.has_errors()) {
    publication->finish({{"generator", THIDUA_VERSION}, {"base_url", prepared.site.info.base_url}}, diagnostics);
  }
  const int code = print_findings(diagnostics, *disk, options);
  if (code == kFine) print_line(summary_line(publication->summary(), options));
  return code;
}

}  // namespace thidua::cli
