#include "base/digest.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace thidua::base {
namespace {

struct Freed {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(std::FILE* file) const { std::fclose(file); }
};

const unsigned char* data(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::string digest(const EVP_MD* kind, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, kind, nullptr);
  return {out.begin(), out.begin() + size};
}

}  // namespace

std::string sha256(std::string_view bytes) { return digest(EVP_sha256(), bytes); }

std::string md5(std::string_view bytes) { return digest(EVP_md5(), bytes); }

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), data(bytes), bytes.size(), out.data(), &size);
  return {out.begin(), out.begin() + size};
}

Result<std::string> sha256_of_file(const std::string& path) {
  const std::unique_ptr<std::FILE, Freed> file(std::fopen(path.c_str(), "rbe"));
  if (!file) return fail("open", path, errno);
  const std::unique_ptr<EVP_MD_CTX, Freed> context(EVP_MD_CTX_new());
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::array<char, 64 * 1024> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), file.get())) {
    EVP_DigestUpdate(context.get(), piece.data(), size);
  }
  if (std::ferror(file.get())) return fail("read", path, EIO);
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  EVP_DigestFinal_ex(context.get(), out.data(), &size);
  return std::string(out.begin(), out.begin() + size);
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) (text += kDigits[byte >> 4]) += kDigits[byte & 15];
  return text;
}

std::string base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3), '\0');  // the zero that OpenSSL adds stands where a string has its own
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), data(bytes), static_cast<int>(bytes.size()));
  return text;
}

}  // namespace thidua::base
