#include "views/links.h"

#include <fmt/format.h>

namespace comity {
namespace {

template <class Tag>
Named plain(const Id<Tag>& id) {
  return {id.text, Say{"name.plain", {{"id", id.text}}}, {}, href_of(id)};
}

template <class Tag>
Named with_texts(const Id<Tag>& id, const Texts& names) {
  return names.empty() ? plain(id) : Named{id.text, {}, names, href_of(id)};
}

std::string code_key(std::string_view prefix, std::string_view code) { return fmt::format("{}.{}", prefix, code); }

// Documents stand beside the things with a path of slugs: only one of the questions can hold.
template <class A, class IdType>
void look(const Lens& lens, const IdType& id, std::optional<Named>& found) {
  if (!found && lens.world.one<A>(id)) found = named(lens, id);
}

template <class A>
void informal_look(const Lens& lens, const InformalId& id, std::optional<Named>& named) {
  if (named) return;
  if (const auto* fact = strongest<A>(lens, id))
    named = Named{id.text, informal_name(fact->act.type, fact->act.days), fact->act.names, href_of(id)};
}

}  // namespace

Href href_of(const StateId& id) { return {"/states/" + id.text}; }

Href href_of(const TermId& id) { return {"/terms#" + id.text}; }

Href href_of(const Symbol& symbol) {
  constexpr std::string_view kept = "/.-";
  std::string path = "/";
  for (const char c : symbol.text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kept.find(c) != std::string_view::npos)
      path += c;
    else
      path += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return {path};
}

void add_query(std::string& path, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  path += path.find('?') == std::string::npos ? "?" : "&";
  path += std::string(name) + "=" + href_of(Symbol{value}).path.substr(1);
}

Href entry_href(std::uint64_t entry) { return {fmt::format("/record/{}", entry)}; }

Named named(const Lens& lens, const BodyId& id) {
  const auto* body = lens.world.one<BodyEstablished>(id);
  return body ? with_texts(id, body->act.short_names) : plain(id);
}

Named named(const Lens& lens, const SessionId& id) {
  const auto* session = lens.world.one<SessionEntered>(id);
  if (!session) return plain(id);
  return {id.text, session_name(session->act), session->act.names, href_of(id)};
}

Named named(const Lens& lens, const MeetingId& id) { return {id.text, meeting_name(lens, id), {}, href_of(id)}; }

Named named(const Lens& lens, const InformalId& id) {
  std::optional<Named> found;
  informal_look<InformalHeld>(lens, id, found);
  informal_look<InformalPlanned>(lens, id, found);
  return found ? *found : plain(id);
}

Named named(const Lens& lens, const ItemId& id) {
  const auto* item = lens.world.one<AgendaItemEntered>(id);
  return item ? with_texts(id, item->act.title) : plain(id);
}

Named named(const Lens& lens, const DecisionId& id) {
  const auto* decision = lens.world.one<DecisionTaken>(id);
  return decision ? with_texts(id, decision->act.titles) : plain(id);
}

Named named(const Lens& lens, const StateId& id) {
  const auto* name = name_in_force(lens, id);
  return name ? with_texts(id, name->act.names) : plain(id);
}

Named named(const Lens& lens, const TermId& id) {
  const auto* term = lens.world.one<TermEntered>(id);
  return term ? with_texts(id, term->act.names) : plain(id);
}

Named named(const Lens& lens, const Symbol& symbol) {
  const auto* document = lens.world.one<DocumentRegistered>(symbol);
  return document ? with_texts(symbol, titles_of(lens, document->act)) : plain(symbol);
}

std::optional<Named> named_subject(const Lens& lens, const std::string& id) {
  std::optional<Named> found;
  look<BodyEstablished>(lens, BodyId{id}, found);
  look<SessionEntered>(lens, SessionId{id}, found);
  look<MeetingPlanned>(lens, MeetingId{id}, found);
  look<MeetingOpened>(lens, MeetingId{id}, found);
  look<InformalPlanned>(lens, InformalId{id}, found);
  look<InformalHeld>(lens, InformalId{id}, found);
  look<AgendaItemEntered>(lens, ItemId{id}, found);
  look<DecisionTaken>(lens, DecisionId{id}, found);
  look<DocumentRegistered>(lens, Symbol{id}, found);
  look<StateEntered>(lens, StateId{id}, found);
  look<TermEntered>(lens, TermId{id}, found);
  return found;
}

Say::Value name_value(const Named& named) {
  if (!named.names.empty()) return named.names;
  return std::vector<Say>{named.name};
}

Say session_name(const SessionEntered& session) {
  const auto key = code_key("session.name", code_of(session.type));
  if (session.ordinal && *session.ordinal > 0) return {key, {{"ordinal", *session.ordinal}}};
  return {key + ".unnumbered", {}};
}

Say meeting_name(const Lens& lens, const MeetingId& id) {
  if (const auto* opened = strongest<MeetingOpened>(lens, id))
    return {"meeting.name",
            {{"ordinal", opened->act.ordinal}, {"session", name_value(named(lens, opened->act.session))}}};
  if (const auto* planned = strongest<MeetingPlanned>(lens, id))
    return {"meeting.planned",
            {{"date", print(planned->act.start.date)}, {"session", name_value(named(lens, planned->act.session))}}};
  return {"name.plain", {{"id", id.text}}};
}

Say informal_name(InformalType type, const Days& days) {
  return {code_key("informal.name", code_of(type)), {{"days", span(days)}}};
}

Facts<StateNamed> names_in_time(const Lens& lens, const StateId& id) {
  return lens.world.about<StateNamed>(id).sorted([](const auto& a, const auto& b) { return a.act.from < b.act.from; });
}

const Fact<StateNamed>* name_in_force(const Lens& lens, const StateId& id) {
  const Fact<StateNamed>* in_force = nullptr;
  for (const auto* name : names_in_time(lens, id))
    if (!in_force || !name->act.from || first_instant(*name->act.from) < end_instant(lens.today())) in_force = name;
  return in_force;
}

// What the text itself prints stands above a working translation of the title.
Texts titles_of(const Lens& lens, const DocumentRegistered& document) {
  auto titles = document.titles;
  for (const auto* text : lens.world.about<TextImported>(document.id)) {
    const auto& act = text->act;
    if (!act.title || titles.official.contains(act.language) || !seen(lens, since(act, text->from.around))) continue;
    const bool working = act.standing == TextStanding::working;
    if (!working) titles.working.erase(act.language);
    (working ? titles.working : titles.official).emplace(act.language, *act.title);
  }
  return titles;
}

DocumentLink document_link(const Lens& lens, const Symbol& symbol) {
  return {symbol, href_of(symbol), named(lens, symbol).names};
}

std::vector<DocumentLink> document_links(const Lens& lens, const std::vector<Symbol>& symbols) {
  return each(symbols, [&lens](const Symbol& symbol) { return document_link(lens, symbol); });
}

std::string span(const Days& days) { return print(days.from) + "/" + print(days.to); }

}  // namespace comity
