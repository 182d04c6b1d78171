#include "search/shards.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "search/coding.hpp"
#include "search/marks.hpp"

namespace thidua::search {

namespace {

/// By syllable: those that stand before it somewhere.
using Predecessors = std::vector<std::vector<std::uint32_t>>;

Predecessors predecessors(const Collation& collation) {
  Predecessors out(collation.syllables.size());
  for (const Term& term : collation.terms) {
    if (term.second != kNoSyllable) out[term.second].push_back(term.first);
  }
  return out;
}

/// What is written of a term behind its key.
std::string body_of(const Collation& collation, const Term& term, const Predecessors& before) {
  std::string out;
  const std::string key = collation.key(term);
  append_number(out, term.forms_end - term.forms);
  for (std::uint32_t i = term.forms; i < term.forms_end; ++i) {
    append_form(out, collation.form(collation.forms[i]), key);
  }
  append_hits(out, hits_of(collation.postings_of(term)));
  if (term.second == kNoSyllable) append_pages(out, before[term.first]);
  return out;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

std::vector<Shard> make_shards(const Collation& collation, unsigned jobs) {
  constexpr std::size_t kRun = 256;  // terms that one worker takes at a time
  const Predecessors before = predecessors(collation);
  std::vector<std::string> bodies(collation.terms.size());
  base::for_each_index((bodies.size() + kRun - 1) / kRun, jobs, [&](std::size_t run) {
    for (std::size_t i = run * kRun; i < std::min(bodies.size(), (run + 1) * kRun); ++i)
      bodies[i] = body_of(collation, collation.terms[i], before);
  });
  std::vector<Shard> shards;
  std::string last;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    std::string key = collation.key(collation.terms[i]);
    if (shards.empty() || shards.back().bytes.size() >= kShardBytes) {
      shards.push_back({key, {}});
      last.clear();
    }
    std::string& bytes = shards.back().bytes;
    const std::size_t common = common_prefix(last, key);
    append_number(bytes, common);
    append_text(bytes, std::string_view(key).substr(common));
    append_text(bytes, bodies[i]);
    last = std::move(key);
  }
  return shards;
}

}  // namespace thidua::search
