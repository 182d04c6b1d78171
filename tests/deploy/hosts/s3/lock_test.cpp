#include <doctest/doctest.h>

#include <map>
#include <mutex>

#include "base/http/test_server.hpp"
#include "deploy/target.hpp"

using namespace thidua;
using namespace thidua::deploy;

namespace {

enum class Condition { honoured, ignored, not_known };

/// Keeps objects as S3 does, without looking at signatures.
class Store : public testing::TestServer {
 public:
  explicit Store(Condition condition) {
    const auto store = [this, condition](const httplib::Request& request, httplib::Response& response,
                                         const httplib::ContentReader& read) {
      std::string body;
      read([&](const char* bytes, std::size_t size) { return body.append(bytes, size), true; });
      const std::scoped_lock lock(mutex_);
      const bool conditional = request.has_header("If-None-Match");
      if (conditional && condition == Condition::not_known) return void(response.status = 501);
      if (conditional && condition == Condition::honoured && objects_.contains(request.path))
        return void(response.status = 412);
      objects_[request.path] = after_writing_ ? *after_writing_ : body;
    };
    Put(".*", store);
    Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      const std::scoped_lock lock(mutex_);
      const auto found = objects_.find(request.path);
      if (found == objects_.end()) return void(response.status = 404);
      response.set_content(found->second, "text/plain");
    });
    Delete(".*", [this](const httplib::Request& request, httplib::Response& response) {
      const std::scoped_lock lock(mutex_);
      objects_.erase(request.path);
      response.status = 204;
    });
  }

  /// Somebody else always writes right after us.
  void overwrite_with(const std::string& text) { after_writing_ = text; }

  std::unique_ptr<Host> host() const {
    const Target target{.scheme = Scheme::s3,
                        .host = "127.0.0.1",
                        .port = static_cast<std::uint16_t>(port()),
                        .tls = false,
                        .bucket = "b",
                        .region = "vn-1"};
    return open_s3(target, {.user = "khoa", .password = "bi mat"}, 2, {});
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> objects_;
  std::optional<std::string> after_writing_;
};

}  // namespace

TEST_CASE("s3 lock: held by one alone, and known to be so only where the server keeps the condition") {
  for (const Condition condition : {Condition::honoured, Condition::ignored, Condition::not_known}) {
    CAPTURE(static_cast<int>(condition));
    const Store store(condition);
    const auto first = store.host();
    const auto second = store.host();
    CHECK(first->make_lock("một").value());
    CHECK(first->ability().locks == (condition == Condition::honoured));
    CHECK(first->read_lock().value() == "một");
    CHECK_FALSE(second->make_lock("hai").value());
    CHECK(second->read_lock().value() == "một");
    CHECK(first->remove_lock());
    CHECK(second->make_lock("hai").value());
  }
}

TEST_CASE("s3 lock: where the condition is ignored, the last who wrote has it") {
  Store store(Condition::ignored);
  store.overwrite_with("người khác");
  const auto host = store.host();
  CHECK(host->make_lock("một").value());
  CHECK_FALSE(host->ability().locks);  // so that whoever holds it reads it again
  CHECK(host->read_lock().value() == "người khác");
}
