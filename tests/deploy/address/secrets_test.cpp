#include "deploy/address/secrets.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "base/temporary_folder.hpp"

using namespace thidua;
using namespace thidua::deploy;
using namespace thidua::testing;

namespace {

struct Found {
  std::optional<Secrets> secrets;
  Diagnostics diagnostics;
};

Found find(const Target& target, const std::map<std::string, std::string>& variables) {
  Found out;
  const auto environment = [&](const char* name) {
    const auto at = variables.find(name);
    return at == variables.end() ? std::string() : at->second;
  };
  out.secrets = read_secrets(target, environment, *base::real_disk(), out.diagnostics);
  return out;
}

Target target_of(Scheme scheme, const std::string& user = {}) {
  Target out;
  out.scheme = scheme;
  out.host = "may.example.vn";
  out.user = user;
  return out;
}

void protect(const std::string& file, std::filesystem::perms perms) { std::filesystem::permissions(file, perms); }

constexpr auto kMineOnly = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

}  // namespace

TEST_CASE("deploy::read_secrets: from the environment") {
  const Found found = find(target_of(Scheme::ftps), {{"THIDUA_DEPLOY_USER", "u"}, {"THIDUA_DEPLOY_PASSWORD", "p"}});
  REQUIRE(found.secrets);
  CHECK(found.secrets->user == "u");
  CHECK(found.secrets->password == "p");
  const Found s3 = find(target_of(Scheme::s3), {{"AWS_ACCESS_KEY_ID", "id"},
                                                {"AWS_SECRET_ACCESS_KEY", "key"},
                                                {"AWS_SESSION_TOKEN", "token"},
                                                {"THIDUA_DEPLOY_PASSWORD", "p"}});
  CHECK(s3.secrets->user == "id");
  CHECK(s3.secrets->password == "key");
  CHECK(s3.secrets->session_token == "token");
  CHECK(find(target_of(Scheme::sftp), {}).secrets->password == "");
}

TEST_CASE("deploy::read_secrets: from a file that nobody else can read, and from no other") {
  const TemporaryFolder home;
  put(home / ".netrc", "machine may.example.vn login u password p\n");
  protect(home / ".netrc", kMineOnly);
  CHECK(find(target_of(Scheme::ftps), {{"HOME", home.path()}}).secrets->password == "p");
  CHECK(find(target_of(Scheme::ftps), {{"HOME", home.path()}}).secrets->user == "u");
  CHECK(find(target_of(Scheme::ftps, "other"), {{"HOME", home.path()}}).secrets->password == "");
  for (const auto perms : {std::filesystem::perms::group_read, std::filesystem::perms::others_read}) {
    protect(home / ".netrc", kMineOnly | perms);
    const Found open = find(target_of(Scheme::ftps), {{"HOME", home.path()}});
    CHECK_FALSE(open.secrets);
    REQUIRE(open.diagnostics.sorted().size() == 1);
    CHECK(open.diagnostics.sorted().front().code == Code::deploy_secrets_open);
  }
  CHECK(find(target_of(Scheme::ftps), {{"HOME", home.path()}, {"THIDUA_DEPLOY_PASSWORD", "e"}}).secrets);  // not needed
  CHECK(find(target_of(Scheme::folder), {{"HOME", home.path()}}).secrets);
  const Found gone = find(target_of(Scheme::ftps), {{"THIDUA_NETRC", home / "none"}});
  CHECK_FALSE(gone.secrets);
  CHECK(gone.diagnostics.has_errors());
}

TEST_CASE("deploy::find_in_netrc: machines, users, the default, quotes, comments, macros") {
  const char* text = R"(# password wrong
machine other login x password y
macdef init
machine may password in-a-macro

machine may
  login one
  password "with space \" and \\"
machine may login two password second # not part
default login any password last
)";
  CHECK(find_in_netrc(text, "may", "")->password == "with space \" and \\");
  CHECK(find_in_netrc(text, "may", "two")->password == "second");
  CHECK(find_in_netrc(text, "elsewhere", "")->password == "last");
  CHECK_FALSE(find_in_netrc(text, "elsewhere", "one"));
  for (const char* broken : {"", "machine", "machine may", "machine may password", "\"", "default"})
    CHECK(find_in_netrc(broken, "may", "").value_or(Secrets{}).password == "");
}

TEST_CASE("deploy::without: no secret is left, however often a host repeats it") {
  const Secrets secrets{"user", "s3cr3t", "tok"};
  CHECK(without(secrets, "530 s3cr3t s3cr3ts3cr3t for user, tok") == "530 ••• •••••• for user, •••");
  CHECK(without({}, "nothing") == "nothing");
}
