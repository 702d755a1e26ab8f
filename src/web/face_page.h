// The words of a view in one language, as the values that a page's template names. What is absent is an empty text, so
// that a template never reads the value of an outer part in its place.
#pragma once

#include "reports/said.h"
#include "views/field_types.h"
#include "web/face_json.h"
#include "words/dates.h"
#include "words/numbers.h"

namespace comity {

// In which language, for which place and at which moment a page speaks.
struct Voice {
  Tongue tongue;
  Zone venue = venue_zone();
  std::optional<Zone> reader{};  // `?zone=`
  std::string carried{};         // "?as-of=12&on=…": what every link of the page keeps

  Language language() const { return tongue.language(); }
};

inline std::string said(const Voice& voice, const Say& say) { return said(voice.tongue, say); }
// With the language, the page's where none is named, and what is carried.
std::string address(const Voice& voice, const Href& href);
inline std::string address(const Voice& voice, const std::string& path) { return address(voice, Href{path, {}}); }
// The text in the page's language, or the best other one, which its `lang` then names.
Json faced(const Voice& voice, const Texts& texts);
Json faced(const Voice& voice, const Days& days);
Json faced(const Voice& voice, const Date& date);
Json faced(const Voice& voice, const Happened& happened);
Json faced(const Voice& voice, Instant instant);
Json faced(const Voice& voice, Language language);
Json faced(const Voice& voice, const Html& html);
inline Json faced(const Voice& voice, const Say& say) { return said(voice, say); }
Json faced(const Voice& voice, const std::vector<SaidPiece>& pieces);
inline Json faced(const Voice&, const std::string& value) { return value; }
inline Json faced(const Voice& voice, std::int64_t value) { return number(voice.language(), value); }
inline Json faced(const Voice& voice, const Href& value) {
  return value.path.empty() ? std::string() : address(voice, value);
}
template <class Tag>
Json faced(const Voice&, const Id<Tag>& value) {
  return value.text;
}
template <Coded E>
Json faced(const Voice& voice, E value) {
  constexpr bool mark = std::is_same_v<E, MarkKind>;
  const auto key = mark ? "certainty." + std::string(code_of(value))
                        : "code." + std::string(Codes<E>::name) + "." + std::string(code_of(value));
  return JsonObject{{"code", code_of(value)}, {"text", voice.tongue.say(key)}};
}
template <HasFields V>
Json faced(const Voice& voice, const V& view);
// What a template needs to mark the language of what it shows: lang, dir, and where it is another one, its name.
JsonObject language_marks(const Voice& voice, Language shown);
template <class T>
Json faced(const Voice& voice, const InLanguages<T>& values) {
  std::vector<Language> there;
  for (const auto& [language, value] : values.in) there.push_back(language);
  const auto best = shown(voice.language(), there);
  if (!best) return "";
  auto out = language_marks(voice, *best);
  auto fields = faced(voice, values.in.at(*best));
  out.merge(std::get<JsonObject>(fields.value));
  return out;
}

struct PageVisitor {
  const Voice& voice;
  JsonObject& out;

  template <class T>
  void operator()(std::string_view name, const T& value) {
    put(std::string(name), value);
  }
  // A sentence with texts in other languages also as its pieces, so that each is marked with its own.
  void put(const std::string& name, const Say& say) {
    const auto pieces = said_in_pieces(voice.tongue, say);
    std::string whole;
    bool mixed = false;
    for (const auto& piece : pieces) {
      whole += piece.text;
      mixed |= piece.language.has_value();
    }
    out[name] = std::move(whole);
    if (mixed) out[name + "-pieces"] = faced(voice, pieces);
  }
  template <class T>
  void put(const std::string& name, const std::optional<T>& value) {
    out[name] = value ? faced(voice, *value) : Json("");
  }
  template <class T>
  void put(const std::string& name, const std::vector<T>& values) {
    JsonList items;
    for (const auto& value : values) items.push_back(faced(voice, value));
    out[(items.empty() ? "no-" : "has-") + name] = "1";
    out[(items.empty() ? "has-" : "no-") + name] = "";
    out[name] = std::move(items);
  }
  template <class T>
  void put(const std::string& name, const T& value) {
    out[name] = faced(voice, value);
  }
};

template <HasFields V>
Json faced(const Voice& voice, const V& view) {
  JsonObject out;
  V::fields(view, PageVisitor{voice, out});
  return out;
}

}  // namespace comity
