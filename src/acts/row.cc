#include "acts/row.h"

#include <limits>

namespace comity {

bool read_value(const Json& json, std::string& out) {
  const auto* said = text(json);
  if (said) out = *said;
  return said != nullptr;
}

bool read_value(const Json& json, std::int64_t& out) {
  const auto* said = number(json);
  if (said) out = *said;
  return said != nullptr;
}

bool read_value(const Json& json, Date& out) {
  const auto* said = text(json);
  const auto date = said ? parse_date(*said) : std::nullopt;
  if (date) out = *date;
  return date.has_value();
}

bool read_value(const Json& json, Days& out) {
  const auto* members = object(json);
  const auto* from = member(json, "from");
  const auto* to = member(json, "to");
  return members && members->size() == 2 && from && to && read_value(*from, out.from) && read_value(*to, out.to);
}

bool read_value(const Json& json, Happened& out) {
  const auto happened = happened_from_json(json);
  if (happened) out = *happened;
  return bool(happened);
}

bool read_value(const Json& json, Language& out) {
  const auto* said = text(json);
  const auto language = said ? language_of(*said) : std::nullopt;
  if (language) out = *language;
  return language.has_value();
}

std::optional<Refusal> FieldReader::finish() {
  for (const auto& [name, value] : in_)
    if (!taken_.contains(name)) refuse("field-unknown", name, {});
  return refusal_;
}

const Json* FieldReader::take(const std::string& name) {
  const auto it = in_.find(name);
  if (it == in_.end()) return nullptr;
  taken_.insert(name);
  return &it->second;
}

bool FieldReader::get(const std::string& name, Texts& value) {
  const bool official = get_texts(name, value.official);
  const bool working = get_texts(name + "-working", value.working);
  for (const auto& [language, said] : value.working)
    if (value.official.contains(language)) refuse("field-twice", name, code_of(language));
  return official || working;
}

bool FieldReader::get_texts(const std::string& name, std::map<Language, std::string>& texts) {
  const auto* json = take(name);
  if (!json) return false;
  const auto* members = object(*json);
  if (!members || members->empty()) return refuse("field-type", name, "texts"), true;
  for (const auto& [code, value] : *members) {
    const auto language = language_of(code);
    const auto* said = text(value);
    if (!language || !said || said->empty()) return refuse("field-type", name + "." + code, "texts"), true;
    texts.emplace(*language, *said);
  }
  return true;
}

void FieldReader::refuse(std::string_view code, std::string_view field, std::string_view type, std::string_view value) {
  if (refusal_) return;
  refusal_ = Refusal{std::string(code), {{"kind", std::string(kind_)}, {"field", std::string(field)}}};
  refusal_->values.emplace("type", type);
  refusal_->values.emplace("value", value);
}

}  // namespace comity
