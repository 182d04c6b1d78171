#include "data/web/web_files.hpp"

namespace thidua::data {
namespace {

using routes::PageKind;

/// Without what Markdown would take for a link's end.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

class Summary {
 public:
  explicit Summary(const Material& material) : material_(material), words_(material.words) {}

  std::string write() {
    const model::SiteInfo& info = material_.site.info;
    out_ = "# " + plain(info.name) + "\n\n> " + plain(info.description) + "\n\n";
    out_ += words_.get("machine.llms_about") + "\n";
    if (info.demonstration) out_ += "\n" + words_.get("machine.llms_demonstration") + "\n";
    heading("machine.llms_campaigns");
    for (const model::Campaign& campaign : material_.site.campaigns)
      link(campaign.short_title, routes::campaign_url(campaign), campaign.title.text, campaign.illustrative);
    add_lists();
    add_data();
    return std::move(out_);
  }

 private:
  void add_lists() {
    constexpr std::pair<PageKind, std::string_view> kLists[] = {{PageKind::campaigns, "campaigns"},
                                                                {PageKind::all_deadlines, "all-deadlines"},
                                                                {PageKind::units, "units"},
                                                                {PageKind::practices, "practices"},
                                                                {PageKind::exemplars, "exemplars"},
                                                                {PageKind::news_list, "news-list"},
                                                                {PageKind::corrections, "corrections"}};
    heading("machine.llms_lists");
    for (const auto& [kind, name] : kLists) {
      link(words_.get("title." + std::string(name)), routes::list_url(kind, 0),
           words_.get("description." + std::string(name)));
    }
  }

  void add_data() {
    heading("machine.llms_data");
    if (const routes::CalendarFile* all = material_.routes.calendars.of_all())
      link(words_.get("machine.llms_calendar"), all->url, {});
    const auto feed = [&](std::string_view title, std::string_view url) {
      link(words_.get(title) + " (Atom)", std::string(url), {});
    };
    feed("title.news-list", routes::kNewsFeed);
    feed("title.practices", routes::kPracticesFeed);
    feed("heading.results", routes::kResultsFeed);
    feed("title.corrections", routes::kCorrectionsFeed);
    link("Sitemap", "sitemap.xml", {});
  }

  void heading(std::string_view key) { out_ += "\n## " + words_.get(key) + "\n\n"; }

  void link(std::string_view text, const std::string& url, std::string_view about, bool illustrative = false) {
    out_ += "- [" + plain(text) + "](" + material_.site.info.base_url + url + ")";
    if (!about.empty()) out_ += ": " + plain(about);
    if (illustrative) out_ += " (" + words_.get("page.illustrative_tag") + ")";
    out_ += '\n';
  }

  const Material& material_;
  const render::Words& words_;
  std::string out_;
};

}  // namespace

void make_llms(const Material& material, const Take& take) { take("llms.txt", Summary(material).write()); }

}  // namespace thidua::data
