#include "rules/access.h"

#include <limits>

#include "rules/ask.h"

namespace comity {
namespace {

std::optional<Withholding> by_distribution(const World& world, const Symbol& document) {
  const auto* registered = world.one<DocumentRegistered>(document);
  const auto distribution = registered ? registered->act.distribution : std::nullopt;
  if (distribution == Distribution::restricted) return Withholding::restricted;
  if (distribution == Distribution::participants) return Withholding::participants;
  return std::nullopt;
}

Symbol document_of(const Fact<TextWithheld>& fact) { return fact.act.text.document; }

// Neither taken the place of, nor of a withdrawn document, nor public.
bool waits(const Worlds& worlds, const Fact<TextWithheld>& fact) {
  const auto document = document_of(fact);
  const auto language = fact.act.text.language;
  return text_withheld(worlds.closed, document, language) == &fact && !text_held(worlds.open, document, language) &&
         !worlds.open.one<DocumentWithdrawn>(document);
}

}  // namespace

// Distribution "restricted" and "for participants only" keep texts until they are released (RES, PAR and DER in the
// catalogue of the Dag Hammarskjold Library, MARC field 091); an embargo keeps any text until its hour.
std::optional<Withheld> withheld(const World& world, const Symbol& document, Instant now) {
  if (world.one<DocumentReleased>(document)) return std::nullopt;
  if (const auto why = by_distribution(world, document)) return Withheld{*why, {}};
  const auto embargoes = world.about<DocumentEmbargoed>(document);
  if (embargoes.empty() || instant_of(embargoes.back()->act.until) <= now) return std::nullopt;
  return Withheld{Withholding::embargo, embargoes.back()->act.until};
}

std::optional<Instant> next_embargo_end(const World& world, Instant now) {
  std::optional<Instant> next;
  for (const auto* fact : world.facts<DocumentEmbargoed>())
    if (const auto end = instant_of(fact->act.until); end && *end > now && (!next || *end < *next)) next = end;
  return next;
}

const Fact<TextWithheld>* text_withheld(const ClosedWorld& world, const Symbol& document, Language language) {
  const Fact<TextWithheld>* last = nullptr;
  for (const auto* fact : world.about<TextWithheld>(document.text))
    if (fact->act.text.language == language) last = fact;
  return last;
}

World with_withheld(const Worlds& worlds) {
  World out = worlds.open;
  for (const auto* fact : worlds.closed.facts<TextWithheld>()) {
    if (!waits(worlds, *fact)) continue;
    auto from = fact->from;
    from.entry = std::numeric_limits<std::uint64_t>::max() - from.entry;
    out.apply(fact->act.text, from);
  }
  return out;
}

// House rule: a text that is for everybody is entered where everybody sees it.
Verdict may_enter(const TextWithheld& act, const Worlds& worlds, const Asked& asked) {
  const auto& text = act.text;
  if (!known(worlds.open, text.document))
    return refused("no-such-reference", {{"field", "document"}, {"id", text.document.text}});
  if (worlds.open.one<DocumentWithdrawn>(text.document))
    return refused("document-is-withdrawn", {{"symbol", text.document.text}});
  if (!withheld(worlds.open, text.document, asked.at))
    return refused("text-for-everybody", {{"symbol", text.document.text}});
  if (auto named = names_blobs(text); !named) return named;
  if (const auto* open = text_held(worlds.open, text.document, text.language))
    return refused("text-taken", {{"symbol", text.document.text},
                                  {"language", std::string(code_of(text.language))},
                                  {"entry", std::to_string(open->from.entry)}});
  const auto* held = text_withheld(worlds.closed, text.document, text.language);
  return may_take_place(text, held ? std::optional(held->from.entry) : std::nullopt);
}

std::vector<TextImported> texts_to_release(const Worlds& worlds, Instant now) {
  std::vector<TextImported> out;
  for (const auto* fact : worlds.closed.facts<TextWithheld>()) {
    if (!waits(worlds, *fact) || withheld(worlds.open, document_of(*fact), now)) continue;
    auto text = fact->act.text;
    text.replaces.reset();
    text.reason.reset();
    out.push_back(std::move(text));
  }
  return out;
}

std::optional<Instant> next_release(const Worlds& worlds, Instant now) {
  std::optional<Instant> next;
  for (const auto* fact : worlds.closed.facts<TextWithheld>()) {
    const auto kept = waits(worlds, *fact) ? withheld(worlds.open, document_of(*fact), now) : std::nullopt;
    if (!kept || !kept->until) continue;
    const auto end = instant_of(*kept->until);
    if (end && (!next || *end < *next)) next = end;
  }
  return next;
}

}  // namespace comity
