// Reading many sources at once.
#pragma once

#include <vector>

#include "base/parallel.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::model {

/// Makes one thing of each source, on several threads, which may take from it. Findings keep the sources' order.
template <class Made, class Source, class Make>
std::vector<Made> each_of(std::vector<Source>& sources, unsigned jobs, Diagnostics& diagnostics, Make make) {
  std::vector<Made> out(sources.size());
  std::vector<Diagnostics> findings(sources.size());
  base::for_each_index(sources.size(), jobs, [&](std::size_t i) { out[i] = make(sources[i], findings[i]); });
  for (Diagnostics& f : findings) diagnostics.merge(std::move(f));
  return out;
}

}  // namespace thidua::model
