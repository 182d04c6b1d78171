#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace thidua {
namespace {

/// Fills {0} … {9}; any other brace stays as it is. A part between two bars is left out where an argument in it is
/// empty.
std::string fill(std::string_view pattern, const std::vector<std::string>& args) {
  std::string out, part;
  bool empty = false;
  const auto end_part = [&] {
    if (!empty) out += part;
    part.clear();
    empty = false;
  };
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const auto index = slot ? static_cast<std::size_t>(pattern[i + 1] - '0') : args.size();
    if (index < args.size()) {
      part += args[index];
      empty = empty || (args[index].empty() &&
                        std::count(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(i), '|') % 2 == 1);
      i += 2;
    } else if (pattern[i] == '|') {
      end_part();
    } else {
      part += pattern[i];
    }
  }
  end_part();
  return out;
}

auto order(const Diagnostic& d) { return std::tie(d.place, d.code, d.args); }

}  // namespace

void Diagnostics::merge(Diagnostics&& other) {
  std::move(other.list_.begin(), other.list_.end(), std::back_inserter(list_));
  other.list_.clear();
}

int Diagnostics::count(Severity severity) const {
  return static_cast<int>(
      std::count_if(list_.begin(), list_.end(), [&](const Diagnostic& d) { return d.severity() == severity; }));
}

bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> out = list_;
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return order(a) < order(b); });
  out.erase(std::unique(out.begin(), out.end(), [](const auto& a, const auto& b) { return order(a) == order(b); }),
            out.end());
  return out;
}

std::string message(const Diagnostic& diagnostic, Language language) {
  const auto& d = describe(diagnostic.code);
  return fill(language == Language::vietnamese ? d.vietnamese : d.english, diagnostic.args);
}

std::string hint(const Diagnostic& diagnostic, Language language) {
  const auto& d = describe(diagnostic.code);
  return fill(language == Language::vietnamese ? d.vietnamese_hint : d.english_hint, diagnostic.args);
}

}  // namespace thidua
