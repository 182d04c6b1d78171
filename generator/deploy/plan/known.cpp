// The journal has the form of a manifest: its files are those known beyond the manifest, its facts the manifest that it
// belongs to and what is in doubt, one path a line. So the next deployment knows: manifest, less doubtful, plus known.
#include "deploy/plan/known.hpp"

#include <charconv>
#include <string_view>

#include "base/hash.hpp"
#include "publish/site_path.hpp"

namespace thidua::deploy {
namespace {

constexpr const char* kFormer = "former";
constexpr const char* kBase = "base";
constexpr const char* kDoubtful = "doubtful";

template <class Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    take(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
}

std::string take_fact(std::map<std::string, std::string>& facts, const char* name) {
  auto node = facts.extract(name);
  return node ? std::move(node.mapped()) : std::string();
}

/// "<seconds since 1970> <path>" a line.
std::string former_text(const Former& former) {
  std::string out;
  for (const auto& [path, until] : former)
    out.append(out.empty() ? "" : "\n")
        .append(std::to_string(until.time_since_epoch().count()))
        .append(" ")
        .append(path);
  return out;
}

Former parse_former(std::string_view text, const Known& known) {
  Former out;
  for_each_line(text, [&](std::string_view line) {
    long long until = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), until);
    if (error != std::errc() || end == line.data() + line.size()) return;
    const std::string path(end + 1, line.data() + line.size());
    if (known.files.contains(path)) out.emplace(path, std::chrono::sys_seconds(std::chrono::seconds(until)));
  });
  return out;
}

bool apply_journal(std::string_view text, Known& known) {
  auto journal = publish::parse_manifest(text);
  if (!journal || take_fact(journal->facts, kBase) != known.base) return false;
  for_each_line(take_fact(journal->facts, kDoubtful), [&](std::string_view path) {
    if (publish::is_site_path(path)) known.doubtful.emplace(path);
  });
  for (const std::string& path : known.doubtful) known.files.erase(path);
  for (auto& [path, facts] : journal->files) known.files.insert_or_assign(path, std::move(facts));
  std::erase_if(known.former, [&](const auto& entry) { return !known.files.contains(entry.first); });
  return true;
}

}  // namespace

Recalled recall(const std::optional<std::string>& manifest, const std::optional<std::string>& journal) {
  Recalled out;
  if (manifest) {
    out.known.base = base::content_hash(*manifest);
    out.memory = Memory::damaged;
    if (auto parsed = publish::parse_manifest(*manifest)) {
      out.memory = Memory::whole;
      out.known.facts = std::move(parsed->facts);
      out.known.files = std::move(parsed->files);
      out.known.former = parse_former(take_fact(out.known.facts, kFormer), out.known);
    }
  }
  out.base_files = out.known.files;
  if (journal && apply_journal(*journal, out.known)) out.memory = Memory::interrupted;
  return out;
}

std::map<std::string, std::string> facts_of(const Known& known) {
  auto facts = known.facts;
  if (!known.former.empty()) facts[kFormer] = former_text(known.former);
  return facts;
}

std::string manifest_text(const Known& known) { return publish::to_json({facts_of(known), known.files}); }

std::string journal_text(const Known& known, const Files& base) {
  publish::Manifest journal;
  journal.facts[kBase] = known.base;
  std::string& doubtful = journal.facts[kDoubtful];
  for (const std::string& path : known.doubtful) doubtful.append(doubtful.empty() ? "" : "\n").append(path);
  for (const auto& [path, facts] : known.files) {
    const auto before = base.find(path);
    if (before == base.end() || before->second != facts) journal.files.emplace(path, facts);
  }
  return publish::to_json(journal);
}

}  // namespace thidua::deploy
