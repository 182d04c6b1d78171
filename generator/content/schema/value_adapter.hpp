// Lets valijson look at content::Value. For validator.cpp only: valijson's headers are heavy.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <valijson/adapters/std_string_adapter.hpp>
#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>

#include "content/value.hpp"

namespace thidua::content {

class ValueAdapter;
using AdaptedMember = std::pair<std::string, ValueAdapter>;

/// Walks the elements of a container, giving each as what valijson expects.
template <class Element, class Given>
class AdaptedIterator {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = Given;
  using difference_type = std::ptrdiff_t;
  using pointer = Given*;
  using reference = Given&;

  explicit AdaptedIterator(const Element* at) : at_(at) {}

  Given operator*() const;
  valijson::adapters::DerefProxy<Given> operator->() const { return valijson::adapters::DerefProxy<Given>(**this); }
  bool operator==(const AdaptedIterator& other) const = default;
  AdaptedIterator& operator++() {
    ++at_;
    return *this;
  }
  AdaptedIterator operator++(int) { return AdaptedIterator(at_++); }
  AdaptedIterator& operator--() {
    --at_;
    return *this;
  }
  void advance(std::ptrdiff_t count) { at_ += count; }

 private:
  const Element* at_;
};

class AdaptedArray {
 public:
  using const_iterator = AdaptedIterator<Value, ValueAdapter>;
  using iterator = const_iterator;

  AdaptedArray() = default;
  explicit AdaptedArray(const Value::Array& elements) : begin_(elements.data()), size_(elements.size()) {}

  iterator begin() const { return iterator(begin_); }
  iterator end() const { return iterator(begin_ + size_); }
  std::size_t size() const { return size_; }

 private:
  const Value* begin_ = nullptr;
  std::size_t size_ = 0;
};

class AdaptedObject {
 public:
  using const_iterator = AdaptedIterator<Member, AdaptedMember>;
  using iterator = const_iterator;

  AdaptedObject() = default;
  explicit AdaptedObject(const Value::Object& members) : begin_(members.data()), size_(members.size()) {}

  iterator begin() const { return iterator(begin_); }
  iterator end() const { return iterator(begin_ + size_); }
  iterator find(const std::string& key) const {
    const Member* at = begin_;
    while (at != begin_ + size_ && at->key != key) ++at;
    return iterator(at);
  }
  std::size_t size() const { return size_; }

 private:
  const Member* begin_ = nullptr;
  std::size_t size_ = 0;
};

/// A copy of a value that valijson keeps from a schema.
class FrozenCopy : public valijson::adapters::FrozenValue {
 public:
  explicit FrozenCopy(Value value) : value_(std::move(value)) {}
  FrozenValue* clone() const override { return new FrozenCopy(value_); }
  bool equalTo(const valijson::adapters::Adapter& other, bool strict) const override;

 private:
  Value value_;
};

/// What BasicAdapter asks of a value. The value outlives it.
class AdaptedValue {
 public:
  AdaptedValue() : value_(&empty_object()) {}
  explicit AdaptedValue(const Value& value) : value_(&value) {}

  valijson::adapters::FrozenValue* freeze() const { return new FrozenCopy(*value_); }
  static bool hasStrictTypes() { return true; }

  opt::optional<AdaptedArray> getArrayOptional() const {
    if (!isArray()) return {};
    return AdaptedArray(value_->as_array());
  }
  opt::optional<AdaptedObject> getObjectOptional() const {
    if (!isObject()) return {};
    return AdaptedObject(value_->as_object());
  }
  bool getArraySize(std::size_t& size) const {
    if (isArray()) size = value_->as_array().size();
    return isArray();
  }
  bool getObjectSize(std::size_t& size) const {
    if (isObject()) size = value_->as_object().size();
    return isObject();
  }
  bool getBool(bool& result) const {
    if (isBool()) result = value_->as_bool();
    return isBool();
  }
  bool getDouble(double& result) const {
    if (isDouble()) result = value_->as_number().value;
    return isDouble();
  }
  bool getInteger(std::int64_t& result) const {
    if (isInteger()) result = static_cast<std::int64_t>(value_->as_number().value);
    return isInteger();
  }
  bool getString(std::string& result) const {
    if (isString()) result = value_->as_string();
    return isString();
  }

  bool isArray() const { return value_->is_array(); }
  bool isBool() const { return value_->is_bool(); }
  bool isDouble() const { return isNumber() && !value_->as_number().integer; }
  bool isInteger() const { return isNumber() && value_->as_number().integer; }
  bool isNull() const { return value_->is_null(); }
  bool isNumber() const { return value_->is_number(); }
  bool isObject() const { return value_->is_object(); }
  bool isString() const { return value_->is_string(); }

 private:
  static const Value& empty_object() {
    static const Value value(Value::Object{}, Position{});
    return value;
  }

  const Value* value_;
};

class ValueAdapter
    : public valijson::adapters::BasicAdapter<ValueAdapter, AdaptedArray, AdaptedMember, AdaptedObject, AdaptedValue> {
 public:
  ValueAdapter() = default;
  explicit ValueAdapter(const Value& value) : BasicAdapter(AdaptedValue(value)) {}
};

template <>
inline ValueAdapter AdaptedArray::const_iterator::operator*() const {
  return ValueAdapter(*at_);
}

template <>
inline AdaptedMember AdaptedObject::const_iterator::operator*() const {
  return {at_->key, ValueAdapter(at_->value)};
}

inline bool FrozenCopy::equalTo(const valijson::adapters::Adapter& other, bool strict) const {
  return ValueAdapter(value_).equalTo(other, strict);
}

}  // namespace thidua::content

template <>
struct valijson::adapters::AdapterTraits<thidua::content::ValueAdapter> {
  using DocumentType = thidua::content::Value;
  static std::string adapterName() { return "ValueAdapter"; }
};
