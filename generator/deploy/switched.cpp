#include "deploy/switched.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "data/published_record.hpp"
#include "deploy/allowed.hpp"
#include "deploy/carry/parcels.hpp"
#include "deploy/hosts/folder.hpp"
#include "deploy/plan/forms.hpp"
#include "publish/publication.hpp"
#include "publish/report.hpp"
#include "publish/site_path.hpp"
#include "publish/switching.hpp"

namespace thidua::deploy {
namespace {

constexpr std::uint64_t kMaxFile = 256 << 20;

/// One deployment by exchange of trees: what the folder has is looked through and the plan decided as for any host,
/// then the new tree is made of it all and put in place by publish::Publication.
class Switch {
 public:
  Switch(const std::string& folder, const Output& output, const Order& order, const Surroundings& around,
         Diagnostics& diagnostics)
      : folder_(folder), output_(output), order_(order), around_(around), diagnostics_(diagnostics) {}

  Outcome run() {
    // The lock comes first: what is looked at must not be another's by the time it is replaced.
    if (!order_.dry_run) {
      publication_ = publish::Publication::begin(around_.disk, folder_, diagnostics_);
      if (publication_ == nullptr) return std::move(outcome_);
    }
    outcome_.complete = look() && is_allowed() && (order_.dry_run || publish());
    return std::move(outcome_);
  }

 private:
  /// Empty where there is no such file; false where it cannot be read, which is reported.
  bool read(std::string_view path, std::optional<std::string>& out) {
    auto bytes = around_.disk.read(base::join(folder_, path), kMaxFile);
    if (bytes) return out = std::move(*bytes), true;
    const bool absent = bytes.error().error == ENOENT || bytes.error().error == ENOTDIR;
    if (!absent) publish::report(bytes.error(), diagnostics_);
    return absent;
  }

  bool look() {
    std::optional<std::string> manifest, journal;
    if (!read(publish::kManifestName, manifest) || !read(kJournalName, journal)) return false;
    known_ = recall(manifest, journal).known;
    dress_ = order_.forms ? Dress::beside : Dress::plain;
    outcome_.plan = make_plan(output_.manifest, known_, dress_);
    return true;
  }

  bool is_allowed() {
    const auto read_record = [this](std::optional<std::string>& out) { return read(data::kPublishedRecord, out); };
    const bool allowed = deploy::is_allowed(output_, known_, outcome_.plan, order_, around_, read_record, diagnostics_);
    if (allowed) around_.planned(outcome_.plan);
    return allowed;
  }

  bool publish() {
    Known settled = known_;
    const auto gone = to_remove(output_.manifest, settled, dress_, around_.clock.now());
    settled.facts = output_.manifest.facts;
    if (!add_all()) return false;
    for (const auto& [path, until] : settled.former) add_again(path);
    if (!publication_->finish(facts_of(settled), diagnostics_)) return false;
    outcome_.sent = outcome_.plan.send.size();
    outcome_.bytes = outcome_.plan.bytes;
    outcome_.kept = count_files(settled.former);
    const auto counts = [&](const auto& path) { return known_.files.contains(path) && whose_form(path).empty(); };
    outcome_.removed = static_cast<std::size_t>(std::count_if(gone.begin(), gone.end(), counts));
    return true;
  }

  /// Every file of the output, on several threads.
  bool add_all() {
    std::vector<Parcel> all;
    for (const auto& [path, facts] : output_.manifest.files)
      all.push_back({path, {facts.size, facts.hash, sent_tag(path, facts.size, dress_)}});
    std::vector<unsigned char> as_built(all.size(), 1);
    std::atomic<bool> ended = false;
    base::for_each_index(all.size(), order_.jobs, [&](std::size_t i) {
      if (ended || around_.stopped())
        ended = true;
      else
        as_built[i] = add(all[i]) ? 1 : 0;
    });
    const auto wrong = std::find(as_built.begin(), as_built.end(), 0);
    if (wrong != as_built.end()) tell_not_as_built(all[static_cast<std::size_t>(wrong - as_built.begin())].path);
    if (ended) diagnostics_.add(Code::deploy_stopped, {});
    return wrong == as_built.end() && !ended;
  }

  void tell_not_as_built(const std::string& path) {
    diagnostics_.add(Code::deploy_not_as_built, {}, {base::join(output_.folder, path)});
  }

  /// A file and its forms. What cannot be written is told by finish(). False where the file is not as it was built.
  bool add(const Parcel& parcel) {
    const auto there = known_.files.find(parcel.path);
    const bool is_same = there != known_.files.end() && there->second == parcel.facts;
    const Dress dress = is_same && add_forms_again(parcel.path) ? Dress::plain : dress_;
    const Shipments made = make_shipments(around_.disk, output_.folder, {&parcel, 1}, dress, 1);
    for (std::size_t i = 0; i < made.list.size(); ++i) {
      const Upload& upload = made.uploads[i];
      const auto bytes = upload.file.empty() ? upload.bytes : around_.disk.read(upload.file, kMaxFile);
      if (!bytes || (!upload.file.empty() && base::content_hash(*bytes) != made.list[i].facts.hash)) return false;
      static_cast<void>(publication_->add_sent(upload.path, *bytes, made.list[i].facts.sent));
    }
    if (!is_same) tell_arrived(parcel.facts.size);
    return made.not_as_built.empty();
  }

  void tell_arrived(std::uint64_t bytes) {
    const std::lock_guard lock(telling_);
    around_.arrived(bytes);
  }

  /// The forms that the folder has of a file that stays as it is. False where it has none, or one that was spoilt.
  bool add_forms_again(const std::string& path) {
    std::vector<std::string> forms;
    for (const Form form : kForms) {
      std::string one = path + std::string(ending(form));
      if (known_.files.contains(one)) forms.push_back(std::move(one));
    }
    const auto is_whole = [&](const std::string& one) { return bytes_there(one).has_value(); };
    if (dress_ != Dress::beside || forms.empty() || !std::all_of(forms.begin(), forms.end(), is_whole)) return false;
    for (const std::string& one : forms) add_again(one);
    return true;
  }

  void add_again(const std::string& path) {
    if (const auto bytes = bytes_there(path))
      static_cast<void>(publication_->add_sent(path, *bytes, known_.files.find(path)->second.sent));
  }

  /// Of a file that the folder has, as its list says; nothing where it is another one by now.
  std::optional<std::string> bytes_there(const std::string& path) const {
    const publish::FileFacts& facts = known_.files.find(path)->second;
    auto bytes = around_.disk.read(base::join(folder_, path), facts.size);
    if (!bytes || base::content_hash(*bytes) != facts.hash) return std::nullopt;
    return std::move(*bytes);
  }

  const std::string& folder_;
  const Output& output_;
  const Order& order_;
  const Surroundings& around_;
  Diagnostics& diagnostics_;
  std::unique_ptr<publish::Publication> publication_;
  Known known_;
  Dress dress_ = Dress::plain;
  Outcome outcome_;
  std::mutex telling_;  // several threads add files
};

/// Where a folder is, or will be made, without links on the way; ends with a slash.
std::string real_folder(const base::Disk& disk, const std::string& folder) {
  std::filesystem::path there = folder, to_make;
  auto real = disk.real_path(there.string());
  while (!real && there != there.parent_path()) {
    to_make = there.filename() / to_make;
    there = there.parent_path();
    real = disk.real_path(there.empty() ? "." : there.string());
  }
  std::string out = (std::filesystem::path(real.value_or("/")) / to_make).lexically_normal().string();
  return out.ends_with('/') ? out : out + "/";
}

/// Neither lies in the other: a site cannot be published into itself.
bool are_apart(const base::Disk& disk, const std::string& a, const std::string& b) {
  const std::string real_a = real_folder(disk, a), real_b = real_folder(disk, b);
  return !real_a.starts_with(real_b) && !real_b.starts_with(real_a);
}

/// The file system says only in the end that it cannot exchange this very folder.
bool cannot_exchange(const Diagnostics& diagnostics) {
  const auto all = diagnostics.sorted();
  return std::any_of(all.begin(), all.end(),
                     [](const Diagnostic& d) { return d.code == Code::output_cannot_exchange; });
}

}  // namespace

Outcome deploy_to_folder(const std::string& folder, const Output& output, const Order& order,
                         const Surroundings& around, Diagnostics& diagnostics) {
  if (!are_apart(around.disk, folder, output.folder)) {
    diagnostics.add(Code::deploy_into_itself, {}, {folder, output.folder});
    return {};
  }
  if (publish::can_exchange(around.disk, folder)) {
    Diagnostics found;
    Outcome outcome = Switch(folder, output, order, around, found).run();
    if (outcome.complete || !cannot_exchange(found)) return diagnostics.merge(std::move(found)), outcome;
  }
  return deploy(*folder_host(around.disk, folder), output, order, around, diagnostics);
}

}  // namespace thidua::deploy
