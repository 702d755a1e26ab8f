// The JSON of the record (decisions.md 7): integers, texts, lists, objects only; one canonical form (RFC 8785 order).
// order). Written by us, read through Boost.JSON with duplicates, floats, true, false and null refused.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace comity {

struct Json;
using JsonList = std::vector<Json>;
using JsonObject = std::map<std::string, Json>;

struct Json {
  std::variant<std::int64_t, std::string, JsonList, JsonObject> value = JsonObject{};

  Json() = default;
  Json(std::int64_t number) : value(number) {}
  Json(int number) : value(std::int64_t{number}) {}
  Json(std::string text) : value(std::move(text)) {}
  Json(const char* text) : value(std::string(text)) {}
  Json(std::string_view text) : value(std::string(text)) {}
  Json(JsonList list) : value(std::move(list)) {}
  Json(JsonObject object) : value(std::move(object)) {}
  bool operator==(const Json&) const = default;
};

// Null where the value is of another type or the object has no such member.
const std::int64_t* number(const Json& json);
const std::string* text(const Json& json);
const JsonList* list(const Json& json);
const JsonObject* object(const Json& json);
const Json* member(const Json& json, std::string_view key);
// The text or list of a member; empty where there is no such member, or of another type.
const std::string& text_in(const Json& json, std::string_view key);
const JsonList& list_in(const Json& json, std::string_view key);

// The one byte form: keys sorted by UTF-16 code units (ours are ASCII), no white space, minimal escapes.
std::string canonical(const Json& json);

// Refuses json-malformed {position}, json-duplicate {key}, json-number {position} (floats, |n| > 2^53-1),
// json-literal {position} (true, false, null), json-key {key} (keys must match [a-z0-9-]+ unless any_keys),
// json-utf8 {position}, json-nfc {position}, json-deep. The position is the number of bytes read until then.
struct JsonLimits {
  bool any_keys = false;
  bool demand_nfc = true;
  int depth = 32;
};
Result<Json> parse_json(std::string_view bytes, JsonLimits limits = {});

}  // namespace comity
