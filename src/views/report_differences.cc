// What a draft foresaw and what the report tells, side by side: so that a draft issued weeks early is reconciled.
#include <map>

#include "views/report_pages.h"
#include "views/spoken.h"

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
  return {at.sentence->id,
          at.told->about,
          at.told->aspect,
          kind,
          draft ? draft->told->values : std::vector<std::string>(),
          report ? report->told->values : std::vector<std::string>()};
}

void add_all(std::vector<EvidenceRow>& to, const std::vector<EvidenceRow>& more) {
  for (const auto& one : more) {
    const auto same = [&one](const EvidenceRow& held) { return held.mark.entry == one.mark.entry; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back(one);
  }
}

// Whether both say the same, word for word in every language.
bool alike(const Say& a, const Say& b) {
  return a.key == b.key && plain_values(std::vector<Say>{a}) == plain_values(std::vector<Say>{b});
}

DifferingSentence sentence_of(const std::string& id, const SentenceRow* draft, const SentenceRow* report) {
  DifferingSentence out;
  out.id = id;
  for (const auto* one : {draft, report})
    if (one) add_all(out.evidence, one->evidence);
  if (draft) out.drafted = draft->say;
  if (report) out.reported = report->say;
  out.alike = draft && report && alike(draft->say, report->say) ? "1" : "";
  return out;
}

const SentenceRow* find_sentence(const ReportView& report, const std::string& id) {
  for (const auto& section : report.sections)
    for (const auto& paragraph : section.paragraphs)
      for (const auto* some : {&paragraph.sentences, &paragraph.items})
        for (const auto& sentence : *some)
          if (sentence.id == id) return &sentence;
  return nullptr;
}

// The facts of one sentence stand together.
std::vector<DifferingSentence> by_sentence(const std::vector<DifferenceRow>& facts, const ReportView& draft,
                                           const ReportView& report) {
  std::vector<DifferingSentence> out;
  for (const auto& fact : facts) {
    const auto same = [&fact](const DifferingSentence& one) { return one.id == fact.id; };
    auto found = std::find_if(out.begin(), out.end(), same);
    if (found == out.end())
      found =
          out.insert(out.end(), sentence_of(fact.id, find_sentence(draft, fact.id), find_sentence(report, fact.id)));
    if (!contains(found->kinds, fact.kind)) found->kinds.push_back(fact.kind);
  }
  return out;
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

ReportDifferences differences(const ReportView& draft, const ReportView& report) {
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
  ReportDifferences out;
  for (auto& [order, row] : in_order) out.facts.push_back(std::move(row));
  out.sentences = by_sentence(out.facts, draft, report);
  return out;
}

}  // namespace comity
