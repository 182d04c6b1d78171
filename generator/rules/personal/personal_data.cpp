// Personal data in what is published.
//
// What: no text of the content, drafts and what is under embargo included, and no file of text beside it, holds what
// looks like a citizen's number (12 digits, formerly 9), a person's date of birth or a mobile number, neither as it is
// written nor as the page shows it (entities, emphasis or invisible characters between the digits, other digits). Why:
// of a person, only name, position, unit, award and decision are published; a list pasted from a dossier brings more,
// and what was once public cannot be taken back. Bad:  "name": "Nguyễn Văn A (SN 1980), CCCD 001…". Good: "name":
// "Nguyễn Văn A", "position": "Công chức một cửa".
//
// Not looked at: fields called `internal`, which are never published, and numbers of JSON and YAML, which are counted
// with: amounts in đồng have nine digits as often as not, and identity and telephone numbers begin with 0, which those
// formats do not allow; files of media/ other than .csv and .txt, and those above 5 MB. Never personal: landlines and
// 1800/1900 numbers; a mobile number that `contacts` of site.json or `contact` of a practice declares as an office's,
// wherever it stands. Anything else that is a false alarm is recorded in `personal_data_exceptions` of site.json with
// its reason; one that accepts nothing any more is reported.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/parallel.hpp"
#include "content/limits.hpp"
#include "content/sources.hpp"
#include "content/syntax/position.hpp"
#include "rules/personal/attachment.hpp"
#include "rules/personal/find.hpp"
#include "rules/rule.hpp"

namespace thidua::rules {
namespace {

using content::Position;
using content::Value;

/// One tree, body or file of text to look through.
struct Part {
  const std::string* file;
  const Value* data = nullptr;              ///< or
  const content::TextFile* text = nullptr;  ///< its body, too, or
  const content::MediaFile* media = nullptr;
};

/// A piece that was found.
struct Finding {
  personal::Kind kind;
  std::string text;  ///< as the page shows it
  Position at;       ///< in the file
  bool is_contact;   ///< stands within the declared contacts
};

/// What was found in a part, or why it could not be read.
struct Findings {
  std::vector<Finding> list;
  std::optional<base::Failure> failure;
};

/// Adds what is found in the string of data that stands at `at`.
void look_into(std::string_view text, Position at, bool is_contact, Findings& findings) {
  for (personal::Piece& piece : personal::find_pieces(text)) {
    findings.list.push_back({piece.kind, std::move(piece.text), at, is_contact});
  }
}

/// Adds the pieces of a text of several lines, of which the first is `first_line` of the file.
void add(std::vector<personal::Piece> pieces, std::string_view text, std::uint32_t first_line, Findings& findings) {
  content::PositionCursor cursor(text);
  for (personal::Piece& piece : pieces) {
    Position at = cursor.at(piece.begin);
    at.line += first_line - 1;
    findings.list.push_back({piece.kind, std::move(piece.text), at, false});
  }
}

void look_into(const content::MediaFile& file, const ReadMedia& read, Findings& findings) {
  base::Result<std::string> bytes = read(file);
  if (!bytes) {
    findings.failure = bytes.error();
    return;
  }
  const std::string text = personal::text_of_attachment(std::move(*bytes));
  add(personal::find_in_attachment(file.name, text), text, 1, findings);
}

bool is_unpublished(std::string_view key) {
  return key == "internal" || key == "$schema" || key == "personal_data_exceptions";
}

bool is_contact_key(std::string_view key) { return key == "contact" || key == "contacts"; }

void look_into(const Value& value, bool is_contact, Findings& findings) {
  if (value.is_string()) {
    look_into(value.as_string(), value.at, is_contact, findings);
  } else if (value.is_array()) {
    for (const Value& item : value.as_array()) look_into(item, is_contact, findings);
  } else if (value.is_object()) {
    for (const content::Member& member : value.as_object()) {
      if (!is_unpublished(member.key)) look_into(member.value, is_contact || is_contact_key(member.key), findings);
    }
  }
}

void add(const std::vector<content::DataFile>& files, std::vector<Part>& parts) {
  for (const content::DataFile& file : files) parts.push_back({&file.path, &file.root});
}

void add(const std::vector<content::TextFile>& files, std::vector<Part>& parts) {
  for (const content::TextFile& file : files) parts.push_back({&file.path, &file.front_matter, &file});
}

std::vector<Part> parts_of(const content::Sources& sources) {
  std::vector<Part> parts;
  for (const auto* files : {&sources.site, &sources.units}) add(*files, parts);
  for (const auto* files : {&sources.practices, &sources.exemplars, &sources.news, &sources.pages}) add(*files, parts);
  for (const content::CampaignFolder& campaign : sources.campaigns) {
    parts.push_back({&campaign.facts.path, &campaign.facts.root});
    add(campaign.documents, parts);
    for (const auto* files : {&campaign.registrations, &campaign.scores, &campaign.attainment, &campaign.results}) {
      add(*files, parts);
    }
  }
  for (const content::MediaFile& file : sources.media) {
    const bool looked_into = personal::is_text_attachment(file.name) && file.size <= personal::kMaxAttachment;
    if (looked_into) parts.push_back({.file = &file.path, .media = &file});
  }
  return parts;
}

std::vector<Findings> look_through(const std::vector<Part>& parts, const ReadMedia& read, unsigned jobs) {
  std::vector<Findings> findings(parts.size());
  base::for_each_index(parts.size(), jobs, [&](std::size_t i) {
    const auto& [file, data, text, media] = parts[i];
    if (data != nullptr) look_into(*data, false, findings[i]);
    if (text != nullptr) add(personal::find_pieces(text->body), text->body, text->body_line, findings[i]);
    if (media != nullptr) look_into(*media, read, findings[i]);
  });
  return findings;
}

/// The mobile numbers that the contacts declare, as they are dialled.
std::set<std::string> declared_numbers(const std::vector<Findings>& all) {
  std::set<std::string> numbers;
  for (const Findings& findings : all) {
    for (const Finding& f : findings.list) {
      if (f.is_contact && f.kind == personal::Kind::mobile_number) numbers.insert(personal::dialled(f.text));
    }
  }
  return numbers;
}

/// The false alarms that site.json records.
class Exceptions {
 public:
  explicit Exceptions(const content::Sources& sources) : sources_(sources) {
    const Value* list = sources.site.empty() ? nullptr : sources.site[0].root.find("personal_data_exceptions");
    if (list == nullptr) return;
    for (const Value& item : list->as_array()) {
      const std::string& text = item.find("text")->as_string();
      list_.push_back({item.find("file")->as_string(), text, personal::as_shown(text), item.at});
    }
  }

  /// Whether the whole of what was found in the file stands in the text of one of them, as it is written or shown.
  bool accept(std::string_view file, std::string_view found) {
    bool accepted = false;
    for (Exception& e : list_) {
      if (e.file != file) continue;
      if (e.text.find(found) == std::string_view::npos && e.shown.find(found) == std::string::npos) continue;
      accepted = e.used = true;
    }
    return accepted;
  }

  /// Those that accepted nothing; not those of files that could not be read, which is reported already.
  void report_unused(Diagnostics& diagnostics) const {
    for (const Exception& e : list_) {
      const bool unread = std::ranges::any_of(sources_.unusable, [&](const std::string& id) {
        return e.file.starts_with("content/" + id + ".") || e.file.starts_with("content/" + id + "/");
      });
      if (e.used || unread) continue;
      diagnostics.add(Code::personal_data_exception_unused, content::place_of(sources_.site[0].path, e.at),
                      {std::string(e.file)});
    }
  }

 private:
  struct Exception {
    std::string_view file, text;
    std::string shown;
    Position at;
    bool used = false;
  };

  const content::Sources& sources_;
  std::vector<Exception> list_;
};

Code code_of(personal::Kind kind) {
  switch (kind) {
    case personal::Kind::citizen_number:
      return Code::citizen_number;
    case personal::Kind::birth_date:
      return Code::birth_date;
    case personal::Kind::mobile_number:
      return Code::mobile_number;
  }
  return Code::citizen_number;
}

/// Reports the findings of one file, up to content::kMaxFindings.
class Report {
 public:
  Report(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void add(const Finding& finding) {
    if (++count_ <= content::kMaxFindings) {
      diagnostics_.add(code_of(finding.kind), content::place_of(file_, finding.at),
                       {personal::masked(finding.kind, finding.text)});
    } else if (count_ == content::kMaxFindings + 1) {
      diagnostics_.add(Code::too_many_findings, {file_}, {std::to_string(content::kMaxFindings)});
    }
  }

 private:
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace

void personal_data(const content::Sources& sources, const ReadMedia& read, unsigned jobs, Diagnostics& diagnostics) {
  const std::vector<Part> parts = parts_of(sources);
  const std::vector<Findings> findings = look_through(parts, read, jobs);
  const std::set<std::string> declared = declared_numbers(findings);
  Exceptions exceptions(sources);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const auto& failure = findings[i].failure)
      diagnostics.add(Code::file_unreadable, {*parts[i].file, 0, 0}, {base::reason(*failure)});
    Report report(*parts[i].file, diagnostics);
    for (const Finding& f : findings[i].list) {
      const bool mobile = f.kind == personal::Kind::mobile_number;
      if (mobile && declared.contains(personal::dialled(f.text))) continue;
      if (!exceptions.accept(*parts[i].file, f.text)) report.add(f);
    }
  }
  exceptions.report_unused(diagnostics);
}

}  // namespace thidua::rules
