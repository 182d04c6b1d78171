// Any kind of host, driven from outside: the target is the first argument, in JSON; each line of the input is an order
// in JSON, each is answered by one line. Secrets come from the environment: DRIVER_USER, DRIVER_PASSWORD, DRIVER_TOKEN.
// `../driver.py` is the other side, and says which orders there are.
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "deploy/hosts/open_host.hpp"

namespace {

using namespace thidua::deploy;
using rapidjson::Value;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

std::string text(const Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? std::string()
                                     : std::string(found->value.GetString(), found->value.GetStringLength());
}

unsigned number(const Value& object, const char* key, unsigned otherwise) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? otherwise : found->value.GetUint();
}

bool flag(const Value& object, const char* key, bool otherwise) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? otherwise : found->value.GetBool();
}

Scheme scheme_of(const std::string& name) {
  const std::pair<const char*, Scheme> kNames[] = {{"folder", Scheme::folder},
                                                   {"sftp", Scheme::sftp},
                                                   {"ftps", Scheme::ftps},
                                                   {"webdav", Scheme::webdav},
                                                   {"s3", Scheme::s3}};
  const auto* const found = std::ranges::find_if(kNames, [&](const auto& pair) { return name == pair.first; });
  if (found == std::end(kNames)) throw std::runtime_error("no such scheme: " + name);
  return found->second;
}

Target target_of(const Value& given) {
  return {.name = "test",
          .scheme = scheme_of(text(given, "scheme")),
          .host = text(given, "host"),
          .port = static_cast<std::uint16_t>(number(given, "port", 0)),
          .tls = flag(given, "tls", true),
          .user = text(given, "user"),
          .folder = text(given, "folder"),
          .bucket = text(given, "bucket"),
          .region = text(given, "region"),
          .virtual_host = flag(given, "virtual_host", false),
          .known_hosts = text(given, "known_hosts"),
          .key_file = text(given, "key_file"),
          .authorities = text(given, "authorities")};
}

std::string from_environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

const char* name_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::passing:
      return "passing";
    case FailureKind::refused:
      return "refused";
    case FailureKind::distrusted:
      return "distrusted";
    case FailureKind::full:
      return "full";
    case FailureKind::missing:
      return "missing";
    case FailureKind::unsupported:
      return "unsupported";
  }
  return "";
}

void write(Writer& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void write_failure(Writer& out, const Failure& failure) {
  out.StartObject();
  write(out, "kind", name_of(failure.kind));
  write(out, "operation", failure.operation);
  write(out, "path", failure.path);
  write(out, "words", failure.words);
  out.EndObject();
}

/// The outcome of each file, in the order in which they were given; "untold" or "told twice" where Each was not called
/// once.
class Outcomes {
 public:
  explicit Outcomes(std::size_t count) : told_(count), outcomes_(count) {}

  Each each() {
    return [this](std::size_t index, Done outcome) {
      ++done_;
      ++told_.at(index);
      outcomes_.at(index) = std::move(outcome);
    };
  }

  std::size_t done() const { return done_; }

  void write(Writer& out, bool only_failures) const {
    out.Key("outcomes");
    out.StartArray();
    for (std::size_t i = 0; i < told_.size(); ++i) {
      if (told_[i] != 1) {
        out.String(told_[i] == 0 ? "untold" : "told twice");
      } else if (!outcomes_[i]) {
        write_failure(out, outcomes_[i].error());
      } else if (!only_failures) {
        out.Null();
      }
    }
    out.EndArray();
  }

 private:
  std::size_t done_ = 0;
  std::vector<int> told_;
  std::vector<Done> outcomes_;
};

Upload upload_of(const Value& given) {
  Upload upload{.path = text(given, "path"), .file = text(given, "file"), .bytes = text(given, "bytes")};
  upload.size = upload.bytes.size();
  if (!upload.file.empty())
    upload.size = given.HasMember("size") ? given["size"].GetUint64() : std::filesystem::file_size(upload.file);
  upload.headers = {.content_type = text(given, "type"),
                    .cache_control = text(given, "cache"),
                    .content_encoding = text(given, "encoding")};
  return upload;
}

std::vector<Upload> tree_of(const std::string& folder) {
  std::vector<Upload> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files.push_back({.path = entry.path().lexically_relative(folder).string(),
                     .file = entry.path().string(),
                     .size = entry.file_size()});
    files.back().headers = {.content_type = "text/html; charset=utf-8", .cache_control = "max-age=60"};
  }
  std::ranges::sort(files, {}, &Upload::path);
  return files;
}

class Driver {
 public:
  explicit Driver(Host& host) : host_(host) {}

  std::string answer(const Value& order) {
    rapidjson::StringBuffer bytes;
    Writer out(bytes);
    out.StartObject();
    obey(order, out);
    out.EndObject();
    return bytes.GetString();
  }

 private:
  void obey(const Value& order, Writer& out) {
    const std::string what = text(order, "do");
    if (what == "connect") return connect(out);
    if (what == "put") return put(order, out);
    if (what == "list") return list(out);
    if (what == "read")
      return tell(host_.read(text(order, "path"), number(order, "limit", 1U << 30)), out, text(order, "to"));
    if (what == "remove") return remove(order, out);
    if (what == "lock") return lock(order, out);
    if (what == "read_lock") return tell(host_.read_lock(), out, "");
    if (what == "renew_lock") return tell(host_.renew_lock(text(order, "text")), out);
    if (what == "unlock") return tell(host_.remove_lock(), out);
    write(out, "error", "no such order: " + what);
  }

  static bool failed(const auto& result, Writer& out) {
    if (result) return false;
    out.Key("failed");
    write_failure(out, result.error());
    return true;
  }

  static void tell(const Done& done, Writer& out) { failed(done, out); }

  static void tell(const Result<std::optional<std::string>>& result, Writer& out, const std::string& to) {
    if (failed(result, out)) return;
    if (*result && !to.empty()) {
      std::ofstream(to, std::ios::binary) << **result;
    } else if (*result) {
      write(out, "bytes", **result);
    }
    out.Key("there");
    out.Bool(result->has_value());
  }

  void connect(Writer& out) {
    if (failed(host_.connect(), out)) return;
    const auto ability = host_.ability();
    for (const auto& [key, value] :
         {std::pair("headers", ability.headers), std::pair("replaces_at_once", ability.replaces_at_once),
          std::pair("locks", ability.locks)}) {
      out.Key(key);
      out.Bool(value);
    }
  }

  void put(const Value& order, Writer& out) {
    std::vector<Upload> files;
    const bool tree = order.HasMember("tree");
    if (tree) files = tree_of(text(order, "tree"));
    if (!tree) std::ranges::transform(order["files"].GetArray(), std::back_inserter(files), upload_of);
    Outcomes outcomes(files.size());
    const std::size_t stop_after = number(order, "stop_after", ~0U);
    const auto begun = std::chrono::steady_clock::now();
    host_.put(files, outcomes.each(), [&] { return outcomes.done() < stop_after; });
    out.Key("seconds");
    out.Double(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    out.Key("files");
    out.Uint64(files.size());
    outcomes.write(out, tree);
  }

  void remove(const Value& order, Writer& out) {
    std::vector<std::string> paths;
    for (const Value& path : order["paths"].GetArray()) paths.emplace_back(path.GetString(), path.GetStringLength());
    Outcomes outcomes(paths.size());
    host_.remove(paths, outcomes.each());
    outcomes.write(out, false);
  }

  void list(Writer& out) {
    const auto files = host_.list();
    if (failed(files, out)) return;
    out.Key("files");
    out.StartArray();
    for (const Listed& file : *files) {
      out.StartArray();
      out.String(file.path.data(), static_cast<rapidjson::SizeType>(file.path.size()));
      out.Uint64(file.size);
      out.EndArray();
    }
    out.EndArray();
  }

  void lock(const Value& order, Writer& out) {
    const auto taken = host_.make_lock(text(order, "text"));
    if (failed(taken, out)) return;
    out.Key("ours");
    out.Bool(*taken);
  }

  Host& host_;
};

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) throw std::runtime_error("no JSON object: " + json);
  return document;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: host_driver TARGET-IN-JSON < ORDERS\n";
    return 2;
  }
  const auto given = parsed(arguments[1]);
  const Secrets secrets{.user = from_environment("DRIVER_USER"),
                        .password = from_environment("DRIVER_PASSWORD"),
                        .session_token = from_environment("DRIVER_TOKEN")};
  const Patience patience{.connect = number(given, "connect", 15), .silence = number(given, "silence", 30)};
  const auto host = thidua::deploy::open_host(target_of(given), secrets, number(given, "jobs", 4), patience);
  if (!host) {
    std::cerr << "this kind of host is not built: " << text(given, "scheme") << '\n';
    return 3;
  }
  Driver driver(*host);
  for (std::string line; std::getline(std::cin, line);) std::cout << driver.answer(parsed(line)) << std::endl;
}
