// Built sites for tests of deploying them, and one call that deploys.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "base/temporary_folder.hpp"
#include "deploy/deployment.hpp"
#include "deploy/scripted_host.hpp"
#include "publish/site_path.hpp"

namespace thidua::testing {

using Site = std::map<std::string, std::string>;  ///< bytes by path

/// A page long enough to have compressed forms.
inline std::string page(const std::string& words) {
  std::string out = "<!doctype html><p>" + words + "</p>";
  while (out.size() < 2000) out += "<li>" + words + "</li>";
  return out;
}

/// Together: what stays, changes, comes and goes, in every group, and what has a hash in its name.
inline Site first_site() {
  return {{"assets/site.1111.css", "p{color:red}"},
          {"assets/site.1111.js", "let a=1"},
          {"tim-kiem/aaaaaaaaaaaaaaaa/0.bin", "TDTKaaaa"},
          {"media/hinh.webp", "RIFF1"},
          {"phong-trao/a/index.html", page("a cũ")},
          {"phong-trao/b/index.html", page("b")},
          {"phong-trao/đi/index.html", page("đi")},
          {"du-lieu/cong-bo.json", "{\"version\": 2, \"records\": {}}\n"},
          {"du-lieu/diem.csv", "a,b\n"},
          {"index.html", page("home 1")},
          {"sitemap.xml", "<urlset>1</urlset>"},
          {"tim-kiem/chi-muc.json", "{\"build\": \"aaaaaaaaaaaaaaaa\"}"}};
}

inline Site second_site() {
  Site site = first_site();
  for (const char* gone : {"assets/site.1111.css", "tim-kiem/aaaaaaaaaaaaaaaa/0.bin", "phong-trao/đi/index.html"})
    site.erase(gone);
  site["assets/site.2222.css"] = "p{color:blue}";
  site["tim-kiem/bbbbbbbbbbbbbbbb/0.bin"] = "TDTKbbbb";
  site["phong-trao/a/index.html"] = page("a mới");
  site["phong-trao/c d%+=/index.html"] = page("c");
  site["du-lieu/diem.csv"] = "a,b\n1,2\n";
  site["index.html"] = page("home 2");
  site["sitemap.xml"] = "<urlset>2</urlset>";
  site["tim-kiem/chi-muc.json"] = "{\"build\": \"bbbbbbbbbbbbbbbb\"}";
  return site;
}

/// An output folder as a build leaves it.
class BuiltSite {
 public:
  explicit BuiltSite(const Site& site) {
    output.folder = folder_.path();
    output.manifest.facts = {{"generator", "test"}};
    for (const auto& [path, bytes] : site) {
      put(folder_ / path, bytes);
      output.manifest.files[path] = {bytes.size(), base::content_hash(bytes), {}};
    }
    put(folder_ / std::string(publish::kManifestName), publish::to_json(output.manifest));
  }

  deploy::Output output;

 private:
  TemporaryFolder folder_;
};

/// What a whole deployment came to.
struct Deployed {
  deploy::Outcome outcome;
  Diagnostics diagnostics;
  bool died = false;

  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics.sorted()) out.emplace_back(describe(one.code).name);
    return out;
  }
};

inline bool contains_code(const Deployed& deployed, const std::string& name) {
  const auto codes = deployed.codes();
  return std::find(codes.begin(), codes.end(), name) != codes.end();
}

struct Wishes {
  deploy::Order order = {};
  std::string run = "run-1";
  std::function<bool(const std::optional<std::string>&, Diagnostics&)> record_holds =
      [](const std::optional<std::string>&, Diagnostics&) { return true; };
  std::function<bool()> stopped = [] { return false; };
};

inline Deployed deploy_site(deploy::Host& host, const BuiltSite& site, TestClock& clock, const Wishes& wishes = {}) {
  Deployed out;
  const auto disk = base::real_disk();
  deploy::Order order = wishes.order;
  order.jobs = 1;
  const deploy::Surroundings around{*disk, clock, "may-1 / 42", wishes.run, wishes.record_holds, wishes.stopped};
  try {
    out.outcome = deploy::deploy(host, site.output, order, around, out.diagnostics);
  } catch (const Died&) {
    out.died = true;
  }
  return out;
}

/// The site on the host: without compressed forms, lists, and what stays for a while only.
inline Site shown(const Store& store, const BuiltSite& site) {
  Site out;
  for (const auto& [path, file] : store.files) {
    if (site.output.manifest.files.contains(path)) out[path] = file.bytes;
  }
  return out;
}

/// The names of all that is on the host.
inline std::vector<std::string> names(const Store& store) {
  std::vector<std::string> out;
  for (const auto& [path, file] : store.files) out.push_back(path);
  return out;
}

}  // namespace thidua::testing
