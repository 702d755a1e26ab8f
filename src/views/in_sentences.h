// Things as a sentence of a report names them: bodies, sessions, meetings, documents, entities, persons, places.
#pragma once

#include "views/links.h"
#include "views/spoken.h"

namespace comity {

// How a thing stands in its sentence. The messages of the languages make of it what they need.
enum class Role { bare, at, of };

// {body} {body_of} {body_to} {body_gender}: from the forms that the record has of its name, else "the body".
Say::Names names_of_body(const Lens& lens, const BodyId& body);

// "its organizational session and its first and second substantive sessions".
Spoken sessions_named(const Lens& lens, const std::vector<SessionId>& ids, Role role);
// "the 1st and 2nd meetings of its fourth substantive session"; all of the one session. Those whose number is not
// known are left out.
Spoken meetings_named(const Lens& lens, Basis basis, const std::vector<MeetingId>& ids);
// The day of a meeting, or the days from the first to the last; absent where no day is known.
Spoken days_of_meetings(const Lens& lens, Basis basis, const std::vector<MeetingId>& ids);
// "At its first session, on 1 June 2021", "at the 1st meeting of …, held on …": by what is there of it.
Spoken occasion(const Spoken& session, const Spoken& day);
Spoken occasion_of_meetings(const Spoken& meetings, const Spoken& days);
// "document A/77/275", "resolution 75/240"; `key` is the start of the messages: report.cited.
Spoken cited(const Symbol& symbol, const std::string& key, const Spoken& by);
// Its symbol alone; `by` are the facts that name it.
Spoken symbols(const std::vector<Symbol>& documents, const Spoken& by);

// The name with its article or in its case, where the record has that form in each language of the name; else as it
// stands.
enum class NameForm { subject, object, of, to, at };
Texts form_of(const Lens& lens, const Texts& name, NameForm form);
bool has_form(const Lens& lens, const Texts& name, NameForm form);

// A place with its preposition, or as it stands, in brackets.
Say::Value place_value(const Lens& lens, const Texts& place);
// The principal organ by whose document the body was founded, by the first part of its symbol: "assembly", "council",
// "economic" or "other".
std::string founding_organ(const BodyEstablished& body);

// Decisions that tell the same as another act: of the body, of that day, on those documents; on none, by the manner.
std::vector<Spoken> decisions_beside(const Lens& lens, const BodyId& body, const Date& date,
                                     const std::vector<Symbol>& documents, std::optional<Manner> manner);

bool is_organizational(const Lens& lens, const SessionId& id);

// The plan in force of a session or an informal meeting tells its days.
template <class A>
void add_plan_in_force(const Lens& lens, const auto& id, std::vector<Teller>& tellers) {
  const auto in_force = dated(lens, id).planned;
  const auto plans = about<A>(lens, id).where([&](const auto& fact) { return in_force && fact.act.days == *in_force; });
  add_tellers(tellers, plans, [](const auto& fact) { return Say::Value(span(fact.act.days)); });
}

// A text that ends a sentence of its own: without its full stop, so that the sentence around it can set one.
Texts without_stop(Texts texts);

}  // namespace comity
