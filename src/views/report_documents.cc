// The list of documents before the body in a cycle, by kind (A/77/275, para. 11; A/AC.292/2023/L.1, para. 9).
#include <set>

#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

bool names_it(const std::vector<Symbol>& documents, const Symbol& symbol) { return contains(documents, symbol); }

// Neither a session nor a day places it.
bool is_unplaced(const ReportMaker& report, const DocumentRegistered& act) {
  const auto lists = facts<ParticipantsListed>(report.lens());
  return act.sessions.empty() && !(act.date && act.date->whole()) &&
         std::none_of(lists.begin(), lists.end(),
                      [&](const auto* list) { return names_it(list->act.documents, act.id); });
}

// By its sessions, its date, or the list of participants that it is.
bool of_cycle(const ReportMaker& report, const DocumentRegistered& act) {
  const auto& cycle = report.cycle();
  if (cycle.year == 0) return true;
  const auto ours = [&](const SessionId& id) { return contains(cycle.sessions, id); };
  if (!act.sessions.empty()) return std::any_of(act.sessions.begin(), act.sessions.end(), ours);
  if (act.date && act.date->whole()) return cycle.holds(*act.date);
  for (const auto* list : facts<ParticipantsListed>(report.lens()))
    if (names_it(list->act.documents, act.id) &&
        std::all_of(list->act.sessions.begin(), list->act.sessions.end(), ours))
      return true;
  return false;
}

std::vector<Symbol> documents_of(const ReportMaker& report, DocumentKind kind) {
  std::set<std::string> symbols;
  for (const auto* fact : facts<DocumentRegistered>(report.lens()))
    if (fact->act.body == report.body() && fact->act.type == kind && of_cycle(report, fact->act))
      symbols.insert(fact->act.id.text);
  std::vector<Symbol> out;
  for (const auto& symbol : symbols) out.push_back({symbol});
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return natural_less(a.text, b.text); });
  return out;
}

void tell_document(ReportMaker& report, const Symbol& symbol) {
  const auto& lens = report.lens();
  const auto registered = about<DocumentRegistered>(lens, symbol);
  const auto value = [&](const std::string& aspect, auto&& value_of) {
    return tell(lens, report.basis(), symbol.text, aspect, registered, value_of);
  };
  ReportMaker::Values values{
      {"symbol", value("registered", [](const auto& fact) { return Say::Value(fact.act.id.text); })},
      {"title", value("title", [&](const auto& fact) { return Say::Value(without_stop(titles_of(lens, fact.act))); })}};
  std::string key = "report.document";
  const auto with_date = registered.where([](const auto& fact) { return fact.act.date.has_value(); });
  if (!with_date.empty()) {
    key += ".dated";
    values.push_back({"day", tell(lens, report.basis(), symbol.text, "date", with_date,
                                  [](const auto& fact) { return Say::Value(print(*fact.act.date)); })});
  }
  report.item("document/" + symbol.text, "-", key, values);
}

void tell_kind(ReportMaker& report, const std::vector<Symbol>& symbols) {
  const auto registered = each(symbols, [&](const Symbol& symbol) {
    return tell(report.lens(), report.basis(), symbol.text, "registered",
                about<DocumentRegistered>(report.lens(), symbol),
                [](const auto& fact) { return Say::Value(fact.act.id.text); });
  });
  const auto count = gathered(registered, each(symbols, [](const Symbol& symbol) { return symbol.text; }));
  const auto kind = report.lens().world.one<DocumentRegistered>(symbols.front())->act.type;
  report.sentence("documents/" + std::string(code_of(kind)), "report.documents", {{"documents", count}});
  for (const auto& symbol : symbols) tell_document(report, symbol);
}

// Of which no entry tells to which cycle they belong.
void tell_unplaced(ReportMaker& report) {
  if (report.cycle().year == 0) return;
  const auto unplaced = facts_where<DocumentRegistered>(report.lens(), [&](const DocumentRegistered& act) {
    return act.body == report.body() && is_unplaced(report, act);
  });
  if (unplaced.empty()) return;
  std::vector<Spoken> from;
  std::vector<std::string> told;
  for (const auto* fact : unplaced) {
    if (contains(told, fact->act.id.text)) continue;
    told.push_back(fact->act.id.text);
    from.push_back(choose(report.lens(), report.basis(), fact->act.id.text, "registered",
                          {{fact, DocumentRegistered::kind, false, fact->act.id.text}}));
  }
  report.section("documents-unplaced", 1);
  report.missing("report.missing.cycle", {{"documents", gathered(from, std::move(told))}});
}

}  // namespace

void tell_documents(ReportMaker& report) {
  for (std::size_t i = 0; i < Codes<DocumentKind>::all.size(); ++i) {
    const auto kind = static_cast<DocumentKind>(i);
    const auto symbols = documents_of(report, kind);
    if (symbols.empty()) continue;
    report.section("documents-" + std::string(code_of(kind)), 1);
    tell_kind(report, symbols);
  }
  tell_unplaced(report);
}

}  // namespace comity
