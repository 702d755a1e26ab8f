// How one field of each type is written, read and described; included by the area's .cc files only.
#pragma once

#include <algorithm>
#include <set>
#include <type_traits>

#include "acts/codec.h"
#include "base/text.h"

namespace comity {

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};
template <class T>
concept Coded = requires {
  Codes<T>::all;
};

// --- written -------------------------------------------------------------------------------------------------------

inline Json value_to_json(const std::string& value) { return value; }
inline Json value_to_json(std::int64_t value) { return value; }
inline Json value_to_json(const Date& value) { return print(value); }
inline Json value_to_json(const Happened& value) { return happened_to_json(value); }
inline Json value_to_json(const Days& value) {
  return JsonObject{{"from", print(value.from)}, {"to", print(value.to)}};
}
inline Json value_to_json(Language value) { return code_of(value); }
inline Json value_to_json(const Json& value) { return value; }
template <class Tag>
Json value_to_json(const Id<Tag>& value) {
  return value.text;
}
template <Coded E>
Json value_to_json(E value) {
  return code_of(value);
}

struct FieldWriter {
  JsonObject& out;

  template <class T>
  void operator()(std::string_view name, const T& value, Need) {
    put(std::string(name), value);
  }
  void put(const std::string& name, const Texts& value) {
    put_texts(name, value.official);
    put_texts(name + "-working", value.working);
  }
  void put_texts(const std::string& name, const std::map<Language, std::string>& texts) {
    JsonObject members;
    for (const auto& [language, text] : texts) members.emplace(code_of(language), text);
    if (!members.empty()) out.emplace(name, std::move(members));
  }
  void put(const std::string& name, const std::string& value) {
    if (!value.empty()) out.emplace(name, value);
  }
  template <class T>
  void put(const std::string& name, const std::optional<T>& value) {
    if (value) out.emplace(name, value_to_json(*value));
  }
  template <class T>
  void put(const std::string& name, const std::vector<T>& values) {
    JsonList items;
    for (const auto& value : values) items.push_back(value_to_json(value));
    if (!items.empty()) out.emplace(name, std::move(items));
  }
  template <class T>
  void put(const std::string& name, const T& value) {
    out.emplace(name, value_to_json(value));
  }
};

// --- read ----------------------------------------------------------------------------------------------------------

// Each answers whether the JSON holds such a value.
bool read_value(const Json& json, std::string& out);
bool read_value(const Json& json, std::int64_t& out);
bool read_value(const Json& json, Date& out);
bool read_value(const Json& json, Days& out);
bool read_value(const Json& json, Happened& out);
bool read_value(const Json& json, Language& out);
inline bool read_value(const Json& json, Json& out) {
  out = json;
  return true;
}
template <class Tag>
bool read_value(const Json& json, Id<Tag>& out) {
  return read_value(json, out.text) && !out.text.empty();
}
template <Coded E>
bool read_value(const Json& json, E& out) {
  const auto* code = text(json);
  const auto found = code ? from_code<E>(*code) : std::nullopt;
  if (found) out = *found;
  return found.has_value();
}

// --- described -----------------------------------------------------------------------------------------------------

template <class T>
struct FieldOf {
  static constexpr FieldType type() {
    if constexpr (std::is_same_v<T, std::string>) return FieldType::text;
    if constexpr (std::is_same_v<T, Symbol>) return FieldType::symbol;
    if constexpr (IsId<T>::value) return FieldType::id;
    if constexpr (std::is_same_v<T, std::int64_t>) return FieldType::number;
    if constexpr (std::is_same_v<T, Texts>) return FieldType::texts;
    if constexpr (std::is_same_v<T, Date>) return FieldType::date;
    if constexpr (std::is_same_v<T, Days>) return FieldType::days;
    if constexpr (std::is_same_v<T, Happened>) return FieldType::happened;
    if constexpr (std::is_same_v<T, Language>) return FieldType::language;
    if constexpr (std::is_same_v<T, Json>) return FieldType::json;
    if constexpr (Coded<T>) return FieldType::code;
  }
  static constexpr bool many = false;
  using One = T;
};
template <class T>
struct FieldOf<std::optional<T>> : FieldOf<T> {};
template <class T>
struct FieldOf<std::vector<T>> : FieldOf<T> {
  static constexpr bool many = true;
};

struct FieldDescriber {
  std::vector<FieldRow>& rows;

  template <class T>
  void operator()(std::string_view name, const T&, Need need) {
    FieldRow row{name, FieldOf<T>::type(), need, FieldOf<T>::many};
    using One = typename FieldOf<T>::One;
    if constexpr (Coded<One>) row.codes.assign(Codes<One>::all.begin(), Codes<One>::all.end());
    if constexpr (std::is_same_v<One, Language>)
      for (const auto language : languages) row.codes.push_back(code_of(language));
    rows.push_back(std::move(row));
  }
};

// Reads field after field; the first mistake is kept as the refusal. A field that the act does not have is refused.
class FieldReader {
 public:
  FieldReader(std::string_view kind, const JsonObject& in) : kind_(kind), in_(in) {}

  template <class T>
  void operator()(std::string_view name, T& value, Need need) {
    const bool found = get(std::string(name), value);
    if (!found && need == Need::must) refuse("field-missing", name, {});
  }
  std::optional<Refusal> finish();

 private:
  template <class T>
  bool get(const std::string& name, T& value) {
    const auto* json = take(name);
    if (!json) return false;
    if (!read_value(*json, value)) refuse_value<T>(name, *json);
    return true;
  }
  template <class T>
  bool get(const std::string& name, std::optional<T>& value) {
    value.emplace();
    const bool found = get(name, *value);
    if (!found) value.reset();
    return found;
  }
  template <class T>
  bool get(const std::string& name, std::vector<T>& values) {
    const auto* json = take(name);
    if (!json) return false;
    const auto* items = list(*json);
    if (!items || items->empty()) return refuse("field-type", name, "list"), true;
    for (const auto& item : *items) {
      values.emplace_back();
      if (!read_value(item, values.back())) refuse_value<T>(name, item);
    }
    return true;
  }
  bool get(const std::string& name, Texts& value);
  bool get_texts(const std::string& name, std::map<Language, std::string>& texts);
  template <class T>
  void refuse_value(const std::string& name, const Json& json) {
    const auto* said = text(json);
    refuse(Coded<T> ? "field-code" : "field-type", name, code_of(FieldOf<T>::type()), said ? *said : "");
  }
  void refuse(std::string_view code, std::string_view field, std::string_view type, std::string_view value = {});
  const Json* take(const std::string& name);

  std::string_view kind_;
  const JsonObject& in_;
  std::set<std::string, std::less<>> taken_{};
  std::optional<Refusal> refusal_{};
};

template <class A>
Result<A> read_fields(const Json& json) {
  const auto* members = object(json);
  if (!members)
    return Refusal{"field-type", {{"kind", std::string(A::kind)}, {"field", "act"}, {"type", "object"}, {"value", ""}}};
  A act{};
  FieldReader reader(A::kind, *members);
  A::fields(act, reader);
  if (auto refusal = reader.finish()) return *std::move(refusal);
  return act;
}

template <class A>
Result<Act> read_one(const Json& json) {
  auto read = read_fields<A>(json);
  if (!read) return read.refusal();
  return Act(*std::move(read));
}

template <class A>
std::vector<FieldRow> describe_one() {
  std::vector<FieldRow> rows;
  const A act{};
  A::fields(act, FieldDescriber{rows});
  return rows;
}

template <class A>
KindRow row() {
  return {A::kind, read_one<A>, describe_one<A>};
}

// One list per area, instantiated in that area's own .cc, so that no file compiles them all.
std::vector<KindRow> state_rows();
std::vector<KindRow> body_rows();
std::vector<KindRow> session_rows();
std::vector<KindRow> work_rows();
std::vector<KindRow> document_rows();
std::vector<KindRow> decision_rows();
std::vector<KindRow> narrative_rows();
std::vector<KindRow> wording_rows();
std::vector<KindRow> term_rows();
std::vector<KindRow> report_rows();
std::vector<KindRow> correction_rows();
std::vector<KindRow> keeping_rows();

}  // namespace comity
