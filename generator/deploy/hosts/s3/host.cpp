// Object storage that speaks S3's protocol. One PUT carries up to 5 GB, which is more than a file of a site has, so
// that uploads in parts are not needed; an object is replaced at once.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "base/digest.hpp"
#include "deploy/hosts/over_http.hpp"
#include "deploy/hosts/s3/answers.hpp"
#include "deploy/hosts/s3/bucket.hpp"

namespace thidua::deploy {
namespace {

constexpr std::uint64_t kMostBytes = 5ULL << 30;  ///< of one PUT
constexpr std::uint64_t kMostListing = 16 << 20;  ///< bytes of a page of 1,000 keys
constexpr std::uint64_t kMostLockText = 64 * 1024;
constexpr std::size_t kMostRemovals = 1000;  ///< of one request
constexpr int kThereAlready = 412;
constexpr int kMeanwhile = 409;  ///< somebody else is writing the same
constexpr int kNotKnown = 501;

std::vector<http::Header> headers_of(const Headers& wanted) {
  std::vector<http::Header> headers;
  if (!wanted.content_type.empty()) headers.emplace_back("Content-Type", wanted.content_type);
  if (!wanted.cache_control.empty()) headers.emplace_back("Cache-Control", wanted.cache_control);
  if (!wanted.content_encoding.empty()) headers.emplace_back("Content-Encoding", wanted.content_encoding);
  return headers;
}

class S3Host final : public Host {
 public:
  S3Host(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience)
      : bucket_(target, secrets, jobs, patience) {}

  Ability ability() const override { return {.headers = true, .replaces_at_once = true, .locks = locks_}; }

  Done connect() override {
    const auto page = fetch_page("", 1, "connect");
    return page ? Done() : tl::make_unexpected(page.error());
  }

  Result<std::optional<std::string>> read(const std::string& path, std::uint64_t limit) override {
    auto answer = bucket_.fetch({.path = path, .limit = limit});
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "read", path));
    if (answer->status == 200) return std::move(answer->body);
    const bool bucket_is_missing = s3::error_code(answer->body) == "NoSuchBucket";
    if (answer->status == 404 && !bucket_is_missing) return std::nullopt;
    return tl::make_unexpected(s3::failure_of(*answer, "read", path));
  }

  Result<std::vector<Listed>> list() override {
    std::vector<Listed> files;
    std::string token;
    do {
      auto page = fetch_page(token, kMostRemovals, "list");
      if (!page) return tl::make_unexpected(page.error());
      for (Listed& object : page->objects) {
        if (!object.path.starts_with(bucket_.prefix()) || object.path.ends_with('/')) continue;  // a folder's marker
        files.push_back({object.path.substr(bucket_.prefix().size()), object.size});
      }
      const bool goes_on = page->next != token;
      token = goes_on ? page->next : "";
    } while (!token.empty());
    std::ranges::sort(files, {}, &Listed::path);
    return files;
  }

  void put(std::span<const Upload> files, const Each& each, const std::function<bool()>& keep_going) override {
    put_each(bucket_.client(), files, each, keep_going, [&](std::size_t i) { start_put(files[i], i, each); });
  }

  void remove(std::span<const std::string> paths, const Each& each) override {
    for (std::size_t begin = 0; begin < paths.size(); begin += kMostRemovals) {
      start_removal(paths, begin, std::min(kMostRemovals, paths.size() - begin), each);
    }
    finish(bucket_.client());
  }

  // 1. Where an older lock is, it is taken. 2. A server that knows the condition makes the object for one of us alone.
  // 3. The same once more tells whether it knew. If not, the last one who wrote has it, which is found when it is read
  // again (TargetLock).
  Result<bool> make_lock(const std::string& text) override {
    const auto older = read_lock();
    if (!older) return tl::make_unexpected(older.error());
    if (*older) return false;
    const auto first = write_lock(text, true);
    if (!first) return tl::make_unexpected(first.error());
    if (*first == Written::taken) return false;
    const auto again = *first == Written::done ? write_lock(text, true) : write_lock(text, false);
    if (!again) return tl::make_unexpected(again.error());
    locks_ = *again == Written::taken;
    return true;
  }

  Result<std::optional<std::string>> read_lock() override { return read(kLockName, kMostLockText); }

  Done renew_lock(const std::string& text) override {
    const auto written = write_lock(text, false);
    return written ? Done() : tl::make_unexpected(written.error());
  }

  Done remove_lock() override {
    const auto answer = bucket_.fetch({.method = "DELETE", .path = kLockName});
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "unlock", kLockName));
    if (is_success(*answer) || answer->status == 404) return {};
    return tl::make_unexpected(s3::failure_of(*answer, "unlock", kLockName));
  }

 private:
  enum class Written { done, taken, condition_not_known };

  Result<Written> write_lock(const std::string& text, bool only_if_none) {
    s3::Order order{.method = "PUT", .path = kLockName, .headers = {{"Cache-Control", "no-store"}}, .body = text};
    if (only_if_none) order.headers.emplace_back("If-None-Match", "*");
    const auto answer = bucket_.fetch(std::move(order));
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), "lock", kLockName));
    if (is_success(*answer)) return Written::done;
    if (only_if_none && (answer->status == kThereAlready || answer->status == kMeanwhile)) return Written::taken;
    if (only_if_none && answer->status == kNotKnown) return Written::condition_not_known;
    return tl::make_unexpected(s3::failure_of(*answer, "lock", kLockName));
  }

  Result<s3::Page> fetch_page(const std::string& token, std::size_t most, const char* operation) {
    s3::Order order{.of_bucket = true, .query = {{"list-type", "2"}, {"max-keys", std::to_string(most)}}};
    if (!bucket_.prefix().empty()) order.query["prefix"] = bucket_.prefix();
    if (!token.empty()) order.query["continuation-token"] = token;
    order.limit = kMostListing;
    const auto answer = bucket_.fetch(std::move(order));
    if (!answer) return tl::make_unexpected(failure_of(answer.error(), operation, ""));
    if (answer->status != 200) return tl::make_unexpected(wrong_bucket(*answer, operation));
    auto page = s3::read_page(answer->body);
    if (!page)
      return tl::make_unexpected(Failure{FailureKind::unsupported, operation, "", "the answer is no list of S3's"});
    return *std::move(page);
  }

  /// A bucket of another region is told by a header.
  static Failure wrong_bucket(const http::Answer& answer, const char* operation) {
    Failure failure = s3::failure_of(answer, operation, "");
    const auto region = answer.headers.find("x-amz-bucket-region");
    if (region) failure.words += fmt::format(", the bucket is in region {}", *region);
    return failure;
  }

  void start_put(const Upload& file, std::size_t index, const Each& each) {
    const auto fail = [&](FailureKind kind, const char* words) {
      each(index, tl::make_unexpected(Failure{kind, "put", file.path, words}));
    };
    if (file.size > kMostBytes) return fail(FailureKind::unsupported, "more than 5 GB");
    s3::Order order{.method = "PUT", .path = file.path, .headers = headers_of(file.headers), .body = body_of(file)};
    if (!file.file.empty()) {
      const auto hash = base::sha256_of_file(file.file);
      if (!hash) return fail(FailureKind::refused, base::reason(hash.error()).c_str());
      order.payload_hash = base::hex(*hash);
    }
    bucket_.client().start(bucket_.request(std::move(order)), [&, index](const http::Result<http::Answer>& answer) {
      if (answer && is_success(*answer)) return each(index, {});
      each(index, tl::make_unexpected(answer ? s3::failure_of(*answer, "put", file.path)
                                             : failure_of(answer.error(), "put", file.path)));
    });
  }

  void start_removal(std::span<const std::string> paths, std::size_t begin, std::size_t count, const Each& each) {
    std::vector<std::string> keys;
    for (const std::string& path : paths.subspan(begin, count)) keys.push_back(bucket_.prefix() + path);
    std::string xml = s3::deletion_of(keys);
    s3::Order order{.method = "POST", .of_bucket = true, .query = {{"delete", ""}}};
    order.headers = {{"Content-MD5", base::base64(base::md5(xml))}, {"Content-Type", "application/xml"}};
    order.body = std::move(xml);
    const auto tell = [paths, begin, &each, keys](const http::Result<http::Answer>& answer) {
      tell_removals(answer, keys, paths.subspan(begin, keys.size()), begin, each);
    };
    bucket_.client().start(bucket_.request(std::move(order)), tell);
  }

  static void tell_removals(const http::Result<http::Answer>& answer, const std::vector<std::string>& keys,
                            std::span<const std::string> paths, std::size_t begin, const Each& each) {
    const auto undeleted = answer && is_success(*answer) ? s3::read_undeleted(answer->body) : std::nullopt;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      Done outcome;
      if (!answer) {
        outcome = tl::make_unexpected(failure_of(answer.error(), "remove", paths[i]));
      } else if (!undeleted) {
        outcome = tl::make_unexpected(s3::failure_of(*answer, "remove", paths[i]));
      } else if (const auto left = std::ranges::find(*undeleted, keys[i], &s3::Undeleted::key);
                 left != undeleted->end()) {
        if (left->code != "NoSuchKey") outcome = tl::make_unexpected(s3::failure_of(left->code, 0, "remove", paths[i]));
      }
      each(begin + i, std::move(outcome));
    }
  }

  s3::Bucket bucket_;
  bool locks_ = false;
};

}  // namespace

std::unique_ptr<Host> open_s3(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience) {
  return std::make_unique<S3Host>(target, secrets, jobs, patience);
}

}  // namespace thidua::deploy
