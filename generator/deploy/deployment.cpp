#include "deploy/deployment.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <span>
#include <utility>

#include "data/published_record.hpp"
#include "deploy/allowed.hpp"
#include "deploy/carry/carrier.hpp"
#include "deploy/carry/ledger.hpp"
#include "deploy/carry/lock.hpp"
#include "deploy/carry/parcels.hpp"
#include "deploy/carry/tries.hpp"
#include "deploy/plan/forms.hpp"
#include "deploy/plan/known.hpp"
#include "deploy/report.hpp"
#include "publish/site_path.hpp"

namespace thidua::deploy {
namespace {

/// What of a host is read at most; far above what a site of 100,000 pages has.
constexpr std::uint64_t kMaxList = 256 << 20;
/// Files are read and compressed while those before them travel, so many, or so many bytes, at a time.
constexpr std::size_t kBatchFiles = 512;
constexpr std::uint64_t kBatchBytes = 32 << 20;

std::optional<std::chrono::steady_clock::time_point> end_of(const Order& order, const base::Clock& clock) {
  return order.whole ? std::optional(clock.steady() + *order.whole) : std::nullopt;
}

/// The order in run() is what readers and the next deployment rely on:
/// 1. nobody else deploys (lock); 2. what is there is read, and what is to be done is decided and allowed;
/// 3. group after group travels: what pages need, pages, entries; the journal says what is in doubt;
/// 4. only then what is no longer part is removed; 5. the manifest is written, and the journal removed.
class Deployment {
 public:
  Deployment(Host& host, const Output& output, const Order& order, const Surroundings& around, Diagnostics& diagnostics)
      : host_(host),
        output_(output),
        order_(order),
        around_(around),
        diagnostics_(diagnostics),
        tries_(host, around.clock, around.stopped, end_of(order, around.clock)),
        lock_(host, tries_, around.clock, around.who, around.run),
        carrier_(host, tries_, around.clock, [this] { return keep(); }) {}

  Outcome run() {
    outcome_.complete = ok(tries_.connect()) && (order_.dry_run || take_lock()) && look() && is_allowed() &&
                        (order_.dry_run || (carry() && clear() && seal()));
    if (!outcome_.complete && began_) tell_what_stands();
    if (Done given = lock_.give_back(); !given)
      diagnostics_.add(Code::deploy_lock_stays, {}, {kLockName, given.error().words});
    return std::move(outcome_);
  }

 private:
  bool ok(const Done& done) {
    if (done) return true;
    if (lock_lost_) return diagnostics_.add(Code::deploy_lock_lost, {}), false;
    if (const auto stop = tries_.stop()) return report(*stop, diagnostics_), false;
    return report(done.error(), diagnostics_), false;
  }

  template <class T>
  bool ok(const Result<T>& result) {
    return ok(result ? Done() : tl::make_unexpected(result.error()));
  }

  bool take_lock() {
    const auto answer = lock_.take();
    if (!ok(answer)) return false;
    if (answer->taken_over) diagnostics_.add(Code::deploy_lock_expired, {}, {answer->taken_over->who});
    if (!answer->ours) diagnostics_.add(Code::deploy_locked, {}, {answer->held_by->who, time_left(*answer->held_by)});
    return answer->ours;
  }

  /// In whole minutes, at least one.
  std::string time_left(const LockOwner& owner) const {
    const auto left = std::chrono::ceil<std::chrono::minutes>(owner.until - around_.clock.now());
    return std::to_string(std::max<long>(1, left.count()));
  }

  Result<std::optional<std::string>> read(std::string_view path) {
    return tries_.again([&] { return host_.read(std::string(path), kMaxList); });
  }

  /// Reads what is known of the host's files, and makes the plan.
  bool look() {
    const auto manifest = read(publish::kManifestName);
    if (!ok(manifest)) return false;
    const auto journal = read(kJournalName);
    if (!ok(journal)) return false;
    Recalled recalled = recall(*manifest, *journal);
    if (recalled.memory == Memory::damaged)
      diagnostics_.add(Code::deploy_manifest_damaged, {}, {std::string(publish::kManifestName)});
    outcome_.ability = host_.ability();
    journal_is_there_ = journal->has_value();
    dress_ = outcome_.ability.headers ? Dress::headers : order_.forms ? Dress::beside : Dress::plain;
    ledger_.emplace(host_, tries_, around_.clock, std::move(recalled));
    outcome_.plan = make_plan(output_.manifest, ledger_->known(), dress_);
    return true;
  }

  bool is_allowed() {
    const auto read_record = [this](std::optional<std::string>& out) {
      auto record = read(data::kPublishedRecord);
      if (!ok(record)) return false;
      out = std::move(*record);
      return true;
    };
    const bool allowed =
        deploy::is_allowed(output_, ledger_->known(), outcome_.plan, order_, around_, read_record, diagnostics_);
    if (allowed) around_.planned(outcome_.plan);
    return allowed;
  }

  bool carry() {
    const std::vector<Parcel>& all = outcome_.plan.send;
    if (all.empty()) return true;
    if (!ok(renew_lock())) return false;
    began_ = true;
    if (!ok(ledger_->expect(all, dress_))) return false;
    for (const Group group : kGroups) {
      const auto is_of = [&](const Parcel& parcel) { return parcel.group == group; };
      const auto first = std::find_if(all.begin(), all.end(), is_of);
      const auto last = std::find_if_not(first, all.end(), is_of);
      if (first != last && !carry(group, {first, last})) return false;
    }
    return true;
  }

  bool carry(Group group, std::span<const Parcel> parcels) {
    if (!ok(renew_lock())) return false;
    reached_ = group == Group::needed ? Reached::needed : group == Group::pages ? Reached::pages : Reached::entries;
    auto next = begin_batch(parcels);
    while (next.valid()) {
      Shipments batch = next.get();
      next = begin_batch(parcels);
      if (!batch.not_as_built.empty()) return tell_not_as_built(batch.not_as_built.front());
      if (!ok(carrier_.put(std::move(batch), [this](const Shipment& one) { note(one); }))) return false;
    }
    return true;
  }

  /// Takes the next few off the front and prepares them on other threads; nothing is left to prepare otherwise.
  std::future<Shipments> begin_batch(std::span<const Parcel>& parcels) {
    std::size_t count = 0;
    for (std::uint64_t bytes = 0; count < parcels.size() && count < kBatchFiles && bytes < kBatchBytes; ++count)
      bytes += parcels[count].facts.size;
    if (count == 0) return {};
    const auto batch = parcels.first(count);
    parcels = parcels.subspan(count);
    return std::async(std::launch::async, [this, batch] {
      return make_shipments(around_.disk, output_.folder, batch, dress_, order_.jobs);
    });
  }

  bool tell_not_as_built(const std::string& path) {
    diagnostics_.add(Code::deploy_not_as_built, {}, {base::join(output_.folder, path)});
    return false;
  }

  void note(const Shipment& shipment) {
    ledger_->arrived(shipment);
    outcome_.bytes += shipment.size;
    if (shipment.is_form) return;
    ++outcome_.sent;
    around_.arrived(shipment.facts.size);
  }

  bool clear() {
    const std::vector<std::string> going = ledger_->settle(output_.manifest, dress_);
    outcome_.kept = count_files(ledger_->known().former);
    if (going.empty()) return true;
    if (!ok(renew_lock())) return false;
    began_ = true;
    if (!ok(ledger_->expect_removal(going))) return false;
    reached_ = Reached::site;
    return ok(carrier_.remove(going, [this](const std::string& path) {
      ledger_->removed(path);
      outcome_.removed += whose_form(path).empty() && !is_temporary(path) ? 1 : 0;
    }));
  }

  bool seal() {
    const auto manifest = ledger_->new_manifest(output_.manifest.facts);
    if (!manifest && !began_ && !journal_is_there_) return true;
    if (!ok(renew_lock())) return false;
    if (began_) reached_ = Reached::site;
    return ok(ledger_->seal(manifest, journal_is_there_));
  }

  Done renew_lock() { return still_ours(lock_.renew()); }

  Done keep() {
    if (Done ours = still_ours(lock_.keep()); !ours) return ours;
    return began_ ? ledger_->keep() : Done();
  }

  Done still_ours(const Result<bool>& ours) {
    if (!ours) return tl::make_unexpected(ours.error());
    lock_lost_ = !*ours;
    return *ours ? Done() : tl::make_unexpected(Failure{FailureKind::refused, "renew lock", kLockName, "lost"});
  }

  /// Another deployer's journal is not to be written over.
  void tell_what_stands() {
    if (!lock_lost_) ledger_->keep_at_last();
    report(reached_, outcome_.sent, outcome_.plan.send.size(), diagnostics_);
  }

  Host& host_;
  const Output& output_;
  const Order& order_;
  const Surroundings& around_;
  Diagnostics& diagnostics_;
  Tries tries_;
  TargetLock lock_;
  Carrier carrier_;
  std::optional<Ledger> ledger_;  ///< from look() on
  Dress dress_ = Dress::plain;
  Outcome outcome_;
  Reached reached_ = Reached::nothing;
  bool began_ = false;  ///< something on the host may be other than before
  bool journal_is_there_ = false;
  bool lock_lost_ = false;
};

}  // namespace

Outcome deploy(Host& host, const Output& output, const Order& order, const Surroundings& around,
               Diagnostics& diagnostics) {
  return Deployment(host, output, order, around, diagnostics).run();
}

}  // namespace thidua::deploy
