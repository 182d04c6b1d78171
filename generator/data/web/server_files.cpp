#include <utility>

#include "data/web/keeping.hpp"
#include "data/web/web_files.hpp"
#include "routes/machine_files.hpp"

namespace thidua::data {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The policy is the one that the pages state themselves; only a header can keep other sites from framing them.
Headers security_headers(const Material& material) {
  return {{"Content-Security-Policy", material.words.get("machine.policy") + "; frame-ancestors 'none'"},
          {"X-Content-Type-Options", "nosniff"},
          {"Referrer-Policy", "strict-origin-when-cross-origin"}};
}

std::string comment(const Material& material, const char* key) { return "# " + material.words.get(key) + "\n"; }

/// A path as a regular expression: of what an alias may hold, only the dot means something else.
std::string escaped(const std::string& path) {
  std::string out;
  for (const char c : path) out += c == '.' ? "\\." : std::string(1, c);
  return out;
}

/// The hosts join what several rules say of one header, so pages keep the host's own short time.
std::string host_headers(const Material& material) {
  std::string out = "/*\n";
  for (const auto& [name, value] : security_headers(material))
    out.append("  ").append(name).append(": ").append(value).append("\n");
  for (const std::string& path : {std::string("assets/*"), std::string(routes::kSearchPage) + ":index/:file"})
    out.append("/").append(path).append("\n  Cache-Control: ").append(kKeepAssets).append("\n");
  return out;
}

/// `inside` is the indentation. A location with a header of its own inherits none, so each has all.
void append_nginx_headers(std::string& out, const Headers& headers, const char* inside, const char* keep) {
  for (const auto& [name, value] : headers)
    out.append(inside).append("add_header ").append(name).append(" \"").append(value).append("\" always;\n");
  out.append(inside).append("add_header Cache-Control \"").append(keep).append("\";\n");
}

std::string nginx(const Material& material, const std::string& root) {
  const Headers headers = security_headers(material);
  std::string out = comment(material, "machine.nginx_about");
  append_nginx_headers(out, headers, "", kKeepPages);
  out += "absolute_redirect off;\nerror_page 404 " + root + "404.html;\n";
  out += "location ~ \"^" + escaped(root) + kept_folders() + "\" {\n";
  append_nginx_headers(out, headers, "  ", kKeepAssets);
  out +=
      "}\nlocation ~ \\.ics$ {\n  types { text/calendar ics; }\n  charset utf-8;\n  charset_types text/calendar;\n}\n";
  for (const Redirect& redirect : redirects(material)) {
    const std::string bare = redirect.from.substr(0, redirect.from.size() - 1);
    for (const std::string& from : {redirect.from, bare})
      out += "location = " + from + " { return 301 " + redirect.to + "; }\n";
  }
  return out;
}

std::string apache(const Material& material, const std::string& root) {
  std::string out = comment(material, "machine.apache_about");
  for (const auto& [name, value] : security_headers(material))
    out.append("Header always set ").append(name).append(" \"").append(value).append("\"\n");
  out += "Header set Cache-Control \"" + std::string(kKeepPages) + "\"\n";
  out += "<If \"%{REQUEST_URI} =~ m#^" + escaped(root) + kept_folders() + "#\">\n";
  out += "  Header set Cache-Control \"" + std::string(kKeepAssets) + "\"\n</If>\n";
  out += "AddType \"text/calendar; charset=utf-8\" .ics\n";
  out += "ErrorDocument 404 " + root + "404.html\n";
  for (const Redirect& redirect : redirects(material))
    out += "RedirectMatch 301 \"^" + escaped(redirect.from) + "?$\" \"" + redirect.to + "\"\n";
  return out;
}

}  // namespace

void make_server_files(const Material& material, const Take& take) {
  const std::string root = root_path(material.site.info.base_url);
  take("_headers", host_headers(material));
  take("may-chu/nginx.conf", nginx(material, root));
  take("may-chu/apache.conf", apache(material, root));
}

}  // namespace thidua::data
