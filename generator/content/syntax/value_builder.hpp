// Puts a Value together from the events of a parser, within the limits, whatever the syntax.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/limits.hpp"
#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"

namespace thidua::content {

/// How a string was spelled: an escaped one may hold what the file's text, which has been checked, cannot.
enum class Spelling { plain, escaped };

/// Calls that give false have reported why reading must stop; what does not hinder reading on is reported and ok()
/// tells of it.
class ValueBuilder {
 public:
  /// Both outlive the builder. `file` is named in diagnostics.
  ValueBuilder(const std::string& file, Diagnostics& diagnostics, const JsonLimits& limits = {})
      : file_(file), diagnostics_(diagnostics), limits_(limits) {}

  bool open_object(Position at) { return open({Value::Object{}, at}); }
  bool open_array(Position at) { return open({Value::Array{}, at}); }
  /// The key of the member whose value comes next.
  void key(std::string text, Position at, Spelling spelling);
  bool text(std::string text, Position at, Spelling spelling);
  /// `spelling` is a decimal number, or anything else that std::from_chars reads in full.
  bool number(std::string spelling, Position at);
  bool boolean(bool value, Position at) { return add({value, at}); }
  bool null(Position at) { return add({std::monostate{}, at}); }
  void close();

  /// Reports something wrong that does not hinder reading on.
  void report(Code code, Position at, std::vector<std::string> args = {});

  bool ok() const { return ok_; }
  /// The finished value; a null where none was added.
  Value take() { return std::move(root_); }

 private:
  struct Frame {
    Value value;
    std::string key;
    Position key_at;
  };

  bool open(Value empty);
  bool add(Value value);
  void place(Value value);
  std::string checked(std::string text, Position at, Spelling spelling);
  void report_duplicates(Value::Object& members);

  const std::string& file_;
  Diagnostics& diagnostics_;
  const JsonLimits limits_;
  std::vector<Frame> open_;
  Value root_;
  std::size_t count_ = 0;
  bool ok_ = true;
};

}  // namespace thidua::content
