// A document's text as one reads it: contents, paragraphs with their anchors, notes, and where each citation leads.
#pragma once

#include "texts/structure.h"
#include "views/rows.h"

namespace comity {

// A part of a paragraph: words, the mark of a note, or a citation with the place that it leads to.
struct PieceRow {
  std::string text{};
  std::string note{};      // "23": the mark of that note
  std::string first{};     // "1": the first mark of it, to which the note leads back
  std::string anchor{};    // "p16-a": a paragraph of the same document
  Href href{};             // another document that the record knows, at the paragraph where that is held
  std::string official{};  // the address of one that it does not know
  std::string broken{};    // "1": a paragraph that the text does not have

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("text", view.text);
    visit("note", view.note);
    visit("first", view.first);
    visit("anchor", view.anchor);
    visit("href", view.href);
    visit("official", view.official);
    visit("broken", view.broken);
  }
};

// A cell of a table: which tags open before it and close behind it, so that rows of cells become a table.
struct CellRow {
  std::string table{};        // id of the table: "p7-table1"
  Say table_begins{};         // what the table is called, at its first cell
  std::string columns{};      // "5": of the table, at its first cell
  std::string head_begins{};  // "1", as the next ones
  std::string row_begins{};
  std::string gap{};       // "1": columns before it that a row above covers
  std::string heads{};     // "1": says something of a column
  std::string span{};      // "2": columns that it takes, where they are more than one
  std::string row_ends{};  // "1", as the next ones
  std::string head_ends{};
  std::string table_ends{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("table", view.table);
    visit("table-begins", view.table_begins);
    visit("columns", view.columns);
    visit("head-begins", view.head_begins);
    visit("row-begins", view.row_begins);
    visit("gap", view.gap);
    visit("heads", view.heads);
    visit("span", view.span);
    visit("row-ends", view.row_ends);
    visit("head-ends", view.head_ends);
    visit("table-ends", view.table_ends);
  }
};

struct ParagraphRow {
  std::string id{};
  std::string kind{};     // texts/structure_json.h name_of
  std::string label{};    // "16.", "(a)", "a)", "II.", "•"
  std::string heading{};  // "1": of a chapter, section or annex
  std::string level{};    // of an item: "1" in a paragraph, "2" in an item of it
  std::vector<PieceRow> pieces{};
  Say place{};              // of a cell or quotation: what the reader sees by where it stands
  std::string quotation{};  // "1"
  std::string masthead{};   // "1"
  std::optional<CellRow> cell{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("kind", view.kind);
    visit("label", view.label);
    visit("heading", view.heading);
    visit("level", view.level);
    visit("pieces", view.pieces);
    visit("place", view.place);
    visit("quotation", view.quotation);
    visit("masthead", view.masthead);
    visit("cell", view.cell);
  }
};

struct HeadingRow {
  std::string id{};
  std::string label{};
  std::string text{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("label", view.label);
    visit("text", view.text);
  }
};

struct NoteRow {
  std::string number{};
  std::string marked{};  // "1": a mark of it stands in the text
  std::vector<PieceRow> pieces{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("number", view.number);
    visit("marked", view.marked);
    visit("pieces", view.pieces);
  }
};

// Another language that the document is held in, and both side by side.
struct BesideLink {
  Language language{};
  Href href{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("href", view.href);
  }
};

struct Reading {
  TextStanding standing{};
  Href wording{};  // where the wording of a paragraph was used before; the page adds which paragraph
  std::vector<BesideLink> beside{};
  std::vector<HeadingRow> contents{};
  std::vector<ParagraphRow> paragraphs{};
  std::vector<NoteRow> notes{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("standing", view.standing);
    visit("wording", view.wording);
    visit("beside", view.beside);
    visit("contents", view.contents);
    visit("paragraphs", view.paragraphs);
    visit("notes", view.notes);
  }
};

// Without what is beside it.
Reading reading(const Lens& lens, const TextImported& act);

// What the texts held of a document cite: each document once, with the paragraphs named, in the order of symbols.
struct CitedRow {
  Symbol symbol{};
  Href href{};
  std::string official{};  // where the official text is
  std::string unknown{};   // "1": the record does not know it
  std::string held{};      // "1": a text of it is held
  std::vector<std::string> paragraphs{};
  std::vector<std::string> missing{};  // of these, those that the text held does not have

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("href", view.href);
    visit("official", view.official);
    visit("unknown", view.unknown);
    visit("held", view.held);
    visit("paragraphs", view.paragraphs);
    visit("missing", view.missing);
  }
};
std::vector<CitedRow> cited_rows(const Lens& lens, const Symbol& symbol);

// A place in a text held that cites the document: where it stands, and of which paragraph it speaks.
struct CitingPlace {
  std::string in{};  // "p7", "note-3"
  Href href{};
  std::string paragraph{};  // empty: of the document as a whole
  std::string anchor{};     // its id in the text of the document; empty: that is not held, or has no such paragraph

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("in", view.in);
    visit("href", view.href);
    visit("paragraph", view.paragraph);
    visit("anchor", view.anchor);
  }
};
struct CitingRow {
  DocumentLink document{};
  std::vector<CitingPlace> places{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("places", view.places);
  }
};
std::vector<CitingRow> citing_rows(const Lens& lens, const Symbol& symbol);

// The number of a paragraph as the documents of the language print it: "16.", "(a)", "a)".
std::string paragraph_label(const Paragraph& paragraph, Language language);

// What tells a reader where a cell or quotation stands that is shown alone: "table 1, row 2, column 3", "quotation". By
// id; of other paragraphs nothing.
std::map<std::string, Say> places_told(const std::vector<Paragraph>& paragraphs);

// The id that a cited paragraph has in the text held of the document, in the language, else in any: "p2" of a
// resolution is its operative paragraph, "op2". Empty where no text held has it.
std::string paragraph_held(const Lens& lens, const Symbol& symbol, Language language, const std::string& paragraph);

// The texts of a document that are held and seen, the latest of each language, in the order of languages.
Facts<TextImported> texts_of(const Lens& lens, const Symbol& symbol);
// The house's resolver: undocs.org, as the documents themselves print it.
std::string official_address(const Symbol& symbol, Language language);

}  // namespace comity
