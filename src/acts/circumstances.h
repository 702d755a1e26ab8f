// What stands around an act: when it happened, how certain that is, and by which sources (decisions.md 1-5).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "acts/fields.h"

namespace comity {

// From strongest to weakest. `asserted`: the source was issued before the event. `confirmed`: after it.
// `reported`: a secondary source. `unverified`: from memory.
enum class Certainty { confirmed, asserted, reported, unverified };
template <>
struct Codes<Certainty> {
  static constexpr std::string_view name = "certainty";
  static constexpr std::array<std::string_view, 4> all{"confirmed", "asserted", "reported", "unverified"};
};

// Either a UN document and its paragraph, or a publication.
struct Source {
  Symbol symbol{};
  std::string paragraph{};  // "5", "13", "annex, 4", "PP1"
  std::string publisher{};
  std::string title{};
  std::optional<Date> date{};
  auto operator<=>(const Source&) const = default;
};

struct Circumstances {
  std::optional<Happened> happened{};
  std::optional<Certainty> certainty{};
  std::vector<Source> sources{};
  bool operator==(const Circumstances&) const = default;
};

Json sources_to_json(const std::vector<Source>& sources);  // a set: sorted by bytes
Result<std::vector<Source>> sources_from_json(const Json& json);
Json happened_to_json(const Happened& happened);
Result<Happened> happened_from_json(const Json& json);

}  // namespace comity
