#include "base/digest.hpp"

#include <doctest/doctest.h>

#include "base/temporary_folder.hpp"

using namespace thidua;

TEST_CASE("base::sha256, md5, hmac_sha256: the examples of FIPS 180-2, RFC 1321 and RFC 4231") {
  CHECK(base::hex(base::sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(base::hex(base::md5("message digest")) == "f96b697d7cb7938d525a2f31aaf161d0");
  CHECK(base::hex(base::hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(base::base64("") == "");
  CHECK(base::base64("f") == "Zg==");
  CHECK(base::base64("foob") == "Zm9vYg==");
}

TEST_CASE("base::sha256_of_file: as of its bytes, of any size") {
  const testing::TemporaryFolder folder;
  for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 1'000'000U}) {
    CAPTURE(size);
    const std::string bytes(size, 'x');
    testing::put(folder / "f", bytes);
    CHECK(base::sha256_of_file(folder / "f").value() == base::sha256(bytes));
  }
  CHECK(base::sha256_of_file(folder / "none").error().error == ENOENT);
  CHECK_FALSE(base::sha256_of_file(folder.path()));
}
