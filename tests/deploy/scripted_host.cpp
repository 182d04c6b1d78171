#include "deploy/scripted_host.hpp"

namespace thidua::testing {

using deploy::Done;
using deploy::Failure;
using deploy::FailureKind;
using Event = Script::Event;

bool ScriptedHost::strikes(const std::string& line) {
  if (script_.event == Event::none || !line.starts_with(script_.only)) return false;
  ++counted_;
  return counted_ == script_.at || (script_.again_and_again && counted_ > script_.at);
}

Done ScriptedHost::step(const std::string& line, const std::function<void()>& effect) {
  log_.push_back(line);
  clock_.pass(per_operation);
  const auto fail = [&](FailureKind kind) {
    return tl::make_unexpected(Failure{kind, line.substr(0, line.find(' ')), line.substr(line.find(' ') + 1), words});
  };
  if (line == "connect") broken_ = false;
  if (strikes(line)) {
    if (script_.event == Event::dies_before) throw Died();
    if (script_.event == Event::dies_after) {
      effect();
      throw Died();
    }
    broken_ = script_.event == Event::breaks_off;
    return fail(script_.kind);
  }
  if (broken_) return fail(FailureKind::passing);
  effect();
  if (after) after(line);
  return {};
}

deploy::Result<std::optional<std::string>> ScriptedHost::read(const std::string& path, std::uint64_t limit) {
  std::optional<std::string> out;
  const Done done = step("read " + path, [&] {
    const auto at = store_.files.find(path);
    if (at != store_.files.end() && at->second.bytes.size() <= limit) out = at->second.bytes;
  });
  if (!done) return tl::make_unexpected(done.error());
  return out;
}

deploy::Result<std::vector<deploy::Listed>> ScriptedHost::list() {
  std::vector<deploy::Listed> out;
  const Done done = step("list", [&] {
    for (const auto& [path, file] : store_.files) out.push_back({path, file.bytes.size()});
  });
  if (!done) return tl::make_unexpected(done.error());
  return out;
}

void ScriptedHost::put(std::span<const deploy::Upload> files, const deploy::Each& each,
                       const std::function<bool()>& keep_going) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const deploy::Upload& one = files[i];
    if (!keep_going()) {
      each(i, tl::make_unexpected(Failure{FailureKind::passing, "put", one.path, "not tried"}));
      continue;
    }
    each(i, step("put " + one.path, [&] {
           store_.files[one.path] = {one.file.empty() ? one.bytes : bytes_of(one.file), one.headers};
         }));
  }
}

void ScriptedHost::remove(std::span<const std::string> paths, const deploy::Each& each) {
  for (std::size_t i = 0; i < paths.size(); ++i)
    each(i, step("remove " + paths[i], [&] { store_.files.erase(paths[i]); }));
}

deploy::Result<bool> ScriptedHost::make_lock(const std::string& text) {
  bool made = false;
  const Done done = step("make lock", [&] {
    made = !store_.lock;
    if (made) store_.lock = text;
  });
  if (!done) return tl::make_unexpected(done.error());
  return made;
}

deploy::Result<std::optional<std::string>> ScriptedHost::read_lock() {
  std::optional<std::string> out;
  const Done done = step("read lock", [&] { out = store_.lock; });
  if (!done) return tl::make_unexpected(done.error());
  return out;
}

Done ScriptedHost::renew_lock(const std::string& text) {
  return step("renew lock", [&] { store_.lock = text; });
}

Done ScriptedHost::remove_lock() {
  return step("remove lock", [&] { store_.lock.reset(); });
}

}  // namespace thidua::testing
