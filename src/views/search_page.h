// What was found: documents, and in each the passages where the words stand.
#pragma once

#include "views/documents_pages.h"
#include "views/searching.h"

namespace comity {

// Words of a passage; `hit` where they are those looked for.
struct SnippetPiece {
  std::string text{};
  std::string hit{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("text", view.text);
    visit("hit", view.hit);
  }
};

struct PassageRow {
  std::string place{};  // id of a paragraph, "note-3", or "title"
  std::string part{};   // kind of paragraph, "note", "title"
  Say what{};           // the part as a word
  std::string label{};  // "16.", "(a)"
  Language language{};
  Href path{};           // of the place
  std::string before{};  // "1": the passage begins before what is shown
  std::string after{};
  std::vector<SnippetPiece> pieces{};
  std::optional<std::int64_t> share{};  // of a wording that stands here, in per cent

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("place", view.place);
    visit("part", view.part);
    visit("what", view.what);
    visit("label", view.label);
    visit("language", view.language);
    visit("path", view.path);
    visit("before", view.before);
    visit("after", view.after);
    visit("pieces", view.pieces);
    visit("share", view.share);
  }
};

struct FoundDocument {
  DocumentLink document{};
  std::optional<Date> date{};
  std::vector<PassageRow> passages{};
  std::optional<std::int64_t> more{};  // passages besides these
  Href further{};                      // where they are shown

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("date", view.date);
    visit("passages", view.passages);
    visit("more", view.more);
    visit("further", view.further);
  }
};

// The paragraph whose wording was asked for.
struct WordingSource {
  DocumentLink document{};
  std::string place{};
  std::string label{};
  Language language{};
  Href path{};
  std::string cut{};  // "1": it is so long that only its beginning was looked for

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("place", view.place);
    visit("label", view.label);
    visit("language", view.language);
    visit("path", view.path);
    visit("cut", view.cut);
  }
};

struct SearchFilter {
  std::string words{};
  std::string language{};  // of the texts: a code, "all"; empty: the reader's own
  std::string part{};      // "title", "heading", "paragraph", "item", "note"; empty: all
  std::string how{};       // "wording": where this or nearly this was written; empty: where the words stand
  DocumentFilter documents{};
  Language own{};
  std::string of{};         // the symbol of a document held: the wording of its paragraph is asked for, not words
  std::string paragraph{};  // its id, "p16-a" or "note-3", or the number of a paragraph: "16"
  std::string document{};   // all passages of this one
  std::string page{};       // "2"; empty: the first
};

struct SearchPage {
  std::string words{};
  std::string asked{};                 // "1": there are words
  std::string wording{};               // "1": they were looked for as a wording
  std::optional<WordingSource> of{};   // whose wording it is; that paragraph is not among the passages
  std::optional<DocumentLink> only{};  // the one document that was searched
  Href everywhere{};                   // the same search in all
  std::vector<FilterRow> languages{};
  std::vector<FilterRow> parts{};
  std::vector<FilterRow> kinds{};
  std::vector<FilterRow> sessions{};
  std::vector<FilterRow> years{};
  std::optional<Named> body{};
  std::vector<DocumentLink> offered{};  // to whoever begins to write a symbol or a title
  std::vector<DocumentLink> near{};     // documents whose symbol may be meant
  std::string instead{};                // what was looked for, where nothing was found for the words themselves
  std::string any{};                    // "1": some of the words stand there, nowhere all
  std::int64_t passages = 0;            // on all pages
  std::int64_t found = 0;               // documents, on all pages
  std::string most{};                   // "1": there are more, which can only be reached by another search
  std::optional<std::int64_t> page{};   // where there are several
  std::optional<std::int64_t> pages{};
  Href earlier{};
  Href later{};
  std::vector<FoundDocument> documents{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("words", view.words);
    visit("asked", view.asked);
    visit("wording", view.wording);
    visit("languages", view.languages);
    visit("parts", view.parts);
    visit("kinds", view.kinds);
    visit("sessions", view.sessions);
    visit("years", view.years);
    visit("of", view.of);
    visit("only", view.only);
    visit("everywhere", view.everywhere);
    visit("body", view.body);
    visit("offered", view.offered);
    visit("near", view.near);
    visit("instead", view.instead);
    visit("any", view.any);
    visit("passages", view.passages);
    visit("found", view.found);
    visit("most", view.most);
    visit("page", view.page);
    visit("pages", view.pages);
    visit("earlier", view.earlier);
    visit("later", view.later);
    visit("documents", view.documents);
  }
};

// The best first; of a wording, the earliest document first, and of each passage how much of the wording stands there.
// Only what the lens sees is found. Refuses language-unknown {value}, search-part {value}, search-how {value},
// search-too-long {limit}, search-page {value, last}, no-such-symbol {symbol}; search-absent where there are words and
// no search; of a paragraph, search-of-missing, search-of-and-words, search-of-not-held {symbol} and
// search-no-paragraph {symbol, paragraph}.
Result<SearchPage> search_page(const Lens& lens, const SearchFilter& filter, const TextSearch* search);

// The part of a text that a kind of paragraph is, as a word.
Say part_word(const std::string& kind);

// The address of the same search, on one of its pages.
Href search_href(const SearchFilter& filter, std::size_t page);

// The page that the words name by themselves: a symbol, written in whatever way, or a citation of one of its
// paragraphs. Nothing where they are more, or the record knows no such document.
std::optional<Href> named_page(const Lens& lens, const std::string& words, Language language);

}  // namespace comity
