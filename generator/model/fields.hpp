// Typed access to the members of one object of the content. The schema has vouched for the shape; what a schema cannot
// know (that a day exists, that a reference leads somewhere) is checked here and reported with its place.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/value.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/date.hpp"
#include "model/moment.hpp"
#include "model/vocabulary.hpp"

namespace thidua::model {

/// Ids of one kind (units, award forms, clauses …) and the positions they stand for.
class Index {
 public:
  /// `code` is reported where an id is asked for that is not there.
  explicit Index(Code code) : code_(code) {}

  /// False where the id is there already.
  bool add(const std::string& id, std::size_t position) { return positions_.emplace(id, position).second; }
  std::optional<std::size_t> find(const std::string& id) const;
  /// The known id that is most like this one; empty where none is near.
  std::string nearest(const std::string& id) const;
  Code code() const { return code_; }

  /// Whether the next position, from 0 on, stands for something invented. No call at all: nobody asks.
  void mark(bool invented) { invented_.push_back(invented); }
  /// Empty where it is not known.
  std::optional<bool> is_invented(std::size_t position) const;

  /// This id, and every id that begins with it and `/` or `#`, belongs to a file that could not be used: what is wrong
  /// is reported there, so that a reference to it is no finding of its own.
  void excuse(std::string id) { excused_.push_back(std::move(id)); }
  bool is_excused(std::string_view id) const;

 private:
  Code code_;
  std::unordered_map<std::string, std::size_t> positions_;
  std::vector<std::string> excused_;
  std::vector<bool> invented_;
};

/// Where findings about one file go.
struct Reading {
  std::string file;
  Diagnostics& diagnostics;
  int suggestions = 0;           ///< how often the nearest id was looked for, which takes time
  std::optional<bool> invented;  ///< what the file is about, where that is known: it refers to nothing else
  std::size_t findings = 0;      ///< reported so far

  /// Of very many findings only the first are kept.
  void report(Code code, Place at, std::vector<std::string> args);
  Place place(content::Position at) const { return {file, static_cast<int>(at.line), static_cast<int>(at.column)}; }
};

class Fields {
 public:
  Fields(const content::Value& object, Reading& reading) : object_(&object), reading_(&reading) {}

  const content::Value& object() const { return *object_; }
  Reading& reading() const { return *reading_; }
  Place place() const { return reading_->place(object_->at); }
  bool has(std::string_view key) const { return object_->find(key) != nullptr; }

  /// Empty where the key is absent; likewise below.
  std::string text(std::string_view key) const;
  bool flag(std::string_view key) const;
  std::optional<double> number(std::string_view key) const;
  std::optional<int> integer(std::string_view key) const;
  /// A number or a string as it was written.
  std::string spelling(std::string_view key) const;
  /// A number, or a fraction written as text: "2/3". 0 where it is neither.
  double quantity(std::string_view key) const;
  std::vector<int> integers(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  /// `publish_at` and `expire_at`.
  Visibility visibility() const;
  /// The two ends of a period; reports an end before the start.
  Period period(std::string_view from, std::string_view to) const;

  template <class E>
  E word(std::string_view key, E otherwise) const {
    return named<E>(text(key)).value_or(otherwise);
  }
  template <class E>
  std::optional<E> word(std::string_view key) const {
    return named<E>(text(key));
  }
  template <class E>
  std::vector<E> words(std::string_view key) const {
    std::vector<E> out;
    for (const std::string& name : texts(key)) {
      if (const auto value = named<E>(name)) out.push_back(*value);
    }
    return out;
  }

  /// The position behind an id; reports one that is not in the index.
  std::optional<std::size_t> reference(std::string_view key, const Index& index) const;
  std::vector<std::size_t> references(std::string_view key, const Index& index) const;
  /// The same for a list that stands deeper in the object.
  std::vector<std::size_t> references_in(const content::Value& list, const Index& index) const;

  /// Calls `read` with each object of an array, in order, and collects what it gives.
  template <class Read>
  auto list(std::string_view key, Read read) const {
    std::vector<decltype(read(std::declval<const Fields&>()))> out;
    each(key, [&](const Fields& item) { out.push_back(read(item)); });
    return out;
  }
  void each(std::string_view key, const std::function<void(const Fields&)>& use) const;

  /// What `read` makes of the object under that key, if it is there.
  template <class Read>
  auto nested(std::string_view key, Read read) const -> std::optional<decltype(read(std::declval<const Fields&>()))> {
    const content::Value* value = object_->find(key);
    if (value == nullptr || !value->is_object()) return std::nullopt;
    return read(Fields(*value, *reading_));
  }

  void report(Code code, std::string_view key, std::vector<std::string> args) const;
  /// The known id that is most like this one; empty where none is near, and for all but the first unknown ids of a
  /// file.
  std::string suggestion(const std::string& id, const Index& index) const;

 private:
  std::optional<Moment> moment(std::string_view key) const;
  std::optional<std::size_t> resolve(const content::Value& value, const Index& index) const;

  const content::Value* object_;
  Reading* reading_;
};

}  // namespace thidua::model
