// The institution's terms with the names of six languages, and how a text uses them.
#pragma once

#include "views/comparison.h"
#include "views/search_page.h"

namespace comity {

// What a term is called in one of the six languages.
struct TermName {
  Language language{};
  std::string name{};
  std::string working{};      // "1": our own translation
  std::string missing{};      // "1": the term has no name in this language
  std::vector<Named> same{};  // other terms of the same name

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("name", view.name);
    visit("working", view.working);
    visit("missing", view.missing);
    visit("same", view.same);
  }
};

// A form found in documents that is not the name.
struct VariantRow {
  Language language{};
  std::string text{};
  VariantSort sort{};
  Texts reason{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("text", view.text);
    visit("sort", view.sort);
    visit("reason", view.reason);
    visit("mark", view.mark);
  }
};

struct TermRow {
  std::string id{};
  Href href{};
  Texts names{};
  std::vector<TermName> in_languages{};  // all six, in the order of languages
  Texts note{};
  std::vector<VariantRow> variants{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("names", view.names);
    visit("in-languages", view.in_languages);
    visit("note", view.note);
    visit("variants", view.variants);
    visit("mark", view.mark);
  }
};

// A term without a name in some languages.
struct IncompleteTerm {
  Named term{};
  std::vector<Language> languages{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("term", view.term);
    visit("languages", view.languages);
  }
};

// In the alphabetical order of the reader's language (the face sorts).
struct TermsPage {
  std::int64_t count = 0;
  std::int64_t variants = 0;
  Href check{};  // how a text uses them
  std::vector<IncompleteTerm> incomplete{};
  std::vector<TermRow> terms{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("count", view.count);
    visit("variants", view.variants);
    visit("check", view.check);
    visit("incomplete", view.incomplete);
    visit("terms", view.terms);
  }
};
TermsPage terms_page(const Lens& lens);

// --- how a text uses them ---------------------------------------------------------------------------------------

// A place where another form stands than the name.
struct MisnamedRow {
  PassageRow passage{};  // the words found are its hit
  std::string found{};
  VariantSort sort{};
  Named term{};
  std::string name{};     // in the text's language; empty: it has none there
  std::string working{};  // "1": the name is our own translation

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("passage", view.passage);
    visit("found", view.found);
    visit("sort", view.sort);
    visit("term", view.term);
    visit("name", view.name);
    visit("working", view.working);
  }
};

struct FormCount {
  std::string text{};
  std::optional<VariantSort> sort{};  // of a variant
  std::int64_t count = 0;
  std::int64_t amiss = 0;  // of these, where the name should stand

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("text", view.text);
    visit("sort", view.sort);
    visit("count", view.count);
    visit("amiss", view.amiss);
  }
};

struct TermTally {
  Named term{};
  std::vector<FormCount> forms{};  // those that the text uses, the name first
  std::string several{};           // "1": more than one

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("term", view.term);
    visit("forms", view.forms);
    visit("several", view.several);
  }
};

struct TermsCheckFilter {
  std::string of{};        // a symbol, or the entry that recorded a text
  std::string language{};  // a code; empty: the reader's own where a text is held in it, else the first
  Language own{};
};

struct TermsCheckPage {
  std::string asked{};
  std::vector<LanguageChoice> languages{};
  std::vector<DocumentLink> choices{};  // every document of which a text is held, with this page for it
  std::optional<TextSide> side{};       // the text that was checked
  std::int64_t amiss = 0;
  std::string clean{};  // "1": a text was checked, and every term in it has its name
  std::vector<MisnamedRow> findings{};
  std::vector<TermTally> mixed{};  // terms for which the text uses more than the name
  std::vector<TermTally> named{};  // terms that stand there by their name alone
  std::vector<Named> unnamed{};    // terms without a name in the text's language

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("asked", view.asked);
    visit("languages", view.languages);
    visit("choices", view.choices);
    visit("side", view.side);
    visit("amiss", view.amiss);
    visit("clean", view.clean);
    visit("findings", view.findings);
    visit("mixed", view.mixed);
    visit("named", view.named);
    visit("unnamed", view.unnamed);
  }
};

// Refuses as a side of comparison_page. With nothing asked, the choices alone.
Result<TermsCheckPage> terms_check_page(const Lens& lens, const TermsCheckFilter& filter);
Href terms_check_href(const Symbol& symbol, Language language);

}  // namespace comity
