#include "base/system/process.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

using namespace thidua;

namespace {

/// A process of its own that says who it is and stays.
struct Child {
  Child() {
    std::array<int, 2> pipe = {};
    REQUIRE(::pipe(pipe.data()) == 0);
    pid = ::fork();
    REQUIRE(pid >= 0);
    if (pid == 0) {
      const std::string own = base::this_process();
      const bool told = ::write(pipe[1], own.data(), own.size()) == static_cast<ssize_t>(own.size());
      if (told) ::pause();
      ::_exit(1);
    }
    std::array<char, 256> space = {};
    const ssize_t size = ::read(pipe[0], space.data(), space.size());
    REQUIRE(size > 0);
    line.assign(space.data(), static_cast<std::size_t>(size));
    ::close(pipe[0]);
    ::close(pipe[1]);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(); }

  void kill() const { REQUIRE(::kill(pid, SIGKILL) == 0); }

  void end() {
    if (pid <= 0) return;
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
    pid = 0;
  }

  pid_t pid = 0;
  std::string line;
};

}  // namespace

TEST_CASE("base::has_ended: not while it runs; from its end on, whether anybody has asked how it ended or not") {
  Child child;
  CHECK(child.line != base::this_process());
  CHECK_FALSE(base::has_ended(child.line));
  child.kill();
  siginfo_t info;
  REQUIRE(::waitid(P_PID, static_cast<id_t>(child.pid), &info, WEXITED | WNOWAIT) == 0);
  CHECK(base::has_ended(child.line));
  child.end();
  CHECK(base::has_ended(child.line));
}

TEST_CASE("base::has_ended: a process that has the number of another is not the other") {
  const std::string own = base::this_process();
  REQUIRE_FALSE(own.empty());
  CHECK_FALSE(base::has_ended(own));
  CHECK(base::has_ended(own + "1"));
}

TEST_CASE("base::has_ended: nothing is known of other machines and containers, and of what no process said") {
  const std::string own = base::this_process();
  std::string elsewhere = own;
  elsewhere[0] = elsewhere[0] == '0' ? '1' : '0';
  std::string contained = own;
  contained.insert(own.find(']'), "9");
  const std::string numbers = own.substr(own.find(']') + 2), place = own.substr(0, own.size() - numbers.size());
  for (const std::string& line : {elsewhere + "1", contained + "1", std::string(), std::string("x"), place,
                                  place + "a b", place + "-1 2", place + "7", " " + numbers + "1"}) {
    CAPTURE(line);
    CHECK_FALSE(base::has_ended(line));
  }
}
