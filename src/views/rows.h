// Rows that several pages share.
#pragma once

#include "views/field_types.h"

namespace comity {

// A thing by its name, with its page: the link that other rows carry.
struct Named {
  std::string id{};
  Say name{};
  Texts names{};
  Href href{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("name", view.name);
    visit("names", view.names);
    visit("href", view.href);
  }
};

// A dated thing for calendars, time lines and lists of dates: a session, a numbered meeting or an informal meeting.
struct DateRow {
  std::string id{};
  DateSort sort{};
  Say name{};
  Texts names{};
  Href href{};
  Named body{};
  Days days{};                    // of the strongest fact that it was held, else of the plan in force
  std::optional<Days> planned{};  // the plan in force, if there is one
  std::optional<Happened> start{};
  std::optional<Mode> mode{};
  Texts place{};
  Status status{};
  std::int64_t sequence = 0;
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("sort", view.sort);
    visit("name", view.name);
    visit("names", view.names);
    visit("href", view.href);
    visit("body", view.body);
    visit("days", view.days);
    visit("planned", view.planned);
    visit("start", view.start);
    visit("mode", view.mode);
    visit("place", view.place);
    visit("status", view.status);
    visit("sequence", view.sequence);
    visit("mark", view.mark);
  }
};

struct DocumentRow {
  Symbol symbol{};
  Href href{};
  DocumentKind type{};
  Texts titles{};
  std::optional<Date> date{};
  std::optional<Distribution> distribution{};
  std::vector<Language> languages{};
  std::vector<Language> under_way{};  // versions that are awaited or in translation
  std::vector<Named> sessions{};
  std::optional<Named> body{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("href", view.href);
    visit("type", view.type);
    visit("titles", view.titles);
    visit("date", view.date);
    visit("distribution", view.distribution);
    visit("languages", view.languages);
    visit("under-way", view.under_way);
    visit("sessions", view.sessions);
    visit("body", view.body);
    visit("mark", view.mark);
  }
};

// A sentence with its mark.
struct TextRow {
  std::string topic{};
  Texts text{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("topic", view.topic);
    visit("text", view.text);
    visit("mark", view.mark);
  }
};

// Days with their mark: planned or held.
struct DaysRow {
  Days days{};
  Texts place{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("days", view.days);
    visit("place", view.place);
    visit("mark", view.mark);
  }
};

struct CountRow {
  std::int64_t count = 0;
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("count", view.count);
    visit("mark", view.mark);
  }
};

// A document as cited in a row.
struct DocumentLink {
  Symbol symbol{};
  Href href{};
  Texts titles{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("href", view.href);
    visit("titles", view.titles);
  }
};

struct DecisionRow {
  std::string id{};
  Href href{};
  Texts titles{};
  Manner manner{};
  std::optional<Happened> happened{};
  std::optional<Named> session{};
  std::optional<Named> meeting{};
  std::vector<DocumentLink> documents{};
  Named body{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("titles", view.titles);
    visit("manner", view.manner);
    visit("happened", view.happened);
    visit("session", view.session);
    visit("meeting", view.meeting);
    visit("documents", view.documents);
    visit("body", view.body);
    visit("mark", view.mark);
  }
};

struct ItemRow {
  std::string id{};
  Href href{};
  std::string number{};
  Texts title{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("number", view.number);
    visit("title", view.title);
    visit("mark", view.mark);
  }
};

struct OfficerRow {
  Office office{};
  Texts holder{};
  Named state{};
  std::optional<Manner> manner{};
  std::optional<Date> from{};
  std::optional<Date> until{};
  std::optional<Named> session{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("office", view.office);
    visit("holder", view.holder);
    visit("state", view.state);
    visit("manner", view.manner);
    visit("from", view.from);
    visit("until", view.until);
    visit("session", view.session);
    visit("mark", view.mark);
  }
};

struct EntityRow {
  std::string id{};
  Texts names{};
  std::optional<SupportRole> role{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("names", view.names);
    visit("role", view.role);
    visit("mark", view.mark);
  }
};

}  // namespace comity
