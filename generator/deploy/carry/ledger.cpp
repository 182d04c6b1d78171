#include "deploy/carry/ledger.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "deploy/plan/forms.hpp"
#include "publish/content_type.hpp"
#include "publish/site_path.hpp"

namespace thidua::deploy {
namespace {

/// The journal is written again so long after it was written last, or ten times as long as that took.
constexpr std::chrono::seconds kBetween(5);
constexpr int kShareOfTime = 10;

constexpr const char* kKeepLists = "no-store";

}  // namespace

Done put_text(Host& host, const std::string& path, const std::string& text) {
  const Headers headers{std::string(publish::content_type(path)), kKeepLists, {}};
  const Upload upload{path, {}, text, text.size(), headers};
  Done outcome = tl::make_unexpected(Failure{FailureKind::passing, "put", path, "no answer"});
  host.put(
      {&upload, 1}, [&](std::size_t, Done done) { outcome = std::move(done); }, [] { return true; });
  return outcome;
}

Ledger::Ledger(Host& host, Tries& tries, base::Clock& clock, Recalled recalled)
    : host_(host),
      tries_(tries),
      clock_(clock),
      known_(std::move(recalled.known)),
      base_(std::move(recalled.base_files)) {}

void Ledger::doubt(const std::string& path) {
  known_.files.erase(path);
  known_.former.erase(path);
  known_.doubtful.insert(path);
}

Done Ledger::expect(std::span<const Parcel> parcels, Dress dress) {
  for (const Parcel& parcel : parcels) {
    const bool may_have_forms = dress != Dress::headers && known_.doubtful.contains(parcel.path);
    doubt(parcel.path);
    for (const Form form : kForms) {
      const std::string path = parcel.path + std::string(ending(form));
      if (may_have_forms || known_.files.contains(path)) doubt(path);
    }
  }
  return write_journal();
}

Done Ledger::expect_removal(std::span<const std::string> paths) {
  for (const std::string& path : paths) doubt(path);
  return write_journal();
}

void Ledger::arrived(const Shipment& shipment) {
  known_.doubtful.erase(shipment.path);
  publish::FileFacts& facts = known_.files.insert_or_assign(shipment.path, shipment.facts).first->second;
  if (shipment.together == 1) return;
  const std::string path = shipment.is_form ? std::string(whose_form(shipment.path)) : shipment.path;
  Awaited& file = awaited_[path];
  if (!shipment.is_form) file.sent = std::exchange(facts.sent, {});
  if (++file.arrived < shipment.together) return;
  known_.files.find(path)->second.sent = std::move(file.sent);
  awaited_.erase(path);
}

// What the manifest on the host names stays in doubt: a journal that did not say so would bring it back.
void Ledger::removed(const std::string& path) {
  if (!base_.contains(path)) known_.doubtful.erase(path);
}

Done Ledger::write(const std::string& path, const std::string& text) {
  return tries_.again([&] { return put_text(host_, path, text); });
}

Done Ledger::write_journal() {
  const auto start = clock_.steady();
  begun_ = true;
  Done written = write(kJournalName, journal_text(known_, base_));
  const auto end = clock_.steady();
  due_ = end + std::max<std::chrono::steady_clock::duration>(kBetween, kShareOfTime * (end - start));
  return written;
}

Done Ledger::keep() { return clock_.steady() < due_ ? Done() : write_journal(); }

void Ledger::keep_at_last() {
  if (begun_) static_cast<void>(put_text(host_, kJournalName, journal_text(known_, base_)));
}

std::vector<std::string> Ledger::settle(const publish::Manifest& output, Dress dress) {
  return to_remove(output, known_, dress, clock_.now());
}

std::optional<std::string> Ledger::new_manifest(const std::map<std::string, std::string>& facts) {
  known_.facts = facts;
  std::string text = manifest_text(known_);
  return base::content_hash(text) == known_.base ? std::nullopt : std::optional(std::move(text));
}

Done Ledger::seal(const std::optional<std::string>& manifest, bool journal_is_there) {
  if (manifest) {
    if (Done written = write(std::string(publish::kManifestName), *manifest); !written) return written;
  }
  known_.doubtful.clear();
  if (!begun_ && !journal_is_there) return {};
  begun_ = false;
  return tries_.again([&] {
    const std::string journal = kJournalName;
    Done outcome;
    host_.remove({&journal, 1}, [&](std::size_t, Done done) { outcome = std::move(done); });
    return outcome;
  });
}

}  // namespace thidua::deploy
