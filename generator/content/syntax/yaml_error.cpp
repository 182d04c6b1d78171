#include "content/syntax/yaml_error.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace thidua::content {
namespace {

struct Translation {
  std::string_view thrown;  ///< how the message starts
  YamlPlace place;
  std::string_view english, vietnamese;
};

constexpr std::string_view kOpenQuotes = "illegal EOF in scalar";
constexpr std::string_view kUnknownAlias = "the referenced anchor is not defined";

constexpr std::array kTranslations = {
    Translation{"illegal map value", YamlPlace::given,
                "a colon stands where none can be; text with a colon needs double quotes",
                "dấu hai chấm đặt sai chỗ; chuỗi có dấu hai chấm phải để trong dấu ngoặc kép"},
    Translation{"end of map not found", YamlPlace::given,
                "this does not continue the fields above: check indentation and quotes",
                "phần này không nối tiếp các trường phía trên: kiểm tra thụt đầu dòng và dấu ngoặc kép"},
    Translation{"end of sequence not found", YamlPlace::given,
                "this does not continue the list above: check indentation and hyphens",
                "phần này không nối tiếp danh sách phía trên: kiểm tra thụt đầu dòng và dấu gạch đầu dòng"},
    Translation{"end of map flow not found", YamlPlace::opening,
                "the { that stands here is not closed, or a comma is missing",
                "dấu { ở đây chưa được đóng, hoặc thiếu dấu phẩy"},
    Translation{"end of sequence flow not found", YamlPlace::opening,
                "the [ that stands here is not closed, or a comma is missing",
                "dấu [ ở đây chưa được đóng, hoặc thiếu dấu phẩy"},
    Translation{"illegal flow end", YamlPlace::given, "a bracket closes that was not opened",
                "dấu ngoặc đóng không có dấu ngoặc mở"},
    Translation{kOpenQuotes, YamlPlace::given, "the quotes around a text are not closed",
                "chuỗi thiếu dấu ngoặc kép đóng"},
    Translation{"illegal tab when looking for indentation", YamlPlace::given,
                "the line is indented by a tab; only spaces are allowed",
                "dòng thụt bằng phím tab; chỉ được dùng dấu cách"},
    Translation{"illegal block entry", YamlPlace::given, "a hyphen of a list stands where no list can start",
                "dấu gạch đầu dòng của danh sách đặt sai chỗ"},
    Translation{"illegal map key", YamlPlace::given, "a field stands where none can start", "trường đặt sai chỗ"},
    Translation{"unknown token", YamlPlace::given, "text cannot start with this character; put it in double quotes",
                "chuỗi không thể bắt đầu bằng ký tự này; hãy để trong dấu ngoặc kép"},
    Translation{"unknown escape character", YamlPlace::last_escape,
                "this escape has no meaning; a backslash is written \\\\",
                "dấu gạch chéo ngược đặt sai; muốn ghi dấu này thì viết \\\\"},
    Translation{"bad character found while scanning hex number", YamlPlace::last_escape,
                "this escape lacks hexadecimal digits", "mã ký tự này thiếu chữ số thập lục phân"},
    Translation{"invalid unicode", YamlPlace::last_escape, "this escape stands for no character",
                "mã này không ứng với ký tự nào"},
};

YamlError translated(const Translation& known) {
  return {known.place, false, {std::string(known.english), std::string(known.vietnamese)}};
}

}  // namespace

YamlError explain_yaml_error(std::string_view thrown) {
  if (thrown == kUnknownAlias) return {YamlPlace::given, true, {}};
  const auto found = std::find_if(kTranslations.begin(), kTranslations.end(),
                                  [&](const Translation& known) { return thrown.starts_with(known.thrown); });
  if (found != kTranslations.end()) return translated(*found);
  const bool readable = base::find_invalid_utf8(thrown) == std::string_view::npos;
  const std::string words(readable ? thrown : "?");
  return {YamlPlace::given, false, {words, words}};
}

YamlError open_quotes() { return explain_yaml_error(kOpenQuotes); }

}  // namespace thidua::content
