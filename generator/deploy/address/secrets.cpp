#include "deploy/address/secrets.hpp"

#include <cerrno>
#include <vector>

#include "content/read_text.hpp"

namespace thidua::deploy {
namespace {

constexpr std::uint64_t kMaxNetrc = 1 << 20;
constexpr unsigned kOthers = 077;

constexpr std::string_view kSpace = " \t\r\n";

/// Words, with quotes taken off; a comment reaches to the end of its line.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kSpace, at)) != text.npos) {
    if (text[at] == '#') {
      at = text.find('\n', at);
      continue;
    }
    std::string word;
    const bool quoted = text[at] == '"';
    for (at += quoted ? 1 : 0; at < text.size(); ++at) {
      if (quoted ? text[at] == '"' : kSpace.find(text[at]) != kSpace.npos) break;
      if (quoted && text[at] == '\\' && at + 1 < text.size()) ++at;
      word += text[at];
    }
    at += at < text.size() ? 1 : 0;
    out.push_back(std::move(word));
  }
  return out;
}

/// Macros end at an empty line; nothing in them is an entry.
std::string without_macros(std::string_view text) {
  std::string out;
  for (bool in_macro = false; !text.empty();) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.find_first_not_of(kSpace) == line.npos) in_macro = false;
    in_macro |= line.starts_with("macdef");
    if (!in_macro) out.append(line).append("\n");
  }
  return out;
}

}  // namespace

std::optional<Secrets> find_in_netrc(std::string_view text, std::string_view host, std::string_view user) {
  const std::vector<std::string> words = words_of(without_macros(text));
  for (std::size_t i = 0; i < words.size();) {
    const bool any = words[i] == "default";
    const bool entry = any || words[i] == "machine";
    const bool meant = any || (entry && i + 1 < words.size() && words[i + 1] == host);
    i += any || !entry ? 1 : 2;
    if (!entry) continue;
    Secrets found;
    for (; i + 1 < words.size() && words[i] != "machine" && words[i] != "default"; i += 2) {
      if (words[i] == "login") found.user = words[i + 1];
      if (words[i] == "password") found.password = words[i + 1];
    }
    if (meant && (user.empty() || found.user.empty() || found.user == user)) return found;
  }
  return std::nullopt;
}

std::optional<Secrets> read_secrets(const Target& target, const Environment& environment, const base::Disk& disk,
                                    Diagnostics& diagnostics) {
  if (target.scheme == Scheme::folder) return Secrets{};
  if (target.scheme == Scheme::s3 && !environment("AWS_SECRET_ACCESS_KEY").empty())
    return Secrets{environment("AWS_ACCESS_KEY_ID"), environment("AWS_SECRET_ACCESS_KEY"),
                   environment("AWS_SESSION_TOKEN")};
  Secrets given{environment("THIDUA_DEPLOY_USER"), environment("THIDUA_DEPLOY_PASSWORD"), {}};
  if (!given.password.empty()) return given;
  const std::string named = environment("THIDUA_NETRC"), home = environment("HOME");
  const std::string file = named.empty() ? base::join(home, ".netrc") : named;
  const auto real = disk.real_path(file);
  const auto entry = real ? disk.status(*real) : tl::make_unexpected(real.error());
  if (!entry && named.empty()) return given;
  if (!entry) return content::report_failure(entry.error(), kMaxNetrc, file, diagnostics), std::nullopt;
  if ((entry->mode & kOthers) != 0) return diagnostics.add(Code::deploy_secrets_open, {}, {file}), std::nullopt;
  const auto text = disk.read(*real, kMaxNetrc);
  if (!text) return content::report_failure(text.error(), kMaxNetrc, file, diagnostics), std::nullopt;
  const auto found = find_in_netrc(*text, target.host, given.user.empty() ? target.user : given.user);
  if (!found) return given;
  return Secrets{given.user.empty() ? found->user : given.user, found->password, {}};
}

std::string without(const Secrets& secrets, std::string text) {
  constexpr std::string_view kDots = "•••";
  for (const std::string* secret : {&secrets.password, &secrets.session_token}) {
    if (secret->empty()) continue;
    for (std::size_t at = text.find(*secret); at != text.npos; at = text.find(*secret, at + kDots.size()))
      text.replace(at, secret->size(), kDots);
  }
  return text;
}

}  // namespace thidua::deploy
