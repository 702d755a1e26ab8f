// Between the vocabulary and the record: an act with its circumstances as an entry, and an entry as a fact again.
#pragma once

#include "record/entry.h"
#include "rules/keeping.h"

namespace comity {

// One act to be entered: who asks for it under which request id, and to which body it belongs ("" = none).
struct EntryRequest {
  std::string id{};  // made by whoever asks; the same id again gives the same receipt
  std::string body{};
  EnterFact fact{};
  Author by{};
};

// One act of the closed log.
struct ClosedRequest {
  std::string id{};
  ClosedAct act{};
  Author by{};
};

// Entry without number, instant and salt: what a retry is compared with (its act digest covers none of them).
Entry to_entry(const EntryRequest& request, const Act& act);
Entry to_entry(const ClosedRequest& request);

// What an entry says, typed. Refuses unknown-kind and what read_act refuses: such an entry is kept and shown as it is.
struct Understood {
  Act act;
  Provenance from;
  Author by;
};
Result<Understood> understand(const Entry& entry);

struct UnderstoodClosed {
  ClosedAct act;
  Provenance from;
};
Result<UnderstoodClosed> understand_closed(const Entry& entry);

}  // namespace comity
