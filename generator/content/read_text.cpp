#include "content/read_text.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

constexpr auto kNone = std::string::npos;

void drop_byte_order_mark(std::string& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
}

/// Line ends of Windows (\r\n) and of old systems (\r) become \n.
void unify_line_ends(std::string& text) {
  std::size_t to = text.find('\r');
  if (to == kNone) return;
  for (std::size_t from = to; from < text.size(); ++from) {
    const bool windows = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (windows) continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

}  // namespace

std::optional<CleanText> clean_text(std::string bytes, const std::string& file, Diagnostics& diagnostics) {
  drop_byte_order_mark(bytes);
  unify_line_ends(bytes);
  if (base::is_plainly_clean(bytes)) return CleanText{std::move(bytes), true};
  const auto place = [&](std::size_t offset) { return place_of(file, position_at(bytes, offset)); };
  if (const std::size_t at = base::find_invalid_utf8(bytes); at != kNone) {
    diagnostics.add(Code::invalid_utf8, place(at), {fmt::format("{:02X}", static_cast<unsigned char>(bytes[at]))});
    return std::nullopt;
  }
  if (const std::size_t at = base::find_control(bytes); at != kNone) {
    diagnostics.add(Code::control_character, place(at),
                    {fmt::format("U+{:04X}", static_cast<unsigned char>(bytes[at]))});
    return std::nullopt;
  }
  if (const std::size_t at = base::find_invisible(bytes); at != kNone) {
    diagnostics.add(Code::invisible_character, place(at), {base::name_of_character(bytes, at)});
    return std::nullopt;
  }
  const std::size_t loose = base::find_not_nfc(bytes);
  if (loose != kNone) diagnostics.add(Code::not_nfc, place(loose));
  return CleanText{std::move(bytes), loose == kNone};
}

std::optional<CleanText> read_text(const base::Disk& disk, const std::string& path, std::uint64_t limit,
                                   const std::string& file, Diagnostics& diagnostics) {
  base::Result<std::string> bytes = disk.read(path, limit);
  if (bytes) return clean_text(std::move(*bytes), file, diagnostics);
  report_failure(bytes.error(), limit, file, diagnostics);
  return std::nullopt;
}

void report_failure(const base::Failure& failure, std::uint64_t limit, const std::string& file,
                    Diagnostics& diagnostics) {
  if (failure.error == EFBIG) {
    diagnostics.add(Code::file_too_large, {file}, {fmt::format("{} MB", limit / kMegabyte)});
  } else {
    diagnostics.add(Code::file_unreadable, {file}, {std::generic_category().message(failure.error)});
  }
}

}  // namespace thidua::content
