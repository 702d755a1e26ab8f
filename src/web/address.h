// The target of a request as an address (decisions.md 23): language, segments, suffix, query. Refuses what two readers
// could read in two ways. Knows no route: which address means which page is the route table's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace comity {

// The face that is asked for by the end of the last segment.
enum class Suffix { none, json, csv, atom, ics, txt, akn, fodt, bib, ris, csl, odt, docx, pdf };

inline bool is_form_of_text(Suffix suffix) {
  return suffix == Suffix::txt || suffix == Suffix::akn || suffix == Suffix::fodt;
}
std::string_view text_of(Suffix suffix);  // ".json"; empty for none
// Whether LibreOffice makes it, of a flat ODT.
bool by_office(Suffix suffix);
std::string_view media_type(Suffix suffix);  // of what LibreOffice makes

// `/es/oewg-ict/sessions.json?as-of=12` is {es, {"oewg-ict", "sessions"}, json, {{"as-of", "12"}}}.
// `/es` and `/es/` are the same address, the language's first page; `/es.json` is its twin.
struct Address {
  std::optional<Language> language{};
  std::vector<std::string> path{};  // decoded, without language and suffix; never an empty, "." or ".." segment
  Suffix suffix = Suffix::none;
  std::map<std::string, std::string> query{};  // decoded; each key at most once

  bool operator==(const Address&) const = default;
};

// Whether the path is a symbol (A/77/275) and not a page: its first segment begins with an upper-case letter.
bool is_symbol(const Address& address);
// The segments joined by '/': "A/77/275", "oewg-ict/sessions".
std::string joined(const Address& address);
// The value of a query key; null where it is absent.
const std::string* query(const Address& address, std::string_view key);

// Reads origin form (`/path?query`) and absolute form (`http://host/path?query`, whose host says nothing to us).
// Refuses address-malformed {position} (position: the byte in the target, from 0) for anything but visible ASCII, for
// invalid or unfinished escapes, escaped slashes and control characters, segments that are empty, "." or "..", bytes
// that are no UTF-8; query-repeated {key}; query-malformed {position}; query-too-long {limit} (more than 64 keys).
Result<Address> parse_address(std::string_view target);

// The same rules for `a=1&b=2` alone: a form's body (application/x-www-form-urlencoded). '+' is a space.
Result<std::map<std::string, std::string>> parse_query(std::string_view text);

// The canonical target: parse_address(print(a)) == a for whatever parse_address gave. Query keys in the order of their
// bytes.
std::string print(const Address& address);
// One segment or query value with everything escaped but letters, digits and -._~
std::string escaped(std::string_view text);

}  // namespace comity
