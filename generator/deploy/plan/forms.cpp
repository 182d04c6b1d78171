#include "deploy/plan/forms.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include "publish/content_type.hpp"

namespace thidua::deploy {
namespace {

/// Below, what is saved fits into the packet that goes anyway.
constexpr std::uint64_t kSmallest = 512;
/// From here on time grows faster than the file shrinks (12 KB: 12 ms at 11, 0.2 ms at 5).
constexpr int kBrotliQuality = 5;
constexpr int kBrotliWindow = BROTLI_DEFAULT_WINDOW;
constexpr int kGzipLevel = 6;
constexpr int kGzipWindow = 15 + 16;  // 16: with the head of a gzip file
constexpr int kGzipMemory = 8;

std::optional<std::string> brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto* output = reinterpret_cast<std::uint8_t*>(out.data());
  if (BrotliEncoderCompress(kBrotliQuality, kBrotliWindow, BROTLI_MODE_TEXT, bytes.size(), input, &size, output) == 0)
    return std::nullopt;
  out.resize(size);
  return out;
}

/// With time 0 and no name in the head: the same bytes every time.
std::optional<std::string> gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, kGzipMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    return std::nullopt;
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return whole ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::string_view ending(Form form) { return form == Form::gzip ? ".gz" : ".br"; }

std::string_view encoding(Form form) { return form == Form::gzip ? "gzip" : "br"; }

std::optional<std::string> make_form(Form form, std::string_view bytes) {
  auto made = form == Form::gzip ? gzip(bytes) : brotli(bytes);
  if (made && made->size() > bytes.size() - bytes.size() / 10) return std::nullopt;
  return made;
}

bool has_forms(std::string_view path, std::uint64_t size) { return size >= kSmallest && publish::is_text(path); }

std::string_view whose_form(std::string_view path) {
  for (const Form form : kForms) {
    if (path.ends_with(ending(form))) return path.substr(0, path.size() - ending(form).size());
  }
  return {};
}

bool is_always_compressed(std::string_view path) {
  for (const std::string_view one : {".css", ".js", ".svg"}) {
    if (path.ends_with(one)) return true;
  }
  return false;
}

}  // namespace thidua::deploy
