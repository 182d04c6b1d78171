// A plan's text as clauses, each with one anchor from its printed numbering (kế hoạch: mục, khoản, điểm).
//
// The path of a clause joins the numbers above it: IV.1.2.a. Unnumbered items count as -1, +2, *1; paragraphs before
// the first number are preamble.p1 …; after a line `---` closing.p1 …; then recipients and signature. A number that
// comes again under the same parent gets ~2. Rewording a clause never changes its path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/clauses/quantity.hpp"

namespace thidua::model {

struct Clause {
  std::string path;                   ///< IV~2.1.2.a
  std::string marker;                 ///< as printed: "IV.", "1.2.", "a)", "-"; empty for a paragraph
  std::string text;                   ///< inline Markdown of the first paragraph, lines joined
  std::string body;                   ///< block Markdown of what follows before the next clause; often empty
  std::optional<std::size_t> parent;  ///< position in the document
  int depth = 0;                      ///< 0 at the top
  bool heading = false;               ///< a short title of what follows, rather than a sentence of its own
  std::uint32_t line = 0;             ///< in the file
  std::vector<Quantity> quantities;   ///< of its own text and body, without its number and the clauses below it
};

/// Far above what plans hold (200 pages are about 3,000 clauses), low enough that a page can show them.
inline constexpr std::size_t kMaxClauses = 20'000;
inline constexpr std::size_t kMaxClauseText = 512 * 1024;  ///< bytes of one clause, in Markdown

/// Splits the body of a plan into clauses, in the order of the text. `first_line` is the file's line of the body's
/// first. Takes time linear in the length of the text; every non-blank line ends up in exactly one clause. Stops after
/// one clause more than kMaxClauses.
std::vector<Clause> split_clauses(std::string_view body, std::uint32_t first_line);

/// A clause of one of the campaign's documents, which exists.
struct ClauseRef {
  std::size_t document = 0;  ///< position in Campaign::documents; 0 is the plan
  std::size_t clause = 0;    ///< position in that document's clauses

  bool operator==(const ClauseRef&) const = default;
};
using Clauses = std::vector<ClauseRef>;

}  // namespace thidua::model
