#include "rules/keeping.h"

#include <algorithm>
#include <type_traits>

#include "rules/access.h"
#include "rules/ask.h"

namespace comity {
namespace {

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "12/name": a number and a field's name.
bool names_field(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == 0 || slash == std::string_view::npos || slash > 15) return false;
  return text.substr(0, slash).find_first_not_of("0123456789") == std::string_view::npos &&
         is_slug_path(std::string(text.substr(slash + 1)));
}

// House rule: two persons agree to an erasure, the focal point for data protection and the records officer
// (reliability: erasure abused to remove inconvenient acts, T30).
template <class A>
Verdict may_judge(const A& act, const ClosedWorld& world, const Asked& asked) {
  const auto& id = act.erasure.text;
  const auto state = erasure(world, id);
  if (state == ErasureState::unknown) return refused("no-such-erasure", {{"erasure", id}});
  if (state != ErasureState::open) return refused("erasure-decided", {{"erasure", id}});
  if (asked.by.role != code_of(act.role)) return refused("erasure-role", {{"role", asked.by.role}});
  if (!is_hex(act.person, 32)) return refused("pseudonym-malformed", {{"field", "person"}});
  return granted();
}

// House rule: the case and the person are named by pseudonyms, so that the closed log itself names nobody.
Verdict may_enter(const ErasureRequested& act, const Worlds& worlds, const Asked&) {
  const auto& world = worlds.closed;
  if (!is_slug_path(act.id.text)) return refused("id-malformed", {{"id", act.id.text}});
  if (erasure(world, act.id.text) != ErasureState::unknown) return refused("id-taken", {{"id", act.id.text}});
  if (!is_hex(act.subject, 32)) return refused("pseudonym-malformed", {{"field", "subject"}});
  return granted();
}

// House rule: the second approval comes from another person and another role than the first (see may_judge).
Verdict may_enter(const ErasureApproved& act, const Worlds& worlds, const Asked& asked) {
  const auto& world = worlds.closed;
  if (auto judge = may_judge(act, world, asked); !judge) return judge;
  for (const auto* before : world.about<ErasureApproved>(act.erasure.text))
    if (before->act.person == act.person || before->act.role == act.role)
      return refused("erasure-same-person", {{"erasure", act.erasure.text}});
  return granted();
}

// House rule: one of the two who may approve may refuse, and that ends the request.
Verdict may_enter(const ErasureRefused& act, const Worlds& worlds, const Asked& asked) {
  return may_judge(act, worlds.closed, asked);
}

// House rule: the others are made by their own procedures only.
template <class A>
Verdict may_enter(const A&, const Worlds&, const Asked&) {
  return refused("not-entered-by-hand", {{"kind", std::string(A::kind)}});
}

}  // namespace

Instant anchor_due(const World& world, std::int64_t period_us) {
  const auto anchors = world.facts<ClosedLogAnchored>();
  return anchors.empty() ? Instant{} : Instant{anchors.back()->from.at.us + period_us};
}

// House rule: only the registrar anchors, and never less than it has anchored (decisions.md 10).
Result<Both> decide(const Worlds& worlds, const AnchorClosedLog& command, const Asked& asked) {
  if (asked.by != registrar_author)
    return refused("not-entered-by-hand", {{"kind", std::string(ClosedLogAnchored::kind)}});
  const auto before = worlds.closed.facts<AnchorOpened>();
  check(before.empty() || before.back()->act.size <= command.opened.size, "an anchor covers what was anchored before");
  return Both{{ClosedLogAnchored{command.hash}}, {command.opened}};
}

// House rule: an act of the closed log is granted by its own rule, above.
Result<Both> decide(const Worlds& worlds, const EnterClosed& command, const Asked& asked) {
  const auto verdict = std::visit([&](const auto& act) { return may_enter(act, worlds, asked); }, command.act);
  if (!verdict) return verdict.refusal();
  return Both{{}, {command.act}};
}

ErasureState erasure(const ClosedWorld& world, std::string_view id) {
  if (!world.one<ErasureRequested>(id)) return ErasureState::unknown;
  if (world.one<ErasureCompleted>(id)) return ErasureState::completed;
  if (world.one<ErasureRefused>(id)) return ErasureState::refused;
  return world.about<ErasureApproved>(id).size() >= 2 ? ErasureState::agreed : ErasureState::open;
}

std::vector<std::string> agreed_erasures(const ClosedWorld& world) {
  std::vector<std::string> ids;
  for (const auto* request : world.facts<ErasureRequested>())
    if (erasure(world, request->act.id.text) == ErasureState::agreed) ids.push_back(request->act.id.text);
  return ids;
}

// House rule: carried out by the registrar alone, once, and only when both have agreed. What it says names no person.
Result<Both> decide(const Worlds& worlds, const CompleteErasure& command, const Asked& asked) {
  const auto& id = command.completed.erasure.text;
  if (asked.by != registrar_author || erasure(worlds.closed, id) != ErasureState::agreed)
    return refused("erasure-not-agreed", {{"erasure", id}});
  for (const auto* fields : {&command.completed.erased_fields, &command.open_fields})
    for (const auto& field : *fields) check(names_field(field), "an erased field is an entry's number and a name");
  Both both{{}, {command.completed}};
  if (command.open_fields.empty()) return both;
  const auto& ground = worlds.closed.one<ErasureRequested>(id)->act.ground;
  both.open.push_back(FieldsErased{command.open_fields,
                                   ground,
                                   {ErasureRole::data_protection_focal_point, ErasureRole::records_officer},
                                   command.completed.epoch});
  return both;
}

}  // namespace comity
