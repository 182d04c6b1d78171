#include "content/exchange/take_in.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <utility>

#include "content/read_text.hpp"
#include "content/syntax/position.hpp"

namespace thidua::content {
namespace {

bool same(const Value& a, const Value& b);

bool same_members(const Value& a, const Value& b) {
  const auto size = [](const Value& object) {
    return object.as_object().size() - (object.find("$schema") == nullptr ? 0 : 1);
  };
  return size(a) == size(b) && std::all_of(a.as_object().begin(), a.as_object().end(), [&](const Member& member) {
           const Value* other = b.find(member.key);
           return member.key == "$schema" || (other != nullptr && same(member.value, *other));
         });
}

/// Whether both say the same, wherever they stand.
bool same(const Value& a, const Value& b) {
  if (a.is_object() && b.is_object()) return same_members(a, b);
  if (a.is_array() && b.is_array())
    return std::equal(a.as_array().begin(), a.as_array().end(), b.as_array().begin(), b.as_array().end(), same);
  if (a.is_string() && b.is_string()) return a.as_string() == b.as_string();
  if (a.is_number() && b.is_number()) return a.as_number().spelling == b.as_number().spelling;
  if (a.is_bool() && b.is_bool()) return a.as_bool() == b.as_bool();
  return a.is_null() && b.is_null();
}

class Merge {
 public:
  explicit Merge(Sources& own) : own_(own) {
    for (const DataFile& file : own.units) owners_.emplace("units/" + file.id, Place{file.path});
    for (std::size_t i = 0; i < own.units.size(); ++i) unit_files_.emplace(own.units[i].id, i);
    for (const CampaignFolder& one : own.campaigns) owners_.emplace("campaigns/" + one.id, Place{one.facts.path});
    for (const TextFile& file : own.practices) owners_.emplace("practices/" + file.id, Place{file.path});
    // What is there and cannot be used has its name all the same.
    for (const std::string& id : own.unusable) owners_.emplace(id, Place{"content/" + id});
  }

  void add(Parcel&& parcel) {
    origin_ = own_.origins.size();
    source_ = parcel.origin.id;
    at_ = parcel.place;
    own_.origins.push_back(std::move(parcel.origin));
    for (DataFile& file : parcel.sources.units) {
      const Place place = place_of(file.path, file.root.at);
      if (is_known_alike(file)) continue;
      unit_files_.emplace(file.id, own_.units.size());  // unless it is another's, which is a conflict
      add("units/", place, std::move(file), own_.units);
    }
    for (CampaignFolder& one : parcel.sources.campaigns) {
      const Place place = place_of(one.facts.path, one.facts.root.at);
      add("campaigns/", place, std::move(one), own_.campaigns);
    }
    for (TextFile& file : parcel.sources.practices) {
      const Place place{file.path};
      add("practices/", place, std::move(file), own_.practices);
    }
    std::move(parcel.sources.topics.begin(), parcel.sources.topics.end(), std::back_inserter(own_.topics));
  }

  std::vector<Conflict> finish() {
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(own_.units.begin(), own_.units.end(), by_id);
    std::sort(own_.campaigns.begin(), own_.campaigns.end(), by_id);
    std::sort(own_.practices.begin(), own_.practices.end(), by_id);
    return std::move(conflicts_);
  }

 private:
  bool is_known_alike(const DataFile& units) const {
    const auto at = unit_files_.find(units.id);
    return at != unit_files_.end() && same(own_.units[at->second].root, units.root);
  }

  template <class Thing>
  void add(std::string_view folder, const Place& place, Thing thing, std::vector<Thing>& to) {
    const std::string id = std::string(folder) + thing.id;
    const auto [owner, is_new] = owners_.emplace(id, place);
    if (!is_new) {
      conflicts_.push_back({id, owner->second, place, source_, at_});
      return;
    }
    thing.origin = origin_;
    to.push_back(std::move(thing));
  }

  Sources& own_;
  std::map<std::string, Place> owners_;            ///< by id
  std::map<std::string, std::size_t> unit_files_;  ///< by id: positions in Sources::units
  std::vector<Conflict> conflicts_;
  std::size_t origin_ = 0;  ///< of the parcel that is being added
  std::string source_;
  Place at_;
};

}  // namespace

std::vector<Parcel> read_copies(const base::Disk& disk, const std::string& root, const std::vector<Source>& sources,
                                Diagnostics& diagnostics) {
  std::vector<Parcel> out;
  for (const Source& source : sources) {
    const std::string file = copy_path(source.id);
    auto bytes = disk.read(base::join(root, file), kMaxCopy);
    if (!bytes && bytes.error().error == ENOENT) {
      diagnostics.add(Code::source_not_pulled, source.place, {source.id});
      continue;
    }
    if (!bytes) {
      diagnostics.add(Code::copy_unreadable, {file}, {source.id, base::reason(bytes.error())});
      continue;
    }
    if (auto parcel = read_copy(std::move(*bytes), source, file, diagnostics))
      out.push_back(std::move(*parcel));
    else
      diagnostics.add(Code::copy_left_out, {file}, {source.id});
  }
  return out;
}

std::vector<Conflict> take_in(std::vector<Parcel> parcels, Sources& own) {
  if (parcels.empty()) return {};
  Merge merge(own);
  for (Parcel& parcel : parcels) merge.add(std::move(parcel));
  return merge.finish();
}

}  // namespace thidua::content
