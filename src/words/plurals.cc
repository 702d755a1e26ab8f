// What is asked of a message before it is taken: which values it names, and whether its plurals are whole.
#include <unicode/plurrule.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "words/pattern.h"

namespace comity {
namespace {

template <class Visit>
void each(const Pieces& pieces, const Visit& visit) {
  for (const auto& piece : pieces) {
    visit(piece);
    for (const auto& one : piece.cases) each(one.second, visit);
  }
}

// Which classes a translator must give, and the numbers that make up each of them (CLDR 42, whole numbers).
// Not asked for: `many` of French and Spanish, which is heard only from a million on and falls back to `other`.
struct Class {
  std::string_view name;
  std::set<std::string> numbers;  // empty: without end
};

std::vector<Class> classes(Language language) {
  switch (language) {
    case Language::ar:
      return {{"zero", {"=0"}}, {"one", {"=1"}}, {"two", {"=2"}}, {"few", {}}, {"many", {}}};
    case Language::zh:
      return {};
    case Language::fr:
      return {{"one", {"=0", "=1"}}};
    case Language::ru:
      return {{"one", {}}, {"few", {}}, {"many", {}}};
    case Language::en:
    case Language::es:
      break;
  }
  return {{"one", {"=1"}}};
}

bool covered(const Class& wanted, const Piece& plural) {
  std::set<std::string> given;
  for (const auto& one : plural.cases) given.insert(one.first);
  if (given.contains(std::string(wanted.name))) return true;
  return !wanted.numbers.empty() &&
         std::includes(given.begin(), given.end(), wanted.numbers.begin(), wanted.numbers.end());
}

}  // namespace

std::vector<std::string> names_in(const Pieces& pieces) {
  std::set<std::string> names;
  each(pieces, [&](const Piece& piece) {
    if (piece.kind != Piece::Kind::words) names.insert(piece.text);
  });
  return {names.begin(), names.end()};
}

std::optional<std::string> missing_class(const Pieces& pieces, Language language) {
  std::optional<std::string> missing;
  each(pieces, [&](const Piece& piece) {
    if (piece.kind != Piece::Kind::plural) return;
    for (const auto& wanted : classes(language))
      if (!covered(wanted, piece)) missing = std::string(wanted.name);
  });
  return missing;
}

// Function-local: ICU's rules are immutable once made, and making them is slow.
std::string plural_class(Language language, std::int64_t value) {
  static const auto rules = [] {
    std::array<std::unique_ptr<icu::PluralRules>, languages.size()> made;
    for (const auto each_language : languages) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::Locale locale(std::string(code_of(each_language)).c_str());
      made[static_cast<std::size_t>(each_language)].reset(icu::PluralRules::forLocale(locale, status));
      check(U_SUCCESS(status), "ICU has no plural rules");
    }
    return made;
  }();
  std::string name;
  return rules[static_cast<std::size_t>(language)]->select(static_cast<double>(value)).toUTF8String(name);
}

}  // namespace comity
