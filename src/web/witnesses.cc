#include "web/witnesses.h"

#include <algorithm>

#include "record/cosign.h"
#include "record/witness.h"
#include "web/outgoing.h"

namespace comity {
namespace {

constexpr std::chrono::milliseconds patience{10'000};
constexpr int conflict = 409;

Received submit(const Record& record, const Checkpoint& to, const Submission& asked, const Policy::Known& witness) {
  auto submission = asked;
  if (asked.old_size > 0) submission.proof = record.consistency(Log::open, asked.old_size, to.size);
  return call({witness.url + "/add-checkpoint", {}, print(submission), patience});
}

// The size that a witness says it remembers; nothing where it says something else.
std::optional<std::int64_t> remembered(const Received& received) {
  const std::string_view body = received.body;
  return received.status == conflict && body.ends_with('\n') ? parse_tree_size(body.substr(0, body.size() - 1))
                                                             : std::nullopt;
}

// The witness's line of those that it answered with; only its own counts.
Result<SignatureLine> line_in(const Received& received, std::string_view checkpoint, const Policy::Known& witness) {
  if (received.status != 200)
    return Refusal{"witness-refused", {{"witness", witness.name}, {"status", std::to_string(received.status)}}};
  const auto note = parse_note(std::string(checkpoint) + received.body);
  if (!note) return Refusal{"cosignature-bad", {{"witness", witness.name}}};
  if (const auto at = cosigned_at(*note, witness.key); !at) return at.refusal();
  return *line_of(*note, witness.key);
}

}  // namespace

Result<SignatureLine> ask_witness(const Record& record, std::string_view checkpoint, const Policy::Known& witness) {
  const auto to = open_checkpoint(checkpoint, record.key());
  check(bool(to), "a checkpoint that the record signed");
  Submission submission{0, {}, std::string(checkpoint)};
  auto received = submit(record, *to, submission, witness);
  if (const auto size = remembered(received)) {
    if (*size > to->size) return Refusal{"witness-ahead", {{"witness", witness.name}, {"size", std::to_string(*size)}}};
    submission.old_size = *size;
    received = submit(record, *to, submission, witness);
  }
  return line_in(received, checkpoint, witness);
}

Witnesses::Witnesses(const Record& record, Policy policy, Cosigned& cosigned, Complain complain, Pace pace)
    : record_(record),
      policy_(std::move(policy)),
      cosigned_(cosigned),
      complain_(std::move(complain)),
      pace_(pace),
      waiting_(policy_.witnesses.size()) {
  for (const auto& witness : policy_.witnesses) seen_.push_back({witness.key.name});
  const auto can_be_asked = [](const Policy::Known& witness) { return !witness.url.empty(); };
  if (std::any_of(policy_.witnesses.begin(), policy_.witnesses.end(), can_be_asked))
    thread_ = std::thread([this] { run(); });
}

Witnesses::~Witnesses() {
  {
    const std::lock_guard hold(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Witnesses::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    ask_all();
    lock.lock();
    wake_.wait_for(lock, pace_.between, [this] { return stopping_; });
  }
}

void Witnesses::ask_all() {
  const auto checkpoint = record_.checkpoint(Log::open);
  for (std::size_t i = 0; i < policy_.witnesses.size(); ++i) {
    const auto& witness = policy_.witnesses[i];
    const auto note = parse_note(cosigned_.note(checkpoint));
    const bool has_it = note && line_of(*note, witness.key) != nullptr;
    if (has_it && seen_[i].seconds == 0) note_seen(i, checkpoint);
    if (witness.url.empty() || has_it || std::chrono::steady_clock::now() < waiting_[i].until) continue;
    ask(i, checkpoint);
  }
  const auto note = parse_note(cosigned_.note(checkpoint));
  if (!note || !quorum_met(policy_, *note)) return;
  const std::lock_guard lock(mutex_);
  met_ = std::chrono::steady_clock::now();
}

void Witnesses::note_seen(std::size_t witness, const std::string& checkpoint) {
  const auto note = parse_note(cosigned_.note(checkpoint));
  const auto at = note ? cosigned_at(*note, policy_.witnesses[witness].key) : Result<std::int64_t>(std::int64_t{0});
  const auto of = open_checkpoint(checkpoint, record_.key());
  if (!at || !of) return;
  const std::lock_guard lock(mutex_);
  seen_[witness].size = of->size;
  seen_[witness].seconds = *at;
}

std::vector<Witnesses::Seen> Witnesses::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

bool Witnesses::behind() const {
  const std::lock_guard lock(mutex_);
  return thread_.joinable() && std::chrono::steady_clock::now() - met_ > pace_.patience;
}

void Witnesses::ask(std::size_t at, const std::string& checkpoint) {
  const auto& witness = policy_.witnesses[at];
  auto& waiting = waiting_[at];
  Refusal why{"witness-absent", {{"witness", witness.name}}};
  try {
    const auto line = ask_witness(record_, checkpoint, witness);
    if (line) {
      cosigned_.add(checkpoint, *line);
      waiting = {};
      note_seen(at, checkpoint);
      return;
    }
    why = line.refusal();
  } catch (const Fault&) {
    // The network's or the disk's trouble is this witness's absence: it is asked again.
  }
  waiting.until = std::chrono::steady_clock::now() + pace_.after_failure;
  if (std::exchange(waiting.trouble, why.code) != why.code) complain_(why);
}

}  // namespace comity
