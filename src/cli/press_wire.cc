#include "cli/press_wire.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "base/json.h"

namespace comity {
namespace {

constexpr std::size_t length_bytes = 8;
constexpr std::uint64_t most_of_first = 64;
constexpr std::string_view word_made = "made";
constexpr std::string_view word_refused = "refused";

bool send_whole(int wire, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(wire, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_whole(int wire, char* into, std::size_t size) {
  while (size > 0) {
    const auto got = ::recv(wire, into, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

std::string as_length(std::uint64_t size) {
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(size >> shift);
  return out;
}

std::optional<std::string> receive_part(int wire, std::uint64_t most) {
  std::array<char, length_bytes> told{};
  if (!receive_whole(wire, told.data(), told.size())) return std::nullopt;
  std::uint64_t size = 0;
  for (const char c : told) size = size << 8 | static_cast<unsigned char>(c);
  if (size > most) return std::nullopt;
  std::string out(static_cast<std::size_t>(size), '\0');
  return receive_whole(wire, out.data(), out.size()) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

bool send_on_wire(int wire, const WireMessage& message) {
  return send_whole(wire, as_length(message.first.size()) + message.first + as_length(message.second.size())) &&
         send_whole(wire, message.second);
}

std::optional<WireMessage> receive_on_wire(int wire) {
  auto first = receive_part(wire, most_of_first);
  auto second = first ? receive_part(wire, most_on_wire) : std::nullopt;
  if (!second) return std::nullopt;
  return WireMessage{*std::move(first), *std::move(second)};
}

WireMessage answer_on_wire(const Result<std::string>& made) {
  if (made && made->size() <= most_on_wire) return {std::string(word_made), *made};
  const auto why = made ? Refusal{"press-failed"} : made.refusal();
  JsonObject values;
  for (const auto& [name, value] : why.values) values.emplace(name, value);
  return {std::string(word_refused), canonical(JsonObject{{"code", why.code}, {"values", std::move(values)}})};
}

Result<std::string> answer_in(WireMessage message) {
  if (message.first == word_made) return std::move(message.second);
  const auto json = message.first == word_refused ? parse_json(message.second) : Result<Json>(Refusal{"press-failed"});
  const auto* code = json ? member(*json, "code") : nullptr;
  if (!code || !text(*code)) return Refusal{"press-failed"};
  Refusal why{*text(*code)};
  if (const auto* values = member(*json, "values"); values && object(*values))
    for (const auto& [name, value] : *object(*values))
      if (text(value)) why.values.emplace(name, *text(value));
  return why;
}

}  // namespace comity
