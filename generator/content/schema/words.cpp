#include "content/schema/words.hpp"

#include <algorithm>
#include <array>

namespace thidua::content {
namespace {

struct Entry {
  std::string_view symbol, english, vietnamese;
};

constexpr std::array kTypes = {
    Entry{"string", "text", "chuỗi ký tự"},    Entry{"integer", "a whole number", "số nguyên"},
    Entry{"number", "a number", "số"},         Entry{"boolean", "true or false", "true hoặc false"},
    Entry{"array", "a list", "danh sách"},     Entry{"object", "a group of fields", "nhóm các trường"},
    Entry{"null", "nothing", "giá trị trống"},
};

constexpr std::array kPatterns = {
    Entry{"^[a-z0-9]+(-[a-z0-9]+)*$",
          "lower-case letters without marks and digits, joined by single hyphens, such as cai-cach-hanh-chinh",
          "chữ thường không dấu và chữ số, nối với nhau bằng một dấu gạch ngang, ví dụ cai-cach-hanh-chinh"},
    Entry{"^[a-z0-9-]+/[a-z0-9-]+$", "locality and unit with a slash between, such as sa-pa/van-phong",
          "địa phương và đơn vị, cách nhau bằng dấu gạch chéo, ví dụ sa-pa/van-phong"},
    Entry{"^[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+$",
          "campaign, result and award with slashes between, such as sa-pa-2022/hang-nam/van-phong",
          "phong trào, kết quả và mục khen, cách nhau bằng dấu gạch chéo, ví dụ sa-pa-2022/hang-nam/van-phong"},
    Entry{"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$",
          "a day, or a day and a time of it, such as 2025-07-31 or 2025-07-31T08:00",
          "ngày, hoặc ngày và giờ, ví dụ 2025-07-31 hoặc 2025-07-31T08:00"},
    Entry{"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day as year-month-day, such as 2025-07-31",
          "ngày viết theo thứ tự năm-tháng-ngày, ví dụ 2025-07-31"},
    Entry{"^[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$",
          "a day, month, quarter or year, such as 2022-03-10, 2023-01, 2023-Q4 or 2025",
          "ngày, tháng, quý hoặc năm, ví dụ 2022-03-10, 2023-01, 2023-Q4 hoặc 2025"},
    Entry{"^(Q[1-4]|[0-9]{2}(-[0-9]{2})?|year)$",
          "month and day, month, quarter or year, such as 03-15, 03, Q4 or year",
          "tháng-ngày, tháng, quý hoặc cả năm, ví dụ 03-15, 03, Q4 hoặc year"},
    Entry{"^[0-9]+/[0-9]+$", "a number, or a fraction such as 2/3", "một số, hoặc phân số, ví dụ 2/3"},
    Entry{"^https?://[^ /@]+(/[^ ]*)?$", "an address that starts with https:// or http://, without user and password",
          "địa chỉ bắt đầu bằng https:// hoặc http://, không kèm tên và mật khẩu"},
    Entry{"^https?://[^ ]+$", "an address that starts with https:// or http://",
          "địa chỉ bắt đầu bằng https:// hoặc http://"},
    Entry{"^[a-z0-9.\\[\\]:-]+$", "a host, or a host and a port, such as 127.0.0.1:8001",
          "tên máy chủ, có thể kèm cổng, ví dụ 127.0.0.1:8001"},
    Entry{"^(campaigns|practices|units)/[a-z0-9-]+$", "campaigns/<id>, practices/<id> or units/<locality>",
          "campaigns/<mã>, practices/<mã> hoặc units/<địa phương>"},
    Entry{"^(https?://|mailto:)[^ ]+$", "an address that starts with https://, http:// or mailto:",
          "địa chỉ bắt đầu bằng https://, http:// hoặc mailto:"},
    Entry{"^#[0-9A-Fa-f]{6}$", "a colour as # and six hexadecimal digits, such as #1a4480",
          "màu ghi bằng # và sáu chữ số thập lục phân, ví dụ #1a4480"},
    Entry{"^/[^ ]*$", "a path of this site that starts with /, such as /tin-tuc/",
          "đường dẫn trong trang, bắt đầu bằng /, ví dụ /tin-tuc/"},
    Entry{"\\.(avif|gif|jpe?g|png|webp|AVIF|GIF|JPE?G|PNG|WEBP)$",
          "the name of a picture, which ends in avif, gif, jpg, jpeg, png or webp",
          "tên tệp hình, có đuôi avif, gif, jpg, jpeg, png hoặc webp"},
    Entry{"^(award|award_form|award_forms|for|unit|name|position|achievement|standard|clause|proposed_by|considered_by|"
          "practice|dossier\\.(received|parts|copies)|attestation\\.[^: "
          "]+(:[a-z_]+)?|number|date|signer|file|granted_by|round|year)$",
          "a field of an award or decision, such as name, dossier.received or attestation.II.3",
          "một trường của mục khen hoặc quyết định, ví dụ name, dossier.received, attestation.II.3"},
    Entry{"^(score|points|maximum|block|criteria\\..+|published)$",
          "a field of a score, such as points or criteria.<name>, or published",
          "một trường của điểm, ví dụ points, criteria.<tên>, hoặc published"},
};

template <std::size_t kSize>
const Entry* look_up(const std::array<Entry, kSize>& entries, std::string_view symbol) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.symbol == symbol; });
  return found == entries.end() ? nullptr : &*found;
}

Words type_words(std::string_view type) {
  const Entry* entry = look_up(kTypes, type);
  if (entry == nullptr) return {std::string(type), std::string(type)};
  return {std::string(entry->english), std::string(entry->vietnamese)};
}

}  // namespace

Words kind_of(const Value& value) {
  if (value.is_null()) return type_words("null");
  if (value.is_bool()) return type_words("boolean");
  if (value.is_number()) return type_words("number");
  if (value.is_string()) return type_words("string");
  return type_words(value.is_array() ? "array" : "object");
}

Words allowed_types(const Value& type) {
  if (type.is_string()) return type_words(type.as_string());
  Words all;
  for (const Value& name : type.as_array()) {
    const Words one = type_words(name.as_string());
    all.english += (all.english.empty() ? "" : " or ") + one.english;
    all.vietnamese += (all.vietnamese.empty() ? "" : " hoặc ") + one.vietnamese;
  }
  return all;
}

std::optional<Words> describe_pattern(std::string_view pattern) {
  const Entry* entry = look_up(kPatterns, pattern);
  if (entry == nullptr) return std::nullopt;
  return Words{std::string(entry->english), std::string(entry->vietnamese)};
}

}  // namespace thidua::content
