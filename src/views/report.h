// A report as the record tells it: sentences over facts, each with the entries it was computed from. Free of language.
#pragma once

#include "acts/narrative.h"
#include "acts/reports.h"
#include "views/cycle.h"

namespace comity {

// One entry that tells what a sentence says, or, more weakly, something else.
struct EvidenceRow {
  std::string kind{};       // of the act
  std::string otherwise{};  // "1": it tells something else than the sentence
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("kind", view.kind);
    visit("otherwise", view.otherwise);
    visit("mark", view.mark);
  }
};

// A fact as a sentence uses it: of which thing it tells what.
struct ToldRow {
  std::string about{};                // "oewg-ict/s4"
  std::string aspect{};               // "days"
  std::vector<std::string> values{};  // "2023-03-06/2023-03-10"; several where it is a list or is contradicted
  std::string blank{};                // "1": the record does not hold it
  std::string contradicted{};         // "1": equally strong entries tell different things: `values` has them all
  std::vector<std::int64_t> entries{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("about", view.about);
    visit("aspect", view.aspect);
    visit("values", view.values);
    visit("blank", view.blank);
    visit("contradicted", view.contradicted);
    visit("entries", view.entries);
  }
};

struct SentenceRow {
  std::string id{};     // "held", "items/oewg-ict/s4": the same in the draft and in the report
  Say label{};          // of an item of a list: "(a)", "5.", a bullet
  std::string level{};  // of an item: "1", or "2" below one
  Say say{};
  MarkKind weakest{};  // of what it says
  std::vector<ToldRow> told{};
  std::vector<EvidenceRow> evidence{};  // never empty

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("label", view.label);
    visit("level", view.level);
    visit("say", view.say);
    visit("weakest", view.weakest);
    visit("told", view.told);
    visit("evidence", view.evidence);
  }
};

// Something that whoever issues the report should know: what is missing, or told in two ways.
struct ReportGap {
  std::string paragraph{};  // empty: of the report as a whole
  Say say{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("paragraph", view.paragraph);
    visit("say", view.say);
  }
};

// Sentences that stand together under one number, then a list.
struct ReportParagraph {
  std::string number{};
  std::vector<SentenceRow> sentences{};
  std::vector<SentenceRow> items{};
  std::vector<ReportGap> missing{};  // what the record does not hold of this subject, in brackets

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("number", view.number);
    visit("sentences", view.sentences);
    visit("items", view.items);
    visit("missing", view.missing);
  }
};

struct ReportSection {
  std::string id{};     // "adoption"
  Say label{};          // "II.", "A."
  std::string level{};  // "1" a chapter, "2" a section of it
  Say title{};
  std::vector<ReportParagraph> paragraphs{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("label", view.label);
    visit("level", view.level);
    visit("title", view.title);
    visit("paragraphs", view.paragraphs);
  }
};

// The text of a part's document in one language: of several that were held, the one in force when the report was
// adopted.
struct PartText {
  Language language{};
  TextStanding standing{};
  std::int64_t entry = 0;  // that recorded it
  Href href{};             // the document's page in that language
  SentenceRow told{};      // which text it is
  Say later{};             // that another one has taken its place since

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("standing", view.standing);
    visit("entry", view.entry);
    visit("href", view.href);
    visit("told", view.told);
    visit("later", view.later);
  }
};

// A language in which no text of the document is held.
struct PartGap {
  Language language{};
  Say say{};
  std::string official{};  // where the official text is

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("say", view.say);
    visit("official", view.official);
  }
};

// The text of a document that stands in the report: before its chapters or behind them. Which text it is is told here;
// its paragraphs come with the page and with each form in which the report leaves (report_parts.h).
struct ReportPart {
  std::string id{};  // "chapeau", "annex", "annex-2"; ids of its paragraphs begin with it
  NarrativePart part{};
  Say title{};
  SentenceRow origin{};                    // the document, and the entries by which it stands here
  std::optional<DocumentLink> document{};  // none where the record tells of several
  std::vector<DocumentLink> revised_by{};  // documents that revise it
  Say revised{};
  std::vector<PartText> texts{};
  std::vector<PartGap> lacking{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("part", view.part);
    visit("title", view.title);
    visit("origin", view.origin);
    visit("document", view.document);
    visit("revised-by", view.revised_by);
    visit("revised", view.revised);
    visit("texts", view.texts);
    visit("lacking", view.lacking);
  }
};

// The symbol that document services allotted to the report, as entered: several where the record tells of several.
struct AllottedSymbol {
  std::vector<DocumentLink> documents{};
  SentenceRow sentence{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("documents", view.documents);
    visit("sentence", view.sentence);
  }
};

struct ReportView {
  ReportKind kind{};
  std::string reference{};  // Comity's own: "oewg-ict/report/2023", never a symbol
  Named body{};
  std::int64_t year = 0;  // of the cycle; 0: the whole mandate
  Basis basis{};
  Say title{};
  std::vector<ReportSection> sections{};
  std::vector<ReportGap> missing{};
  std::vector<ReportGap> contradicted{};
  std::vector<ReportGap> untranslated{};  // paragraphs with a text that some languages lack
  std::vector<ReportGap> unregistered{};  // paragraphs that rest on a document that was never registered
  std::vector<DocumentLink> official{};   // the documents of the organization that this report is about
  std::optional<AllottedSymbol> allotted{};
  std::vector<ReportPart> chapeau{};  // one at most
  std::vector<ReportPart> annexes{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("kind", view.kind);
    visit("reference", view.reference);
    visit("body", view.body);
    visit("year", view.year);
    visit("basis", view.basis);
    visit("title", view.title);
    visit("sections", view.sections);
    visit("missing", view.missing);
    visit("contradicted", view.contradicted);
    visit("untranslated", view.untranslated);
    visit("unregistered", view.unregistered);
    visit("official", view.official);
    visit("allotted", view.allotted);
    visit("chapeau", view.chapeau);
    visit("annexes", view.annexes);
  }
};

}  // namespace comity
