#include "search/collate.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/parallel.hpp"

namespace thidua::search {

namespace {

/// A form of one harvest under numbers that all harvests share.
struct KnownForm {
  std::uint32_t first = 0, second = 0;  ///< syllables; the second counted from 1
  WordId first_word = kNoWord, second_word = kNoWord;
  std::uint32_t pages = 0;
  FormId local = 0;

  auto order() const { return std::tuple(first, second, first_word, second_word); }
};

constexpr std::uint32_t kMostTerms = (1U << 28U) - 1;

/// Where the occurrences of a harvest's form belong. Small, for each occurrence looks at one.
struct Target {
  std::uint32_t term : 28 = 0;
  std::uint32_t form : 4 = 0;
};

class Collator {
 public:
  Collator(const std::vector<const Harvest*>& harvests, const std::vector<PageSource>& pages, unsigned jobs)
      : harvests_(harvests), pages_(pages), jobs_(jobs) {}

  Collation collate() {
    collate_words();
    sort_forms();
    make_terms();
    fill_postings();
    for (const PageSource& page : pages_)
      out_.title_words.push_back(harvests_[page.harvest]->pages()[page.page].title_words);
    return std::move(out_);
  }

 private:
  void collate_words() {
    std::vector<const Word*> all;
    for (const Harvest* harvest : harvests_) {
      for (const Word& word : harvest->words()) all.push_back(&word);
    }
    const auto order = [](const Word* a, const Word* b) {
      return std::tie(a->key, a->form) < std::tie(b->key, b->form);
    };
    std::sort(all.begin(), all.end(), order);
    std::unordered_map<std::string_view, WordId> known;
    for (const Word* word : all) {
      if (out_.syllables.empty() || out_.syllables.back() != word->key) out_.syllables.push_back(word->key);
      if (!known.emplace(word->form, static_cast<WordId>(out_.words.size())).second) continue;
      out_.words.push_back(word->form);
      syllable_of_.push_back(static_cast<std::uint32_t>(out_.syllables.size() - 1));
    }
    for (const Harvest* harvest : harvests_) {
      auto& words = words_.emplace_back();
      for (const Word& word : harvest->words()) words.push_back(known.at(word.form));
    }
  }

  void sort_forms() {
    sorted_.resize(harvests_.size());
    base::for_each_index(harvests_.size(), jobs_, [&](std::size_t h) {
      const auto& words = words_[h];
      auto& sorted = sorted_[h];
      for (const Form& form : harvests_[h]->forms()) {
        const WordId first = words[form.first], second = form.second == kNoWord ? kNoWord : words[form.second];
        sorted.push_back({syllable_of_[first], second == kNoWord ? 0 : syllable_of_[second] + 1, first, second,
                          form.pages, static_cast<FormId>(sorted.size())});
      }
      std::sort(sorted.begin(), sorted.end(),
                [](const KnownForm& a, const KnownForm& b) { return a.order() < b.order(); });
    });
  }

  /// Goes through the sorted forms of all harvests side by side.
  void make_terms() {
    for (const auto& sorted : sorted_) targets_.emplace_back(sorted.size());
    std::vector<std::size_t> at(sorted_.size(), 0);
    while (true) {
      const KnownForm* least = nullptr;
      for (std::size_t h = 0; h < sorted_.size(); ++h) {
        const KnownForm* next = at[h] < sorted_[h].size() ? &sorted_[h][at[h]] : nullptr;
        if (next != nullptr && (least == nullptr || next->order() < least->order())) least = next;
      }
      if (least == nullptr) break;
      take_form(*least, at);
    }
    finish_term();
  }

  void take_form(const KnownForm& form, std::vector<std::size_t>& at) {
    const std::uint32_t second = form.second == 0 ? kNoSyllable : form.second - 1;
    if (out_.terms.empty() || out_.terms.back().first != form.first || out_.terms.back().second != second) {
      finish_term();
      const auto forms = static_cast<std::uint32_t>(out_.forms.size());
      out_.terms.push_back({form.first, second, forms, forms, total_, total_});
    }
    std::uint32_t pages = 0;
    for (std::size_t h = 0; h < sorted_.size(); ++h) {
      if (at[h] == sorted_[h].size() || sorted_[h][at[h]].order() != form.order()) continue;
      const KnownForm& same = sorted_[h][at[h]++];
      pages += same.pages;
      waiting_.push_back({&targets_[h][same.local], frequency_.size()});
    }
    frequency_.push_back(pages);
    out_.forms.emplace_back(form.first_word, form.second_word);
    total_ += pages;
  }

  /// Orders the forms of the last term by how many pages have them.
  void finish_term() {
    if (out_.terms.empty()) return;
    Term& term = out_.terms.back();
    term.forms_end = static_cast<std::uint32_t>(out_.forms.size());
    term.postings_end = total_;
    std::vector<std::size_t> order(frequency_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return frequency_[a] > frequency_[b]; });
    std::vector<std::uint8_t> rank(order.size());
    std::vector<TermForm> forms;
    for (std::size_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = static_cast<std::uint8_t>(std::min<std::size_t>(i, kFormBits));
      forms.push_back(out_.forms[term.forms + order[i]]);
    }
    std::copy(forms.begin(), forms.end(), out_.forms.begin() + term.forms);
    for (const auto& [target, form] : waiting_)
      *target = {static_cast<std::uint32_t>(out_.terms.size() - 1) & kMostTerms, rank[form] & 0xFU};
    waiting_.clear();
    frequency_.clear();
  }

  /// Each worker fills in the postings of some pages that follow each other, so that those of a term come in order.
  void fill_postings() {
    out_.postings = std::make_unique_for_overwrite<Posting[]>(total_);
    const std::size_t parts = std::max(1U, jobs_);
    std::vector<std::vector<std::uint32_t>> places(parts);  // of each part, by term: how many postings, then where
    base::for_each_index(parts, jobs_, [&](std::size_t part) {
      places[part].resize(out_.terms.size());
      for_each_occurrence(part, parts,
                          [&](std::size_t, const Occurrence&, Target target) { ++places[part][target.term]; });
    });
    for (std::size_t term = 0; term < out_.terms.size(); ++term) {
      std::uint64_t place = out_.terms[term].postings;
      for (auto& own : places) place += std::exchange(own[term], static_cast<std::uint32_t>(place));
    }
    base::for_each_index(parts, jobs_, [&](std::size_t part) {
      for_each_occurrence(part, parts, [&](std::size_t page, const Occurrence& one, Target target) {
        out_.postings[places[part][target.term]++] = {static_cast<std::uint32_t>(page), one.place, one.count,
                                                      static_cast<std::uint8_t>(one.fields & 0xFU),
                                                      static_cast<std::uint8_t>(target.form & 0xFU)};
      });
    });
  }

  template <class Take>
  void for_each_occurrence(std::size_t part, std::size_t parts, Take take) const {
    for (std::size_t page = pages_.size() * part / parts; page < pages_.size() * (part + 1) / parts; ++page) {
      const auto& targets = targets_[pages_[page].harvest];
      const HarvestedPage& harvested = harvests_[pages_[page].harvest]->pages()[pages_[page].page];
      for (const Occurrence& one : std::span(harvested.occurrences, harvested.count))
        take(page, one, targets[one.form]);
    }
  }

  const std::vector<const Harvest*>& harvests_;
  const std::vector<PageSource>& pages_;
  const unsigned jobs_;
  Collation out_;
  std::vector<std::uint32_t> syllable_of_;      ///< by word
  std::vector<std::vector<WordId>> words_;      ///< of each harvest: its words under the numbers of all
  std::vector<std::vector<KnownForm>> sorted_;  ///< of each harvest
  std::vector<std::vector<Target>> targets_;    ///< of each harvest, by FormId
  std::uint64_t total_ = 0;                     ///< postings of the terms so far
  // Of the last term.
  std::vector<std::pair<Target*, std::size_t>> waiting_;  ///< and the position in frequency_
  std::vector<std::uint32_t> frequency_;                  ///< of each form
};

}  // namespace

std::string Collation::form(const TermForm& form) const {
  return form.second == kNoWord ? words[form.first] : words[form.first] + ' ' + words[form.second];
}

std::string Collation::key(const Term& term) const {
  return term.second == kNoSyllable ? syllables[term.first] : syllables[term.first] + ' ' + syllables[term.second];
}

Collation collate(const std::vector<const Harvest*>& harvests, const std::vector<PageSource>& pages, unsigned jobs) {
  return Collator(harvests, pages, jobs).collate();
}

}  // namespace thidua::search
