// Small questions that several rules ask: is the thing known, is its id well formed and free, do the days run forwards.
#pragma once

#include "base/text.h"
#include "rules/enter.h"

namespace comity {

inline Verdict granted() { return Granted{}; }

inline Refusal refused(std::string code, std::map<std::string, std::string> values = {}) {
  return {std::move(code), std::move(values)};
}

// Whether the world knows the thing that the id names.
bool known(const World& world, const StateId& id);
bool known(const World& world, const BodyId& id);
bool known(const World& world, const SessionId& id);
bool known(const World& world, const MeetingId& id);
bool known(const World& world, const InformalId& id);
bool known(const World& world, const ItemId& id);
bool known(const World& world, const DecisionId& id);
bool known(const World& world, const EntityId& id);
bool known(const World& world, const TermId& id);
bool known(const World& world, const Symbol& id);

// The text of the document that is held in the language: the latest that none has taken the place of. Null: none.
const Fact<TextImported>* text_held(const World& world, const Symbol& document, Language language);

// That its file and its structure are named as blobs are.
Verdict names_blobs(const TextImported& text);
// `held`: the entry of the text that is held, in the same log. Refuses text-taken, text-not-there {symbol, language,
// entry}, reason-missing.
Verdict may_take_place(const TextImported& act, std::optional<std::uint64_t> held);

// A symbol that the grammar reads, in the one spelling by which it is found. Refuses symbol-malformed, symbol-spelling.
Verdict well_spelled(const Symbol& id);
// The report to which document services allotted the symbol; null where nobody said so.
const Fact<SymbolAllotted>* report_with_symbol(const World& world, const Symbol& symbol);

// A new id: a path of slugs below its parent's (decisions.md 8), under which nothing of another sort stands.
Verdict new_id(const World& world, const std::string& id, const std::string& parent);

Verdict days_forward(const Days& days);
// A thing that took place: it was over by the day of asking (decisions.md 1).
Verdict days_past(const Days& days, const Asked& asked);

// Visits an act's fields and keeps the first id that names nothing known.
class ReferenceCheck {
 public:
  explicit ReferenceCheck(const World& world) : world_(world) {}

  template <class T>
  void operator()(std::string_view name, const T& value, Need) {
    if (name != "id") look(name, value);
  }
  Verdict verdict() const { return refusal_ ? Verdict(*refusal_) : granted(); }

 private:
  template <class T>
  void look(std::string_view, const T&) {}
  template <class Tag>
  void look(std::string_view name, const Id<Tag>& id) {
    if (!refusal_ && !known(world_, id))
      refusal_ = refused("no-such-reference", {{"field", std::string(name)}, {"id", id.text}});
  }
  template <class T>
  void look(std::string_view name, const std::optional<T>& value) {
    if (value) look(name, *value);
  }
  template <class T>
  void look(std::string_view name, const std::vector<T>& values) {
    for (const auto& value : values) look(name, value);
  }

  const World& world_;
  std::optional<Refusal> refusal_{};
};

// Every id in the act's fields, but its own, names something known; refuses no-such-reference {field, id}.
template <class A>
Verdict references_known(const World& world, const A& act) {
  ReferenceCheck check(world);
  A::fields(act, check);
  return check.verdict();
}

// A symbol is allotted before there is a document that bears it.
inline Verdict references_known(const World& world, const SymbolAllotted& act) {
  if (!known(world, act.body)) return refused("no-such-reference", {{"field", "body"}, {"id", act.body.text}});
  return granted();
}

// The entity of a designation is introduced by it.
inline Verdict references_known(const World& world, const EntityDesignated& act) {
  if (!known(world, act.body)) return refused("no-such-reference", {{"field", "body"}, {"id", act.body.text}});
  return granted();
}

}  // namespace comity
