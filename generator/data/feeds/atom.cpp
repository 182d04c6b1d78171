#include "data/feeds/atom.hpp"

#include <algorithm>

#include "render/template.hpp"

namespace thidua::data {
namespace {

/// <name>text</name>
void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">");
  render::append_escaped(out, text);
  out.append("</").append(name).append(">\n");
}

void link(std::string& out, std::string_view rel, std::string_view type, std::string_view href) {
  out.append("<link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"");
  render::append_escaped(out, href);
  out.append("\"/>\n");
}

void append_category(std::string& out, const AtomCategory& category) {
  out += "<category term=\"";
  render::append_escaped(out, category.term);
  out += "\" label=\"";
  render::append_escaped(out, category.label);
  out += "\"/>\n";
}

void append_entry(std::string& out, const AtomEntry& entry) {
  out += "<entry>\n";
  element(out, "id", entry.id);
  element(out, "title", entry.title);
  link(out, "alternate", "text/html", entry.link);
  element(out, "published", atom_time(entry.published));
  element(out, "updated", atom_time(entry.updated));
  for (const AtomCategory& category : entry.categories) append_category(out, category);
  if (!entry.summary.empty()) element(out, "summary", entry.summary);
  out += "</entry>\n";
}

model::Date updated(const AtomFeed& feed) {
  const auto newest = std::max_element(
      feed.entries.begin(), feed.entries.end(),
      [](const AtomEntry& a, const AtomEntry& b) { return a.updated.first_day() < b.updated.first_day(); });
  return newest == feed.entries.end() ? feed.updated : newest->updated;
}

}  // namespace

std::string atom_time(const model::Date& date) {
  return model::to_string(model::date_of(date.first_day())) + "T00:00:00+07:00";
}

std::string to_atom(const AtomFeed& feed) {
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n";
  element(out, "id", feed.url);
  element(out, "title", feed.title);
  element(out, "subtitle", feed.subtitle);
  link(out, "self", "application/atom+xml", feed.url);
  link(out, "alternate", "text/html", feed.page);
  element(out, "updated", atom_time(updated(feed)));
  out += "<author>\n";
  element(out, "name", feed.author);
  out += "</author>\n<generator>thidua</generator>\n";
  for (const AtomEntry& entry : feed.entries) append_entry(out, entry);
  return out += "</feed>\n";
}

}  // namespace thidua::data
