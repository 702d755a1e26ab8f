// A document on its way out, and the forms that it can take: plain text, Akoma Ntoso, and what libraries cite it by.
#pragma once

#include "views/reading.h"

namespace comity {

struct ExportedDocument {
  Symbol symbol{};  // of what is made from the record, the reference that it has here
  Language language{};
  std::string title{};
  std::string kind{};             // code of DocumentKind
  std::optional<Date> date{};     // may be a year or a month alone
  std::string organ{};            // the body, in the language; empty where none is known
  std::string official{};         // the address of the official text
  std::string caution{};          // says that this is no official document, in the language
  Date recorded{};                // when the text was entered; of the document itself where no text is held
  bool made = false;              // from the record: no document of the organization
  std::optional<Reading> text{};  // where it is held in the language
};

// UTF-8, a line a paragraph, an empty one between; a line a row of a table, its cells parted by " | "; notes below.
// Needs the text.
std::string as_plain_text(const ExportedDocument& document);
// Akoma Ntoso 3.0 (OASIS, 29 August 2018) with names as the UN's profile AKN4UN makes them. Needs the text.
std::string as_akoma_ntoso(const ExportedDocument& document);
// OpenDocument Text as one file of XML (ODF 1.3), in the house's style. Needs the text.
std::string as_flat_odt(const ExportedDocument& document);
std::string as_bibtex(const ExportedDocument& document);
std::string as_ris(const ExportedDocument& document);
std::string as_csl_json(const ExportedDocument& document);

}  // namespace comity
