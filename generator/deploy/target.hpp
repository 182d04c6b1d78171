// Where a site is to go, from `deploy.json` or an address on the command line; and the secrets for it, which come from
// neither.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "deploy/host.hpp"

namespace thidua::deploy {

enum class Scheme { folder, sftp, ftps, webdav, s3 };

/// Everything but secrets: may be shown and logged.
struct Target {
  std::string name;  ///< in `deploy.json`; the address where it was given as one
  Scheme scheme = Scheme::folder;
  std::string host;            ///< name or address; of the endpoint, with S3
  std::uint16_t port = 0;      ///< 0: the scheme's own
  bool tls = true;             ///< WebDAV and S3; false only on loopback
  std::string user;            ///< empty: from the environment or the netrc-style file
  std::string folder;          ///< on the host: absolute or below the user's home; the prefix of keys, with S3
  std::string bucket;          ///< S3
  std::string region;          ///< S3
  bool virtual_host = false;   ///< S3: bucket in the host's name instead of the path
  std::string public_address;  ///< where readers find it, for --verify; empty: the manifest's base URL
  std::string known_hosts;     ///< SFTP: file; empty: ~/.ssh/known_hosts
  std::string key_file;        ///< SFTP: private key; empty: agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa
  bool forms = true;           ///< compressed forms beside the files, where the host has no headers
  std::string authorities;     ///< TLS: file with certificates of authorities; empty: the system's
};

/// What must never be shown: kept apart from Target so that no message can be made of it by mistake.
struct Secrets {
  std::string user;           ///< overrides Target::user where not empty; the access key with S3
  std::string password;       ///< password, passphrase of the key, or secret key with S3
  std::string session_token;  ///< S3, temporary credentials
};

/// Limits of patience, in seconds.
struct Patience {
  unsigned connect = 15;
  unsigned silence = 30;  ///< without a byte in either direction
};

std::unique_ptr<Host> open_folder(const Target& target);
std::unique_ptr<Host> open_sftp(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);
std::unique_ptr<Host> open_ftps(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);
std::unique_ptr<Host> open_webdav(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);
std::unique_ptr<Host> open_s3(const Target& target, const Secrets& secrets, unsigned jobs, Patience patience);

}  // namespace thidua::deploy
