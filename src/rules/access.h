// Who may read what: the one decision on the texts of documents that are not, or not yet, for everybody. Texts that may
// be withheld lie in the closed log; what is made from the world of public facts cannot show them.
#pragma once

#include "rules/keeping.h"

namespace comity {

// Why a document's texts are not for everybody.
enum class Withholding { restricted, participants, embargo };
template <>
struct Codes<Withholding> {
  static constexpr std::string_view name = "withholding";
  static constexpr std::array<std::string_view, 3> all{"restricted", "participants", "embargo"};
};
struct Withheld {
  Withholding why{};
  std::optional<Happened> until{};  // of an embargo
};
// Nothing: they are for everybody. Follows from (record, now): that an embargo is over is never an act.
std::optional<Withheld> withheld(const World& world, const Symbol& document, Instant now);

// When the next embargo of all ends: until then what withheld() says stays as it is. Nothing: no embargo lies ahead.
std::optional<Instant> next_embargo_end(const World& world, Instant now);

// The closed text of the document in the language: the latest that none has taken the place of. Null: none.
const Fact<TextWithheld>* text_withheld(const ClosedWorld& world, const Symbol& document, Language language);

// The world of whoever may read withheld texts: they stand in it as public ones do. Its entries' numbers are no public
// ones: pages that name entries are not made from it.
World with_withheld(const Worlds& worlds);

// Refuses text-for-everybody {symbol}, and what the rule on public texts refuses.
Verdict may_enter(const TextWithheld& act, const Worlds& worlds, const Asked& asked);

// Texts of the closed log that are for everybody at the instant and not public yet.
std::vector<TextImported> texts_to_release(const Worlds& worlds, Instant now);
// When the next embargo on one of them ends; nothing where none will.
std::optional<Instant> next_release(const Worlds& worlds, Instant now);

}  // namespace comity
