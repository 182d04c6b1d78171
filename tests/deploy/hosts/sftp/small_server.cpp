#include "deploy/hosts/sftp/small_server.hpp"

#include <algorithm>

namespace thidua::testing {
namespace {

using sftp::Code;
using sftp::Type;

std::string number(std::uint64_t value, int bytes = 4) {
  std::string written;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) written += static_cast<char>(value >> shift & 0xFF);
  return written;
}
std::string text(std::string_view value) { return number(value.size()).append(value); }

std::uint64_t take_number(std::string_view& fields, std::size_t bytes = 4) {
  std::uint64_t value = 0;
  for (const char digit : fields.substr(0, bytes)) value = value << 8 | static_cast<std::uint8_t>(digit);
  fields.remove_prefix(bytes);
  return value;
}
std::string take_text(std::string_view& fields) {
  const std::size_t length = take_number(fields);
  std::string taken(fields.substr(0, length));
  fields.remove_prefix(length);
  return taken;
}

std::string packet(Type type, std::uint32_t id, const std::string& fields) {
  return text(static_cast<char>(type) + number(id) + fields);
}
std::string status(std::uint32_t id, Code code) {
  return packet(Type::status, id, number(static_cast<std::uint32_t>(code)) + text("said the server.\n") + text(""));
}

bool is_by_handle(Type type) {
  return type == Type::close || type == Type::read || type == Type::write || type == Type::fstat ||
         type == Type::readdir;
}

}  // namespace

std::size_t SmallServer::count(Type type) const {
  return static_cast<std::size_t>(
      std::count_if(log.begin(), log.end(), [&](const Asked& one) { return one.type == type; }));
}

deploy::Result<std::size_t> SmallServer::send(std::string_view bytes) {
  const std::size_t taken = std::min(bytes.size(), takes_at_once);
  received_ += bytes.substr(0, taken);
  unanswered_ += taken;
  most_unanswered = std::max(most_unanswered, unanswered_);
  while (received_.size() >= 4) {
    std::string_view rest = received_;
    const std::size_t length = take_number(rest);
    if (rest.size() < length) break;
    take(rest.substr(0, length));
    received_.erase(0, 4 + length);
  }
  return taken;
}

deploy::Result<std::string> SmallServer::receive(bool unsent) {
  if (backwards) std::reverse(answers_.begin(), answers_.end());
  giving_ += std::exchange(greeting, "");
  for (const std::string& one : answers_) giving_ += one;
  answers_.clear();
  unanswered_ = 0;
  if (giving_.empty() && !unsent)
    return tl::make_unexpected(deploy::Failure{.operation = "receive", .words = "the connection ended"});
  std::string given = giving_.substr(0, gives_at_once);
  giving_.erase(0, given.size());
  return given;
}

void SmallServer::take(std::string_view fields) {
  const auto type = static_cast<Type>(take_number(fields, 1));
  if (type == Type::init) {
    std::string offered = static_cast<char>(Type::version) + number(version);
    for (const std::string& one : extensions) offered += text(one) + text("1");
    answers_.push_back(text(offered));
    return;
  }
  const auto id = static_cast<std::uint32_t>(take_number(fields));
  if (dies_after && log.size() >= *dies_after) return;
  answers_.push_back(answer(type, id, fields));
}

std::string SmallServer::answer(Type type, std::uint32_t id, std::string_view fields) {
  std::string_view rest = fields;
  Asked asked{type, take_text(rest), ""};
  if (type == Type::extended)
    asked = {asked.path == sftp::kPosixRename ? Type::extended : Type::extended_reply, take_text(rest), ""};
  if (asked.type == Type::extended || type == Type::rename) asked.to = take_text(rest);
  std::string handle;
  if (is_by_handle(type)) {
    handle = asked.path;
    if (!open_.contains(handle)) return status(id, Code::bad_message);
    asked.path = open_[handle].path;
  }
  log.push_back(asked);
  const std::optional<Code> code = objection ? objection(asked) : std::nullopt;
  if (type == Type::close) open_.erase(handle);
  if (code) return status(id, *code);
  if (type == Type::readdir) return read_folder(open_[handle], id);
  return act(asked, id, rest);
}

std::string SmallServer::act(const Asked& asked, std::uint32_t id, std::string_view rest) {
  const auto outcome = [&](bool done, Code otherwise) { return status(id, done ? Code::ok : otherwise); };
  const std::string& path = asked.path;
  switch (asked.type) {
    case Type::open:
      return open_file(path, static_cast<std::uint32_t>(take_number(rest)), id);
    case Type::close:
      return status(id, Code::ok);
    case Type::read:
      return read_file(path, rest, id);
    case Type::write:
      return write_file(path, rest, id);
    case Type::lstat:
    case Type::fstat:
      return exists(path) ? packet(Type::attributes, id, attributes_of(path)) : status(id, Code::no_such_file);
    case Type::opendir:
      return open_folder(path, id);
    case Type::remove:
      return outcome(files.erase(path) == 1, folders.contains(path) ? Code::failure : Code::no_such_file);
    case Type::mkdir:
      if (!has_parent(path)) return status(id, Code::no_such_file);
      return outcome(!exists(path) && folders.insert(path).second, Code::failure);
    case Type::rmdir:
      if (!folders.contains(path)) return status(id, Code::no_such_file);
      return outcome(is_empty(path) && folders.erase(path) == 1, Code::failure);
    case Type::rename:
    case Type::extended:
      return rename_file(asked, id);
    case Type::extended_reply:
      return packet(Type::extended_reply, id, room_left());
    default:
      return status(id, Code::unsupported);
  }
}

std::string SmallServer::read_file(const std::string& path, std::string_view rest, std::uint32_t id) {
  const std::size_t offset = take_number(rest, 8);
  const auto length = static_cast<std::uint32_t>(take_number(rest));
  if (offset >= files[path].size()) return status(id, Code::eof);
  return packet(Type::data, id, text(files[path].substr(offset, std::min(length, reads_at_once))));
}

std::string SmallServer::write_file(const std::string& path, std::string_view rest, std::uint32_t id) {
  const std::size_t offset = take_number(rest, 8);
  const std::string bytes = take_text(rest);
  std::string& file = files[path];
  if (file.size() < offset + bytes.size()) file.resize(offset + bytes.size());
  file.replace(offset, bytes.size(), bytes);
  return status(id, Code::ok);
}

std::string SmallServer::rename_file(const Asked& asked, std::uint32_t id) {
  if (!files.contains(asked.path)) return status(id, Code::no_such_file);
  if (asked.type == Type::rename && files.contains(asked.to)) return status(id, Code::failure);
  files[asked.to] = files.extract(asked.path).mapped();
  return status(id, Code::ok);
}

/// As statvfs gives it: units of one byte.
std::string SmallServer::room_left() const {
  std::string fields;
  for (const std::uint64_t field : {std::uint64_t{1}, std::uint64_t{1}, std::uint64_t{0}, std::uint64_t{0}, room.bytes,
                                    std::uint64_t{0}, std::uint64_t{0}, room.files}) {
    fields += number(field, 8);
  }
  return fields + std::string(24, '\0');
}

std::string SmallServer::open_file(const std::string& path, std::uint32_t flags, std::uint32_t id) {
  const bool creates = (flags & 0x08) != 0;
  if (!has_parent(path) || (!creates && !files.contains(path))) return status(id, Code::no_such_file);
  if (folders.contains(path)) return status(id, Code::failure);
  if (creates) files[path].clear();
  return new_handle({path, {}}, id);
}

std::string SmallServer::open_folder(const std::string& path, std::uint32_t id) {
  if (!folders.contains(path)) return status(id, Code::no_such_file);
  Open open{path, {".", ".."}};
  const auto add = [&](const std::string& one) {
    if (one.size() > path.size() && one.starts_with(path + "/") &&
        one.find('/', path.size() + 1) == std::string::npos) {
      open.left.push_back(one.substr(path.size() + 1));
    }
  };
  for (const auto& [name, bytes] : files) add(name);
  for (const std::string& name : folders) add(name);
  return new_handle(std::move(open), id);
}

std::string SmallServer::read_folder(Open& open, std::uint32_t id) {
  if (open.left.empty()) return status(id, Code::eof);
  const std::size_t given = std::min<std::size_t>(open.left.size(), 3);
  std::string fields = number(given);
  for (std::size_t index = 0; index < given; ++index) {
    const std::string& name = open.left[index];
    fields += text(name) + text("line") + (tells_kinds ? attributes_of(open.path + "/" + name) : number(0));
  }
  open.left.erase(open.left.begin(), open.left.begin() + static_cast<std::ptrdiff_t>(given));
  return packet(Type::name, id, fields);
}

std::string SmallServer::new_handle(Open open, std::uint32_t id) {
  const std::string handle = nameless ? "" : "h" + std::to_string(handles_++);
  open_[handle] = std::move(open);
  most_open = std::max(most_open, open_.size());
  return packet(Type::handle, id, text(handle));
}

std::string SmallServer::attributes_of(const std::string& path) const {
  const auto file = files.find(path);
  const bool is_file = file != files.end();
  return number(0x5) + number(is_file ? file->second.size() : 4096, 8) + number(is_file ? 0100644 : 0040755);
}

bool SmallServer::has_parent(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos || slash == 0 || folders.contains(path.substr(0, slash));
}

bool SmallServer::is_empty(const std::string& folder) const {
  const auto within = [&](const std::string& path) { return path.starts_with(folder + "/"); };
  return std::none_of(files.begin(), files.end(), [&](const auto& file) { return within(file.first); }) &&
         std::none_of(folders.begin(), folders.end(), within);
}

}  // namespace thidua::testing
