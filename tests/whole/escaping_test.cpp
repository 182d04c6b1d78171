// What an author writes never becomes markup, whichever field it stands in.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "outside/program.hpp"
#include "outside/small_root.hpp"

namespace {

using namespace thidua::testing;
namespace fs = std::filesystem;

/// The fields of free text, by key; what is left are ids, words of a fixed list, numbers and dates.
const std::vector<std::string> kFreeText = {
    "after", "authority",  "by",       "confirmed_by",  "description", "email",  "event",
    "form",  "from_event", "issuer",   "may_move",      "name",        "number", "on_behalf_of",
    "phone", "place",      "position", "recognised_by", "short_title", "signer", "text",
    "unit",  "what",       "address",  "achievement",   "contents",    "targets"};

/// Closes whatever it may stand in: text, an attribute in either quotes, a comment, a script. Names its field.
std::string attack(const std::string& key) {
  return "'\"--></title></script><script>alert(" + key + ")</script><img src=x>{{{t.x}}}";
}

/// Puts the attack at the end of the free texts of a JSON file.
void poison_json(const fs::path& path) {
  std::string text = bytes_of(path);
  for (const std::string& key : kFreeText) {
    const std::string start = "\"" + key + "\": \"";
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
      const std::size_t end = text.find('"', at + start.size());
      const bool reference = key == "unit" && text.substr(at, end - at).find('/') != std::string::npos;
      if (!reference) text.insert(end, "'\\\"" + attack(key).substr(2));
    }
  }
  put(path, text);
}

void poison_articles(const SmallRoot& root) {
  const std::string quoted = "|-\n  x " + attack("front");  // a YAML block needs no quotes
  const std::string body = "\n---\n# " + attack("heading") + "\n\n" + attack("body") + "\n\n" +
                           attack("block").substr(5) + "\n\n[x](/tin-tuc/ \"" + attack("title").substr(2) + "\")\n\n`" +
                           attack("code") + "`\n\n| " + attack("cell") + " |\n|---|\n| x |\n";
  put(root / "content/news/khai-mac.md",
      "---\ntitle: " + quoted + "\nsummary: " + quoted + "\ndate: 2025-03-01\ncampaign: thu-2025" + body);
  put(root / "content/practices/mot-cua.md",
      "---\ntitle: " + quoted + "\nsummary: " + quoted + "\nunit: thi-du/van-phong" + body);
  put(root / "content/pages/gioi-thieu.md", "---\ntitle: " + quoted + "\nsummary: " + quoted + body);
}

/// The small site with the repository's campaigns, which use every field, all of it poisoned.
void fill(const SmallRoot& root) {
  for (const char* folder : {"content/campaigns", "content/units"})
    lay_over(fs::path(THIDUA_SOURCE_DIR) / folder, root / folder);
  for (const auto& entry : fs::recursive_directory_iterator(root / "content")) {
    if (entry.path().extension() == ".json" && entry.path().filename() != "site.json") poison_json(entry.path());
    if (entry.path().filename() == "plan.md") put(entry.path(), bytes_of(entry.path()) + "\n" + attack("plan") + "\n");
  }
  put(root / "content/site.json",
      R"({ "name": "x<script>alert(site)</script>", "authority": "x'\"--></title><script>alert(authority)</script>",
    "description": "\"><script>alert(description)</script>", "base_url": "https://x.example/\"><script>alert(base)</script>/",
    "contacts": { "name": "<script>alert(contact)</script>", "address": "<script>alert(address)</script>", "email": "\"><script>alert(email)</script>",
                  "phone": "\"><script>alert(phone)</script>", "url": "https://x/\"><script>alert(url)</script>" },
    "navigation": [{ "text": "'\"><script>alert(navigation)</script>", "href": "/tin-tuc/?\"><script>alert(href)</script>" }] })");
  poison_articles(root);
}

}  // namespace

TEST_CASE("whole: no field of the content becomes markup") {
  const SmallRoot root;
  fill(root);
  const Run run = run_program({{"build", "--today", "2026-12-31"}, root.path()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err.substr(0, 4000));
  std::set<std::string> shown;
  for (const auto& entry : fs::recursive_directory_iterator(root / "public")) {
    if (entry.path().extension() != ".html") continue;
    const std::string html = bytes_of(entry.path());
    CAPTURE(entry.path());
    for (const char* raw : {"<script>alert", "</script><", "<img src=x", "-->{{", "'\"--"})
      CHECK(html.find(raw) == html.npos);
    const std::string escaped = "&lt;script&gt;alert(";
    for (std::size_t at = html.find(escaped); at != html.npos; at = html.find(escaped, at + 1)) {
      const std::size_t begin = at + escaped.size();
      shown.insert(html.substr(begin, html.find(')', begin) - begin));
    }
  }
  for (const char* key : {"site",   "authority", "description", "base", "contact", "email",   "navigation", "href",
                          "after",  "front",     "heading",     "body", "code",    "cell",    "plan",       "name",
                          "number", "text",      "short_title", "unit", "what",    "position"}) {
    CAPTURE(key);
    CHECK(shown.contains(key));
  }
}
