#include "deploy/carry/parcels.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "deploy/plan/forms.hpp"
#include "deploy/plan/headers.hpp"

namespace thidua::deploy {
namespace {

/// What is larger is read from the disk again while it travels.
constexpr std::uint64_t kHeldInMemory = 1 << 20;

struct Made {
  std::vector<Upload> uploads;
  std::vector<Shipment> list;
  bool as_built = false;

  void add(Upload upload, publish::FileFacts facts, bool is_form) {
    list.push_back({upload.path, std::move(facts), upload.size, is_form});
    uploads.push_back(std::move(upload));
  }
};

class Maker {
 public:
  Maker(const base::Disk& disk, const std::string& folder, Dress dress) : disk_(disk), folder_(folder), dress_(dress) {}

  Made make(const Parcel& parcel) const {
    Made out;
    const std::string file = base::join(folder_, parcel.path);
    auto bytes = disk_.read(file, parcel.facts.size);
    if (!bytes || base::content_hash(*bytes) != parcel.facts.hash) return out;
    out.as_built = true;
    Made forms;
    if (dress_ == Dress::beside && has_forms(parcel.path, bytes->size())) add_forms(parcel, *bytes, forms);
    out.add(whole(parcel, file, std::move(*bytes)), parcel.facts, false);
    for (std::size_t i = 0; i < forms.list.size(); ++i)
      out.add(std::move(forms.uploads[i]), std::move(forms.list[i].facts), true);
    for (Shipment& one : out.list) one.together = out.list.size();
    return out;
  }

 private:
  Upload whole(const Parcel& parcel, const std::string& file, std::string bytes) const {
    Upload out{parcel.path, {}, {}, bytes.size(), headers_of(parcel.path)};
    const bool compressed = dress_ == Dress::headers && is_always_compressed(parcel.path);
    if (auto form = compressed ? make_form(Form::gzip, bytes) : std::nullopt) {
      out.headers.content_encoding = encoding(Form::gzip);
      out.size = form->size();
      out.bytes = std::move(*form);
    } else if (bytes.size() > kHeldInMemory) {
      out.file = file;
    } else {
      out.bytes = std::move(bytes);
    }
    return out;
  }

  static void add_forms(const Parcel& parcel, const std::string& bytes, Made& out) {
    for (const Form form : kForms) {
      auto made = make_form(form, bytes);
      if (!made) continue;
      publish::FileFacts facts{made->size(), base::content_hash(*made), {}};
      Upload upload{parcel.path + std::string(ending(form)), {}, std::move(*made), facts.size, headers_of(parcel.path)};
      out.add(std::move(upload), std::move(facts), true);
    }
  }

  const base::Disk& disk_;
  const std::string& folder_;
  Dress dress_;
};

}  // namespace

Shipments make_shipments(const base::Disk& disk, const std::string& folder, std::span<const Parcel> parcels,
                         Dress dress, unsigned jobs) {
  const Maker maker(disk, folder, dress);
  std::vector<Made> made(parcels.size());
  base::for_each_index(parcels.size(), jobs, [&](std::size_t i) { made[i] = maker.make(parcels[i]); });
  Shipments out;
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (!made[i].as_built) out.not_as_built.push_back(parcels[i].path);
    std::move(made[i].uploads.begin(), made[i].uploads.end(), std::back_inserter(out.uploads));
    std::move(made[i].list.begin(), made[i].list.end(), std::back_inserter(out.list));
  }
  return out;
}

}  // namespace thidua::deploy
