#include "record/in_place.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/canonical.h"
#include "base/text.h"
#include "seal/hash.h"

namespace comity {
namespace {

// What stands between the quotation marks of a text that needs no escape; nothing for another value.
std::optional<std::string_view> plain_text(std::string_view value) {
  if (value.size() < 2 || value.front() != '"' || value.find('\\') != std::string_view::npos) return std::nullopt;
  return value.substr(1, value.size() - 2);
}

bool take_count(std::int64_t& into, std::string_view value) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
  return error == std::errc() && end == value.data() + value.size() && into >= 0;
}

template <class Test>
bool take_text(std::string& into, std::string_view value, const Test& test) {
  const auto text = plain_text(value);
  if (!text || !test(*text)) return false;
  into = *text;
  return true;
}

bool is_hex_digest(std::string_view value) {
  const auto text = plain_text(value);
  constexpr std::string_view digits = "0123456789abcdef";
  return text && text->size() == 64 && text->find_first_not_of(digits) == std::string_view::npos;
}

bool is_filled_set(std::string_view value) {
  if (value.front() != '[') return false;
  const auto items = items_of(value);
  const auto out_of_order = [](std::string_view a, std::string_view b) { return a >= b; };
  return !items.empty() && std::adjacent_find(items.begin(), items.end(), out_of_order) == items.end();
}

// Each member as parse_entry demands it; false: another reader decides.
bool take_member(const MemberSpan& member, EntryHead& head) {
  const auto& [key, value, whole] = member;
  const auto is = [&value = value](const auto& test) {
    const auto text = plain_text(value);
    return text && test(*text);
  };
  if (key == "act") return value.front() == '{';
  if (key == "at") return take_count(head.at.us, value);
  if (key == "attestation" || key == "happened") return true;
  if (key == "author") return value.front() == '{' && value != "{}";
  if (key == "body") return is(is_slug_path);
  if (key == "certainty") return is(is_slug);
  if (key == "format") return take_count(head.format, value) && head.format == entry_format;
  if (key == "kind") return take_text(head.kind, value, is_slug);
  if (key == "number") return take_count(head.number, value);
  if (key == "request") return take_text(head.request, value, is_request_id);
  if (key == "salt") head.salted = true;
  if (key == "nonce" || key == "salt") return is_hex_digest(value);
  if (key == "sources") return is_filled_set(value);
  return key == "suite" && is([](std::string_view suite) { return suite == entry_suite; });
}

bool left_out(std::string_view key) { return key == "at" || key == "attestation" || key == "number" || key == "salt"; }

// The canonical bytes of the entry without those members are what is left of its canonical bytes.
Digest digest_in_place(const std::vector<MemberSpan>& members, std::size_t size) {
  std::string said = "comity/act/1\n";
  said.reserve(said.size() + size);
  char before = '{';
  for (const auto& member : members) {
    if (left_out(member.key)) continue;
    said += std::exchange(before, ',');
    said += member.whole;
  }
  said += '}';
  return sha256(said);
}

}  // namespace

std::optional<EntryHead> head_in_place(std::string_view bytes) {
  if (bytes.size() > entry_limit) return std::nullopt;
  const auto members = canonical_members(bytes);
  if (!members) return std::nullopt;
  EntryHead head;
  constexpr std::array<std::string_view, 8> required{"act",  "at",     "author",  "format",
                                                     "kind", "number", "request", "suite"};
  std::size_t found = 0;  // both are sorted
  for (const auto& member : *members) {
    if (!take_member(member, head)) return std::nullopt;
    if (found < required.size() && member.key == required[found]) ++found;
  }
  if (found != required.size()) return std::nullopt;
  head.act_digest = digest_in_place(*members, bytes.size());
  return head;
}

}  // namespace comity
