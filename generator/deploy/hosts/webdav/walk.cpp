#include "deploy/hosts/webdav/walk.hpp"

#include <algorithm>
#include <deque>
#include <optional>

#include "deploy/hosts/over_http.hpp"
#include "deploy/hosts/paths.hpp"

namespace thidua::deploy::webdav {
namespace {

constexpr unsigned kDeepest = 64;  ///< folders in folders; deeper only by a link that leads back

Result<std::vector<Member>> members_of(const Server& server, const std::string& folder,
                                       const http::Result<http::Answer>& answer) {
  if (!answer) return tl::make_unexpected(failure_of(answer.error(), "list", folder));
  if (answer->status == 404) return {};  // gone meanwhile, or never made
  const auto no_answer = [&](const char* words) {
    return tl::make_unexpected(failure_of(*answer, "list", folder, words));
  };
  if (answer->status != 207) return no_answer("");
  auto members = read_members(answer->body, server.path_of_folder(folder));
  if (!members) return no_answer("with what is no multistatus");
  return *std::move(members);
}

class Walk {
 public:
  explicit Walk(Server& server) : server_(server) {}

  Result<std::vector<Listed>> whole() {
    start("");
    finish(server_.client());
    if (failed_) return tl::make_unexpected(*failed_);
    std::ranges::sort(files_, {}, &Listed::path);
    return std::move(files_);
  }

 private:
  void start(const std::string& folder) {
    server_.client().start(server_.listing_request(folder, 1),
                           [this, folder](const http::Result<http::Answer>& answer) {
                             auto members = members_of(server_, folder, answer);
                             if (!members) failed_ = failed_ ? failed_ : members.error();
                             if (failed_) return;
                             for (const Member& member : *members)
                               take(folder.empty() ? member.name : folder + '/' + member.name, member);
                           });
  }

  void take(std::string path, const Member& member) {
    if (!member.is_folder) {
      files_.push_back({std::move(path), member.size});
    } else if (depth_of(path) < kDeepest) {
      start(path);
    } else {
      failed_ = Failure{FailureKind::unsupported, "list", std::move(path), "folders lie too deep in each other"};
    }
  }

  Server& server_;
  std::vector<Listed> files_;
  std::optional<Failure> failed_;
};

bool shows_hidden_names(Server& server) {
  const auto members = members_of(server, "", server.client().fetch(server.listing_request("", 1)));
  return members && std::ranges::any_of(*members, [](const Member& member) { return member.name.starts_with('.'); });
}

}  // namespace

Result<std::vector<Listed>> walk(Server& server) { return Walk(server).whole(); }

void remove_empty(Server& server, const std::set<std::string>& folders) {
  if (folders.empty() || !shows_hidden_names(server)) return;
  std::vector<std::string> deepest_first(folders.begin(), folders.end());
  std::ranges::stable_sort(deepest_first, std::greater(), depth_of);
  for (const std::string& folder : deepest_first) {
    const auto answer = server.client().fetch(server.listing_request(folder, 1));
    if (!answer || answer->status != 207) continue;
    if (tells_of_one(answer->body)) server.client().fetch(server.folder_request("DELETE", folder));
  }
}

}  // namespace thidua::deploy::webdav
