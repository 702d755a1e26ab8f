// What a server and its press say to each other over a pair of sockets: messages of two parts, each with its length
// before it. An order is a format and a flat ODT; an answer is "made" and the bytes, or "refused" and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace comity {

struct WireMessage {
  std::string first{};
  std::string second{};
  bool operator==(const WireMessage&) const = default;
};

constexpr std::uint64_t most_on_wire = 256ULL << 20;  // bytes of a part

// False where the other end is gone. Raises no signal.
bool send_on_wire(int wire, const WireMessage& message);
// Waits for a whole one; nothing where the other end is gone, or says something longer than it may.
std::optional<WireMessage> receive_on_wire(int wire);

WireMessage answer_on_wire(const Result<std::string>& made);
// Refuses press-failed for what is no answer.
Result<std::string> answer_in(WireMessage message);

}  // namespace comity
