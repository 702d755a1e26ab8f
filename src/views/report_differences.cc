// What a draft foresaw and what the report tells, side by side: so that a draft issued weeks early is reconciled.
#include <map>

#include "views/report_pages.h"

namespace comity {
namespace {

struct ToldAt {
  const SentenceRow* sentence = nullptr;
  const ToldRow* told = nullptr;
  std::size_t order = 0;
};
using FactsTold = std::map<std::pair<std::string, std::string>, ToldAt>;  // by what they are about, and the aspect

FactsTold facts_told(const ReportView& report) {
  FactsTold out;
  std::size_t order = 0;
  const auto take_all = [&](const std::vector<SentenceRow>& sentences) {
    for (const auto& sentence : sentences)
      for (const auto& told : sentence.told)
        if (told.aspect != "name") out.try_emplace({told.about, told.aspect}, ToldAt{&sentence, &told, order++});
  };
  for (const auto& section : report.sections)
    for (const auto& paragraph : section.paragraphs) {
      take_all(paragraph.sentences);
      take_all(paragraph.items);
    }
  return out;
}

const EvidenceRow* evidence_of(const SentenceRow& sentence, std::int64_t entry) {
  for (const auto& row : sentence.evidence)
    if (row.mark.entry == entry) return &row;
  return nullptr;
}

// Whether the strongest entry that tells it was issued before the event, and none after it.
bool only_foreseen(const ToldAt& at) {
  bool any = false;
  for (const auto entry : at.told->entries) {
    const auto* row = evidence_of(*at.sentence, entry);
    if (!row) continue;
    any = true;
    if (row->mark.mark != MarkKind::planned && row->mark.mark != MarkKind::asserted) return false;
  }
  return any;
}

DifferenceRow row_of(ReportDifference kind, const ToldAt* draft, const ToldAt* report) {
  const auto& at = report ? *report : *draft;
  DifferenceRow row{at.sentence->id, at.told->about, at.told->aspect, kind, {}, {}, {}, {}, {}};
  if (draft) {
    row.draft = draft->told->values;
    row.drafted = draft->sentence->say;
    row.evidence = draft->sentence->evidence;
  }
  if (report) {
    row.report = report->told->values;
    row.reported = report->sentence->say;
    for (const auto& one : report->sentence->evidence) {
      const auto same = [&one](const EvidenceRow& held) { return held.mark.entry == one.mark.entry; };
      if (std::none_of(row.evidence.begin(), row.evidence.end(), same)) row.evidence.push_back(one);
    }
  }
  return row;
}

// How the two tell of one fact; nothing where they agree and it took place.
std::optional<ReportDifference> difference(const ToldAt* draft, const ToldAt* report) {
  if (!report) return draft->told->blank.empty() ? ReportDifference::not_told : ReportDifference::still_open;
  if (!draft || !draft->told->blank.empty()) return ReportDifference::not_foreseen;
  if (draft->told->values != report->told->values) return ReportDifference::changed;
  if (only_foreseen(*report)) return ReportDifference::not_confirmed;
  return std::nullopt;
}

}  // namespace

std::vector<DifferenceRow> differences(const ReportView& draft, const ReportView& report) {
  const auto drafted = facts_told(draft), reported = facts_told(report);
  std::map<std::pair<std::size_t, int>, DifferenceRow> in_order;
  const auto look = [](const FactsTold& facts, const auto& key) {
    const auto found = facts.find(key);
    return found == facts.end() ? nullptr : &found->second;
  };
  for (const auto& [key, at] : reported) {
    const auto* before = look(drafted, key);
    if (const auto kind = difference(before, &at)) in_order.emplace(std::pair(at.order, 0), row_of(*kind, before, &at));
  }
  for (const auto& [key, at] : drafted)
    if (!look(reported, key))
      if (const auto kind = difference(&at, nullptr))
        in_order.emplace(std::pair(at.order, 1), row_of(*kind, &at, nullptr));
  std::vector<DifferenceRow> out;
  for (auto& [order, row] : in_order) out.push_back(std::move(row));
  return out;
}

}  // namespace comity
