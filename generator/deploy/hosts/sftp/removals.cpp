#include "deploy/hosts/sftp/removals.hpp"

#include <functional>
#include <set>
#include <vector>

#include "deploy/hosts/sftp/words.hpp"

namespace thidua::deploy::sftp {
namespace {

constexpr std::size_t kMostAtOnce = 256;  // requests

/// Every folder that a path is in, below the target's.
void add_folders(std::string_view path, std::set<std::string, std::greater<>>& folders) {
  for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (!folders.emplace(folder).second) return;
  }
}

Done removed(const Reply& reply, const std::string& path) {
  const bool gone = reply.type == Type::status && (reply.code == Code::ok || reply.code == Code::no_such_file);
  if (gone) return {};
  return tl::make_unexpected(failure_of(reply, "remove", path));
}

/// Asks for many things, never too many at a time.
Done ask_each(Client& client, std::size_t count, const std::function<void(std::size_t)>& ask) {
  for (std::size_t index = 0; index < count; ++index) {
    while (client.unanswered() >= kMostAtOnce) {
      if (Done pumped = client.pump(); !pumped) return pumped;
    }
    ask(index);
  }
  return client.settle();
}

}  // namespace

void remove_files(Client& client, const Place& place, std::span<const std::string> paths, const Each& each) {
  std::set<std::string, std::greater<>> emptied;  // what is in a folder before the folder
  std::vector<bool> told(paths.size());
  const Done asked = ask_each(client, paths.size(), [&](std::size_t index) {
    client.ask(remove(place.at(paths[index])), [&, index](const Reply& reply) {
      const Done outcome = removed(reply, paths[index]);
      if (outcome) add_folders(paths[index], emptied);
      told[index] = true;
      each(index, outcome);
    });
  });
  if (asked) {
    const std::vector<std::string> folders(emptied.begin(), emptied.end());
    // The server refuses where something is left in them. If the connection ends here, only empty folders stay.
    (void)ask_each(client, folders.size(), [&](std::size_t index) {
      client.ask(remove_folder(place.at(folders[index])), [](const Reply&) {});
    });
    return;
  }
  for (std::size_t index = 0; index < paths.size(); ++index) {
    Failure failure = asked.error();
    failure.path = paths[index];
    if (!told[index]) each(index, tl::make_unexpected(std::move(failure)));
  }
}

}  // namespace thidua::deploy::sftp
