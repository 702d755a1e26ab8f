#include "web/face_error.h"

namespace comity {

Json error_json(const Refusal& refusal) {
  JsonObject values;
  for (const auto& [name, value] : refusal.values) values.emplace(name, value);
  return JsonObject{{"code", refusal.code}, {"values", std::move(values)}};
}

Json error_schema() {
  const Json any_text = JsonObject{{"type", "string"}};
  return JsonObject{
      {"type", "object"},
      {"required", JsonList{"code", "values"}},
      {"properties",
       JsonObject{{"code", any_text}, {"values", JsonObject{{"type", "object"}, {"additionalProperties", any_text}}}}}};
}

}  // namespace comity
