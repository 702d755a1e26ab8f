#include "views/spoken.h"

#include <array>

namespace comity {
namespace {

constexpr int not_chosen = 100;

// By what took place the certainty alone counts; a plan is no telling of it.
int preference(const Teller& teller, Basis basis) {
  const auto certainty = strength(teller.fact->from);
  if (basis == Basis::actual) return teller.foreseen ? not_chosen : certainty;
  if (teller.foreseen) return -2;
  return teller.fact->from.around.certainty == Certainty::asserted ? -1 : certainty;
}

struct PlainValues {
  std::vector<std::string>& out;
  void operator()(std::int64_t value) const { out.push_back(std::to_string(value)); }
  void operator()(const std::string& value) const { out.push_back(value); }
  void operator()(const std::vector<std::string>& values) const { out.insert(out.end(), values.begin(), values.end()); }
  void operator()(const std::vector<Say>& values) const {
    for (const auto& say : values)
      for (const auto& [name, value] : say.values) std::visit(*this, value);
  }
  // A name is one thing in six languages.
  void operator()(const Texts& texts) const {
    for (const auto wanted : {Language::en, Language::es})
      if (const auto* text = find(texts, wanted)) {
        out.push_back(*text);
        return;
      }
    for (const auto language : languages)
      if (const auto* text = find(texts, language)) {
        out.push_back(*text);
        return;
      }
  }
};

EvidenceRow evidence_row(const Lens& lens, const Teller& teller, bool otherwise) {
  return {std::string(teller.kind), otherwise ? "1" : "", mark(lens, teller.fact->from, teller.foreseen)};
}

// Each entry once; one that tells something else in one place is marked so, whatever it tells elsewhere.
void add_evidence(std::vector<EvidenceRow>& to, const std::vector<EvidenceRow>& more) {
  for (const auto& row : more) {
    const auto same = [&row](const EvidenceRow& held) { return held.mark.entry == row.mark.entry; };
    const auto held = std::find_if(to.begin(), to.end(), same);
    if (held == to.end())
      to.push_back(row);
    else if (!row.otherwise.empty())
      held->otherwise = "1";
  }
}

void take(Spoken& into, const Spoken& from) {
  if (weaker(from.weakest, into.weakest)) into.weakest = from.weakest;
  into.told.insert(into.told.end(), from.told.begin(), from.told.end());
  add_evidence(into.evidence, from.evidence);
}

}  // namespace

std::vector<std::string> plain_values(const Say::Value& value) {
  std::vector<std::string> out;
  std::visit(PlainValues{out}, value);
  return out;
}

Spoken choose(const Lens& lens, Basis basis, const std::string& about, const std::string& aspect,
              std::vector<Teller> tellers) {
  std::erase_if(tellers, [basis](const Teller& teller) { return preference(teller, basis) == not_chosen; });
  if (tellers.empty()) return {};
  std::stable_sort(tellers.begin(), tellers.end(),
                   [basis](const Teller& a, const Teller& b) { return preference(a, basis) < preference(b, basis); });
  Spoken out;
  out.value = tellers.front().value;
  ToldRow row{about, aspect, plain_values(out.value), {}, {}, {}};
  const auto best = preference(tellers.front(), basis);
  const auto said = row.values;
  for (const auto& teller : tellers) {
    const auto plain = plain_values(teller.value);
    const bool otherwise = plain != said;
    if (otherwise && preference(teller, basis) == best) {
      row.contradicted = "1";
      row.values.insert(row.values.end(), plain.begin(), plain.end());
    }
    if (!otherwise) row.entries.push_back(static_cast<std::int64_t>(teller.fact->from.entry));
    out.evidence.push_back(evidence_row(lens, teller, otherwise));
  }
  out.weakest = out.evidence.front().mark.mark;
  if (!row.contradicted.empty()) out.value = std::vector<Say>{{"report.contradicted", {}, {}, true}};
  out.told.push_back(std::move(row));
  return out;
}

bool weaker(MarkKind a, MarkKind b) {
  constexpr std::array<int, 5> rank{4, 1, 0, 2, 3};  // planned, asserted, confirmed, reported, unverified
  return rank[static_cast<std::size_t>(a)] > rank[static_cast<std::size_t>(b)];
}

Spoken nested(Say say, const std::vector<Spoken>& from) {
  Spoken out;
  out.value = std::vector<Say>{std::move(say)};
  for (const auto& one : from) take(out, one);
  return out;
}

Spoken nested(std::string key, const std::vector<std::pair<std::string, Spoken>>& values) {
  Say say{std::move(key), {}};
  std::vector<Spoken> from;
  for (const auto& [name, told] : values) {
    say.values.emplace(name, told.value);
    from.push_back(told);
  }
  return nested(std::move(say), from);
}

Spoken listed(const std::vector<Spoken>& all) {
  Spoken out;
  std::vector<Say> says;
  for (const auto& one : all) {
    if (one.absent()) continue;
    if (const auto* some = std::get_if<std::vector<Say>>(&one.value))
      says.insert(says.end(), some->begin(), some->end());
    take(out, one);
  }
  out.value = std::move(says);
  return out;
}

Spoken gathered(const std::vector<Spoken>& all, std::vector<std::string> values) {
  Spoken out;
  out.value = std::move(values);
  for (const auto& one : all) take(out, one);
  return out;
}

Spoken blank(const std::string& about, const std::string& aspect) {
  Spoken out;
  out.value = std::vector<Say>{{"report.to-be-completed", {}, {}, true}};
  out.told.push_back({about, aspect, {}, "1", {}, {}});
  return out;
}

}  // namespace comity
