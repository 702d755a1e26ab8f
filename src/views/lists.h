// Rows of documents, decisions and agenda items, and the lists that pages make of them.
#pragma once

#include "views/dates.h"

namespace comity {

DocumentRow document_row(const Lens& lens, const Fact<DocumentRegistered>& fact);
DecisionRow decision_row(const Lens& lens, const Fact<DecisionTaken>& fact);
ItemRow item_row(const Lens& lens, const ItemId& id);
std::vector<ItemRow> item_rows(const Lens& lens, const std::vector<ItemId>& ids);

// By date, then by symbol in the natural order of its numbers.
template <class Question>
std::vector<DocumentRow> documents_where(const Lens& lens, Question&& question);
// By the day they were taken, then by id.
template <class Question>
std::vector<DecisionRow> decisions_where(const Lens& lens, Question&& question);

bool document_before(const DocumentRow& a, const DocumentRow& b);
bool decision_before(const DecisionRow& a, const DecisionRow& b);

// The agenda of the body in the order of its numbers.
Facts<AgendaItemEntered> agenda_of(const Lens& lens, const BodyId& body);

// "Latest" lists: the last ones first. A document whose date no source tells stands where its last session ended; of
// one without date and session nobody can say that it is late: left out.
std::vector<DocumentRow> latest(const Lens& lens, const std::vector<DocumentRow>& documents, std::size_t count);
std::vector<DecisionRow> latest(std::vector<DecisionRow> decisions, std::size_t count);

template <class Question>
std::vector<DocumentRow> documents_where(const Lens& lens, Question&& question) {
  auto rows = each(facts_where<DocumentRegistered>(lens, question),
                   [&lens](const auto* fact) { return document_row(lens, *fact); });
  std::stable_sort(rows.begin(), rows.end(), document_before);
  return rows;
}
template <class Question>
std::vector<DecisionRow> decisions_where(const Lens& lens, Question&& question) {
  auto rows =
      each(facts_where<DecisionTaken>(lens, question), [&lens](const auto* fact) { return decision_row(lens, *fact); });
  std::stable_sort(rows.begin(), rows.end(), decision_before);
  return rows;
}
inline std::vector<DocumentRow> documents_of(const Lens& lens, const BodyId& body) {
  return documents_where(lens, [&body](const DocumentRegistered& act) { return act.body == body; });
}
inline std::vector<DecisionRow> decisions_of(const Lens& lens, const BodyId& body) {
  return decisions_where(lens, [&body](const DecisionTaken& act) { return act.body == body; });
}
// Of all bodies.
inline std::vector<DocumentRow> all_documents(const Lens& lens) {
  return documents_where(lens, [](const auto&) { return true; });
}
inline std::vector<DecisionRow> all_decisions(const Lens& lens) {
  return decisions_where(lens, [](const auto&) { return true; });
}

}  // namespace comity
