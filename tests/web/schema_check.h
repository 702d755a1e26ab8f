// Whether a JSON value is what a schema says, for the words of JSON Schema that openapi.json uses: type, properties,
// items, enum, required, minimum, anyOf, $ref. Narrower than JSON Schema in one way: an object with properties has no
// others, so that nothing is sent that the description does not name.
#pragma once

#include <algorithm>
#include <string>

#include "base/json.h"

namespace comity {

// The document as read: JSON with true becomes "true" before it is given here, as our JSON has none.
class SchemaCheck {
 public:
  explicit SchemaCheck(Json document) : document_(std::move(document)) {}

  // Empty where the value is as described; else the first place where it is not.
  std::string wrong(const Json& value, const Json& schema, const std::string& where = "$") const {
    if (const auto* reference = member(schema, "$ref")) return wrong(value, at(*text(*reference)), where);
    if (const auto* any = member(schema, "anyOf")) return wrong_in_all(value, *list(*any), where);
    const auto* type = member(schema, "type");
    if (!type) return where + ": the schema names no type";
    if (*type == Json("object")) return wrong_object(value, schema, where);
    if (*type == Json("array")) return wrong_list(value, schema, where);
    if (*type == Json("integer")) return wrong_number(value, schema, where);
    return *type == Json("string") ? wrong_text(value, schema, where) : where + ": unknown type";
  }

  // "#/components/schemas/session"
  const Json& at(std::string_view reference) const {
    const Json* found = &document_;
    for (reference.remove_prefix(2); found && !reference.empty();) {
      const auto slash = std::min(reference.find('/'), reference.size());
      found = member(*found, reference.substr(0, slash));
      reference.remove_prefix(std::min(slash + 1, reference.size()));
    }
    check(found, "a $ref names nothing");
    return *found;
  }

 private:
  std::string wrong_in_all(const Json& value, const JsonList& schemas, const std::string& where) const {
    std::string all;
    for (const auto& schema : schemas) {
      const auto one = wrong(value, schema, where);
      if (one.empty()) return {};
      all += one + "; ";
    }
    return all;
  }
  std::string wrong_object(const Json& value, const Json& schema, const std::string& where) const {
    const auto* members = object(value);
    if (!members) return where + " is no object";
    if (const auto* required = member(schema, "required"))
      for (const auto& name : *list(*required))
        if (!members->contains(*text(name))) return where + " lacks " + *text(name);
    const auto* properties = member(schema, "properties");
    if (!properties) return {};
    for (const auto& [name, inner] : *members) {
      const auto* described = member(*properties, name);
      if (!described) return where + "." + name + " is not described";
      if (auto one = wrong(inner, *described, where + "." + name); !one.empty()) return one;
    }
    return {};
  }
  std::string wrong_list(const Json& value, const Json& schema, const std::string& where) const {
    const auto* items = list(value);
    if (!items) return where + " is no list";
    for (std::size_t i = 0; i < items->size(); ++i)
      if (auto one = wrong((*items)[i], *member(schema, "items"), where + "[" + std::to_string(i) + "]"); !one.empty())
        return one;
    return {};
  }
  static std::string wrong_number(const Json& value, const Json& schema, const std::string& where) {
    const auto* minimum = member(schema, "minimum");
    if (!number(value)) return where + " is no integer";
    return minimum && *number(value) < *number(*minimum) ? where + " is too small" : std::string();
  }
  static std::string wrong_text(const Json& value, const Json& schema, const std::string& where) {
    if (!text(value)) return where + " is no text";
    const auto* codes = member(schema, "enum");
    if (!codes || std::count(list(*codes)->begin(), list(*codes)->end(), value)) return {};
    return where + " is not one of the codes: " + *text(value);
  }

  Json document_;
};

}  // namespace comity
