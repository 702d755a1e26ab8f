// Facts on their way into a sentence: the value that is said, and the entries it was taken from. Nothing becomes part
// of a sentence but through here, so that none is without its evidence.
#pragma once

#include "views/report.h"

namespace comity {

// A value with where it comes from. Without entries it is absent.
struct Spoken {
  Say::Value value{};
  std::vector<ToldRow> told{};
  std::vector<EvidenceRow> evidence{};
  MarkKind weakest = MarkKind::confirmed;  // of the values, each by the strongest entry that tells it

  bool absent() const { return evidence.empty(); }
  explicit operator bool() const { return !absent(); }
};

// One act that tells the value.
struct Teller {
  const AnyFact* fact = nullptr;
  std::string_view kind{};
  bool foreseen = false;  // a plan
  Say::Value value{};
};

// The value that the strongest of them tell (decisions.md 4: none weaker is left out of the evidence). By what was
// planned, a plan goes before what was asserted, and that before all else. Where equally strong ones tell different
// things, the value is a nested sentence that says so.
Spoken choose(const Lens& lens, Basis basis, const std::string& about, const std::string& aspect,
              std::vector<Teller> tellers);

// Tellers of one kind; `value_of` gives what each tells.
template <class A, class ValueOf>
void add_tellers(std::vector<Teller>& tellers, const Facts<A>& facts, ValueOf&& value_of) {
  for (const auto* fact : facts) tellers.push_back({fact, A::kind, Foreseen<A>, value_of(*fact)});
}
template <class A, class ValueOf>
Spoken tell(const Lens& lens, Basis basis, const std::string& about, const std::string& aspect, const Facts<A>& facts,
            ValueOf&& value_of) {
  std::vector<Teller> tellers;
  add_tellers(tellers, facts, value_of);
  return choose(lens, basis, about, aspect, std::move(tellers));
}

// One nested sentence, or a list of them, out of told values: it has the evidence of all of them.
Spoken nested(Say say, const std::vector<Spoken>& from);
Spoken nested(std::string key, const std::vector<std::pair<std::string, Spoken>>& values);
// Those that are not absent.
Spoken listed(const std::vector<Spoken>& all);
// Plain values of one list: their texts, in the order given.
Spoken gathered(const std::vector<Spoken>& all, std::vector<std::string> values);

// Whether the one mark is weaker than the other: confirmed, asserted, reported, unverified, planned.
bool weaker(MarkKind a, MarkKind b);

// In place of a value that the record does not hold: "[to be completed]".
Spoken blank(const std::string& about, const std::string& aspect);

// The words of a value without language: what the fact is compared and searched by.
std::vector<std::string> plain_values(const Say::Value& value);

}  // namespace comity
