#include "cli/findings/report.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <vector>

#include "cli/findings/excerpt.hpp"

namespace thidua::cli {
namespace {

/// The place and the colon after it; nothing for what is not about a file.
std::string where(const Place& place) {
  const std::string name = place_name(place);
  return name.empty() ? name : name + ": ";
}

std::string escape_github(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string report_text(const Diagnostics& diagnostics, const base::Disk& disk, const Options& options, Colour colour) {
  const bool on = colour == Colour::on;
  std::string out;
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  Excerpts excerpts(disk, options.root, sorted);
  for (const Diagnostic& d : sorted) {
    const bool error = d.severity() == Severity::error;
    out += fmt::format("{}{}{}{}{}{}: {} [{}]\n", on ? "\x1b[1m" : "", where(d.place), on ? "\x1b[0m" : "",
                       on ? (error ? "\x1b[1;31m" : "\x1b[1;33m") : "", severity_word(d.severity(), options.language),
                       on ? "\x1b[0m" : "", said(message(d, options.language)), describe(d.code).name);
    out += excerpts.of(d.place);
    const std::string advice = said(hint(d, options.language));
    if (!advice.empty()) out += fmt::format("       = {}\n", advice);
  }
  return out;
}

std::string report_json(const Diagnostics& diagnostics, Language language) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto text = [&](const char* key, const std::string& value) {
    writer.Key(key);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartArray();
  for (const Diagnostic& d : diagnostics.sorted()) {
    writer.StartObject();
    text("code", std::string(describe(d.code).name));
    text("severity", d.severity() == Severity::error ? "error" : "warning");
    text("file", said(d.place.file));
    writer.Key("line");
    writer.Int(d.place.line);
    writer.Key("column");
    writer.Int(d.place.column);
    text("message", said(message(d, language)));
    text("hint", said(hint(d, language)));
    writer.EndObject();
  }
  writer.EndArray();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string report_github(const Diagnostics& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics.sorted()) {
    out += fmt::format("::{} ", d.severity() == Severity::error ? "error" : "warning");
    if (!d.place.file.empty()) out += fmt::format("file={},", escape_github(said(d.place.file), true));
    if (d.place.line > 0) out += fmt::format("line={},", d.place.line);
    if (d.place.column > 0) out += fmt::format("col={},", d.place.column);
    const std::string advice = said(hint(d, language));
    out += fmt::format("title={}::{}{}{}\n", describe(d.code).name, escape_github(said(message(d, language)), false),
                       advice.empty() ? "" : " – ", escape_github(advice, false));
  }
  return out;
}

}  // namespace thidua::cli
