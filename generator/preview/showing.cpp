#include "preview/showing.hpp"

#include <utility>

#include "base/hash.hpp"
#include "preview/embedded.hpp"
#include "preview/reload_script.hpp"
#include "publish/content_type.hpp"

namespace thidua::preview {
namespace {

using publish::content_type;

constexpr std::string_view kIndex = "index.html";
constexpr std::string_view kNotFound = "404.html";

std::string findings_digest(const Showing& showing) {
  return showing.findings.empty() ? std::string() : base::content_hash(showing.findings);
}

Answer whole(int status, std::string_view type, std::string bytes) {
  return {status, std::string(type), {}, std::make_shared<const std::string>(std::move(bytes))};
}

Answer page(const Showing& showing, int status, std::string_view html) {
  const PageState state{showing.digest, findings_digest(showing), showing.close};
  return whole(status, content_type(kIndex), with_reload_script(html, state));
}

/// A file keeps its edition in memory while it is being sent.
Answer file(const Showing& showing, std::string_view path, const std::string& bytes) {
  const std::string_view type = content_type(path);
  if (type == content_type(kIndex)) return page(showing, 200, bytes);
  return {200, std::string(type), {}, std::shared_ptr<const std::string>(showing.edition, &bytes)};
}

Answer not_found(const Showing& showing) {
  const std::string* own = showing.edition == nullptr ? nullptr : showing.edition->find(kNotFound);
  return own == nullptr ? whole(404, content_type(".txt"), "404\n") : page(showing, 404, *own);
}

Answer of_preview(const Showing& showing, std::string_view path) {
  if (path == kScriptPath) return whole(200, content_type(path), std::string(reload_script()));
  if (path == kStylePath) return whole(200, content_type(path), std::string(findings_style()));
  if (path == kFindingsPath && !showing.findings.empty()) return whole(200, content_type(kIndex), showing.findings);
  return not_found(showing);
}

Answer of_site(const Showing& showing, std::string_view path) {
  std::string name(path);
  if (path.empty() || path.ends_with('/')) name.append(kIndex);
  if (const std::string* bytes = showing.edition->find(name)) return file(showing, name, *bytes);
  if (!path.empty() && showing.edition->find(name + "/index.html") != nullptr)
    return {301, {}, "/" + name + "/", std::make_shared<const std::string>()};
  return not_found(showing);
}

}  // namespace

Answer answer(const Showing& showing, std::string_view path) {
  if (path.starts_with(kOwnFolder)) return of_preview(showing, path);
  if (!path.starts_with('/')) return not_found(showing);
  if (showing.edition == nullptr) return page(showing, 500, showing.findings);
  return of_site(showing, path.substr(1));
}

std::string state_of(const Showing& showing) {
  return R"({"site":")" + showing.digest + R"(","findings":")" + findings_digest(showing) + R"("})";
}

}  // namespace thidua::preview
