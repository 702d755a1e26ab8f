#include "rules/ask.h"

#include "base/bytes.h"
#include "texts/symbol.h"

namespace comity {
namespace {

// Anything at all that stands under the id, of whatever sort.
bool taken(const World& world, const std::string& id) {
  return known(world, BodyId{id}) || known(world, SessionId{id}) || known(world, MeetingId{id}) ||
         known(world, InformalId{id}) || known(world, ItemId{id}) || known(world, DecisionId{id});
}

// The first segments that are pages of the site, so that no body can hide them.
bool is_page_name(std::string_view id) {
  for (const std::string_view page : {"today", "taking-part", "documents", "decisions", "states", "terms", "record",
                                      "help", "looks", "api", "log", "sessions", "agenda"})
    if (id == page || (id.ends_with(page) && id.size() > page.size() && id[id.size() - page.size() - 1] == '/'))
      return true;
  return false;
}

}  // namespace

bool known(const World& world, const StateId& id) { return world.one<StateEntered>(id) != nullptr; }
bool known(const World& world, const BodyId& id) { return world.one<BodyEstablished>(id) != nullptr; }
bool known(const World& world, const SessionId& id) { return world.one<SessionEntered>(id) != nullptr; }
bool known(const World& world, const MeetingId& id) {
  return world.one<MeetingPlanned>(id) != nullptr || world.one<MeetingOpened>(id) != nullptr;
}
bool known(const World& world, const InformalId& id) {
  return world.one<InformalPlanned>(id) != nullptr || world.one<InformalHeld>(id) != nullptr;
}
bool known(const World& world, const ItemId& id) { return world.one<AgendaItemEntered>(id) != nullptr; }
bool known(const World& world, const DecisionId& id) { return world.one<DecisionTaken>(id) != nullptr; }
bool known(const World& world, const TermId& id) { return world.one<TermEntered>(id) != nullptr; }
bool known(const World& world, const Symbol& id) { return world.one<DocumentRegistered>(id) != nullptr; }
bool known(const World& world, const EntityId& id) {
  for (const auto* fact : world.facts<EntityDesignated>())
    if (fact->act.entity == id) return true;
  return false;
}

const Fact<TextImported>* text_held(const World& world, const Symbol& document, Language language) {
  const Fact<TextImported>* last = nullptr;
  for (const auto* fact : world.about<TextImported>(document))
    if (fact->act.language == language) last = fact;
  return last;
}

Verdict names_blobs(const TextImported& text) {
  const auto is_blob = [](const std::string& digest, std::int64_t size) { return digest_from_hex(digest) && size > 0; };
  if (!is_blob(text.file, text.file_size)) return refused("blob-malformed", {{"field", "file"}});
  if (!is_blob(text.structure, text.structure_size)) return refused("blob-malformed", {{"field", "structure"}});
  return granted();
}

// House rule: a language has one text of a document. Another takes its place only where it says which, and why.
Verdict may_take_place(const TextImported& act, std::optional<std::uint64_t> held) {
  const auto language = std::string(code_of(act.language));
  const auto there = [&](const char* code, std::uint64_t entry) {
    return refused(code, {{"symbol", act.document.text}, {"language", language}, {"entry", std::to_string(entry)}});
  };
  if (!act.replaces) return held ? Verdict(there("text-taken", *held)) : granted();
  const auto replaced = static_cast<std::uint64_t>(*act.replaces);
  if (held != replaced) return there("text-not-there", replaced);
  if (!act.reason || act.reason->empty()) return refused("reason-missing");
  return granted();
}

Verdict well_spelled(const Symbol& id) {
  const auto symbol = parse_symbol(id.text);
  if (!symbol) return symbol.refusal();
  if (print(*symbol) == id.text) return granted();
  return refused("symbol-spelling", {{"symbol", id.text}, {"right", print(*symbol)}});
}

const Fact<SymbolAllotted>* report_with_symbol(const World& world, const Symbol& symbol) {
  for (const auto* fact : world.facts<SymbolAllotted>())
    if (fact->act.symbol == symbol) return fact;
  return nullptr;
}

Verdict new_id(const World& world, const std::string& id, const std::string& parent) {
  if (!is_slug_path(id)) return refused("id-malformed", {{"id", id}});
  const bool below = parent.empty() ? id.find('/') == std::string::npos : id.starts_with(parent + "/");
  if (!below) return refused("id-outside-parent", {{"id", id}, {"parent", parent}});
  if (is_page_name(id)) return refused("id-is-page", {{"id", id}});
  if (taken(world, id)) return refused("id-taken", {{"id", id}});
  return granted();
}

Verdict days_forward(const Days& days) {
  if (!days.from.whole() || !days.to.whole()) return refused("days-incomplete", {{"days", print(days.from)}});
  if (days.to < days.from) return refused("days-backwards", {{"from", print(days.from)}, {"to", print(days.to)}});
  return granted();
}

Verdict days_past(const Days& days, const Asked& asked) {
  if (auto forward = days_forward(days); !forward) return forward;
  if (date_of(asked.at) < days.to) return refused("not-yet-happened", {{"date", print(days.to)}});
  return granted();
}

}  // namespace comity
