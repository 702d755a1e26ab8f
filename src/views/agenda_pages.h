// The agenda and the path of its items.
#pragma once

#include "views/rows.h"

namespace comity {

// One step of an item through the sessions, by one source.
struct PathRow {
  Named session{};
  std::optional<Days> days{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("session", view.session);
    visit("days", view.days);
    visit("mark", view.mark);
  }
};

// An item with its sub-items' order kept by the list, and its path.
struct AgendaRow {
  std::string id{};
  Href href{};
  std::string number{};
  std::int64_t depth = 0;
  Texts title{};
  Texts annotation{};
  std::vector<PathRow> path{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("number", view.number);
    visit("depth", view.depth);
    visit("title", view.title);
    visit("annotation", view.annotation);
    visit("path", view.path);
    visit("mark", view.mark);
  }
};

struct AgendaFactRow {
  DocumentLink document{};
  std::optional<AgendaScope> scope{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("scope", view.scope);
    visit("mark", view.mark);
  }
};

struct AgendaPage {
  Named body{};
  std::vector<AgendaFactRow> proposed{};
  std::vector<AgendaFactRow> adopted{};
  std::vector<AgendaRow> items{};
  Html paths{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("proposed", view.proposed);
    visit("adopted", view.adopted);
    visit("items", view.items);
    visit("paths", view.paths);
  }
};

struct ItemPage {
  Named body{};
  std::string id{};
  std::string number{};
  Texts title{};
  Texts annotation{};
  std::optional<ItemRow> parent{};
  std::vector<ItemRow> children{};
  std::vector<PathRow> path{};
  std::vector<DateRow> informals{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("id", view.id);
    visit("number", view.number);
    visit("title", view.title);
    visit("annotation", view.annotation);
    visit("parent", view.parent);
    visit("children", view.children);
    visit("path", view.path);
    visit("informals", view.informals);
    visit("mark", view.mark);
  }
};

std::optional<AgendaPage> agenda_page(const Lens& lens, const BodyId& body);
std::optional<ItemPage> item_page(const Lens& lens, const ItemId& id);

}  // namespace comity
