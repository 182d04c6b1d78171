#include "content/syntax/yaml_error.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace thidua::content {
namespace {

struct Words {
  std::string_view english, vietnamese;
};

constexpr Words kNone;
constexpr Words kColon{"a colon stands where none can be; text with a colon needs double quotes",
                       "dấu hai chấm đặt sai chỗ; chuỗi có dấu hai chấm phải để trong dấu ngoặc kép"};
constexpr Words kNoColon{
    "a field needs a colon and a space after its name, and text of several lines double quotes",
    "sau tên trường phải có dấu hai chấm và dấu cách; chuỗi nhiều dòng phải để trong dấu ngoặc kép"};
constexpr Words kFields{"this does not continue the fields above: check indentation and quotes",
                        "phần này không nối tiếp các trường phía trên: kiểm tra thụt đầu dòng và dấu ngoặc kép"};
constexpr Words kList{"this does not continue the list above: check indentation and hyphens",
                      "phần này không nối tiếp danh sách phía trên: kiểm tra thụt đầu dòng và dấu gạch đầu dòng"};
constexpr Words kHyphen{"a hyphen of a list stands where no list can start",
                        "dấu gạch đầu dòng của danh sách đặt sai chỗ"};
constexpr Words kField{"a field stands where none can start", "trường đặt sai chỗ"};
constexpr Words kOpenBrace{"the { that stands here is not closed, or a comma is missing",
                           "dấu { ở đây chưa được đóng, hoặc thiếu dấu phẩy"};
constexpr Words kOpenBracket{"the [ that stands here is not closed, or a comma is missing",
                             "dấu [ ở đây chưa được đóng, hoặc thiếu dấu phẩy"};
constexpr Words kOpen{"the bracket that stands here is not closed", "dấu ngoặc ở đây chưa được đóng"};
constexpr Words kClosing{"a bracket closes that was not opened", "dấu ngoặc đóng không có dấu ngoặc mở"};
constexpr Words kNoValue{"a value is missing here", "ở đây thiếu giá trị"};
constexpr Words kOpenQuotes{"the quotes around a text are not closed", "chuỗi thiếu dấu ngoặc kép đóng"};
constexpr Words kTab{"the line is indented by a tab; only spaces are allowed",
                     "dòng thụt bằng phím tab; chỉ được dùng dấu cách"};
constexpr Words kStart{"text cannot start with this character; put it in double quotes",
                       "chuỗi không thể bắt đầu bằng ký tự này; hãy để trong dấu ngoặc kép"};
constexpr Words kBlock{
    "after | or > the text begins on the next line; text that starts with | or > needs double quotes",
    "sau | hoặc >, chuỗi phải bắt đầu ở dòng tiếp theo; chuỗi bắt đầu bằng | hoặc > phải để trong dấu "
    "ngoặc kép"};
constexpr Words kDirective{"a line cannot start with %; text that starts with it needs double quotes",
                           "dòng không thể bắt đầu bằng %; chuỗi bắt đầu bằng % phải để trong dấu ngoặc kép"};
constexpr Words kInvisible{"an invisible character stands here; delete it", "ở đây có ký tự không nhìn thấy; hãy xóa"};
constexpr Words kEscape{"this escape has no meaning; a backslash is written \\\\",
                        "dấu gạch chéo ngược đặt sai; muốn ghi dấu này thì viết \\\\"};
constexpr Words kHexadecimal{"this escape lacks hexadecimal digits", "mã ký tự này thiếu chữ số thập lục phân"};
constexpr Words kNoCharacter{"this escape stands for no character", "mã này không ứng với ký tự nào"};

constexpr std::string_view kNoContent = "did not find expected node content";
constexpr std::string_view kNoToken = "found character that cannot start any token";

struct Explanation {
  std::string_view problem, context;  ///< an empty one fits any
  YamlPlace place = YamlPlace::problem;
  Words words;
  Code code = Code::yaml_syntax;
};

/// The first that fits counts.
constexpr std::array kExplanations = {
    Explanation{"", "while scanning an anchor", YamlPlace::context, kNone, Code::yaml_alias},
    Explanation{"", "while scanning an alias", YamlPlace::context, kNone, Code::yaml_alias},
    Explanation{"", "while scanning a tag", YamlPlace::context, kNone, Code::yaml_tag},
    Explanation{"", "while parsing a tag", YamlPlace::context, kNone, Code::yaml_tag},
    Explanation{"found undefined tag handle", "", YamlPlace::problem, kNone, Code::yaml_tag},
    Explanation{"", "while scanning a quoted scalar", YamlPlace::context, kOpenQuotes},
    Explanation{"found unknown escape character", "", YamlPlace::last_escape, kEscape},
    Explanation{"did not find expected hexdecimal number", "", YamlPlace::last_escape, kHexadecimal},
    Explanation{"found invalid Unicode character escape code", "", YamlPlace::last_escape, kNoCharacter},
    Explanation{"did not find expected ',' or '}'", "", YamlPlace::context, kOpenBrace},
    Explanation{"did not find expected ',' or ']'", "", YamlPlace::context, kOpenBracket},
    Explanation{"did not find expected key", "", YamlPlace::problem, kFields},
    Explanation{"did not find expected <document start>", "", YamlPlace::problem, kFields},
    Explanation{"did not find expected '-' indicator", "", YamlPlace::problem, kList},
    Explanation{kNoContent, "", YamlPlace::problem, kNoValue},
    Explanation{"mapping values are not allowed in this context", "", YamlPlace::problem, kColon},
    Explanation{"found unexpected ':'", "", YamlPlace::problem, kColon},
    Explanation{"mapping keys are not allowed in this context", "", YamlPlace::problem, kField},
    Explanation{"block sequence entries are not allowed in this context", "", YamlPlace::problem, kHyphen},
    Explanation{"could not find expected ':'", "", YamlPlace::context, kNoColon},
    Explanation{"found a tab character that violates indentation", "", YamlPlace::problem, kTab},
    Explanation{"found a tab character where an indentation space is expected", "", YamlPlace::problem, kTab},
    Explanation{kNoToken, "", YamlPlace::problem, kStart},
    Explanation{"", "while scanning a block scalar", YamlPlace::context, kBlock},
    Explanation{"", "while scanning a directive", YamlPlace::context, kDirective},
    Explanation{"", "while scanning a %YAML directive", YamlPlace::context, kDirective},
    Explanation{"", "while scanning a %TAG directive", YamlPlace::context, kDirective},
    Explanation{"", "while scanning a tag directive", YamlPlace::context, kDirective},
    Explanation{"", "while parsing a %TAG directive", YamlPlace::context, kDirective},
    Explanation{"", "while parsing a tag directive", YamlPlace::context, kDirective},
    Explanation{"found duplicate %YAML directive", "", YamlPlace::problem, kDirective},
    Explanation{"found duplicate %TAG directive", "", YamlPlace::problem, kDirective},
    Explanation{"found incompatible YAML document", "", YamlPlace::problem, kDirective},
    Explanation{"control characters are not allowed", "", YamlPlace::problem, kInvisible},
};

bool fits(std::string_view wanted, std::string_view seen) { return wanted.empty() || wanted == seen; }

YamlError error_of(Code code, YamlPlace place, const Words& words) {
  if (words.english.empty()) return {code, place, {}};
  return {code, place, {std::string(words.english), std::string(words.vietnamese)}};
}

/// Where what stands at the place of a problem tells more than libyaml; nothing elsewhere.
std::optional<YamlError> explain_found(const Explanation& known, char found) {
  const bool is_parsed = known.problem.starts_with("did not find expected ");
  if (is_parsed && (found == ']' || found == '}')) return error_of(Code::yaml_syntax, YamlPlace::problem, kClosing);
  if (known.problem == kNoContent && found == '\0') return error_of(Code::yaml_syntax, YamlPlace::opening, kOpen);
  if (known.problem == kNoContent && found == '-') return error_of(Code::yaml_syntax, YamlPlace::problem, kHyphen);
  if (known.problem == kNoToken && found == '\t') return error_of(Code::yaml_syntax, YamlPlace::problem, kTab);
  return std::nullopt;
}

}  // namespace

YamlError explain_yaml_error(const YamlProblem& seen) {
  const auto found = std::find_if(kExplanations.begin(), kExplanations.end(), [&](const Explanation& known) {
    return fits(known.problem, seen.problem) && fits(known.context, seen.context);
  });
  if (found == kExplanations.end())
    return error_of(Code::yaml_syntax, YamlPlace::problem, {seen.problem, seen.problem});
  if (std::optional<YamlError> better = explain_found(*found, seen.found)) return *better;
  return error_of(found->code, found->place, found->words);
}

YamlError invisible_character() { return error_of(Code::yaml_syntax, YamlPlace::problem, kInvisible); }

}  // namespace thidua::content
