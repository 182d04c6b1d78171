#include "deploy/hosts/webdav/server.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/http/url.hpp"
#include "deploy/hosts/over_http.hpp"
#include "deploy/hosts/paths.hpp"

namespace thidua::deploy::webdav {
namespace {

constexpr int kMade = 201;
constexpr int kThereAlready = 405;
constexpr int kNotForThis = 405;
/// Asked about where a folder itself cannot be; need not be there.
constexpr const char* kSomeFile = "index.html";
constexpr std::uint64_t kMostListing = 64 << 20;  ///< bytes; a folder of 100,000 files has about 40 MB

std::string base_of(const Target& target) {
  std::string base(without_last_slashes(target.folder));
  if (!base.starts_with('/')) base.insert(0, "/");
  if (!base.ends_with('/')) base += '/';
  return base;
}

std::optional<http::Credentials> credentials_of(const Target& target, const Secrets& secrets) {
  const std::string& user = secrets.user.empty() ? target.user : secrets.user;
  if (user.empty()) return std::nullopt;
  return http::Credentials{.user = user, .password = secrets.password};
}

/// Whether a server that has asked for a password takes it in no other way than Digest.
bool wants_digest(const http::Headers& headers) {
  bool basic = false;
  bool digest = false;
  for (auto [name, value] : headers.all()) {
    for (std::string* text : {&name, &value}) {
      std::ranges::transform(*text, text->begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    }
    if (name != "www-authenticate") continue;
    basic |= value.starts_with("basic");
    digest |= value.starts_with("digest");
  }
  return digest && !basic;
}

http::Request asking(http::Request request, unsigned depth) {
  request.headers = {{"Depth", std::to_string(depth)}, {"Content-Type", "application/xml; charset=utf-8"}};
  request.body = std::string_view(kPropfind);
  request.limit = kMostListing;
  return request;
}

}  // namespace

Server::Server(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience)
    : origin_(origin(target, target.host)),
      base_(base_of(target)),
      credentials_(credentials_of(target, secrets)),
      client_(client_options(target, jobs, patience)) {}

http::Request Server::request(const char* method, const std::string& path) const {
  return {.method = method, .url = origin_ + http::encode_path(base_ + path), .credentials = credentials_};
}

http::Request Server::folder_request(const char* method, const std::string& folder) const {
  return request(method, folder.empty() ? "" : folder + '/');
}

http::Request Server::listing_request(const std::string& folder, unsigned depth) const {
  return asking(folder_request("PROPFIND", folder), depth);
}

http::Request Server::file_request(const std::string& path) const { return asking(request("PROPFIND", path), 0); }

std::string Server::path_of_folder(const std::string& folder) const {
  return folder.empty() ? base_ : base_ + folder + '/';
}

Done Server::prove() {
  http::Request open = listing_request("", 0);
  open.credentials.reset();
  auto answer = client_.fetch(std::move(open));
  if (answer && answer->status == 401 && credentials_) {
    using Scheme = http::Credentials::Scheme;
    credentials_->scheme = wants_digest(answer->headers) ? Scheme::digest : Scheme::basic;
    answer = client_.fetch(listing_request("", 0));
  }
  // Apache's mod_dir answers so for a folder with a page of its own; the files in it can be asked about.
  if (answer && answer->status == kNotForThis) answer = client_.fetch(file_request(kSomeFile));
  if (!answer) return tl::make_unexpected(failure_of(answer.error(), "connect", ""));
  const bool folder_is_missing = answer->status == 404;  // it will be made
  if (answer->status == 207 || folder_is_missing) return {};
  return tl::make_unexpected(failure_of(*answer, "connect", "", "to PROPFIND, the question of WebDAV"));
}

// The folders above may be none of ours to make or to see: only the last answer counts.
Done Server::make_target_folder() {
  const auto there = is_there("");
  if (!there) return tl::make_unexpected(there.error());
  for (auto slash = base_.find('/', 1); !*there && slash != base_.npos; slash = base_.find('/', slash + 1)) {
    http::Request making = request("MKCOL", "");
    making.url = origin_ + http::encode_path(base_.substr(0, slash + 1));
    const auto answer = client_.fetch(std::move(making));
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "make folder", ""));
    const bool last = slash + 1 == base_.size();
    const bool done = answer->status == kMade || answer->status == kThereAlready;
    if (last && !done) return tl::make_unexpected(failure_of(*answer, "make folder", ""));
  }
  known_.insert("");
  return {};
}

Done Server::make_folders(const std::set<std::string>& folders) {
  if (!known_.contains("")) {
    if (auto made = make_target_folder(); !made) return made;
  }
  std::vector<std::string> missing;
  std::ranges::set_difference(folders, known_, std::back_inserter(missing));
  std::ranges::stable_sort(missing, {}, depth_of);
  Done outcome;
  for (std::size_t i = 0; i < missing.size() && outcome; ++i) {
    // Those of one depth at once: none of them is in another.
    if (i > 0 && depth_of(missing[i]) != depth_of(missing[i - 1])) finish(client_);
    if (!outcome) break;
    client_.start(folder_request("MKCOL", missing[i]), [&, i](const http::Result<http::Answer>& answer) {
      if (!answer) {
        outcome = tl::make_unexpected(failure_of(answer.error(), "make folder", missing[i]));
      } else if (answer->status != kMade && answer->status != kThereAlready) {
        outcome = tl::make_unexpected(failure_of(*answer, "make folder", missing[i]));
      } else {
        known_.insert(missing[i]);
      }
    });
  }
  finish(client_);
  return outcome;
}

Result<bool> Server::is_there(const std::string& folder) {
  const auto answer = client_.fetch(listing_request(folder, 0));
  if (!answer) return tl::make_unexpected(failure_of(answer.error(), "look", folder));
  if (answer->status == 207 || answer->status == kNotForThis) return true;  // as in prove()
  if (answer->status == 404) return false;
  return tl::make_unexpected(failure_of(*answer, "look", folder));
}

}  // namespace thidua::deploy::webdav
