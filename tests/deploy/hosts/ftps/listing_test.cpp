#include "deploy/hosts/ftps/listing.hpp"

#include <doctest/doctest.h>

using namespace thidua::deploy;

TEST_CASE("ftps::read_members: names as they are, whatever facts stand before them") {
  const auto members = ftps::read_members(
      "modify=20260101;perm=adfr;size=12;type=file; tệp  1;x=2.txt\r\n"
      "Type=DIR;Size=4096; b c \r\n"
      " không dữ kiện\r\n"
      "type=cdir; .\r\n"
      "type=pdir; ..\r\n"
      "type=dir; ..\r\n"
      "type=OS.unix=symlink; liên kết\r\n"
      "type=file;\r\n"
      "\r\n"
      "type=file; cuối");
  REQUIRE(members.size() == 3);
  CHECK(members[0].name == "tệp  1;x=2.txt");
  CHECK(members[0].size == 12);
  CHECK_FALSE(members[0].is_folder);
  CHECK(members[1].name == "b c ");
  CHECK(members[1].is_folder);
  CHECK(members[2].name == "cuối");
  CHECK(members[2].size == 0);
}
