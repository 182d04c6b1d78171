#include "search/index_files.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "render/json_text.hpp"
#include "search/records.hpp"
#include "search/shards.hpp"

namespace thidua::search {

namespace {

constexpr std::string_view kMagic = "TDTK";
constexpr std::size_t kBuildDigits = 16;
constexpr std::size_t kHead = kMagic.size() + kBuildDigits + 4;
constexpr int kVersion = 1;

/// What is known before the hash is: the content of each file without what all begin with.
struct File {
  std::string name;
  std::string json;  ///< or else
  ShardFile shards;
};

std::string with_head(const File& file, const std::string& build) {
  if (file.shards.shards.empty()) return "{\"build\":\"" + build + "\"," + file.json + "}";
  std::string out;
  for (const Shard& shard : file.shards.shards) {
    out.append(kMagic).append(build);
    for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(shard.bytes.size() >> shift & 0xFFU);
    out += shard.bytes;
  }
  return out += file.shards.lists;
}

std::string hash_of(const std::vector<File>& files, const std::string& entry, unsigned jobs) {
  std::vector<std::string> hashes(files.size());
  base::for_each_index(files.size(), jobs,
                       [&](std::size_t i) { hashes[i] = base::content_hash(with_head(files[i], {})); });
  std::string all = entry;
  for (std::size_t i = 0; i < files.size(); ++i) all += files[i].name + hashes[i];
  return base::content_hash(all).substr(0, kBuildDigits);
}

std::string entry_json(const std::vector<Page>& pages, const std::vector<ShardFile>& files) {
  std::string firsts, sizes, counts;
  for (const ShardFile& file : files) {
    if (!counts.empty()) counts += ',';
    counts += std::to_string(file.shards.size());
    for (const Shard& shard : file.shards) {
      if (!firsts.empty()) firsts += ',', sizes += ',';
      render::append_json_text(firsts, shard.first);
      sizes += std::to_string(kHead + shard.bytes.size());
    }
  }
  return "\"version\":" + std::to_string(kVersion) + ",\"pages\":" + std::to_string(pages.size()) +
         ",\"record_pages\":" + std::to_string(kRecordPages) + ",\"shards\":[" + firsts + "],\"sizes\":[" + sizes +
         "],\"files\":[" + counts + "]," + columns_json(pages);
}

std::vector<File> files_of(const model::Site& site, const std::vector<Page>& pages, const Collation& collation,
                           std::vector<ShardFile>&& shards, unsigned jobs) {
  const std::size_t records = (pages.size() + kRecordPages - 1) / kRecordPages;
  std::vector<File> files(records);
  base::for_each_index(records, jobs, [&](std::size_t i) {
    files[i] = {"r" + std::to_string(i) + ".json", records_json(pages, i * kRecordPages), {}};
  });
  for (std::size_t i = 0; i < shards.size(); ++i)
    files.push_back({std::to_string(i) + ".bin", {}, std::move(shards[i])});
  files.push_back({"am-tiet.json", syllables_json(collation), {}});
  files.push_back({"phong-trao.json", campaigns_json(site, pages), {}});
  files.push_back({"don-vi.json", units_json(site, pages), {}});
  files.push_back({"chu-de.json", topics_json(site, pages), {}});
  return files;
}

}  // namespace

void make_index(const model::Site& site, const routes::Routes& routes, const std::vector<const Harvest*>& harvests,
                unsigned jobs, const Take& take) {
  const std::vector<Page> pages = arrange(site, routes, harvests);
  std::vector<PageSource> sources;
  sources.reserve(pages.size());
  for (const Page& page : pages) sources.push_back(page.source);
  const Collation collation = collate(harvests, sources, jobs);
  std::vector<ShardFile> shards = make_shards(collation, jobs);
  const std::string entry = entry_json(pages, shards);
  const std::vector<File> files = files_of(site, pages, collation, std::move(shards), jobs);
  const std::string build = hash_of(files, entry, jobs);
  const std::string folder = std::string(routes::kSearchPage) + build + '/';
  base::for_each_index(files.size(), jobs,
                       [&](std::size_t i) { take(folder + files[i].name, with_head(files[i], build)); });
  take(std::string(routes::kSearchEntry), with_head({"", entry, {}}, build));
}

}  // namespace thidua::search
