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
    "after",       "authority",     "by",          "confirmed_by", "description", "email",        "event", "form",
    "from_event",  "issuer",        "may_move",    "name",         "number",      "on_behalf_of", "phone", "place",
    "position",    "recognised_by", "short_title", "signer",       "text",        "unit",         "what",  "address",
    "achievement", "contents",      "targets",     "reason",       "source",      "before"};

/// Closes whatever it may stand in: text, an attribute in either quotes, a comment, a script. Names its field.
std::string attack(const std::string& key) {
  return "'\"--></title></script><script>alert(" + key + ")</script><img src=x>{{{t.x}}}";
}

/// A correction must lead to what stands there now: its `after` gets the attack of the field that it corrects.
std::string label(const std::string& text, const std::string& key, std::size_t at) {
  const std::string start = "\"field\": \"";
  const std::size_t object = text.rfind('{', at), field = text.find(start, object);
  if (key != "after" || object == text.npos || field == text.npos || field > at) return key;
  const std::size_t begin = field + start.size();
  return text.substr(begin, text.find('"', begin) - begin);
}

/// Puts the attack at the end of the free texts of a JSON file.
void poison_json(const fs::path& path) {
  std::string text = bytes_of(path);
  for (const std::string& key : kFreeText) {
    const std::string start = "\"" + key + "\": \"";
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
      const std::size_t end = text.find('"', at + start.size());
      const std::string field = label(text, key, at);
      const bool may_refer = field == "unit" || field == "by";
      const bool reference = may_refer && text.substr(at, end - at).find('/') != std::string::npos;
      if (!reference) text.insert(end, "'\\\"" + attack(field).substr(2));
    }
  }
  put(path, text);
}

/// A YAML block, which needs no quotes, below any key of the front matter.
std::string block(const std::string& key) { return "|-\n        x " + attack(key) + "\n"; }

std::string poisoned_body(const std::string& heading) {
  return "\n" + heading + attack("heading") + "\n\n" + attack("body") + "\n\n" + attack("block").substr(5) +
         "\n\n[x](/tin-tuc/ \"" + attack("title").substr(2) + "\")\n\n`" + attack("code") + "`\n\n| " + attack("cell") +
         " |\n|---|\n| x |\n";
}

void poison_practice(const SmallRoot& root) {
  const std::string path = root / "content/practices/mot-cua.md";
  const std::string text = bytes_of(path);
  put(path, "---\ntitle: " + block("front") + "summary: " + block("front") +
                "unit: suoi-mo/phuong-an\ncampaign: thu-2025\ntopics: [mot-cua]\nverified: 2025-11-03\n" +
                "measures:\n  - what: " + block("measured") + "    before: " + block("before") + "    after: " +
                block("after-it") + "    unit: " + block("measure") + "contact:\n  name: " + block("asked") +
                "  phone: x" + "\n  email: " + block("asked-email").substr(0, 90) +
                "\n  address: " + block("asked-address") + "evidence:\n  - text: " + block("evidence") +
                "    href: https://x.example/\"><x\n" + text.substr(text.find("---\n", 4)) + poisoned_body("### "));
}

void poison_articles(const SmallRoot& root) {
  const std::string head = "---\ntitle: " + block("front") + "summary: " + block("front");
  const std::string body = "---\n" + poisoned_body("# ");
  const std::string picture = "picture:\n  file: a.png\n  alt: " + block("alt");
  put(root / "content/media/a.png", "x");
  put(root / "content/news/khai-mac.md", head + picture + "date: 2025-03-01\ncampaign: thu-2025\n" + body);
  put(root / "content/exemplars/nguoi-mot.md", head + picture + "date: 2025-03-01\nfor: individual\nposition: " +
                                                   block("rank") + "unit: thi-du/van-phong\n" + body);
  put(root / "content/pages/gioi-thieu.md", head + body);
  poison_practice(root);
}

/// The small site with the repository's campaigns and an invented town, which use every field, all of it poisoned.
void fill(const SmallRoot& root) {
  for (const char* folder : {"content/campaigns", "content/units", "content/practices", "content/media"})
    lay_over(fs::path(THIDUA_SOURCE_DIR) / folder, root / folder);
  lay_over(fs::path(THIDUA_SOURCE_DIR) / "tests/whole/records", root.path());
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
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
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
  for (const char* key : {"site",     "authority", "description", "base",    "contact",     "email",  "navigation",
                          "href",     "after",     "front",       "heading", "body",        "code",   "cell",
                          "plan",     "name",      "number",      "text",    "short_title", "unit",   "what",
                          "position", "reason",    "source",      "before",  "achievement", "signer", "by"}) {
    CAPTURE(key);
    CHECK(shown.contains(key));
  }
}
