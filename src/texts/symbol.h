// Document symbols of the United Nations: read, printed, ordered, and asked what they say of themselves. Whether a
// document of that symbol exists is not known here. (UN Dag Hammarskjöld Library, research guide "Document Symbols".)
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace comity {

inline constexpr std::size_t symbol_limit = 100;  // bytes

// What stands between two slashes: "AC.292", "77", "ES-10", "PV.4072 (Resumption 1)", "78 H".
struct SymbolPart {
  enum class Kind {
    organ,    // A, S, E, ST, CD: always the first
    body,     // AC.292, C.1, WG.II, HRC: a subsidiary organ, a programme, a place in one
    number,   // a session, a year or a running number; what it is depends on what follows
    sitting,  // ES-10, S-27: an emergency special or special session
    series,   // L.1, CRP.1, INF, RES, PV.46: a kind of document
    suffix    // Add.1, Rev.2, Corr.1, Amend.1, Summary: what was done to the document before it
  };
  Kind kind{};
  std::string word{};    // "AC", "ES", "INF"; empty for a number
  std::string number{};  // digits, Roman numeral or one capital letter, as it is written
  std::string note{};    // in parentheses: "XXV", "Resumption 1", "Sect. 3", "2015"
  std::string letter{};  // of a resolution that stands with others under one number: "H", "A-C"

  auto operator<=>(const SymbolPart& other) const;
  bool operator==(const SymbolPart&) const = default;
};

struct DocumentSymbol {
  std::vector<SymbolPart> parts{};   // never empty once parsed
  std::vector<SymbolPart> beside{};  // of a document issued to two organs: "A/69/981-S/2015/505"
  int reissued = 0;                  // asterisks: issued again for technical reasons

  bool operator==(const DocumentSymbol&) const = default;
  // The order of a list of documents: numbers by their value, a document before what revises or corrects it.
  std::strong_ordering operator<=>(const DocumentSymbol& other) const;
};

// Strict: as printed on a document, with one space before a parenthesis (which may be missing in what is read).
// Refuses symbol-malformed {symbol, part}: the first part that the grammar does not know, or what was read until then.
Result<DocumentSymbol> parse_symbol(std::string_view text);
// The one form: parse_symbol(print(symbol)) is symbol.
std::string print(const DocumentSymbol& symbol);

// The document that was first issued: without Add., Rev., Corr., Amend., Summary and asterisks.
DocumentSymbol first_of(const DocumentSymbol& symbol);
// What the last suffix was put to: of "…/2/Add.1/Rev.1" it is "…/2/Add.1". Nothing where there is no suffix.
std::optional<DocumentSymbol> suffixed(const DocumentSymbol& symbol);

// Where documents are numbered one after the other: "A/AC.292/2023/INF", and 4. Each year or session begins anew, since
// it stands before the number. A suffixed symbol has the series of its suffix: "A/77/275/Add", 1.
struct Numbered {
  std::string series{};
  std::int64_t number = 0;
  bool operator==(const Numbered&) const = default;
};
std::optional<Numbered> numbered(const DocumentSymbol& symbol);
// The symbol with another number in the same series.
DocumentSymbol with_number(const DocumentSymbol& symbol, std::int64_t number);

// The session ("77", "ES-10") or year ("2023") that the symbol names, if it names one.
std::optional<std::string> session_or_year(const DocumentSymbol& symbol);

}  // namespace comity
