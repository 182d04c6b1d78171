// The command line: which command, with which options, in which language.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/allocator.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "model/moment.hpp"

namespace {

using namespace thidua;
using namespace thidua::cli;

/// The language must be known before the help texts are made: --lang, else the locale of messages.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg.starts_with("--lang=")) return arg.substr(7) == "vi" ? Language::vietnamese : Language::english;
    if (arg == "--lang" && i + 1 < argc)
      return std::string_view(argv[i + 1]) == "vi" ? Language::vietnamese : Language::english;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') {
      return std::string_view(locale).starts_with("vi") ? Language::vietnamese : Language::english;
    }
  }
  return Language::english;
}

class CommandLine {
 public:
  explicit CommandLine(Language language) : language_(language) {
    options_.language = language;
    app_.description(t("thidua makes the public website of emulation campaigns from the files in content/.",
                       "thidua dựng trang thông tin công khai về phong trào thi đua từ các tệp trong content/."));
    app_.set_version_flag("--version", std::string("thidua ") + THIDUA_VERSION, t("print the version", "in phiên bản"));
    app_.set_help_flag("-h,--help", t("print this help", "in phần trợ giúp này"));
    app_.require_subcommand(1);
    add_build();
    add_check();
    add_audit();
    add_links();
    add_serve();
    add_deploy();
    add_pull();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? kFine : kWrongCommandLine;
    }
    return command_(options_);
  }

 private:
  std::string t(std::string english, std::string vietnamese) const {
    return say(language_, std::move(english), std::move(vietnamese));
  }

  CLI::App* add_plain_command(const char* name, const std::string& description, int (*command)(const Options&)) {
    CLI::App* sub = app_.add_subcommand(name, description);
    sub->callback([this, command] { command_ = command; });
    sub->add_option("--root", options_.root,
                    t("the folder that holds content/ and themes/", "thư mục chứa content/ và themes/"))
        ->check(CLI::ExistingDirectory)
        ->capture_default_str();
    sub->add_option("--today", options_.today,
                    t("YYYY-MM-DD or YYYY-MM-DDTHH:MM, in Vietnam, in place of the clock",
                      "YYYY-MM-DD hoặc YYYY-MM-DDTHH:MM, giờ Việt Nam, thay cho đồng hồ"))
        ->check([](const std::string& text) {
          return model::parse_moment(text) ? std::string() : "is no day: write YYYY-MM-DD";
        });
    sub->add_option("--lang", language_name_, t("language of messages: en, vi", "ngôn ngữ của thông báo: en, vi"))
        ->check(CLI::IsMember({"en", "vi"}));
    return sub;
  }

  CLI::App* add_command(const char* name, const std::string& description, int (*command)(const Options&)) {
    CLI::App* sub = add_plain_command(name, description, command);
    sub->add_option("--theme", options_.theme, t("a folder under themes/", "một thư mục trong themes/"))
        ->check([](const std::string& name_given) {
          const bool plain = !name_given.empty() &&
                             name_given.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
          return plain ? std::string() : "a theme's name has lower-case letters, digits and hyphens only";
        })
        ->capture_default_str();
    sub->add_option("--base-url", options_.base_url,
                    t("the site's address, in place of the one in site.json",
                      "địa chỉ của trang, thay cho địa chỉ trong site.json"))
        ->check([](const std::string& url) {
          return url.starts_with("https://") || url.starts_with("http://") ? std::string()
                                                                           : "must start with http:// or https://";
        });
    sub->add_option("--jobs", options_.jobs, t("how many threads", "số luồng chạy song song"))
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    sub->add_flag("--drafts", options_.drafts, t("take drafts in", "đưa cả bản nháp vào"));
    return sub;
  }

  void add_build() {
    CLI::App* build = add_command("build", t("build the site", "dựng trang"), build_command);
    build
        ->add_option("--output", options_.output,
                     t("the folder that the site goes into", "thư mục chứa trang được dựng"))
        ->capture_default_str();
  }

  void add_deploy() {
    Deploy& deploy = options_.deploy;
    CLI::App* sub = add_plain_command(
        "deploy", t("bring the built site to a web host", "đưa trang đã dựng lên máy chủ web"), deploy_command);
    sub->add_option("target", deploy.target,
                    t("a name of deploy.json, an address (sftp, ftps, webdavs, s3) or a folder",
                      "tên trong deploy.json, một địa chỉ (sftp, ftps, webdavs, s3) hoặc một thư mục"))
        ->required();
    sub->add_option("--output", options_.output,
                    t("the folder that the site was built into", "thư mục chứa trang đã dựng"))
        ->capture_default_str();
    sub->add_flag("--dry-run", deploy.dry_run,
                  t("only show what would be sent and removed", "chỉ liệt kê những gì sẽ gửi và gỡ"));
    sub->add_option("--max-deletes", deploy.max_deletes,
                    t("how many files may leave the host (a fifth of them, at least 50)",
                      "số tệp tối đa được gỡ khỏi máy chủ (mặc định một phần năm, ít nhất 50)"))
        ->check(CLI::Range(0, 1'000'000'000));
    sub->add_option("--jobs", deploy.transfers, t("how many files travel at a time", "số tệp được gửi cùng lúc"))
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    sub->add_option("--timeout", deploy.timeout,
                    t("seconds that the whole may take", "thời gian tối đa của cả lần đưa trang, tính bằng giây"))
        ->check(CLI::Range(1, 7 * 86400))
        ->capture_default_str();
    sub->add_flag("--verify", deploy.verify,
                  t("read the site back as readers get it", "đọc lại trang như người đọc truy cập để đối chiếu"));
    sub->add_flag("--allow-illustrative", deploy.allow_illustrative,
                  t("publish invented places, people and results too", "cho phép công bố cả nội dung hư cấu"));
  }

  void add_audit() {
    CLI::App* audit = add_command(
        "audit", t("hold every published award against its plan", "đối chiếu từng mục khen đã công bố với kế hoạch"),
        audit_command);
    audit->add_option("campaign", options_.campaign,
                      t("the id of one campaign; without it, all", "mã của một phong trào; bỏ trống: tất cả"));
    const std::map<std::string, Format> formats = {{"text", Format::text}, {"json", Format::json}};
    audit->add_option("--format", options_.format, t("text or json", "text hoặc json"))
        ->transform(CLI::CheckedTransformer(formats))
        ->option_text("TEXT=text");
  }

  void add_check() {
    CLI::App* check = add_command("check", t("do everything but writing", "làm mọi việc trừ ghi tệp"), check_command);
    check
        ->add_option(
            "--against", options_.against,
            t("a folder with an earlier copy of the site, whose published record must not have changed silently",
              "thư mục chứa một bản trước của trang; dữ liệu đã công bố không được thay đổi mà không đính chính"))
        ->check(CLI::ExistingDirectory);
    add_format(check);
  }

  void add_format(CLI::App* command) {
    const std::map<std::string, Format> formats = {
        {"text", Format::text}, {"json", Format::json}, {"github", Format::github}};
    command->add_option("--format", options_.format, t("text, json or github", "text, json hoặc github"))
        ->transform(CLI::CheckedTransformer(formats))
        ->option_text("TEXT=text");
  }

  void add_links() {
    CLI::App* links = add_command(
        "links", t("follow every link of the content", "kiểm tra mọi liên kết trong nội dung"), links_command);
    LinkOptions& own = options_.links;
    constexpr unsigned kHosts = 8;  // waiting for hosts takes no processor
    links->preparse_callback([this](std::size_t) { options_.jobs = kHosts; });
    links->get_option("--jobs")
        ->description(t("how many hosts are asked at once", "số máy chủ được hỏi cùng lúc"))
        ->default_str(std::to_string(kHosts));
    links->add_flag("--external", own.external, t("ask other hosts, too", "hỏi cả các máy chủ khác"));
    links
        ->add_option("--cache", own.cache,
                     t("the file that keeps answers; without it .thidua-links.json in the root",
                       "tệp lưu các trả lời; bỏ trống: .thidua-links.json trong thư mục gốc"))
        ->check(!CLI::ExistingDirectory);
    links
        ->add_option("--max-age", own.max_age,
                     t("for how many days a kept answer is believed", "số ngày còn dùng lại trả lời đã lưu"))
        ->check(CLI::Range(0, 365))
        ->capture_default_str();
    links
        ->add_option(
            "--pause", own.pause,
            t("milliseconds between two requests to one host", "số mili giây giữa hai lần hỏi cùng một máy chủ"))
        ->check(CLI::Range(0, 60'000))
        ->capture_default_str();
    links->add_option("--allow", own.allowed,
                      t("a host, or host:port, that may be in the local network; may be repeated",
                        "máy chủ, hoặc máy chủ:cổng, được phép nằm trong mạng nội bộ; có thể ghi nhiều lần"));
    add_format(links);
  }

  void add_pull() {
    add_command("pull",
                t("take in what the portals named in sources.json publish",
                  "lấy dữ liệu mà các cổng ghi trong sources.json công bố"),
                pull_command);
  }

  void add_serve() {
    CLI::App* serve = add_command("serve",
                                  t("show the site in a browser on this machine, and follow changes",
                                    "xem trang trên máy này và tự cập nhật khi có thay đổi"),
                                  serve_command);
    serve->add_option("--port", options_.port, t("the port; 0: any that is free", "cổng; 0: một cổng bất kỳ còn trống"))
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
  }

  Language language_;
  CLI::App app_{"", "thidua"};
  Options options_;
  std::string language_name_;
  int (*command_)(const Options&) = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  keep_memory();
  return CommandLine(language_of(argc, argv)).run(argc, argv);
}
