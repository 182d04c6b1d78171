#include "deploy/verify.hpp"

#include <algorithm>
#include <set>

#include "base/hash.hpp"
#include "base/http/url.hpp"
#include "base/parallel.hpp"
#include "publish/site_path.hpp"

namespace thidua::deploy {
namespace {

constexpr int kOk = 200;
constexpr std::string_view kIndex = "index.html";
constexpr std::size_t kMostTold = 5;  ///< of one kind: a wrong address makes all of them fail

bool is_page(std::string_view path) { return path.ends_with(".html"); }

/// Whether a list is of that build: it may hold more facts of its own.
bool tells_of(const publish::Manifest& there, const publish::Manifest& build) {
  return std::includes(there.facts.begin(), there.facts.end(), build.facts.begin(), build.facts.end());
}

std::string reason(const Fetched& fetched) {
  return fetched.status == 0 ? fetched.bytes : std::to_string(fetched.status);
}

}  // namespace

std::vector<std::string> to_verify(const Output& output, const Plan& plan) {
  std::set<std::string> out;
  std::vector<std::string> others;
  for (const auto& [path, facts] : output.manifest.files) {
    if (path == kIndex)
      out.insert(path);
    else if (is_page(path))
      others.push_back(path);
  }
  for (const Parcel& parcel : plan.send) {
    if (is_page(parcel.path)) out.insert(parcel.path);
  }
  const std::size_t sample = std::min(kSample, others.size());
  for (std::size_t i = 0; i < sample; ++i) out.insert(others[i * others.size() / sample]);
  return {out.begin(), out.end()};
}

std::string address_of(const std::string& public_address, const std::string& path) {
  std::string_view shown = path;
  if (shown == kIndex || shown.ends_with("/" + std::string(kIndex))) shown.remove_suffix(kIndex.size());
  return public_address + (public_address.ends_with('/') ? "" : "/") + http::encode_path(shown);
}

std::size_t verify(const Output& output, const Plan& plan, const std::string& public_address, const Fetch& fetch,
                   unsigned jobs, Diagnostics& diagnostics) {
  const std::string list = address_of(public_address, std::string(publish::kManifestName));
  const Fetched manifest = fetch(list);
  const auto there = publish::parse_manifest(manifest.bytes);
  if (manifest.status != kOk)
    diagnostics.add(Code::deploy_verify_list, {}, {list, reason(manifest)});
  else if (!there || !tells_of(*there, output.manifest))
    diagnostics.add(Code::deploy_verify_differs, {}, {list});

  const std::vector<std::string> paths = to_verify(output, plan);
  std::vector<Fetched> fetched(paths.size());
  std::vector<unsigned char> same(paths.size());
  base::for_each_index(paths.size(), jobs, [&](std::size_t i) {
    fetched[i] = fetch(address_of(public_address, paths[i]));
    same[i] = base::content_hash(fetched[i].bytes) == output.manifest.files.find(paths[i])->second.hash ? 1 : 0;
    if (fetched[i].status != 0) fetched[i].bytes.clear();
  });
  std::size_t unread = 0, different = 0;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string url = address_of(public_address, paths[i]);
    if (fetched[i].status == kOk && same[i] != 0) continue;
    const bool answered = fetched[i].status == kOk;
    if ((answered ? different : unread)++ >= kMostTold) continue;
    if (answered)
      diagnostics.add(Code::deploy_verify_differs, {}, {url});
    else
      diagnostics.add(Code::deploy_verify_unread, {}, {url, reason(fetched[i])});
  }
  return paths.size() - unread - different;
}

}  // namespace thidua::deploy
