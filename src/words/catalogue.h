// The messages of Comity in the six official languages. Knows no message by name but date.*, zone.* and ordinal.*;
// decides nothing. A loaded catalogue never changes, so that any number of threads may read it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace comity {

// What a sentence names. Values are free of language: a day is "2022-04-22" (print(Date)), a span
// "2022-03-28/2022-04-01", and the pattern says in which form it wants them: {day, date} {day, date, when} {days, days,
// when} {n, ordinal, session}. A number is a quantity and is grouped ("2,025"): years and paragraphs are texts.
// A list is joined as the language joins ("a, b and c"), is counted by how many it holds, and may be asked for as a
// whole: {n, ordinals, session} {spans, dates, when} {items, items}; a select of it knows "one", "two" and "other".
struct Verbatim {
  std::string text{};  // said as it is, in place of a value of any form: "[to be completed]"
};
using Value = std::variant<std::string, std::int64_t, std::vector<std::string>, Verbatim>;
using Values = std::map<std::string, Value>;

class Catalogue;

// The catalogue in one language: what a page is rendered with. Valid as long as the catalogue that made it.
class Tongue {
 public:
  Tongue(const Catalogue& catalogue, Language language) : catalogue_(&catalogue), language_(language) {}
  std::string say(std::string_view key, const Values& values = {}) const;
  std::string say(const Refusal& refusal) const;  // the message `refusal.<code>`
  Language language() const { return language_; }
  const Catalogue& catalogue() const { return *catalogue_; }

 private:
  const Catalogue* catalogue_;
  Language language_;
};

class Catalogue {
 public:
  // From files named "words/ar.po" … "words/es.po", as assets() holds them. Refuses, naming key and language:
  // po-syntax, po-duplicate, words-file {file}, words-missing {key, language}, words-pattern {key, language, found},
  // words-placeholder {key, language, placeholder}, words-plural {key, language, category}, words-term {key, language,
  // term}, words-apostrophe {key, language}.
  static Result<Catalogue> from(const std::map<std::string_view, std::string_view>& files);
  // From DIR/ar.po … DIR/es.po: what a linguist is working on (`--words DIR`).
  static Result<Catalogue> from_folder(const std::filesystem::path& folder);

  // The message in the language. A missing key or value, or a word where a number is due, is our own mistake: check().
  // In Arabic, a value in Latin letters is isolated (U+2066…U+2069), so that symbols keep their order.
  std::string say(Language language, std::string_view key, const Values& values = {}) const;
  bool has(std::string_view key) const;
  bool unverified(Language language, std::string_view key) const;
  std::vector<std::string> keys() const;  // sorted
  Tongue in(Language language) const { return {*this, language}; }

  // The same catalogue with every message in ⟦…⟧ (they nest): what stands outside on a page is an untranslated word.
  Catalogue pseudo() const;

 private:
  struct Messages;
  explicit Catalogue(std::shared_ptr<const Messages> messages) : messages_(std::move(messages)) {}
  std::shared_ptr<const Messages> messages_;
  bool pseudo_ = false;
};

}  // namespace comity
