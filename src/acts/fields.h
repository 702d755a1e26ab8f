// The kinds of value that an act's field list may hold, and what is known of them: ids, codes, need.
// Every act names its fields once (`fields`); codec, data files, forms, CSV and the API manual come from that list.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/language.h"
#include "base/time.h"

namespace comity {

enum class Need { must, may };

// An id is given by whoever enters the thing, and is never reused (decisions.md 8). A document's id is its symbol.
template <class Tag>
struct Id {
  std::string text{};
  auto operator<=>(const Id&) const = default;
};
using StateId = Id<struct StateTag>;        // "sgp"
using BodyId = Id<struct BodyTag>;          // "oewg-ict"
using SessionId = Id<struct SessionTag>;    // "oewg-ict/s4"
using MeetingId = Id<struct MeetingTag>;    // "oewg-ict/s4/2023-03-09-am"
using InformalId = Id<struct InformalTag>;  // "oewg-ict/2023-03-01-stakeholders"
using ItemId = Id<struct ItemTag>;          // "oewg-ict/item-5-a"
using DecisionId = Id<struct DecisionTag>;  // "oewg-ict/modalities-agreed"
using EntityId = Id<struct EntityTag>;      // "unidir"
using TermId = Id<struct TermTag>;          // "silence-procedure"
using Symbol = Id<struct SymbolTag>;        // "A/AC.292/2023/L.1"

// The stable codes of an enumeration, in the order of its enumerators.
template <class E>
struct Codes;

template <class E>
constexpr std::string_view code_of(E value) requires requires {
  Codes<E>::all;
}
{ return Codes<E>::all[static_cast<std::size_t>(value)]; }

template <class E>
std::optional<E> from_code(std::string_view code) {
  for (std::size_t i = 0; i < Codes<E>::all.size(); ++i)
    if (Codes<E>::all[i] == code) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace comity
