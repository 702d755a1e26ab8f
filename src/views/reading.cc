#include "views/reading.h"

#include <set>

#include "texts/structure_json.h"
#include "texts/symbol.h"
#include "texts/tables.h"
#include "views/links.h"
#include "views/texts_held.h"

namespace comity {
namespace {

// Whether a text of the document is held, and which paragraphs it has: in the language, else in any.
class Targets {
 public:
  Targets(const Lens& lens, Language language) : lens_(lens), language_(language) {}

  struct Target {
    bool known = false;
    bool held = false;
    std::set<std::string> ids{};
  };
  const Target& of(const Symbol& symbol) {
    const auto [it, fresh] = targets_.try_emplace(symbol.text);
    if (!fresh) return it->second;
    it->second.known = lens_.world.one<DocumentRegistered>(symbol) != nullptr;
    const auto texts = texts_of(lens_, symbol);
    it->second.held = !texts.empty();
    if (texts.empty()) return it->second;
    const auto own =
        std::find_if(texts.begin(), texts.end(), [this](const auto* fact) { return fact->act.language == language_; });
    const auto text = lens_.texts->text(own == texts.end() ? texts.front()->act : (*own)->act);
    for (const auto& paragraph : text->paragraphs) it->second.ids.insert(paragraph.id);
    return it->second;
  }
  // A paragraph of a resolution is cited by its number: "p2" is its operative paragraph 2.
  static std::string found(const Target& target, const std::string& paragraph) {
    for (const auto& id : {paragraph, "o" + paragraph})
      if (target.ids.contains(id)) return id;
    return "";
  }

 private:
  const Lens& lens_;
  Language language_;
  std::map<std::string, Target> targets_{};
};

Href at_paragraph(Href href, const std::string& paragraph) {
  if (!paragraph.empty()) href.path += "#" + paragraph;
  return href;
}

// The texts of one document, cut where citations and marks of notes stand.
class Cutting {
 public:
  Cutting(const Lens& lens, const TextImported& act) : act_(act), targets_(lens, act.language) {
    const auto cited = lens.texts->cited(act);
    for (const auto& one : cited->citations) by_place_[one.in].push_back(one.citation);
  }

  std::vector<PieceRow> pieces(const std::string& in, const std::string& text, const std::vector<NoteMark>& marks) {
    out_.clear();
    std::size_t at = 0;
    auto mark = marks.begin();
    const auto words_until = [&](std::size_t end) {
      for (; mark != marks.end() && mark->at <= end; ++mark) {
        add_words(text, at, std::max(at, mark->at));
        at = std::max(at, mark->at);
        add_mark(mark->number);
      }
      add_words(text, at, end);
      at = std::max(at, end);
    };
    for (const auto& citation : by_place_[in]) {
      if (citation.begin < at) continue;  // a range of paragraphs leads to its first
      words_until(citation.begin);
      out_.push_back(link(citation, text.substr(citation.begin, citation.end - citation.begin)));
      at = citation.end;
    }
    words_until(text.size());
    return out_;
  }

  bool is_marked(const std::string& note) const { return marked_.contains(note); }

 private:
  void add_words(const std::string& text, std::size_t begin, std::size_t end) {
    if (begin < end) out_.push_back({text.substr(begin, end - begin)});
  }
  void add_mark(const std::string& number) {
    PieceRow row;
    row.note = number;
    row.first = marked_.insert(number).second ? "1" : "";
    out_.push_back(std::move(row));
  }
  PieceRow link(const Citation& citation, std::string words) {
    PieceRow row;
    row.text = std::move(words);
    if (citation.symbol.empty()) {
      row.anchor = citation.paragraph;
      row.broken = citation.paragraph.empty() ? "1" : "";
      return row;
    }
    const Symbol symbol{citation.symbol};
    const auto& target = targets_.of(symbol);
    if (!target.known) {
      row.official = official_address(symbol, act_.language);
      return row;
    }
    const auto paragraph = Targets::found(target, citation.paragraph);
    row.href = at_paragraph(href_of(symbol), paragraph);
    row.broken = target.held && !citation.paragraph.empty() && paragraph.empty() ? "1" : "";
    return row;
  }

  const TextImported& act_;
  Targets targets_;
  std::map<std::string, std::vector<Citation>> by_place_{};
  std::set<std::string> marked_{};
  std::vector<PieceRow> out_{};
};

// How deep an item stands: one below what its id continues.
class Levels {
 public:
  std::string of(const Paragraph& paragraph) {
    if (paragraph.kind != Paragraph::Kind::item) return "";
    const auto above = items_.find(paragraph.id.substr(0, paragraph.id.rfind('-')));
    return std::to_string(items_[paragraph.id] = above == items_.end() ? 1 : above->second + 1);
  }

 private:
  std::map<std::string, int> items_{};
};

std::string flag(bool holds) { return holds ? "1" : ""; }
std::string number_unless(int value, int usual) { return value == usual ? "" : std::to_string(value); }

// The mark of a column's heading is for what is read in it: an empty corner heads nothing.
CellRow cell_row(const TableCell& cell, const Paragraph& paragraph, const TableCell* next) {
  CellRow out;
  out.table = cell.id;
  if (cell.begins_table) {
    out.table_begins = {"page.document.table", {{"table", std::to_string(cell.table)}}};
    out.columns = std::to_string(cell.columns);
  }
  out.head_begins = flag(cell.begins_table && cell.in_head);
  out.row_begins = flag(cell.begins_row);
  out.gap = number_unless(cell.gap, 0);
  out.heads = flag(paragraph.kind == Paragraph::Kind::column && !paragraph.text.empty());
  out.span = number_unless(cell.span, 1);
  out.row_ends = flag(cell.ends_row);
  out.head_ends = flag(cell.in_head && (cell.ends_table || !next->in_head));
  out.table_ends = flag(cell.ends_table);
  return out;
}

}  // namespace

std::map<std::string, Say> places_told(const std::vector<Paragraph>& paragraphs) {
  std::map<std::string, Say> out;
  const auto cells = table_cells(paragraphs);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (const auto& cell = cells[i])
      out[paragraphs[i].id] = {"page.document.cell",
                               {{"table", std::to_string(cell->table)},
                                {"row", std::to_string(cell->row)},
                                {"column", std::to_string(cell->column)}}};
    else if (paragraphs[i].kind == Paragraph::Kind::quotation)
      out[paragraphs[i].id] = {"page.document.quotation", {}};
  }
  return out;
}

std::string paragraph_label(const Paragraph& paragraph, Language language) {
  if (paragraph.number.empty() || paragraph.number == "•") return paragraph.number;
  const bool number = paragraph.number.find_first_not_of("0123456789") == std::string::npos;
  const auto* stop = language == Language::ar ? " -" : ".";
  if (paragraph.kind != Paragraph::Kind::item || number) return paragraph.number + stop;
  const bool both = language == Language::en || language == Language::zh || language == Language::ar;
  return (both ? "(" : "") + paragraph.number + ")";
}

std::string official_address(const Symbol& symbol, Language language) {
  return "https://undocs.org/" + std::string(code_of(language)) + href_of(symbol).path;
}

Facts<TextImported> texts_of(const Lens& lens, const Symbol& symbol) {
  std::map<Language, const Fact<TextImported>*> latest;
  if (lens.texts && about<DocumentWithdrawn>(lens, symbol).empty())
    for (const auto* fact : lens.world.about<TextImported>(symbol))
      if (seen(lens, since(fact->act, fact->from.around))) latest[fact->act.language] = fact;
  AnyFacts out;
  for (const auto& [language, fact] : latest) out.push_back(fact);
  return Facts<TextImported>(std::move(out));
}

std::string paragraph_held(const Lens& lens, const Symbol& symbol, Language language, const std::string& paragraph) {
  return Targets::found(Targets(lens, language).of(symbol), paragraph);
}

Reading reading(const Lens& lens, const TextImported& act) {
  Reading out;
  out.standing = act.standing;
  add_query(out.wording.path = "/search", "of", act.document.text);
  const auto text = lens.texts->text(act);
  Cutting cutting(lens, act);
  Levels levels;
  auto places = places_told(text->paragraphs);
  const auto cells = table_cells(text->paragraphs);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& paragraph = text->paragraphs[i];
    const bool heading = paragraph.kind == Paragraph::Kind::heading;
    const auto label = paragraph_label(paragraph, act.language);
    if (heading) out.contents.push_back({paragraph.id, label, paragraph.text});
    out.paragraphs.push_back({paragraph.id, std::string(name_of(paragraph.kind)), label, flag(heading),
                              levels.of(paragraph), cutting.pieces(paragraph.id, paragraph.text, paragraph.marks),
                              places[paragraph.id], flag(paragraph.kind == Paragraph::Kind::quotation),
                              flag(paragraph.kind == Paragraph::Kind::masthead)});
    if (cells[i])
      out.paragraphs.back().cell = cell_row(*cells[i], paragraph, cells[i]->ends_table ? nullptr : &*cells[i + 1]);
  }
  for (const auto& note : text->notes)
    out.notes.push_back(
        {note.number, cutting.is_marked(note.number) ? "1" : "", cutting.pieces("note-" + note.number, note.text, {})});
  return out;
}

std::vector<CitedRow> cited_rows(const Lens& lens, const Symbol& symbol) {
  std::map<std::string, std::set<std::string>> paragraphs;
  const auto texts = texts_of(lens, symbol);
  for (const auto* fact : texts) {
    const auto cited = lens.texts->cited(fact->act);
    for (const auto& one : cited->citations) {
      if (one.citation.symbol.empty() || one.citation.symbol == symbol.text) continue;
      auto& named = paragraphs[one.citation.symbol];
      if (!one.citation.paragraph.empty()) named.insert(one.citation.paragraph);
    }
  }
  Targets targets(lens, texts.empty() ? Language::en : texts.front()->act.language);
  std::vector<CitedRow> out;
  for (const auto& [cited, named] : paragraphs) {
    const auto& target = targets.of({cited});
    CitedRow row{{cited},
                 target.known ? href_of(Symbol{cited}) : Href{},
                 official_address({cited}, Language::en),
                 target.known ? "" : "1",
                 target.held ? "1" : "",
                 {named.begin(), named.end()},
                 {}};
    for (const auto& paragraph : named)
      if (target.held && Targets::found(target, paragraph).empty()) row.missing.push_back(paragraph);
    out.push_back(std::move(row));
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return natural_less(a.symbol.text, b.symbol.text); });
  return out;
}

std::vector<CitingRow> citing_rows(const Lens& lens, const Symbol& symbol) {
  std::map<std::string, std::map<std::string, std::set<std::string>>> places;  // by document and place
  std::set<std::string> seen_documents;
  for (const auto* any : lens.world.facts<TextImported>()) {
    const auto& citing = any->act.document;
    if (citing == symbol || !seen_documents.insert(citing.text).second) continue;
    for (const auto* fact : texts_of(lens, citing)) {
      const auto cited = lens.texts->cited(fact->act);
      for (const auto& one : cited->citations)
        if (one.citation.symbol == symbol.text) places[citing.text][one.in].insert(one.citation.paragraph);
    }
  }
  Targets targets(lens, Language::en);
  const auto& cited = targets.of(symbol);
  std::vector<CitingRow> out;
  for (const auto& [citing, in_places] : places) {
    CitingRow row{document_link(lens, {citing}), {}};
    for (const auto& [in, paragraphs] : in_places)
      for (const auto& paragraph : paragraphs)
        row.places.push_back(
            {in, at_paragraph(href_of(Symbol{citing}), in), paragraph, Targets::found(cited, paragraph)});
    std::sort(row.places.begin(), row.places.end(),
              [](const auto& a, const auto& b) { return natural_less(a.in, b.in); });
    out.push_back(std::move(row));
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return natural_less(a.document.symbol.text, b.document.symbol.text); });
  return out;
}

}  // namespace comity
