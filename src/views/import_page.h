// A preview of a text, before it is entered: what was read, what is amiss, what it asks of whom, and how it will look.
#pragma once

#include "texts/steps.h"
#include "views/documents_pages.h"

namespace comity {

// What a file gives, as it would be entered, with the structure that was read from it and what was found in that.
struct ImportPreview {
  DocumentRegistered document{};
  TextImported act{};
  TextStructure text{};
  std::vector<Finding> findings{};
  std::vector<Step> steps{};
};

struct FindingRow {
  Say text{};
  std::string anchor{};  // "p16-a": where in the text, where the finding says it

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("text", view.text);
    visit("anchor", view.anchor);
  }
};

struct StepRow {
  std::string in{};         // id of the paragraph
  std::string label{};      // its number, as printed
  std::string addressee{};  // as written; empty: not told
  std::string verb{};
  std::string when{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("in", view.in);
    visit("label", view.label);
    visit("addressee", view.addressee);
    visit("verb", view.verb);
    visit("when", view.when);
  }
};

struct ImportPage {
  Symbol symbol{};
  Language language{};
  Texts titles{};
  std::optional<Date> date{};
  std::optional<Distribution> distribution{};
  std::optional<Language> original{};
  std::string file_type{};
  std::int64_t file_size = 0;  // bytes
  std::string sha256{};        // of the file
  Say counts{};
  Say citations{};
  std::optional<WithheldRow> withheld{};
  std::vector<FindingRow> findings{};
  std::vector<StepRow> steps{};
  std::vector<CitedRow> cites{};
  std::string cites_unknown{};  // "1": one of them the record does not know
  InLanguages<Reading> reading{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("language", view.language);
    visit("titles", view.titles);
    visit("date", view.date);
    visit("distribution", view.distribution);
    visit("original", view.original);
    visit("file-type", view.file_type);
    visit("file-size", view.file_size);
    visit("sha256", view.sha256);
    visit("counts", view.counts);
    visit("citations", view.citations);
    visit("withheld", view.withheld);
    visit("findings", view.findings);
    visit("steps", view.steps);
    visit("cites", view.cites);
    visit("cites-unknown", view.cites_unknown);
    visit("reading", view.reading);
  }
};

// The world as it would be with the text in it; `lens` sees it, and holds the text.
World with_preview(World world, const ImportPreview& preview);
ImportPage import_page(const Lens& lens, const ImportPreview& preview);

}  // namespace comity
