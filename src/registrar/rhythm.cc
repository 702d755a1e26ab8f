#include "registrar/rhythm.h"

#include <chrono>

namespace comity {
namespace {

constexpr std::int64_t turn_us = 250'000;

// Also where the clock has been set back: a day without scrub, watch and anchors would be the longer wait.
bool due(Instant now, Instant last, std::int64_t period) { return now < last || now.us - last.us >= period; }

}  // namespace

Rhythm::Rhythm(Registrar& registrar, Record& record, const Blobs& blobs, Room& room, Rhythms rhythms, Tell tell,
               CarryOut carry_out)
    : registrar_(registrar),
      record_(record),
      room_(room),
      rhythms_(rhythms),
      tell_(std::move(tell)),
      carry_out_(std::move(carry_out)),
      scrub_(record, blobs) {}

// A machine that fails is told about, and when the same step succeeds again; the next turn goes on with whatever can.
template <class Step>
void Rhythm::guarded(std::string& trouble, const Step& step) {
  Refusal found;
  try {
    step();
  } catch (const Fault& fault) {
    found = {fault.code, {{"detail", fault.what()}}};
  } catch (const std::exception& error) {
    found = {"unexpected", {{"detail", error.what()}}};
  }
  const auto before = std::exchange(trouble, found.code);
  if (!before.empty() && before != found.code) tell_({before}, false);
  if (!found.code.empty() && before != found.code) tell_(found, true);
}

void Rhythm::turn(Instant now) {
  auto trouble = troubles_.begin();
  guarded(*trouble++, [&] { watch(now); });
  guarded(*trouble++, [&] { scrub(now); });
  if (record_.stopped()) return;
  guarded(*trouble++, [&] { anchor(now); });
  guarded(*trouble++, [&] {
    if (carry_out_) carry_out_();
  });
  guarded(*trouble++, [&] { sign(); });
  guarded(*trouble++, [&] { settle(); });
}

void Rhythm::sign() {
  const auto sizes = record_.sizes();
  if (sizes == signed_) return;
  registrar_.sign();
  signed_ = sizes;
}

void Rhythm::anchor(Instant now) {
  if (rhythms_.anchor == 0) return;
  if (!anchored_) anchored_ = now;
  const auto at = registrar_.read([&](const World& world, const auto&) { return anchor_due(world, rhythms_.anchor); });
  if (now < at && !due(now, *anchored_, rhythms_.anchor)) return;
  registrar_.anchor();
  anchored_ = now;
}

// Folds the write-ahead log away when a turn has passed without an entry.
void Rhythm::settle() {
  const auto sizes = record_.sizes();
  const bool idle = sizes == seen_;
  if (!idle) settled_ = false;
  seen_ = sizes;
  if (!idle || settled_) return;
  record_.settle();
  settled_ = true;
}

// A share of everything at each turn, so that a round is over within its time. After damage nothing more is entered.
void Rhythm::scrub(Instant now) {
  if (rhythms_.scrub == 0) return;
  if (!scrubbing_ && !due(now, last_scrub_, rhythms_.scrub)) return;
  if (!scrubbing_) last_scrub_ = now;
  const auto [open, closed] = record_.sizes();
  const auto share = (open + closed) * 2 * turn_us / rhythms_.scrub + 256;
  std::vector<Problem> problems;
  scrubbing_ = !scrub_.step(share, problems);
  if (problems.empty()) return;
  record_.stop();
  tell_({"scrub-damage", {{"problem", print(problems.front())}}}, true);
}

void Rhythm::watch(Instant now) {
  if (rhythms_.watch == 0 || !due(now, last_watch_, rhythms_.watch)) return;
  last_watch_ = now;
  room_.keep();
  const bool alarmed = room_.used() >= rhythms_.disk_alarm;
  if (alarmed != alarmed_)
    tell_({"disk-alarm", {{"used", std::to_string(static_cast<int>(room_.used() * 100))}}}, alarmed);
  alarmed_ = alarmed;
}

Turning::Turning(Rhythm& rhythm, Clock clock)
    : thread_([this, &rhythm, clock = std::move(clock)] {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, std::chrono::microseconds(turn_us), [this] { return stopping_; })) {
          lock.unlock();
          rhythm.turn(clock());
          lock.lock();
        }
      }) {}

Turning::~Turning() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

}  // namespace comity
