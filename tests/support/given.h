// What tests are given: a world made of acts that the rules have granted, so that no test speaks of an impossible one.
//   Given given;
//   given.body().session("oewg-ict/s4", 4).act(SessionHeld{…}, confirmed("A/77/275", "2").on("2022-07-25"));
#pragma once

#include <stdexcept>
#include <string>

#include "rules/enter.h"
#include "views/field_types.h"

namespace comity {

// What stands around an act, said in one breath: confirmed("A/77/275", "5").on("2021-06-01").
struct Said : Circumstances {
  Said on(std::string_view date) const {
    auto said = *this;
    said.happened = parse_happened(date);
    if (!said.happened) throw std::runtime_error("no such day: " + std::string(date));
    return said;
  }
};

inline Said by_document(Certainty certainty, std::string_view symbol, std::string_view paragraph) {
  Said said;
  said.certainty = certainty;
  said.sources.push_back({Symbol{std::string(symbol)}, std::string(paragraph)});
  return said;
}
inline Said confirmed(std::string_view symbol = "A/77/275", std::string_view paragraph = "2") {
  return by_document(Certainty::confirmed, symbol, paragraph);
}
inline Said asserted(std::string_view symbol = "A/AC.292/2023/L.1", std::string_view paragraph = "3") {
  return by_document(Certainty::asserted, symbol, paragraph);
}
inline Said by_publication(Certainty certainty, std::string_view publisher) {
  Said said;
  said.certainty = certainty;
  Source source;
  source.publisher = publisher;
  source.title = "A publication";
  said.sources.push_back(source);
  return said;
}
inline Said reported(std::string_view publisher = "An observatory") {
  return by_publication(Certainty::reported, publisher);
}
inline Said unverified(std::string_view publisher = "An observatory") {
  return by_publication(Certainty::unverified, publisher);
}

inline Texts in_english(const std::string& text) { return {{{Language::en, text}}, {}}; }
inline Texts in_six(const std::string& text) {
  Texts texts;
  for (const auto language : languages) texts.official.emplace(language, text + " " + std::string(code_of(language)));
  return texts;
}

inline Date day(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) throw std::runtime_error("no such day: " + std::string(text));
  return *date;
}
inline Days days(std::string_view from, std::string_view to) { return {day(from), day(to)}; }
inline Days days(std::string_view one) { return days(one, one); }
inline Happened hour(std::string_view text) {
  const auto happened = parse_happened(text);
  if (!happened) throw std::runtime_error("no such hour: " + std::string(text));
  return *happened;
}
inline Instant instant(std::string_view text) {
  const auto parsed = parse_instant(text);
  if (!parsed) throw std::runtime_error("no such instant: " + std::string(text));
  return *parsed;
}

class Given {
 public:
  // The instant at which what follows is entered.
  Given& at(std::string_view text) {
    at_ = instant(text);
    return *this;
  }

  // Enters the act; one that the rules refuse is a mistake of the test.
  Given& act(const Act& act, const Said& said = confirmed()) {
    const auto acts = decide(world_, {act, said}, {at_, operator_of_secretariat});
    if (!acts) throw std::runtime_error("given what the rules refuse: " + acts.refusal().code);
    for (const auto& granted : *acts) world_.apply(granted, {next_++, at_, said, {}});
    return *this;
  }
  // "granted", or the code of the refusal; enters nothing.
  std::string outcome(const Act& act, const Said& said = confirmed()) const {
    const auto acts = decide(world_, {act, said}, {at_, operator_of_secretariat});
    return acts ? "granted" : acts.refusal().code;
  }
  Given& corrected(std::uint64_t entry, const Act& act, const Said& said = confirmed()) {
    return this->act(
        FactCorrected{static_cast<std::int64_t>(entry), "misread", std::string(kind_of(act)), to_json(act)}, said);
  }
  std::uint64_t last() const { return next_ - 1; }  // the number of the entry made last

  // The usual things, each in a few words.
  Given& document(const std::string& symbol, std::string_view date = {}, DocumentKind kind = DocumentKind::report) {
    DocumentRegistered act;
    act.id = {symbol};
    act.type = kind;
    act.titles = in_english("Document " + symbol);
    if (!date.empty()) act.date = day(date);
    return this->act(act);
  }
  Given& body(const std::string& id = "oewg-ict", std::string_view from = "2021", std::string_view until = "2025") {
    const auto founding = "A/RES/75/240 (" + id + ")";
    document(founding);
    BodyEstablished act;
    act.id = {id};
    act.names = act.parent = in_english("Body " + id);
    act.short_names = in_english(id);
    act.founding = {{founding}};
    if (!from.empty()) act.from = day(from);
    if (!until.empty()) act.until = day(until);
    return this->act(act);
  }
  Given& session(const std::string& id, std::optional<std::int64_t> ordinal = {}) {
    SessionEntered act;
    act.id = {id};
    act.body = {id.substr(0, id.find('/'))};
    act.type = ordinal ? SessionType::substantive : SessionType::organizational;
    act.ordinal = ordinal;
    return this->act(act);
  }
  Given& planned(const std::string& session, const Days& days, const Said& said = confirmed()) {
    return act(SessionPlanned{{session}, days, {}}, said);
  }
  Given& held(const std::string& session, const Days& days, const Said& said = confirmed()) {
    return act(SessionHeld{{session}, days, {}}, said);
  }
  Given& opened(const std::string& id, std::int64_t ordinal, std::string_view date) {
    return act(MeetingOpened{{id}, {id.substr(0, id.rfind('/'))}, ordinal}, confirmed().on(date));
  }
  Given& item(const std::string& id, const std::string& number) {
    AgendaItemEntered act;
    act.id = {id};
    act.body = {id.substr(0, id.find('/'))};
    act.number = number;
    act.title = in_english("Item " + number);
    if (const auto dot = number.find('.'); dot != std::string::npos)
      act.parent = ItemId{act.body.text + "/item-" + number.substr(0, dot)};
    return this->act(act);
  }
  Given& state(const std::string& id, const std::string& name = {}) {
    StateEntered act;
    act.id = {id};
    this->act(act);
    return name.empty() ? *this : this->act(StateNamed{{id}, {}, in_six(name)});
  }
  Given& decision(const std::string& id, const std::string& session, std::string_view date) {
    DecisionTaken act;
    act.id = {id};
    act.body = {id.substr(0, id.find('/'))};
    act.titles = in_english("Decision " + id);
    act.manner = Manner::consensus;
    act.session = SessionId{session};
    return this->act(act, confirmed().on(date));
  }
  Given& informal(const std::string& id, const Days& days, const Said& said = confirmed()) {
    InformalHeld act;
    act.id = {id};
    act.body = {id.substr(0, id.find('/'))};
    act.days = days;
    return this->act(act, said);
  }

  const World& world() const { return world_; }
  // As seen on that day, and, if `on` is given, as it was on that earlier day.
  Lens lens(std::string_view today = "2026-11-20", std::string_view on = {}) const {
    return {world_, first_instant(day(today)), on.empty() ? std::nullopt : std::optional(day(on))};
  }

 private:
  World world_{};
  Instant at_ = instant("2026-11-20T12:00:00Z");
  std::uint64_t next_ = 0;
};

}  // namespace comity
