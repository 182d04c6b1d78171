// What a file of the content folder may be at most. Far above what real content needs, low enough that wrong or hostile
// input ends with a diagnostic within seconds and within a few hundred megabytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace thidua::content {

constexpr std::uint64_t kMegabyte = 1024 * 1024;

constexpr std::uint64_t kMaxDataFile = 8 * kMegabyte;    ///< bytes of a JSON file
constexpr std::uint64_t kMaxTextFile = 4 * kMegabyte;    ///< bytes of a Markdown file
constexpr std::uint64_t kMaxMediaFile = 20 * kMegabyte;  ///< bytes; what a reader on a phone can be asked to load
constexpr std::size_t kMaxFrontMatter = 64 * 1024;       ///< bytes

constexpr std::size_t kMaxDepth = 64;  ///< objects and lists inside each other
constexpr std::size_t kMaxValues =
    200'000;  ///< values of one file; each costs about 100 bytes of memory, 600 where all are wrong
constexpr std::size_t kMaxString = 10'000;  ///< bytes; what is longer belongs into a Markdown file
constexpr std::size_t kMaxNumber = 64;      ///< characters of one number
/// How much of one JSON text is taken; the default is that of files of the content.
struct JsonLimits {
  std::size_t values = kMaxValues;
  std::size_t string = kMaxString;  ///< bytes
};

constexpr std::size_t kMaxFindings = 100;  ///< reported for one file

constexpr std::size_t kMaxSlug = 64;          ///< characters of an id
constexpr std::size_t kMaxMediaName = 100;    ///< characters of the name of a file or folder under media/
constexpr std::size_t kMaxEntries = 100'000;  ///< files and folders in the content folder
constexpr std::size_t kMaxMediaDepth = 8;     ///< folders inside each other under media/

}  // namespace thidua::content
