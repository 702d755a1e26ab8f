// Documents with quotations and tables, entered as structures: what an import gives of files that say what is what.
#pragma once

#include "cli/loaded.h"
#include "seal/hash.h"

namespace comity {

inline Paragraph apart(const std::string& id, Paragraph::Kind kind, const std::string& words,
                       std::vector<NoteMark> marks = {}) {
  return {id, kind, "", words, std::move(marks)};
}

// Three columns: a head, of which one cell takes two; a row whose first column the row above covers; an empty cell.
inline TextStructure table_in_english() {
  using Kind = Paragraph::Kind;
  return {{apart("h1", Kind::heading, "Programme of meetings"),
           {"p1", Kind::numbered, "1", "The Group recalled the following:", {}},
           apart("p1-q1", Kind::quotation, "“States should cooperate” (see A/77/275, para. 3)."),
           {"p2", Kind::numbered, "2", "Its meetings are listed below:", {}},
           apart("p2-table1-r1-c1", Kind::column, "Session"),
           apart("p2-table1-r1-c2", Kind::column, "Meetings and their symbols", {{8, "1"}}),
           apart("p2-table1-r2-c1", Kind::cell, "First"),
           apart("p2-table1-r2-c2", Kind::cell, "10"),
           apart("p2-table1-r2-c3", Kind::cell, "A/77/275"),
           apart("p2-table1-r3-c2", Kind::cell, "2 < 3"),
           apart("p2-table1-r3-c3", Kind::cell, ""),
           apart("p2-table1-r4-c1", Kind::cell, "All sessions together"),
           apart("p2-table1-r4-c3", Kind::cell, "12"),
           apart("p2-t1", Kind::text, "Further meetings are foreseen.")},
          {{"1", "With interpretation."}}};
}

inline TextStructure table_in_arabic() {
  using Kind = Paragraph::Kind;
  return {{apart("h1", Kind::heading, "برنامج الجلسات"),
           {"p1", Kind::numbered, "1", "أشار الفريق إلى ما يلي:", {}},
           apart("p1-q1", Kind::quotation, "ينبغي للدول أن تتعاون."),
           {"p2", Kind::numbered, "2", "ترد الجلسات أدناه:", {}},
           apart("p2-table1-r1-c1", Kind::column, "الدورة"),
           apart("p2-table1-r1-c2", Kind::column, "الجلسات"),
           apart("p2-table1-r2-c1", Kind::cell, "الأولى"),
           apart("p2-table1-r2-c2", Kind::cell, "10"),
           apart("p2-table1-r2-c3", Kind::cell, "A/77/275")},
          {}};
}

// The next version: a row is new, a cell has other words, one has words that had none, and the quotation is shorter.
inline TextStructure table_changed() {
  auto out = table_in_english();
  auto& all = out.paragraphs;
  all[2].text = "“States should cooperate”.";
  all[8].text = "A/78/265";
  all[10].text = "Without a symbol";
  for (auto row = all.begin() + 11; row != all.begin() + 13; ++row) row->id[row->id.find("r4") + 1] = '5';
  all.insert(all.begin() + 11, apart("p2-table1-r4-c1", Paragraph::Kind::cell, "Second"));
  all.insert(all.begin() + 12, apart("p2-table1-r4-c2", Paragraph::Kind::cell, "20"));
  all.insert(all.begin() + 13, apart("p2-table1-r4-c3", Paragraph::Kind::cell, ""));
  return out;
}

// The structure is the file too.
inline TextImported text_kept_as(const std::string& structure, const std::string& symbol, Language language) {
  TextImported act;
  act.document = {symbol};
  act.language = language;
  act.file = act.structure = to_hex(sha256(structure));
  act.file_size = act.structure_size = static_cast<std::int64_t>(structure.size());
  act.file_type = "text/plain";
  return act;
}

inline void enter_text(Registry& registry, const std::string& symbol, Language language, const TextStructure& text) {
  const auto structure = canonical(to_json(text));
  registry.blobs().put(structure);
  check(registry.enter({{text_kept_as(structure, symbol, language), confirmed()}}).refused.empty(),
        "a text refused: " + symbol);
}

struct TablesEntered {
  TablesEntered() {
    registry.enter({{a_document("A/77/275"), confirmed()},
                    {a_document("A/AC.999/2026/8"), confirmed()},
                    {a_document("A/AC.999/2026/9"), confirmed()}});
    enter_text(registry, "A/AC.999/2026/8", Language::en, table_in_english());
    enter_text(registry, "A/AC.999/2026/8", Language::ar, table_in_arabic());
    enter_text(registry, "A/AC.999/2026/9", Language::en, table_changed());
  }
  std::string body(const std::string& target) {
    const auto answer = get(site, target);
    check(answer.status == 200, target + ": " + answer.body);
    return answer.body;
  }

  Registry registry{"2026-11-20T12:00:00Z"};
  TextShelf shelf{registry.blobs()};
  Site site{*registry, shipped(), assets(), {nullptr, &shelf}};
};

}  // namespace comity
