// The institution's terms: what a thing is called in the six languages, and what else texts call it.
// A term is keyed by what it means, never by its word: "meeting" and "session" exchange words between languages.
#pragma once

#include "acts/fields.h"

namespace comity {

// The one name that the institution uses in each language; a language may be missing.
struct TermEntered {
  static constexpr std::string_view kind = "term-entered";
  TermId id;
  Texts names;
  Texts note;  // what it means, or when it is used

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("names", act.names, Need::must);
    visit("note", act.note, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const TermEntered&) const = default;
};

// `spelling`: the same words, written otherwise. `wording`: other words. `short_form`: fewer words, which stand for the
// name in a text that has given it in full before.
enum class VariantSort { spelling, wording, short_form };
template <>
struct Codes<VariantSort> {
  static constexpr std::string_view name = "variant-sort";
  static constexpr std::array<std::string_view, 3> all{"spelling", "wording", "short-form"};
};

// A form found in documents that is not the name.
struct TermVariant {
  static constexpr std::string_view kind = "term-variant";
  TermId term;
  Language language{};
  std::string text;
  VariantSort sort{};
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("term", act.term, Need::must);
    visit("language", act.language, Need::must);
    visit("text", act.text, Need::must);
    visit("sort", act.sort, Need::must);
    visit("reason", act.reason, Need::may);
  }
  const std::string& about() const { return term.text; }
  bool operator==(const TermVariant&) const = default;
};

}  // namespace comity
