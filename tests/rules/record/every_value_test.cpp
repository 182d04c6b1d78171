// Each value of the fictional campaign's results and scores, changed or taken out by itself: whatever a reader sees,
// the change is found.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/disk.hpp"
#include "content/read_content.hpp"
#include "content/schema/embedded.hpp"
#include "content/schema/schema.hpp"
#include "model/build_site.hpp"
#include "rules/record/corrections.hpp"

using namespace thidua;
using content::Value;

namespace {

const std::string kCampaign = "minh-hoa-2021-2025";

/// What is not published, so that it may change.
const std::set<std::string> kNotPublished = {
    "$schema",       // names the file's form, for editors
    "illustrative",  // the campaign says it; a file cannot
    "internal",      // a note for the office
    "publish_at",    // when, not what; hiding what was published is found as a record that is gone
    "expire_at",
    "sort_name",  // the order of a list, not what stands in it
    "rank",       // follows from the points; another one is an error of its own
};

/// What may be left out because it is said elsewhere too.
const std::set<std::string> kSaidElsewhere = {
    "block",  // by the unit
    "year",   // by a round that has only one
};

/// Where a value stands in its file: positions of members and items from the root down.
using Path = std::vector<std::size_t>;

/// Children of an object or a list.
std::size_t size_of(const Value& value) {
  return value.is_object() ? value.as_object().size() : value.is_array() ? value.as_array().size() : 0;
}

Value& child(Value& value, std::size_t position) {
  return value.is_object() ? value.as_object()[position].value : value.as_array()[position];
}

Value& at(Value& root, const Path& path) {
  Value* value = &root;
  for (const std::size_t position : path) value = &child(*value, position);
  return *value;
}

/// The name of the nearest member above, and the whole way there: "awards/2/dossier/received".
struct Name {
  std::string key, way;
};

template <class Visit>
void walk(Value& value, Path& path, const Name& name, Visit visit) {
  if (!path.empty()) visit(value, path, name);
  for (std::size_t i = 0; i < size_of(value); ++i) {
    const std::string step = value.is_object() ? value.as_object()[i].key : std::to_string(i);
    path.push_back(i);
    walk(child(value, i), path, {value.is_object() ? step : name.key, name.way + "/" + step}, visit);
    path.pop_back();
  }
}

/// Values of one field throughout the campaign: one may stand where another does.
using Values = std::map<std::string, std::set<std::string>>;

void change(Value& value, const std::string& key, const Values& values) {
  if (value.is_null()) {
    value = Value(std::string("có"), value.at);
  } else if (value.is_bool()) {
    value = Value(!value.as_bool(), value.at);
  } else if (value.is_number()) {
    const double number = value.as_number().value();
    value = Value(Value::Number{fmt::format("{}", number >= 1 ? number - 1 : number + 1)}, value.at);
  } else if (model::parse_date(value.as_string())) {
    const std::string day = value.as_string();
    value = Value(day.substr(0, 8) + (day.ends_with("15") ? "16" : "15"), value.at);
  } else {
    const std::set<std::string>& known = values.at(key);
    const auto other = std::find_if(known.begin(), known.end(), [&](const auto& v) { return v != value.as_string(); });
    value = Value(other == known.end() ? value.as_string() + "-khac" : *other, value.at);
  }
}

const content::Schema& schema(const char* name) {
  static std::map<std::string, content::Schema> schemas;
  if (schemas.empty()) {
    for (const content::EmbeddedSchema& one : content::embedded_schemas())
      schemas.try_emplace(std::string(one.name), one.text);
  }
  return schemas.at(name);
}

/// The campaign with one of its files of results or scores.
class World {
 public:
  explicit World(content::Sources sources) : sources_(std::move(sources)) {}

  /// What a change leads to.
  struct Found {
    bool refused = false;    ///< the file does not fit its schema
    bool reported = false;   ///< as a change of what was published
    bool published = false;  ///< the published record shows it
    std::string codes;
  };
  Found found(const std::function<void(Value&)>& alter) const {
    Found out;
    Diagnostics diagnostics;
    content::Sources sources = sources_;
    auto& folder = sources.campaigns.front();
    Value& root = (folder.results.empty() ? folder.scores : folder.results).front().root;
    alter(root);
    out.refused = !schema(folder.results.empty() ? "scores" : "results").check(root, "file", diagnostics);
    const model::Site changed = site(std::move(sources), diagnostics);
    const model::Published now = model::published(changed);
    rules::changed_silently(changed, before(), now, diagnostics);
    out.published = !(now == before());
    for (const Diagnostic& d : diagnostics.sorted()) {
      out.reported |= d.code == Code::changed_silently || d.code == Code::entry_gone;
      out.codes.append(" ").append(describe(d.code).name);
    }
    return out;
  }

 private:
  static model::Site site(content::Sources&& sources, Diagnostics& diagnostics) {
    return model::build_site(sources, {{}, 1, model::parse_moment("2031-12-31").value()}, diagnostics);
  }

  const model::Published& before() const {
    if (before_.files.empty()) {
      Diagnostics diagnostics;
      before_ = model::published(site(content::Sources(sources_), diagnostics));
      REQUIRE_FALSE(diagnostics.has_errors());
    }
    return before_;
  }

  content::Sources sources_;
  mutable model::Published before_;
};

const content::Sources& shipped() {
  static const content::Sources sources = [] {
    Diagnostics diagnostics;
    auto read = content::read_content(*base::real_disk(), THIDUA_SOURCE_DIR, 1, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    for (content::TextFile& practice : read.practices) {  // so that the award alone leads to the practice
      std::erase_if(practice.front_matter.as_object(), [](const content::Member& m) { return m.key == "award"; });
    }
    return read;
  }();
  return sources;
}

/// Calls `use` with each file of results and scores, and the world that holds it alone.
template <class Use>
void each_file(Use use) {
  content::Sources sources;
  sources.site = shipped().site;
  sources.units = shipped().units;
  sources.practices = shipped().practices;
  sources.media = shipped().media;
  const auto all = std::find_if(shipped().campaigns.begin(), shipped().campaigns.end(),
                                [](const auto& folder) { return folder.id == kCampaign; });
  REQUIRE(all != shipped().campaigns.end());
  content::CampaignFolder folder{all->id, all->facts, all->documents, {}, {}, {}, {}};
  for (const auto list : {&content::CampaignFolder::results, &content::CampaignFolder::scores}) {
    REQUIRE_FALSE(((*all).*list).empty());
    for (const content::DataFile& file : (*all).*list) {
      sources.campaigns = {folder};
      (sources.campaigns.front().*list).push_back(file);
      use(file, World(sources));
    }
  }
}

Values values_of_all() {
  Values out;
  each_file([&](const content::DataFile& file, const World&) {
    Value root = file.root;
    Path path;
    walk(root, path, {}, [&](const Value& value, const Path&, const Name& name) {
      if (value.is_string()) out[name.key].insert(value.as_string());
    });
  });
  return out;
}

}  // namespace

TEST_CASE("rules::changed_silently: every published value of results and scores") {
  const Values values = values_of_all();
  std::size_t changed = 0;
  each_file([&](const content::DataFile& file, const World& world) {
    Value root = file.root;
    Path path;
    walk(root, path, {}, [&](const Value& value, const Path& where, const Name& name) {
      if (value.is_object() || value.is_array() || kNotPublished.contains(name.key)) return;
      const auto found = world.found([&](Value& copy) { change(at(copy, where), name.key, values); });
      CHECK_MESSAGE(found.reported, file.path << name.way << found.codes);
      ++changed;
    });
  });
  CHECK(changed > 1000);
}

TEST_CASE("rules::changed_silently: every part of results and scores that is taken out") {
  each_file([&](const content::DataFile& file, const World& world) {
    Value root = file.root;
    Path path;
    walk(root, path, {}, [&](const Value&, const Path& where, const Name& name) {
      if (kNotPublished.contains(name.key)) return;
      const auto found = world.found([&](Value& copy) {
        Value& parent = at(copy, {where.begin(), where.end() - 1});
        const auto position = static_cast<std::ptrdiff_t>(where.back());
        if (parent.is_object())
          parent.as_object().erase(parent.as_object().begin() + position);
        else
          parent.as_array().erase(parent.as_array().begin() + position);
      });
      const bool same = !found.published && kSaidElsewhere.contains(name.key);
      CHECK_MESSAGE((found.reported || found.refused || same), file.path << name.way << found.codes);
    });
  });
}
