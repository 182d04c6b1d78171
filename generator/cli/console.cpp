#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "cli/findings/report.hpp"

namespace thidua::cli {
namespace {

void print(std::FILE* stream, const std::string& text) { std::fwrite(text.data(), 1, text.size(), stream); }

bool wants_colour() { return isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

bool environment_failed(const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics.sorted()) {
    if (d.severity() == Severity::error && is_environment(d.code)) return true;
  }
  return false;
}

}  // namespace

std::string say(Language language, std::string english, std::string vietnamese) {
  return language == Language::vietnamese ? std::move(vietnamese) : std::move(english);
}

std::string counts_line(const Diagnostics& diagnostics, Language language) {
  const auto findings = diagnostics.sorted();
  int errors = 0;
  for (const Diagnostic& d : findings) errors += d.severity() == Severity::error ? 1 : 0;
  const auto warnings = static_cast<int>(findings.size()) - errors;
  return say(language, fmt::format("{} error(s), {} warning(s)", errors, warnings),
             fmt::format("{} lỗi, {} cảnh báo", errors, warnings));
}

void print_line(const std::string& line) {
  print(stdout, line + "\n");
  std::fflush(stdout);  // who reads it through a pipe may wait for it
}

void print_error(const std::string& line) { print(stderr, line + "\n"); }

int print_findings(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options) {
  switch (options.format) {
    case Format::json:
      print(stdout, report_json(diagnostics, options.language));
      break;
    case Format::github:
      print(stdout, report_github(diagnostics, options.language));
      break;
    case Format::text: {
      print(stderr, report_text(diagnostics, disk, options, wants_colour() ? Colour::on : Colour::off));
      if (!diagnostics.sorted().empty()) print_error(counts_line(diagnostics, options.language));
    }
  }
  if (!diagnostics.has_errors()) return kFine;
  return environment_failed(diagnostics) ? kEnvironmentFailed : kContentHasErrors;
}

}  // namespace thidua::cli
