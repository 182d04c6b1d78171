#include "outside/program.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

namespace thidua::testing {
namespace {

constexpr unsigned kPatience = 60;  ///< seconds

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

void redirect(int stream, const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file == -1 || ::dup2(file, stream) == -1) ::_exit(126);
}

[[noreturn]] void become_program(const Invocation& invocation, const std::string& out, const std::string& err) {
  std::vector<std::string> args = invocation.args;
  args.insert(args.begin(), THIDUA_PROGRAM);
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin"};
  environment.insert(environment.end(), invocation.environment.begin(), invocation.environment.end());
  environment.push_back("LC_ALL=C.UTF-8");  // the first of a name counts
  redirect(STDOUT_FILENO, out);
  redirect(STDERR_FILENO, err);
  if (::chdir(invocation.folder.c_str()) == -1) ::_exit(126);
  ::alarm(kPatience);
  ::execve(THIDUA_PROGRAM, pointers(args).data(), pointers(environment).data());
  ::_exit(127);
}

pid_t started(const Invocation& invocation, const TemporaryFolder& streams) {
  const pid_t child = ::fork();
  if (child == -1) throw std::runtime_error("fork failed");
  if (child == 0) become_program(invocation, streams / "out", streams / "err");
  return child;
}

int exit_code_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

}  // namespace

Run run_program(const Invocation& invocation) {
  const TemporaryFolder streams;
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = started(invocation, streams);
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child) throw std::runtime_error("wait4 failed");
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return {exit_code_of(status), bytes_of(streams / "out"), bytes_of(streams / "err"), took.count(), usage.ru_maxrss};
}

RunningProgram::RunningProgram(const Invocation& invocation) : process_(started(invocation, streams_)) {}

RunningProgram::~RunningProgram() {
  if (process_ == -1) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

std::optional<int> RunningProgram::end(int signal, std::chrono::milliseconds patience) {
  ::kill(process_, signal);
  const auto until = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < until) {
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      return exit_code_of(status);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return std::nullopt;
}

}  // namespace thidua::testing
