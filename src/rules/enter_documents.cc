// Documents by symbol, their relations, and the General Assembly's resolutions.
#include <algorithm>
#include <cctype>

#include "rules/ask.h"

namespace comity {
namespace {

// An organ in capitals, then parts of letters, digits and a few signs between slashes ("A/RES/43/78 H").
bool is_symbol(std::string_view symbol) {
  const auto slash = symbol.find('/');
  if (slash == std::string_view::npos || slash == 0 || symbol.back() == '/' || symbol.back() == ' ') return false;
  if (symbol.find("//") != std::string_view::npos || symbol.find("/ ") != std::string_view::npos) return false;
  const auto organ = symbol.substr(0, slash);
  const bool capitals = std::all_of(organ.begin(), organ.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && std::all_of(symbol.begin(), symbol.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                  std::string_view("/.-() *").find(c) != std::string_view::npos;
         });
}

}  // namespace

// A document is known by its symbol (ST/LIB series on document symbols; A/77/275 cites by symbol throughout), which is
// never used twice.
Verdict may_enter(const DocumentRegistered& act, const Entering& asked) {
  if (!is_symbol(act.id.text)) return refused("symbol-malformed", {{"symbol", act.id.text}});
  if (known(asked.world, act.id)) return refused("symbol-taken", {{"symbol", act.id.text}});
  if (act.original && !act.languages.empty() &&
      std::find(act.languages.begin(), act.languages.end(), *act.original) == act.languages.end())
    return refused("original-not-issued", {{"symbol", act.id.text}, {"language", std::string(code_of(*act.original))}});
  return granted();
}

// House rule: a document stands in no relation to itself, and in the same relation to another only once.
Verdict may_enter(const DocumentRelated& act, const Entering& asked) {
  if (act.document == act.to) return refused("related-to-itself", {{"symbol", act.to.text}});
  for (const auto* other : asked.world.about<DocumentRelated>(act.document))
    if (other->act.to == act.to && other->act.relation == act.relation)
      return refused("already-related", {{"symbol", act.document.text}, {"to", act.to.text}});
  return granted();
}

// A resolution is adopted once, at a plenary meeting of a session (A/RES/77/36, closing line).
Verdict may_enter(const ResolutionAdopted& act, const Entering& asked) {
  if (asked.world.one<ResolutionAdopted>(act.document))
    return refused("already-adopted", {{"symbol", act.document.text}});
  if (!asked.around.happened) return refused("date-missing", {{"id", act.document.text}});
  return granted();
}

}  // namespace comity
