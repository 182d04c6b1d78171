#include "content/exchange/parcel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/text.hpp"
#include "content/limits.hpp"
#include "content/names.hpp"
#include "content/read_text.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "content/syntax/json_reader.hpp"
#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

/// No text at the head of a copy has a line feed.
constexpr std::string_view kBeforeDocument = ",\n\"document\":\n";
constexpr std::size_t kMostFaulty = 20;  ///< items; what is wrong with more of them nobody reads
constexpr JsonLimits kLimits{.values = 1'000'000, .string = kMaxTextFile};

void drop(Value& object, std::string_view key) {
  std::erase_if(object.as_object(), [&](const Member& member) { return member.key == key; });
}

Value* find(Value& object, std::string_view key) {
  // The value is not const: neither is what it holds.
  return const_cast<Value*>(object.find(key));
}

/// The text of a member that the schema demands; empty where it may be absent and is.
std::string text(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr ? std::string() : value->as_string();
}

/// Schemas by their names, each made when it is first asked for.
class Schemas {
 public:
  const Schema& of(std::string_view name) {
    auto& schema = made_[std::string(name)];
    if (!schema) schema = std::make_unique<Schema>(schema_text(name));
    return *schema;
  }

 private:
  std::map<std::string, std::unique_ptr<Schema>> made_;
};

/// Takes a document apart. Everything wrong is reported; afterwards fine() tells whether there was anything.
class Unpacking {
 public:
  Unpacking(const Source& source, const std::string& file, Diagnostics& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  Sources unpack(Value& document) {
    Sources out;
    out.units = data_files(document, "units", "units", &Unpacking::has_slug);
    for (Value& item : items(document, "campaigns", &Unpacking::has_slug)) {
      if (faulty_ >= kMostFaulty) break;
      if (wanted("campaigns", item)) out.campaigns.push_back(campaign(item));
    }
    out.practices = text_files(document, "practices", "practice", "practices/", &Unpacking::has_slug);
    for (TextFile& practice : out.practices) drop(practice.front_matter, "aliases");
    for (const Value& item : items(document, "topics", &Unpacking::has_slug))
      out.topics.push_back({text(item, "id"), text(item, "name")});
    return out;
  }

  bool fine() const { return fine_; }

 private:
  using Check = bool (Unpacking::*)(const Value&);

  bool refuse(Code code, const Value& at, std::vector<std::string> args) {
    diagnostics_.add(code, place_of(file_, at.at), std::move(args));
    return fine_ = false;
  }

  bool has_slug(const Value& id) {
    const NameFault fault = check_slug(id.as_string());
    if (fault == NameFault::none) return true;
    return refuse(fault == NameFault::form ? Code::bad_name : Code::reserved_name, id, {id.as_string(), "cai-cach"});
  }

  bool has_year(const Value& id) {
    return is_year(id.as_string()) || refuse(Code::bad_year_name, id, {id.as_string()});
  }

  /// The members of a list whose names are in order and come once.
  Value::Array items(Value& object, std::string_view key, Check check) {
    Value* list = find(object, key);
    if (list == nullptr) return {};
    std::set<std::string> ids;
    for (const Value& item : list->as_array()) {
      const Value& id = *item.find("id");
      if ((this->*check)(id) && !ids.insert(id.as_string()).second) refuse(Code::duplicate_id, id, {id.as_string()});
    }
    return std::move(list->as_array());
  }

  bool wanted(std::string_view kind, const Value& item) const {
    const std::string name = std::string(kind) + "/" + text(item, "id");
    return std::find(source_.leave_out.begin(), source_.leave_out.end(), name) == source_.leave_out.end();
  }

  void note(bool is_fine) {
    if (is_fine) return;
    fine_ = false;
    ++faulty_;
  }

  std::vector<DataFile> data_files(Value& object, std::string_view key, std::string_view schema, Check check) {
    std::vector<DataFile> out;
    for (Value& item : items(object, key, check)) {
      if (!wanted(key, item)) continue;
      if (faulty_ >= kMostFaulty) break;
      Value& data = *find(item, "data");
      note(schemas_.of(schema).check(data, file_, diagnostics_));
      out.push_back({file_, text(item, "id"), std::move(data)});
    }
    return out;
  }

  std::vector<TextFile> text_files(Value& object, std::string_view key, std::string_view schema,
                                   const std::string& folder, Check check) {
    std::vector<TextFile> out;
    for (Value& item : items(object, key, check)) {
      if (!wanted(key, item)) continue;
      if (faulty_ >= kMostFaulty) break;
      Value& head = *find(item, "front_matter");
      note(schemas_.of(schema).check(head, file_, diagnostics_));
      const std::string id = text(item, "id"), shown = fmt::format("{}#{}{}.md", file_, folder, id);
      std::optional<CleanText> body = clean_text(text(item, "text"), shown, diagnostics_);
      note(body.has_value());
      out.push_back({shown, id, std::move(head), body ? std::move(body->text) : std::string()});
    }
    return out;
  }

  CampaignFolder campaign(Value& item) {
    CampaignFolder out;
    out.id = text(item, "id");
    Value& facts = *find(item, "data");
    note(schemas_.of("campaign").check(facts, file_, diagnostics_));
    out.facts = {file_, "campaign", std::move(facts)};
    const auto by_slug = &Unpacking::has_slug, by_year = &Unpacking::has_year;
    out.documents = text_files(item, "documents", "document", "campaigns/" + out.id + "/", by_slug);
    if (out.documents.empty() || out.documents.front().id != "plan") refuse(Code::file_missing, item, {"plan.md"});
    out.registrations = data_files(item, "registrations", "registrations", by_slug);
    if (out.registrations.size() > 1) refuse(Code::duplicate_id, item, {"registrations"});
    out.scores = data_files(item, "scores", "scores", by_year);
    out.attainment = data_files(item, "attainment", "attainment", by_year);
    out.results = data_files(item, "results", "results", by_slug);
    for (DataFile& result : out.results) {
      if (Value* decision = find(result.root, "decision"); decision != nullptr && decision->is_object())
        drop(*decision, "file");
    }
    return out;
  }

  const Source& source_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  Schemas schemas_;
  bool fine_ = true;
  std::size_t faulty_ = 0;  ///< items that are not in order
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out + '"';
}

}  // namespace

std::string copy_path(std::string_view source) { return "pulled/" + std::string(source) + ".json"; }

std::string refused_path(std::string_view source) { return "pulled/" + std::string(source) + ".refused.json"; }

std::string write_copy(const CopyHead& head, std::string_view document) {
  std::string out = "{\n\"url\": " + quoted(head.url) + ",\n\"taken\": " + quoted(head.taken) +
                    ",\n\"checked\": " + quoted(head.checked);
  if (!head.etag.empty()) out += ",\n\"etag\": " + quoted(head.etag);
  out.append(kBeforeDocument);
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (document.starts_with(kByteOrderMark)) document.remove_prefix(kByteOrderMark.size());
  while (document.ends_with('\n')) document.remove_suffix(1);
  return out.append(document).append("\n}\n");
}

std::string_view document_in(std::string_view copy) {
  const std::size_t begin = copy.find(kBeforeDocument), end = copy.rfind('}');
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  return copy.substr(begin + kBeforeDocument.size(), end - begin - kBeforeDocument.size());
}

std::optional<Parcel> read_copy(std::string bytes, const Source& source, const std::string& file,
                                Diagnostics& diagnostics) {
  const std::optional<CleanText> clean = clean_text(std::move(bytes), file, diagnostics);
  if (!clean) return std::nullopt;
  std::optional<Value> copy = read_json(clean->text, file, diagnostics, kLimits);
  if (!copy || !Schema(schema_text("copy")).check(*copy, file, diagnostics)) return std::nullopt;
  Value& document = *find(*copy, "document");
  if (!Schema(schema_text("exchange")).check(document, file, diagnostics)) return std::nullopt;
  Parcel out;
  out.head = {text(*copy, "url"), text(*copy, "taken"), text(*copy, "checked"), text(*copy, "etag")};
  out.place = source.place;
  const Value& portal = *document.find("portal");
  out.origin = {source.id, text(portal, "name"), text(portal, "authority"), text(portal, "url"),
                out.head.checked.substr(0, out.head.checked.find('T'))};
  if (!out.origin.url.ends_with('/')) out.origin.url += '/';
  Unpacking unpacking(source, file, diagnostics);
  out.sources = unpacking.unpack(document);
  if (!unpacking.fine()) return std::nullopt;
  return out;
}

}  // namespace thidua::content
