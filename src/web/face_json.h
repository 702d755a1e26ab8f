// The JSON twin of a view (decisions.md 23): free of language, the same bytes under every language's address.
#pragma once

#include "acts/row.h"
#include "views/field_types.h"

namespace comity {

template <class T>
concept HasFields = requires(const T& view) {
  T::fields(view, [](std::string_view, const auto&) {});
};

Json twin(const Say& say);
Json twin(const Texts& texts);  // {"official": {"es": …}, "working": {"ar": …}}
inline Json twin(const std::string& value) { return value; }
inline Json twin(std::int64_t value) { return value; }
inline Json twin(Instant value) { return print(value); }
inline Json twin(const Date& value) { return print(value); }
inline Json twin(const Days& value) { return value_to_json(value); }
inline Json twin(const Happened& value) { return happened_to_json(value); }
inline Json twin(Language value) { return code_of(value); }
inline Json twin(const Href& value) { return value.path; }
template <class Tag>
Json twin(const Id<Tag>& value) {
  return value.text;
}
template <Coded E>
Json twin(E value) {
  return code_of(value);
}
template <HasFields V>
Json twin(const V& view);
template <class T>
Json twin(const InLanguages<T>& values) {
  JsonObject out;
  for (const auto& [language, value] : values.in) out.emplace(code_of(language), twin(value));
  return out;
}

struct TwinVisitor {
  JsonObject& out;

  template <class T>
  void operator()(std::string_view name, const T& value) {
    put(std::string(name), value);
  }
  void put(const std::string&, const Html&) {}
  template <class T>
  void put(const std::string& name, const std::optional<T>& value) {
    if (value) put(name, *value);
  }
  template <class T>
  void put(const std::string& name, const std::vector<T>& values) {
    JsonList items;
    for (const auto& value : values) items.push_back(twin(value));
    out.emplace(name, std::move(items));
  }
  template <class T>
  void put(const std::string& name, const T& value) {
    Json json = twin(value);
    const auto* said = text(json);
    const auto* members = object(json);
    if ((said && said->empty()) || (members && members->empty())) return;
    out.emplace(name, std::move(json));
  }
};

template <HasFields V>
Json twin(const V& view) {
  JsonObject out;
  V::fields(view, TwinVisitor{out});
  return out;
}

}  // namespace comity
