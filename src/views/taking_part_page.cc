#include "views/taking_part_page.h"

#include "views/lists.h"
#include "views/modalities.h"

namespace comity {
namespace {

AudienceRow audience_row(const Lens& lens, Audience audience) {
  return {audience, modality_rows(lens, facts_where<ModalityAgreed>(lens, [audience](const ModalityAgreed& act) {
                                    return act.audience == audience;
                                  }))};
}

// House rule of the data files: arrangements with others than States have a topic that begins so.
bool is_about_taking_part(const ArrangementReported& act) { return act.topic.starts_with("stakeholders"); }

bool carries_modalities(const Lens& lens, const DecisionTaken& act) {
  return !about<ModalityAgreed>(lens, act.id).empty();
}

}  // namespace

std::vector<ModalityRow> modality_rows(const Lens& lens, const Facts<ModalityAgreed>& facts) {
  auto rows = each(facts, [&lens](const auto* fact) {
    return ModalityRow{fact->act.number, fact->act.text, mark(lens, *fact)};
  });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ModalityRow& a, const ModalityRow& b) { return a.number < b.number; });
  return rows;
}

TakingPartPage taking_part_page(const Lens& lens) {
  TakingPartPage page;
  // Where anything was agreed, whoever takes part and finds no rule for herself is told so.
  const bool agreed = !facts_where<ModalityAgreed>(lens, [](const auto&) { return true; }).empty();
  for (std::size_t i = 0; i < Codes<Audience>::all.size(); ++i) {
    auto row = audience_row(lens, static_cast<Audience>(i));
    const bool takes_part = row.audience != Audience::everybody && row.audience != Audience::chair;
    if (!row.rules.empty() || (agreed && takes_part)) page.audiences.push_back(std::move(row));
  }
  page.decisions = decisions_where(lens, [&lens](const auto& act) { return carries_modalities(lens, act); });
  page.arrangements = each(facts_where<ArrangementReported>(lens, is_about_taking_part), [&lens](const auto* fact) {
    return text_row(lens, *fact, fact->act.text, fact->act.topic);
  });
  page.lists = documents_where(lens, [](const DocumentRegistered& act) {
    return act.type == DocumentKind::list_of_organizations || act.type == DocumentKind::list_of_participants;
  });
  return page;
}

}  // namespace comity
