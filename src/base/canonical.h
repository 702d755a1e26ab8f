// Canonical JSON (json.h) looked at where it lies: whether bytes are an object's one form, and where its members stand.
// Builds no value, so that a long record is judged quickly. Sure of its yes; the slow reader says why something is not.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace comity {

struct MemberSpan {
  std::string_view key{};
  std::string_view value{};  // its canonical bytes
  std::string_view whole{};  // key and value as they stand
};

// The members of the object, in their order. Nothing where the bytes are not surely the canonical form of an object
// that parse_json reads: some few sound ones are also given back so (deeper than 30 levels, or where an escape stands
// before a combining mark).
std::optional<std::vector<MemberSpan>> canonical_members(std::string_view bytes);

// The items of a list whose bytes a member of canonical_members is.
std::vector<std::string_view> items_of(std::string_view canonical_list);

}  // namespace comity
