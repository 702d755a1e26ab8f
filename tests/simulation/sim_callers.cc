#include "simulation/sim_callers.h"

#include "seal/hash.h"
#include "support/given.h"

namespace comity {
namespace {

std::string numbered(const char* prefix, std::int64_t number) { return prefix + std::to_string(number); }

DocumentRegistered registered(const std::string& symbol, const std::string& title) {
  DocumentRegistered act;
  act.id = {symbol};
  act.type = DocumentKind::report;
  act.titles = in_english(title);
  return act;
}

Author any_author(Chance& chance) {
  const std::array<Author, 3> authors{operator_of_secretariat, Author{"delegation", {"state-1"}}, Author{"chair", {}}};
  return chance.among(authors);
}

Circumstances any_around(Chance& chance) {
  switch (chance.below(24)) {
    case 0:
      return asserted();
    case 1:
      return reported();
    case 2:
      return unverified();
    case 3:
      return {};  // refused: no source
    case 4:
      return confirmed("A/1", "3").on("2027-03-01");  // perhaps in the future
    default:
      return confirmed("A/77/275", std::to_string(chance.below(30))).on("2021-06-01");
  }
}

}  // namespace

std::string Callers::id(std::string_view prefix, Chance& chance) {
  auto& count = &chance == &closed_ ? closed_asked_ : asked_;
  return std::string(prefix) + "/" + std::to_string(++count) + ":" + to_hex(chance.bytes(4));
}

Act Callers::document() {
  // Now and then a symbol that is taken.
  const bool taken = !documents_.empty() && open_.one_in(10);
  const auto symbol = taken ? open_.among(documents_).symbol : numbered("A/", ++symbols_);
  return registered(symbol, "Document " + to_hex(open_.bytes(6)));
}

Act Callers::state_named() {
  if (states_entered_.empty()) return document();
  const auto year = 1990 + static_cast<int>(open_.below(30));
  return StateNamed{{open_.among(states_entered_)}, Date{year, 0, 0}, in_six("State")};
}

Act Callers::correction() {
  if (documents_.empty()) return document();
  const auto& [number, symbol] = open_.among(documents_);
  const Act act = registered(symbol, "Corrected " + to_hex(open_.bytes(4)));
  return FactCorrected{number, "misread", std::string(DocumentRegistered::kind), to_json(act)};
}

Act Callers::body() {
  if (documents_.empty()) return document();
  BodyEstablished act;
  act.id = {numbered("body-", ++bodies_)};
  act.names = act.parent = act.short_names = in_english("Body");
  act.founding = {{open_.among(documents_).symbol}};
  return act;
}

Act Callers::session() {
  if (bodies_entered_.empty()) return document();
  SessionEntered act;
  act.body = {open_.among(bodies_entered_)};
  act.type = SessionType::substantive;
  act.ordinal = 1 + open_.below(12);
  act.id = {act.body.text + numbered("/s", *act.ordinal)};
  return act;
}

Act Callers::any_act() {
  switch (open_.below(8)) {
    case 0: {
      StateEntered act;
      act.id = {numbered("state-", ++states_)};
      return act;
    }
    case 1:
      return state_named();
    case 2:
      return correction();
    case 3:
      return body();
    case 4:
      return session();
    case 5:
      if (documents_.empty()) return document();
      return DocumentRelated{{open_.among(documents_).symbol}, Relation{}, {open_.among(documents_).symbol}};
    default:
      return document();
  }
}

EntryRequest Callers::fact() {
  const auto act = any_act();
  return {id("fact", open_), "oewg-ict", {act, any_around(open_)}, any_author(open_)};
}

EntryRequest Callers::bad() {
  return {id("bad", open_), "", {registered("no symbol", "x"), confirmed()}, any_author(open_)};
}

EntryRequest Callers::other_act(EntryRequest request) {
  request.fact.act = registered("A/9999", "another act under the same id");
  return request;
}

void Callers::entered(const EntryRequest& request, std::int64_t number) {
  if (const auto* act = std::get_if<DocumentRegistered>(&request.fact.act))
    documents_.push_back({number, act->id.text});
  if (const auto* act = std::get_if<StateEntered>(&request.fact.act)) states_entered_.push_back(act->id.text);
  if (const auto* act = std::get_if<BodyEstablished>(&request.fact.act)) bodies_entered_.push_back(act->id.text);
  const auto* correction = std::get_if<FactCorrected>(&request.fact.act);
  for (auto& document : documents_)
    if (correction && document.number == correction->entry) document.number = number;
}

// Persons are known to the closed log by pseudonyms only. One who types a name in is refused.
std::string Callers::pseudonym() {
  const auto name = std::string(planted_name) + " " + std::to_string(closed_.below(6));
  return closed_.one_in(12) ? name : to_hex(sha256(name)).substr(0, 32);
}

ClosedAct Callers::judged(const ErasureId& erasure) {
  const auto role = closed_.one_in(2) ? ErasureRole::records_officer : ErasureRole::data_protection_focal_point;
  if (closed_.one_in(6)) return ErasureRefused{erasure, role, pseudonym(), "still needed"};
  return ErasureApproved{erasure, role, pseudonym(), "agreed"};
}

ClosedAct Callers::any_closed() {
  const auto ground = closed_.one_in(2) ? ErasureGround::asked_by_person : ErasureGround::purpose_ended;
  if (cases_ == 0 || closed_.one_in(3))
    return ErasureRequested{{numbered("case-", closed_.one_in(8) ? cases_ : ++cases_)}, pseudonym(), ground};
  if (closed_.one_in(20)) return ErasureCompleted{{numbered("case-", cases_)}, {}, 1};  // not by hand
  // The last few cases, so that both approvals come together.
  return judged({numbered("case-", std::max<std::int64_t>(0, cases_ - closed_.below(3)))});
}

ClosedRequest Callers::closed() {
  const auto act = any_closed();
  auto by = operator_of_secretariat;
  if (const auto* approved = std::get_if<ErasureApproved>(&act)) by.role = code_of(approved->role);
  if (const auto* refused = std::get_if<ErasureRefused>(&act)) by.role = code_of(refused->role);
  if (closed_.one_in(16)) by.role = "somebody";
  return {id("closed", closed_), act, by};
}

}  // namespace comity
