// The JSON schema of a view's twin, from the same field list: what openapi.json says is what is sent.
#pragma once

#include "web/face_json.h"

namespace comity {

inline Json string_schema() { return JsonObject{{"type", "string"}}; }

template <class T>
struct SchemaOf {
  static Json schema() {
    if constexpr (Coded<T>) {
      JsonList codes;
      for (const auto code : Codes<T>::all) codes.push_back(code);
      return JsonObject{{"enum", std::move(codes)}, {"type", "string"}};
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      return JsonObject{{"type", "integer"}};
    } else if constexpr (std::is_same_v<T, Texts> || std::is_same_v<T, Say> || std::is_same_v<T, Days> ||
                         std::is_same_v<T, Happened>) {
      return JsonObject{{"type", "object"}};
    } else if constexpr (HasFields<T>) {
      JsonObject members;
      const T view{};
      T::fields(view, [&members]<class F>(std::string_view name, const F&) {
        if constexpr (!std::is_same_v<F, Html>) members.emplace(name, SchemaOf<F>::schema());
      });
      return JsonObject{{"properties", std::move(members)}, {"type", "object"}};
    } else {
      return string_schema();
    }
  }
};
template <class T>
struct SchemaOf<InLanguages<T>> {
  static Json schema() {
    JsonObject members;
    for (const auto language : languages) members.emplace(code_of(language), SchemaOf<T>::schema());
    return JsonObject{{"properties", std::move(members)}, {"type", "object"}};
  }
};
template <class T>
struct SchemaOf<std::optional<T>> : SchemaOf<T> {};
template <class T>
struct SchemaOf<std::vector<T>> {
  static Json schema() { return JsonObject{{"items", SchemaOf<T>::schema()}, {"type", "array"}}; }
};

template <class V>
Json schema() {
  return SchemaOf<V>::schema();
}

}  // namespace comity
