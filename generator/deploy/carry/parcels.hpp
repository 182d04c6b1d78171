// From files of the output to what travels: read, held against the manifest, with their compressed forms.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/result.hpp"
#include "deploy/host.hpp"
#include "deploy/plan/plan.hpp"

namespace thidua::deploy {

/// What the manifest will say of a file that has arrived.
struct Shipment {
  std::string path;
  publish::FileFacts facts;
  std::uint64_t size = 0;  ///< bytes that travel
  bool is_form = false;
  std::size_t together = 1;  ///< how many travel of the file: itself and its forms
};

struct Shipments {
  std::vector<Upload> uploads;            ///< each file before its forms
  std::vector<Shipment> list;             ///< the same ones
  std::vector<std::string> not_as_built;  ///< files whose bytes are not what the manifest says, or that cannot be read
};

/// On up to `jobs` threads; the same whatever their number.
Shipments make_shipments(const base::Disk& disk, const std::string& folder, std::span<const Parcel> parcels,
                         Dress dress, unsigned jobs);

}  // namespace thidua::deploy
