#include "search/shards.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "search/coding.hpp"
#include "search/marks.hpp"

namespace thidua::search {

namespace {

/// Other syllables that stand beside one, by their numbers in misspellable(), in ascending order.
struct Neighbours {
  std::vector<std::uint32_t> often_before, before, often_behind;
};

std::uint64_t count_of(const Term& term) { return term.postings_end - term.postings; }

std::vector<Neighbours> neighbours(const Collation& collation) {
  std::vector<std::uint64_t> counts(collation.syllables.size());
  for (const Term& term : collation.terms) {
    if (term.second == kNoSyllable) counts[term.first] = count_of(term);
  }
  const std::vector<std::uint32_t> listed = misspellable(collation);
  std::vector<std::uint32_t> number(collation.syllables.size(), kNoSyllable);
  for (std::size_t i = 0; i < listed.size(); ++i) number[listed[i]] = static_cast<std::uint32_t>(i);
  std::vector<Neighbours> out(collation.syllables.size());
  for (const Term& term : collation.terms) {
    if (term.second == kNoSyllable) continue;
    const std::uint32_t first = number[term.first], second = number[term.second];
    const std::uint64_t count = count_of(term), rarer = std::min(counts[term.first], counts[term.second]);
    const bool often = count >= 2 && 10 * count >= rarer;
    if (first != kNoSyllable) (often ? out[term.second].often_before : out[term.second].before).push_back(first);
    if (often && second != kNoSyllable) out[term.first].often_behind.push_back(second);
  }
  return out;
}

/// What is written of a term behind its key, but for its hits.
struct Body {
  std::string head, hits;
};

Body body_of(const Collation& collation, const Term& term, const std::vector<Neighbours>& beside) {
  Body out;
  const std::string key = collation.key(term);
  append_number(out.head, term.forms_end - term.forms);
  for (std::uint32_t i = term.forms; i < term.forms_end; ++i) {
    append_form(out.head, collation.form(collation.forms[i]), key);
  }
  if (term.second == kNoSyllable) {
    const Neighbours& own = beside[term.first];
    for (const auto* list : {&own.often_before, &own.before, &own.often_behind}) append_pages(out.head, *list);
  }
  const std::vector<Hit> hits = hits_of(collation.postings_of(term), collation.title_words);
  append_number(out.head, hits.size());
  append_hits(out.hits, hits);
  return out;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// Puts terms one by one into shards, and those into files.
class Files {
 public:
  void append(std::string key, Body&& body) {
    begin_shard(key);
    ShardFile& file = files_.back();
    std::string rest = std::move(body.head);
    if (body.hits.size() <= kListBytes) {
      append_number(rest, 0);
      rest += body.hits;
    } else {
      append_number(rest, body.hits.size());
      append_number(rest, file.lists.size());
      file.lists += body.hits;
    }
    std::string& bytes = file.shards.back().bytes;
    const std::size_t before = bytes.size(), common = common_prefix(last_, key);
    append_number(bytes, common);
    append_text(bytes, std::string_view(key).substr(common));
    append_text(bytes, rest);
    shards_bytes_ += bytes.size() - before;
    last_ = std::move(key);
  }

  std::vector<ShardFile> take() { return std::move(files_); }

 private:
  void begin_shard(const std::string& key) {
    const bool full = files_.empty() || shards_bytes_ + files_.back().lists.size() >= kFileBytes;
    if (!full && files_.back().shards.back().bytes.size() < kShardBytes) return;
    if (full) {
      files_.emplace_back();
      shards_bytes_ = 0;
    }
    files_.back().shards.push_back({key, {}});
    last_.clear();
  }

  std::vector<ShardFile> files_;
  std::size_t shards_bytes_ = 0;  ///< of the last file's shards
  std::string last_;              ///< the key before in the same shard
};

}  // namespace

std::vector<std::uint32_t> misspellable(const Collation& collation) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < collation.syllables.size(); ++i) {
    if (collation.syllables[i].find_first_of("0123456789") == std::string::npos) out.push_back(i);
  }
  return out;
}

std::vector<ShardFile> make_shards(const Collation& collation, unsigned jobs) {
  constexpr std::size_t kRun = 256;  // terms that one worker takes at a time
  const std::vector<Neighbours> beside = neighbours(collation);
  std::vector<Body> bodies(collation.terms.size());
  base::for_each_index((bodies.size() + kRun - 1) / kRun, jobs, [&](std::size_t run) {
    for (std::size_t i = run * kRun; i < std::min(bodies.size(), (run + 1) * kRun); ++i)
      bodies[i] = body_of(collation, collation.terms[i], beside);
  });
  Files files;
  for (std::size_t i = 0; i < bodies.size(); ++i) files.append(collation.key(collation.terms[i]), std::move(bodies[i]));
  return files.take();
}

}  // namespace thidua::search
