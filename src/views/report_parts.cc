// Chapeau and annexes: by the decision that includes a conference room paper (A/77/275, para. 16), or as bound by an
// entry of its own.
#include "views/report_parts.h"

#include "views/in_sentences.h"

namespace comity {
namespace {

// A document on its way into the report.
struct Binding {
  std::vector<Teller> tellers{};
  Symbol document{};
  std::optional<DecisionId> decision{};
  std::optional<Date> adopted{};
  std::vector<std::int64_t> revision{};
};

std::optional<Date> day_of(const Provenance& from) {
  return from.around.happened ? std::optional(from.around.happened->date) : std::nullopt;
}

bool is_of_kind(const Lens& lens, const Symbol& symbol, DocumentKind kind) {
  const auto* document = lens.world.one<DocumentRegistered>(symbol);
  return document && document->act.type == kind;
}

// The day on which the report was adopted, by the strongest entry that tells it.
std::optional<Date> day_of_adoption(const Lens& lens, const Cycle& cycle) {
  const auto adoptions = facts_where<DecisionTaken>(
      lens, [&](const auto& act) { return takes(lens, cycle, act, DocumentKind::draft_report); });
  return adoptions.empty() ? std::nullopt : day_of(adoptions.front()->from);
}

Binding* find_document(std::vector<Binding>& all, const Symbol& symbol) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.document == symbol; });
  return found == all.end() ? nullptr : &*found;
}

// What decisions of the cycle include in the report.
std::vector<Binding> decided(const Lens& lens, const Cycle& cycle) {
  constexpr auto paper = DocumentKind::conference_room_paper;
  std::vector<Binding> out;
  for (const auto* fact :
       facts_where<DecisionTaken>(lens, [&](const auto& act) { return takes(lens, cycle, act, paper); }))
    for (const auto& symbol : fact->act.documents) {
      if (!is_of_kind(lens, symbol, paper)) continue;
      auto* there = find_document(out, symbol);
      if (!there) there = &out.emplace_back(Binding{{}, symbol, fact->act.id, day_of(fact->from), {}});
      there->tellers.push_back({fact, DecisionTaken::kind, false, symbol.text});
    }
  return out;
}

bool revises(const Lens& lens, const Symbol& later, const Symbol& earlier) {
  const auto relations = about<DocumentRelated>(lens, later);
  return std::any_of(relations.begin(), relations.end(), [&](const auto* fact) {
    return fact->act.relation == Relation::revises && fact->act.to == earlier;
  });
}

// An entry that binds a text tells more than the decision: which revision it is, by its entry or as a document.
void bind(const Lens& lens, const Fact<NarrativePartBound>& fact, const std::optional<Date>& adopted,
          std::vector<Binding>& all) {
  const auto& act = fact.act;
  auto* there = find_document(all, act.document);
  for (auto& one : all)
    if (!there && act.decision && one.decision == act.decision && revises(lens, act.document, one.document)) {
      there = &one;
      one.document = act.document;
      one.tellers.clear();  // they tell of the one before
    }
  if (!there) there = &all.emplace_back(Binding{{}, act.document, act.decision, adopted, {}});
  if (const auto* decision = act.decision ? strongest<DecisionTaken>(lens, *act.decision) : nullptr)
    there->adopted = day_of(decision->from);
  if (there->revision.empty()) there->revision = act.revision;  // the strongest comes first
  there->tellers.push_back({&fact, NarrativePartBound::kind, false, act.document.text});
}

Facts<NarrativePartBound> bound(const Lens& lens, const Cycle& cycle, NarrativePart part) {
  return about<NarrativePartBound>(lens, cycle.body).where([&](const auto& fact) {
    return fact.act.part == part && (cycle.year == 0 || fact.act.year == cycle.year);
  });
}

// When the text is known to have come: the day that is told, else the one on which it was recorded.
Date came(const Fact<TextImported>& fact) { return since(fact.act, fact.from.around).value_or(date_of(fact.from.at)); }

// House rule: of several texts of one language, the one meant is named; else it is the last that had come by the day of
// adoption. Where none had, the texts were collected afterwards: of those for which no day is told the last, which
// corrects the others, else the first that came.
const Fact<TextImported>* text_in_force(const Lens& lens, const Binding& of, Language language) {
  const auto texts = lens.world.about<TextImported>(of.document).where([&](const auto& fact) {
    return fact.act.language == language && seen(lens, since(fact.act, fact.from.around));
  });
  const Fact<TextImported>*by_then = nullptr, *undated = nullptr;
  for (const auto* fact : texts) {
    if (contains(of.revision, static_cast<std::int64_t>(fact->from.entry))) return fact;
    if (of.adopted && first_instant(came(*fact)) < end_instant(*of.adopted)) by_then = fact;
    if (!since(fact->act, fact->from.around)) undated = fact;
  }
  if (texts.empty()) return nullptr;
  if (!of.adopted) return texts.back();
  return by_then ? by_then : undated ? undated : texts.front();
}

// The sentence with what it rests on.
SentenceRow sentence_of(const std::string& id, Say say, const Spoken& fact) {
  return {id, {}, {}, std::move(say), fact.weakest, fact.told, fact.evidence};
}

PartText text_row(const Lens& lens, const Binding& of, const Fact<TextImported>& fact) {
  const auto number = static_cast<std::int64_t>(fact.from.entry);
  PartText row{fact.act.language, fact.act.standing, number, href_of(of.document), {}, {}};
  row.href.language = fact.act.language;
  const auto entry = std::to_string(number);
  const auto which = choose(lens, Basis::actual, of.document.text, "text", {{&fact, TextImported::kind, false, entry}});
  const std::vector<Say> standing{{"code.text-standing." + std::string(code_of(row.standing)), {}}};
  row.told = sentence_of("text", {"report.part.held", {{"standing", standing}, {"entry", entry}}}, which);
  for (const auto* held : texts_of(lens, of.document))
    if (held->act.language == row.language && held->from.entry != fact.from.entry)
      row.later = {"report.part.later", {{"entry", std::to_string(held->from.entry)}}};
  return row;
}

// A withdrawn document has no text to show (`texts_of`).
void add_texts(const Lens& lens, const Binding& of, ReportPart& part) {
  const bool withdrawn = !about<DocumentWithdrawn>(lens, of.document).empty();
  for (const auto language : languages) {
    const auto* fact = lens.texts && !withdrawn ? text_in_force(lens, of, language) : nullptr;
    if (fact)
      part.texts.push_back(text_row(lens, of, *fact));
    else
      part.lacking.push_back(
          {language, {"report.part.missing", {{"symbol", of.document.text}}}, official_address(of.document, language)});
  }
}

void look_for_contradictions(const SentenceRow& row, ReportView& report) {
  for (const auto& told : row.told)
    if (!told.contradicted.empty())
      report.contradicted.push_back(
          {"", {"report.told-in-ways", {{"about", told.about}, {"aspect", told.aspect}, {"values", told.values}}}});
}

bool is_contradicted(const SentenceRow& row) {
  return std::any_of(row.told.begin(), row.told.end(), [](const auto& told) { return !told.contradicted.empty(); });
}

ReportPart made_part(const Lens& lens, const std::string& id, NarrativePart kind, const Binding& of,
                     ReportView& report) {
  ReportPart part;
  part.id = id;
  part.part = kind;
  part.title = {"report.part." + std::string(code_of(kind)), {}};
  const auto symbol = choose(lens, report.basis, report.reference, id, of.tellers);
  part.origin = sentence_of(id, {"report.part.origin", {{"symbol", symbol.value}}}, symbol);
  look_for_contradictions(part.origin, report);
  if (is_contradicted(part.origin)) return part;
  part.document = document_link(lens, of.document);
  for (const auto* fact : facts_where<DocumentRelated>(
           lens, [&](const auto& act) { return act.relation == Relation::revises && act.to == of.document; }))
    part.revised_by.push_back(document_link(lens, fact->act.document));
  if (!part.revised_by.empty())
    part.revised = {"report.part.revised",
                    {{"symbols", each(part.revised_by, [](const auto& link) { return link.symbol.text; })}}};
  add_texts(lens, of, part);
  return part;
}

// A report has one chapeau: where entries of equal strength name different texts, none is taken.
void add_chapeau(const Lens& lens, const Cycle& cycle, const std::optional<Date>& adopted, ReportView& report) {
  const auto entries = bound(lens, cycle, NarrativePart::chapeau);
  if (entries.empty() || cycle.year == 0) return;
  std::vector<Binding> all;
  for (const auto* fact : entries) bind(lens, *fact, adopted, all);
  std::vector<Teller> tellers;
  for (const auto& one : all) tellers.insert(tellers.end(), one.tellers.begin(), one.tellers.end());
  const auto told = choose(lens, report.basis, report.reference, "chapeau", tellers);
  auto chosen = *find_document(all, {told.told.front().values.front()});
  chosen.tellers = std::move(tellers);
  report.chapeau.push_back(made_part(lens, "chapeau", NarrativePart::chapeau, chosen, report));
}

// House rule: annexes stand in the order of the decisions, then of the entries that bind them.
void add_annexes(const Lens& lens, const Cycle& cycle, const std::optional<Date>& adopted, ReportView& report) {
  auto all = decided(lens, cycle);
  for (const auto* fact : bound(lens, cycle, NarrativePart::annex)) bind(lens, *fact, adopted, all);
  std::int64_t number = 0;
  for (const auto& one : all) {
    ++number;
    const auto id = number == 1 ? std::string("annex") : "annex-" + std::to_string(number);
    auto part = made_part(lens, id, NarrativePart::annex, one, report);
    if (all.size() > 1) part.title = {"report.part.annex.numbered", {{"n", std::to_string(number)}}};
    report.annexes.push_back(std::move(part));
  }
}

void add_allotted(const Lens& lens, const Cycle& cycle, ReportView& report) {
  const auto told =
      tell(lens, report.basis, report.reference, "symbol",
           about<SymbolAllotted>(lens, cycle.body).where([&](const auto& fact) { return fact.act.year == cycle.year; }),
           [](const auto& fact) { return Say::Value(fact.act.symbol.text); });
  if (!told) return;
  AllottedSymbol out{{}, sentence_of("symbol", {"report.allotted", {{"symbol", told.value}}}, told)};
  for (const auto& value : told.told.front().values) out.documents.push_back(document_link(lens, {value}));
  look_for_contradictions(out.sentence, report);
  report.allotted = std::move(out);
}

// --- texts ---------------------------------------------------------------------------------------------------------

void put_below(Reading& text, const std::string& id) {
  const auto below = [&id](std::string& one) { one = one.empty() ? one : id + "-" + one; };
  for (auto& heading : text.contents) below(heading.id);
  for (auto& row : text.paragraphs) {
    below(row.id);
    if (!row.heading.empty()) row.heading = "2";
    for (auto& piece : row.pieces) below(piece.anchor);
    if (row.cell) below(row.cell->table);
  }
  for (auto& note : text.notes)
    for (auto& piece : note.pieces) below(piece.anchor);
}

Reading text_below(const Lens& lens, const PartText& held, const std::string& id) {
  const auto* fact = lens.world.of_entry<TextImported>(static_cast<std::uint64_t>(held.entry));
  auto out = reading(lens, fact->act);
  // What the masthead says is said by the heading of the part.
  std::erase_if(out.paragraphs, [](const auto& row) { return !row.masthead.empty(); });
  put_below(out, id);
  return out;
}

ShownPart shown_part(const Lens& lens, const ReportPart& part, Language language, int& notes) {
  ShownPart out{part, {}, {}, {}};
  for (const auto& held : part.texts)
    if (held.language == language) {
      out.held = held;
      out.text = text_below(lens, held, part.id);
      notes = count_notes_on(*out.text, notes);
    }
  for (const auto& gap : part.lacking)
    if (gap.language == language) out.gap = gap;
  return out;
}

}  // namespace

bool takes(const Lens& lens, const Cycle& cycle, const DecisionTaken& act, DocumentKind kind) {
  if (act.body != cycle.body || !act.session || !contains(cycle.sessions, *act.session)) return false;
  return std::any_of(act.documents.begin(), act.documents.end(),
                     [&](const Symbol& symbol) { return is_of_kind(lens, symbol, kind); });
}

void add_narrative(const Lens& lens, const Cycle& cycle, ReportView& report) {
  const auto adopted = day_of_adoption(lens, cycle);
  add_allotted(lens, cycle, report);
  add_chapeau(lens, cycle, adopted, report);
  add_annexes(lens, cycle, adopted, report);
}

ShownParts parts_in(const Lens& lens, const ReportView& report, Language language) {
  int notes = 0;
  const auto shown = [&](const ReportPart& part) { return shown_part(lens, part, language, notes); };
  ShownParts out;
  out.before = each(report.chapeau, shown);
  out.behind = each(report.annexes, shown);
  bool lacking = !report.missing.empty();
  for (const auto* parts : {&out.before, &out.behind})
    for (const auto& part : *parts) lacking = lacking || part.gap;
  out.gaps = lacking ? "1" : "";
  return out;
}

int count_notes_on(Reading& text, int before) {
  std::map<std::string, std::string> numbers;
  int last = before;
  const auto on = [&](std::string& number) {
    const auto [it, fresh] = numbers.try_emplace(number, number);
    if (fresh) ++last;
    if (fresh && before > 0) it->second = std::to_string(last);
    if (before == 0 && !number.empty() && number.find_first_not_of("0123456789") == std::string::npos &&
        number.size() < 6)
      last = std::max(last, std::stoi(number));
    number = it->second;
  };
  for (auto& note : text.notes) on(note.number);
  for (auto& row : text.paragraphs)
    for (auto& piece : row.pieces)
      if (!piece.note.empty()) on(piece.note);
  return last;
}

}  // namespace comity
