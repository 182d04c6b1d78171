// A web server for this machine only. The one file that knows the library (cpp-httplib).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "preview/showing.hpp"

namespace thidua::preview {

/// Answers GET and HEAD on 127.0.0.1, and on ::1 where the machine has it, for hosts and origins of its own only (403
/// for others, 405 for other methods), each connection on a thread of a bounded pool. Nothing that it answers is to be
/// stored by the browser.
class LoopbackServer {
 public:
  /// Takes the port; 0: any that is free. Nobody is answered before start(), but may connect. Fails with EADDRINUSE
  /// where another program has the port.
  static base::Result<std::unique_ptr<LoopbackServer>> bind(int port);

  /// Ends all connections, within about a second.
  virtual ~LoopbackServer() = default;

  virtual int port() const = 0;

  /// Answers from here on. `answer` is called by several threads at once, with the path of the request, decoded and
  /// without query.
  virtual void start(std::function<Answer(std::string_view path)> answer) = 0;

  /// Tells `state`, one line, to everybody who listens at kEventsPath (Server-Sent Events); who comes later is told the
  /// last one at once. At most 16 listen at a time; the next is told to try again (503).
  virtual void tell(std::string state) = 0;
};

}  // namespace thidua::preview
