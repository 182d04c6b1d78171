#include "content/read_content.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/read_text.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "content/syntax/front_matter.hpp"
#include "content/syntax/json_reader.hpp"
#include "content/walk.hpp"

namespace thidua::content {
namespace {

/// Name of the schema for each FileKind, in its order.
constexpr std::array<std::string_view, 12> kSchemaNames = {"site",          "units",    "campaign",   "document",
                                                           "registrations", "scores",   "attainment", "results",
                                                           "practice",      "exemplar", "news",       "page"};

bool is_text(FileKind kind) { return kind == FileKind::document || kind >= FileKind::practice; }

/// The schemas for all kinds of files.
class Schemas {
 public:
  Schemas() {
    for (std::string_view name : kSchemaNames) schemas_.push_back(std::make_unique<Schema>(schema_text(name)));
  }
  const Schema& of(FileKind kind) const { return *schemas_[static_cast<std::size_t>(kind)]; }

 private:
  std::vector<std::unique_ptr<Schema>> schemas_;
};

/// What came of one file: data or text, or neither where it cannot be used.
struct ReadFile {
  std::optional<DataFile> data;
  std::optional<TextFile> text;
  Diagnostics diagnostics;

  bool usable() const { return data || text; }
};

std::optional<DataFile> read_data(const base::Disk& disk, const FoundFile& file, const Schemas& schemas,
                                  Diagnostics& diagnostics) {
  const std::optional<CleanText> clean = read_text(disk, file.real, kMaxDataFile, file.path, diagnostics);
  if (!clean) return std::nullopt;
  std::optional<Value> root = read_json(clean->text, file.path, diagnostics);
  if (!root || !schemas.of(file.kind).check(*root, file.path, diagnostics)) return std::nullopt;
  return DataFile{file.path, file.id, std::move(*root)};
}

/// Of a file that needs front matter and has none, says just that, not every field that it lacks.
bool check_head(const FrontMatter& head, const FoundFile& file, const Schemas& schemas, Diagnostics& diagnostics) {
  Diagnostics found;
  if (schemas.of(file.kind).check(head.value, file.path, found)) return true;
  if (head.body == 0) {
    diagnostics.add(Code::front_matter_missing, {file.path, 1, 1});
  } else {
    diagnostics.merge(std::move(found));
  }
  return false;
}

std::optional<TextFile> read_markdown(const base::Disk& disk, const FoundFile& file, const Schemas& schemas,
                                      Diagnostics& diagnostics) {
  const std::optional<CleanText> clean = read_text(disk, file.real, kMaxTextFile, file.path, diagnostics);
  if (!clean) return std::nullopt;
  std::optional<FrontMatter> head = read_front_matter(clean->text, file.path, diagnostics);
  if (!head || !check_head(*head, file, schemas, diagnostics)) return std::nullopt;
  std::string body = clean->text.substr(head->body);
  if (!clean->composed) body = base::to_nfc(body);
  return TextFile{file.path, file.id, std::move(head->value), std::move(body), head->body_line};
}

/// Keeps the first kMaxFindings of one file.
Diagnostics shortened(Diagnostics all, const std::string& path) {
  std::vector<Diagnostic> sorted = all.sorted();
  if (sorted.size() <= kMaxFindings) return all;
  Diagnostics first;
  for (std::size_t i = 0; i < kMaxFindings; ++i) {
    first.add(sorted[i].code, std::move(sorted[i].place), std::move(sorted[i].args));
  }
  first.add(Code::too_many_findings, {path}, {std::to_string(kMaxFindings)});
  return first;
}

ReadFile read_file(const base::Disk& disk, const FoundFile& file, const Schemas& schemas) {
  ReadFile out;
  if (is_text(file.kind)) {
    out.text = read_markdown(disk, file, schemas, out.diagnostics);
  } else {
    out.data = read_data(disk, file, schemas, out.diagnostics);
  }
  out.diagnostics = shortened(std::move(out.diagnostics), file.path);
  return out;
}

/// All files, those of campaigns too, as one list to spread over threads.
std::vector<const FoundFile*> all_files(const Found& found) {
  std::vector<const FoundFile*> files;
  for (const FoundFile& file : found.files) files.push_back(&file);
  for (const FoundCampaign& campaign : found.campaigns) {
    for (const FoundFile& file : campaign.files) files.push_back(&file);
  }
  return files;
}

void take_in(ReadFile file, FileKind kind, Sources& sources) {
  switch (kind) {
    case FileKind::site:
      return sources.site.push_back(std::move(*file.data));
    case FileKind::units:
      return sources.units.push_back(std::move(*file.data));
    case FileKind::practice:
      return sources.practices.push_back(std::move(*file.text));
    case FileKind::exemplar:
      return sources.exemplars.push_back(std::move(*file.text));
    case FileKind::news:
      return sources.news.push_back(std::move(*file.text));
    case FileKind::page:
      return sources.pages.push_back(std::move(*file.text));
    default:
      assert(false && "the files of campaigns are taken in with their folder");
  }
}

void take_in(ReadFile file, FileKind kind, CampaignFolder& campaign) {
  switch (kind) {
    case FileKind::campaign:
      campaign.facts = std::move(*file.data);
      return;
    case FileKind::document: {
      const bool plan = file.text->id == "plan";
      campaign.documents.insert(plan ? campaign.documents.begin() : campaign.documents.end(), std::move(*file.text));
      return;
    }
    case FileKind::registrations:
      return campaign.registrations.push_back(std::move(*file.data));
    case FileKind::scores:
      return campaign.scores.push_back(std::move(*file.data));
    case FileKind::attainment:
      return campaign.attainment.push_back(std::move(*file.data));
    case FileKind::results:
      return campaign.results.push_back(std::move(*file.data));
    default:
      assert(false && "no other file belongs to a campaign");
  }
}

/// Puts what was read in its place, in the order in which it was found.
class Assembly {
 public:
  Assembly(std::vector<ReadFile> read, Diagnostics& diagnostics) : read_(std::move(read)), diagnostics_(diagnostics) {}

  Sources assemble(Found found) {
    sources_.media = std::move(found.media);
    sources_.unusable = std::move(found.unusable);
    for (const FoundFile& file : found.files) {
      ReadFile read = next(file);
      if (read.usable()) take_in(std::move(read), file.kind, sources_);
    }
    for (FoundCampaign& campaign : found.campaigns) add(campaign);
    return std::move(sources_);
  }

 private:
  ReadFile next(const FoundFile& file) {
    ReadFile read = std::move(read_[next_++]);
    diagnostics_.merge(std::move(read.diagnostics));
    if (!read.usable()) sources_.unusable.push_back(unusable_id(file.path));
    return read;
  }

  /// Without its facts or its plan, a campaign cannot be used.
  void add(FoundCampaign& found) {
    CampaignFolder campaign;
    campaign.id = found.id;
    bool whole = true;
    for (const FoundFile& file : found.files) {
      ReadFile read = next(file);
      const bool needed = file.kind == FileKind::campaign || (file.kind == FileKind::document && file.id == "plan");
      if (read.usable()) {
        take_in(std::move(read), file.kind, campaign);
      } else if (needed) {
        whole = false;
      }
    }
    if (whole) {
      sources_.campaigns.push_back(std::move(campaign));
    } else {
      sources_.unusable.push_back("campaigns/" + found.id);
    }
  }

  std::vector<ReadFile> read_;
  Diagnostics& diagnostics_;
  Sources sources_;
  std::size_t next_ = 0;
};

}  // namespace

Sources read_content(const base::Disk& disk, const std::string& root, unsigned jobs, Diagnostics& diagnostics) {
  Found found = walk(disk, root, diagnostics);
  const Schemas schemas;
  const std::vector<const FoundFile*> files = all_files(found);
  std::vector<ReadFile> read(files.size());
  base::for_each_index(files.size(), jobs, [&](std::size_t i) { read[i] = read_file(disk, *files[i], schemas); });
  return Assembly(std::move(read), diagnostics).assemble(std::move(found));
}

}  // namespace thidua::content
