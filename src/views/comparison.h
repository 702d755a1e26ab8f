// Two texts beside each other: what changed from one to the other, or the same paragraphs in two languages.
#pragma once

#include "texts/compare.h"
#include "views/documents_pages.h"

namespace comity {

// Whose text: the latest of a document, or the one that an entry recorded.
struct TextSide {
  DocumentLink document{};
  Language language{};
  TextStanding standing{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("language", view.language);
    visit("standing", view.standing);
    visit("mark", view.mark);
  }
};

// Words in a row: in both texts, or only in the earlier or the later one.
struct WordsRow {
  std::string text{};
  std::string same{};
  std::string removed{};
  std::string added{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("text", view.text);
    visit("same", view.same);
    visit("removed", view.removed);
    visit("added", view.added);
  }
};

struct ComparedParagraph {
  std::string id{};       // "r12": the row
  std::string kind{};     // texts/compare.h name_of
  Say what{};             // the same as a word; nothing where nothing changed
  std::string changed{};  // "1": anything but the same
  std::string heading{};
  std::string before{};  // its id in each text; empty where it is not there
  std::string after{};
  std::string label_before{};
  std::string label_after{};
  Say place_before{};  // of a cell or quotation, as views/reading.h places_told
  Say place_after{};
  std::string other{};  // of a moved one: the row where it stood, or stands now
  std::vector<WordsRow> words{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("kind", view.kind);
    visit("what", view.what);
    visit("changed", view.changed);
    visit("heading", view.heading);
    visit("before", view.before);
    visit("after", view.after);
    visit("label-before", view.label_before);
    visit("label-after", view.label_after);
    visit("place-before", view.place_before);
    visit("place-after", view.place_after);
    visit("other", view.other);
    visit("words", view.words);
  }
};

// What changed, in numbers of paragraphs and notes.
struct ChangeCount {
  std::string kind{};
  Say name{};
  std::int64_t count = 0;

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("kind", view.kind);
    visit("name", view.name);
    visit("count", view.count);
  }
};

// A paragraph in each of two languages; none where one text does not have it.
struct BesideRow {
  std::string id{};
  std::vector<ParagraphRow> first{};
  std::vector<ParagraphRow> second{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("first", view.first);
    visit("second", view.second);
  }
};

// A document of which a text is held, to choose from.
struct ChoiceRow {
  Symbol symbol{};
  Texts titles{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("titles", view.titles);
  }
};

struct LanguageChoice {
  Language language{};
  std::string chosen{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("chosen", view.chosen);
  }
};

// What the reader asked to compare. A side is a symbol, or the number of the entry that recorded the text.
struct ComparisonFilter {
  struct Side {
    std::string named{};
    std::string language{};  // its code; empty: as is best for both
  };
  Side before{};
  Side after{};
  std::string layout{};  // "columns", else one column
  std::string show{};    // "changes", else all
  Language own{};        // of whoever reads
};

struct ComparisonPage {
  std::string asked_before{};  // as asked
  std::string asked_after{};
  std::optional<TextSide> before{};
  std::optional<TextSide> after{};
  std::string columns{};    // "1": two columns
  std::string only{};       // "1": what did not change is left out
  std::string identical{};  // "1": nothing changed
  std::vector<ChangeCount> counts{};
  std::vector<ComparedParagraph> rows{};
  std::vector<BesideRow> beside{};
  std::vector<ChoiceRow> choices{};
  std::vector<LanguageChoice> languages_before{};
  std::vector<LanguageChoice> languages_after{};
  std::vector<FormLink> forms{};  // the same as a document with tracked changes, where both are in one language

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("asked-before", view.asked_before);
    visit("asked-after", view.asked_after);
    visit("before", view.before);
    visit("after", view.after);
    visit("columns", view.columns);
    visit("only", view.only);
    visit("identical", view.identical);
    visit("counts", view.counts);
    visit("rows", view.rows);
    visit("beside", view.beside);
    visit("choices", view.choices);
    visit("languages-before", view.languages_before);
    visit("languages-after", view.languages_after);
    visit("forms", view.forms);
  }
};

// Both texts whole: what a document with tracked changes is made of.
struct ComparedTexts {
  struct Side {
    std::string named{};  // its symbol, and the entry where that was asked for
    Instant recorded{};
    std::vector<Paragraph> paragraphs{};  // and notes
    std::map<std::string, Say> places{};  // as views/reading.h places_told
  };
  Language language{};
  Side before{};
  Side after{};
  std::vector<ComparedRow> rows{};
};

// The texts that a side may mean: those of a document that are seen, one a language, or the one of an entry. Refuses
// symbol-malformed, no-such-symbol {symbol}, language-unknown {value}, text-withheld {symbol}, text-not-held {symbol,
// language}, text-entry-unknown {entry}.
Result<Facts<TextImported>> texts_meant(const Lens& lens, const ComparisonFilter::Side& side, Language own);
TextSide text_side(const Lens& lens, const Fact<TextImported>& fact);
// Every document of which a text is held and seen, in the order of symbols.
std::vector<ChoiceRow> text_choices(const Lens& lens);
std::vector<LanguageChoice> languages_asked(const std::string& code);

// The page's address, as far as it is known what is compared. A side that is named by an entry needs no language.
Href comparison_href(const ComparisonFilter::Side& before, const ComparisonFilter::Side& after);
ComparisonFilter::Side side_of(const TextImported& act);

// Refuses symbol-malformed, no-such-symbol {symbol}, diff-not-held {symbol, language}, language-unknown {value},
// text-entry-unknown {entry}. With nothing asked, the choices alone.
Result<ComparisonPage> comparison_page(const Lens& lens, const ComparisonFilter& filter);
// What changed from the one text to the other, both of one language.
std::vector<ComparedParagraph> changes_between(const Lens& lens, const TextImported& before, const TextImported& after);
// Refuses the same, no-such-page where not both are asked for, changes-two-languages.
Result<ComparedTexts> compared_texts(const Lens& lens, const ComparisonFilter& filter);

}  // namespace comity
