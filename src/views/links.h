// How things are called and where their pages are: the names and links that rows carry.
#pragma once

#include "views/facts.h"

namespace comity {

// "/oewg-ict/s4"; States stand under "/states", entries under "/record", a document under its symbol (decisions.md 23).
template <class Tag>
Href href_of(const Id<Tag>& id) {
  return {"/" + id.text};
}
Href href_of(const StateId& id);
Href href_of(const TermId& id);      // its place on the page of all terms
Href href_of(const Symbol& symbol);  // what an address cannot hold is escaped: "/A/RES/43/78%20H"
Href entry_href(std::uint64_t entry);
// Adds `name=value` to a path, escaped; nothing where the value is empty.
void add_query(std::string& path, std::string_view name, const std::string& value);

// A thing by its name: its texts, else a sentence; sessions and informal meetings have the sentence beside their texts.
// Says "name.plain" {id} of a thing whose introduction was corrected away.
Named named(const Lens& lens, const BodyId& id);  // by its short name
Named named(const Lens& lens, const SessionId& id);
Named named(const Lens& lens, const MeetingId& id);
Named named(const Lens& lens, const InformalId& id);
Named named(const Lens& lens, const ItemId& id);
Named named(const Lens& lens, const DecisionId& id);
Named named(const Lens& lens, const TermId& id);
Named named(const Lens& lens, const StateId& id);  // by the name valid on the day of the lens
Named named(const Lens& lens, const Symbol& symbol);
// Whatever thing the id names; none where it has no page.
std::optional<Named> named_subject(const Lens& lens, const std::string& id);

template <class Tag>
std::optional<Named> named(const Lens& lens, const std::optional<Id<Tag>>& id) {
  if (!id) return std::nullopt;
  return named(lens, *id);
}
template <class Tag>
std::vector<Named> named(const Lens& lens, const std::vector<Id<Tag>>& ids) {
  return each(ids, [&lens](const auto& id) { return named(lens, id); });
}

// The name as a value of another sentence: its texts where it has them, else the nested sentence.
Say::Value name_value(const Named& named);

// `session.name.<type>` {ordinal}; of an unnumbered session `session.name.<type>.unnumbered`.
Say session_name(const SessionEntered& session);
// `meeting.name` {ordinal, session} of an opened meeting, `meeting.planned` {session, date} of one without number.
Say meeting_name(const Lens& lens, const MeetingId& id);
// `informal.name.<type>` {days}
Say informal_name(InformalType type, const Days& days);

// The facts that name a State, in the order of time; the name valid on the day of the lens, else the first.
Facts<StateNamed> names_in_time(const Lens& lens, const StateId& id);
const Fact<StateNamed>* name_in_force(const Lens& lens, const StateId& id);

// As registered, and in further languages as its texts have it.
Texts titles_of(const Lens& lens, const DocumentRegistered& document);
DocumentLink document_link(const Lens& lens, const Symbol& symbol);
std::vector<DocumentLink> document_links(const Lens& lens, const std::vector<Symbol>& symbols);

// "YYYY-MM-DD/YYYY-MM-DD": a span as a value of a sentence.
std::string span(const Days& days);

}  // namespace comity
