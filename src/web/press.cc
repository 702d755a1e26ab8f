#include "web/press.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "seal/hash.h"

namespace comity {
namespace {

using PressClock = std::chrono::steady_clock;

// What a reader is told; the rest is for whoever runs the program.
Refusal for_readers(const Refusal& why) { return why.code == "office-failed" ? Refusal{"press-failed"} : why; }

// What would come out the same a minute later.
bool lasts(const Refusal& why) { return why.code == "press-failed" || why.code == "office-late"; }

}  // namespace

Press::Press(Make make, Stands stands, Limits limits)
    : make_(std::move(make)), stands_(std::move(stands)), limits_(limits), prints_(limits.bytes), thread_([this] {
        work();
      }) {}

std::string Press::recipe_of(std::string_view flat_odt, std::string_view format) {
  return to_hex(sha256(std::string(format) + '\n' + std::string(flat_odt)));
}

std::optional<Result<PrintBytes>> Press::at_hand(const std::string& recipe) {
  const std::lock_guard lock(mutex_);
  auto found = prints_.find(recipe, PressClock::now());
  if (found && *found) ++figures_.found;
  return found;
}

std::optional<Refusal> Press::unwelcome(const Order& order) const {
  if (!stands_()) return Refusal{"press-gone"};
  if (closed_ || waiting_ >= limits_.waiting) return Refusal{"press-busy"};
  const auto of_source =
      std::count_if(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.order.source == order.source; });
  if (static_cast<std::size_t>(of_source) >= limits_.of_a_source) return Refusal{"press-yours"};
  if (jobs_.size() >= limits_.documents) return Refusal{"press-busy"};
  return std::nullopt;
}

void Press::ask(Order order, Told told) {
  auto recipe = recipe_of(order.flat_odt, order.format);
  std::optional<Result<PrintBytes>> at_once;
  {
    const std::lock_guard lock(mutex_);
    at_once = prints_.find(recipe, PressClock::now());
    const auto same = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.recipe == recipe; });
    const bool joins = !at_once && same != jobs_.end() && !closed_ && waiting_ < limits_.waiting;
    figures_.found += joins || (at_once && *at_once);
    if (joins) {
      ++waiting_;
      same->told.push_back(std::move(told));
      return;
    }
    if (!at_once) {
      if (auto why = unwelcome(order)) {
        figures_.turned_away += why->code != "press-gone";
        at_once = Result<PrintBytes>(*std::move(why));
      } else {
        ++waiting_;
        jobs_.push_back({std::move(recipe), std::move(order), {}});
        jobs_.back().told.push_back(std::move(told));
        changed_.notify_one();
        return;
      }
    }
  }
  if (!*at_once) tell(at_once->refusal());
  told(*std::move(at_once));
}

// Who was served last comes after the others.
Press::Jobs::iterator Press::next() {
  const auto other =
      std::find_if(jobs_.begin(), jobs_.end(), [this](const Job& job) { return job.order.source != last_source_; });
  return other == jobs_.end() ? jobs_.begin() : other;
}

void Press::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
    if (closed_) return;
    const auto job = next();
    last_source_ = job->order.source;
    lock.unlock();  // the order itself is touched by nobody else
    const auto begun = PressClock::now();
    Result<std::string> made = Refusal{"press-failed"};
    try {
      made = make_(job->order.flat_odt, job->order.format);
    } catch (const std::exception&) {  // as if it had failed
    }
    done(job, std::move(made), PressClock::now() - begun);
    lock.lock();
  }
}

void Press::done(Jobs::iterator job, Result<std::string> made, std::chrono::duration<double> took) {
  std::vector<Told> told;
  Result<PrintBytes> out = Refusal{"press-failed"};
  {
    const std::lock_guard lock(mutex_);
    figures_.seconds += took.count();
    if (made) {
      ++figures_.made[job->order.format];
      out = std::make_shared<const std::string>(*std::move(made));
      prints_.keep(job->recipe, *out);
    } else {
      ++figures_.failed[job->order.format];
      const auto why = for_readers(made.refusal());
      if (lasts(why)) prints_.keep_refused(job->recipe, why, PressClock::now() + limits_.refused);
      out = why;
    }
    told.swap(job->told);
    waiting_ -= told.size();
    jobs_.erase(job);
  }
  if (!out) tell(out.refusal());
  for (const auto& one : told) one(out);
}

void Press::tell_refusals(Refused refused) {
  const std::lock_guard lock(telling_);
  refused_ = std::move(refused);
}

void Press::tell(const Refusal& why) {
  const std::lock_guard lock(telling_);
  if (refused_) refused_(why.code);
}

void Press::close() {
  std::vector<Told> told;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (auto& job : jobs_)
      for (auto& one : job.told) told.push_back(std::move(one));
    for (auto& job : jobs_) job.told.clear();
    waiting_ = 0;
  }
  changed_.notify_all();
  for (const auto& one : told) one(Refusal{"press-busy"});
}

void Press::stop() {
  close();
  if (thread_.joinable()) thread_.join();
}

Press::Figures Press::figures() const {
  const std::lock_guard lock(mutex_);
  auto out = figures_;
  out.documents = jobs_.size();
  out.bytes = prints_.bytes();
  return out;
}

}  // namespace comity
