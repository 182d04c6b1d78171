#include "content/schema/validator.hpp"

#include <array>
#include <cassert>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "content/schema/value_adapter.hpp"

namespace thidua::content {
namespace {

struct Sentence {
  std::string_view start;  ///< of valijson's description
  Fault fault;
};

/// Only what a value itself gets wrong. "Failed to validate item #…" and the like repeat it for every object and list
/// around.
constexpr std::array kSentences = {
    Sentence{"Missing required property '", Fault::missing_field},
    Sentence{"Object contains a property that could not be validated", Fault::unknown_key},
    Sentence{"Value type not permitted by 'type' constraint", Fault::wrong_type},
    Sentence{"Failed to match against any enum values", Fault::not_one_of},
    Sentence{"Failed to match expected value set by 'const'", Fault::not_one_of},
    Sentence{"Failed to match regex specified by 'pattern'", Fault::wrong_form},
    Sentence{"String should be no fewer than", Fault::too_short},
    Sentence{"String should be no more than", Fault::too_long},
    Sentence{"Expected number greater than", Fault::too_small},
    Sentence{"Expected number less than", Fault::too_large},
    Sentence{"Array should contain no fewer than", Fault::too_few_items},
    Sentence{"Array should contain no more than", Fault::too_many_items},
};

/// "<root>", "[targets]", "[0]" -> targets, 0.
std::vector<std::string> path_of(const std::vector<std::string>& context) {
  std::vector<std::string> path;
  for (std::size_t i = 1; i < context.size(); ++i) path.push_back(context[i].substr(1, context[i].size() - 2));
  return path;
}

std::string quoted_name(std::string_view description) {
  const std::size_t first = description.find('\''), last = description.rfind('\'');
  return std::string(description.substr(first + 1, last - first - 1));
}

std::optional<Finding> finding(const valijson::ValidationResults::Error& error) {
  for (const Sentence& sentence : kSentences) {
    if (!error.description.starts_with(sentence.start)) continue;
    const bool names = sentence.fault == Fault::missing_field;
    return Finding{sentence.fault, path_of(error.context), names ? quoted_name(error.description) : ""};
  }
  return std::nullopt;
}

}  // namespace

/// valijson::Validator caches compiled patterns without protection: each thread at work borrows one of its own.
class Validator::Engine {
 public:
  explicit Engine(const Value& schema) {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(ValueAdapter(schema), schema_);
  }

  bool fits(const Value& value, valijson::ValidationResults* results) {
    std::unique_ptr<valijson::Validator> worker = borrow();
    const bool valid = worker->validate(schema_, ValueAdapter(value), results);
    const std::lock_guard guard(mutex_);
    idle_.push_back(std::move(worker));
    return valid;
  }

 private:
  std::unique_ptr<valijson::Validator> borrow() {
    const std::lock_guard guard(mutex_);
    if (idle_.empty()) return std::make_unique<valijson::Validator>();
    std::unique_ptr<valijson::Validator> worker = std::move(idle_.back());
    idle_.pop_back();
    return worker;
  }

  valijson::Schema schema_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<valijson::Validator>> idle_;
};

Validator::Validator(const Value& schema) : engine_(std::make_unique<Engine>(schema)) {}

Validator::~Validator() = default;

std::vector<Finding> Validator::findings(const Value& value) const {
  if (engine_->fits(value, nullptr)) return {};
  valijson::ValidationResults results;
  engine_->fits(value, &results);
  std::vector<Finding> found;
  for (const auto& error : results) {
    if (std::optional<Finding> one = finding(error)) found.push_back(std::move(*one));
  }
  assert(!found.empty() && "a test allows only keywords of whose findings we know");
  return found;
}

}  // namespace thidua::content
