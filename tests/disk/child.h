// A part of a test in a process of its own, which may be killed: its files, locks and memory go as those of any other.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "disk/tape.h"

namespace comity {

// How a child ended. `faults` are the codes that it gave up with; anything else that ends it early is a mistake.
enum class Ending { done, refused, fault, killed, broken };

struct Child {
  Ending ending = Ending::broken;
  std::string code{};  // of refusal or fault
};

// Runs `step` in a child; it gives an empty text or the code of a refusal, and may throw Fault. Killed after so many
// microseconds where that is said. The tape takes the code.
Child in_child(Tape& tape, const std::function<std::string()>& step, std::optional<int> kill_after = std::nullopt);

}  // namespace comity
