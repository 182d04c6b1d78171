// What the hosts that are spoken to over HTTP share: whom to ask, how patiently, and what answers mean.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/http/client.hpp"
#include "deploy/host.hpp"
#include "deploy/target.hpp"

namespace thidua::deploy {

/// Without TLS nothing but this machine is asked, whatever the host's name leads to.
http::ClientOptions client_options(const Target& target, unsigned jobs, Patience patience);

/// scheme://host:port, the port only where it is not the scheme's own.
std::string origin(const Target& target, const std::string& host);

/// What an upload carries, borrowed from it.
http::Body body_of(const Upload& upload);

bool is_success(const http::Answer& answer);

Failure failure_of(const http::Failure& failure, std::string operation, std::string path);

/// An answer that was not the one hoped for. `words` are added to its status.
Failure failure_of(const http::Answer& answer, std::string operation, std::string path, const std::string& words = {});

/// Starts the requests of one file after another, as many at once as the client has room for, and waits for all. Those
/// that are not begun because `keep_going` is false are told of as `passing`.
void put_each(http::Client& client, std::span<const Upload> files, const Each& each,
              const std::function<bool()>& keep_going, const std::function<void(std::size_t)>& start);

/// Waits until nothing is in flight.
void finish(http::Client& client);

}  // namespace thidua::deploy
