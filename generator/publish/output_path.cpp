#include "publish/output_path.hpp"

#include <cerrno>
#include <string_view>

#include "publish/report.hpp"

namespace thidua::publish {
namespace {

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_name(std::string_view part) { return !part.empty() && part != "." && part != ".."; }

void drop_slashes_at_end(std::string& path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
}

/// Both without symbolic links.
bool holds(const std::string& folder, const std::string& path) {
  return folder == "/" || path == folder || path.starts_with(folder + '/');
}

/// Whether the working directory is the output folder or lies in it; `output` gets a name for its last part.
base::Result<bool> holds_working_directory(const base::Disk& disk, std::string& output) {
  const auto real = disk.real_path(output);
  if (!real) return tl::make_unexpected(real.error());
  const auto here = disk.real_path(".");
  if (!here) return tl::make_unexpected(here.error());
  if (!is_name(last_part(output))) output = *real;
  return holds(*real, *here);
}

/// What an existing output may not be.
std::optional<Code> flaw(base::EntryKind kind) {
  if (kind == base::EntryKind::directory) return std::nullopt;
  return kind == base::EntryKind::symbolic_link ? Code::output_symbolic_link : Code::output_not_a_folder;
}

}  // namespace

std::optional<std::string> check_output_path(const base::Disk& disk, std::string output, Diagnostics& diagnostics) {
  drop_slashes_at_end(output);
  const auto entry = disk.status(output);
  if (!entry && entry.error().error == ENOENT && is_name(last_part(output))) return output;
  if (!entry) return report(entry.error(), diagnostics), std::nullopt;
  if (const auto code = flaw(entry->kind)) return diagnostics.add(*code, {}, {output}), std::nullopt;
  const auto around = holds_working_directory(disk, output);
  if (!around) return report(around.error(), diagnostics), std::nullopt;
  if (*around) return diagnostics.add(Code::output_holds_working_directory, {}, {output}), std::nullopt;
  return output;
}

std::string work_folder_of(const std::string& output) {
  const std::size_t name = output.rfind('/') + 1;
  return output.substr(0, name) + '.' + output.substr(name) + ".thidua";
}

}  // namespace thidua::publish
