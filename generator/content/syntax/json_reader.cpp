#include "content/syntax/json_reader.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "content/syntax/json_error.hpp"
#include "content/syntax/position.hpp"
#include "content/syntax/value_builder.hpp"

namespace thidua::content {
namespace {

/// Takes the events of rapidjson::Reader. They carry no position: a token starts at the first character after the end
/// of the one before that is no white space, comma or colon. What the parser has consumed, the stream tells.
class Events : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Events> {
 public:
  Events(std::string_view text, const rapidjson::MemoryStream& stream, ValueBuilder& builder)
      : text_(text), stream_(stream), builder_(builder), cursor_(text) {}

  bool Null() { return builder_.null(start_word()); }
  bool Bool(bool value) { return builder_.boolean(value, start_word()); }
  bool RawNumber(const char* spelling, rapidjson::SizeType length, bool /*copy*/) {
    return builder_.number({spelling, length}, start_word());
  }
  bool String(const char* decoded, rapidjson::SizeType length, bool /*copy*/) {
    const std::size_t start = token_start();
    const Position at = start_word();
    return builder_.text({decoded, length}, at, spelling(start, length));
  }
  bool Key(const char* decoded, rapidjson::SizeType length, bool /*copy*/) {
    const std::size_t start = token_start();
    const Position at = start_word();
    builder_.key({decoded, length}, at, spelling(start, length));
    return true;
  }
  bool StartObject() { return builder_.open_object(start_bracket()); }
  bool StartArray() { return builder_.open_array(start_bracket()); }
  bool EndObject(rapidjson::SizeType /*members*/) { return end_bracket(); }
  bool EndArray(rapidjson::SizeType /*elements*/) { return end_bracket(); }

  /// Offset of the token that starts after the last one finished.
  std::size_t token_start() const { return text_.find_first_not_of(" \t\n,:", end_); }

 private:
  /// The start of a token that the parser has consumed.
  Position start_word() {
    const Position at = cursor_.at(token_start());
    end_ = stream_.Tell();
    return at;
  }

  /// The start of a bracket, at which the parser stands.
  Position start_bracket() {
    const Position at = cursor_.at(stream_.Tell());
    end_ = stream_.Tell() + 1;
    return at;
  }

  bool end_bracket() {
    builder_.close();
    end_ = stream_.Tell() + 1;
    return true;
  }

  /// Without escapes, a string is as long as its token without the quotes.
  Spelling spelling(std::size_t start, std::size_t decoded) const {
    return end_ - start == decoded + 2 ? Spelling::plain : Spelling::escaped;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  ValueBuilder& builder_;
  PositionCursor cursor_;
  std::size_t end_ = 0;
};

JsonFault fault(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return JsonFault::rest;
    case rapidjson::kParseErrorObjectMissName:
      return JsonFault::key;
    case rapidjson::kParseErrorObjectMissColon:
      return JsonFault::colon;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return JsonFault::comma_or_brace;
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return JsonFault::comma_or_bracket;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringMissQuotationMark:
    case rapidjson::kParseErrorStringInvalidEncoding:
      return JsonFault::string;
    case rapidjson::kParseErrorNumberTooBig:
      return JsonFault::number_range;
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return JsonFault::number;
    default:
      return JsonFault::value;
  }
}

template <unsigned kExtraFlags>
std::optional<JsonFront> read(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                              const JsonLimits& limits) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | kExtraFlags;
  rapidjson::MemoryStream stream(text.data(), text.size());
  ValueBuilder builder(file, diagnostics, limits);
  Events events(text, stream, builder);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, events);
  const bool stopped = result.Code() == rapidjson::kParseErrorTermination;
  if (result.IsError() && !stopped) {
    report_json_error(text, fault(result.Code()), {result.Offset(), events.token_start()}, file, diagnostics);
  }
  if (result.IsError() || !builder.ok()) return std::nullopt;
  return JsonFront{builder.take(), stream.Tell()};
}

}  // namespace

std::optional<Value> read_json(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                               const JsonLimits& limits) {
  std::optional<JsonFront> front = read<rapidjson::kParseNoFlags>(text, file, diagnostics, limits);
  if (!front) return std::nullopt;
  return std::move(front->value);
}

std::optional<JsonFront> read_json_front(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  return read<rapidjson::kParseStopWhenDoneFlag>(text, file, diagnostics, {});
}

}  // namespace thidua::content
