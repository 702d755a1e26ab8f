#include "reports/said.h"

#include <algorithm>

namespace comity {
namespace {

struct SayInWords {
  const Tongue& tongue;
  Value operator()(std::int64_t value) const { return value; }
  Value operator()(const std::string& value) const { return value; }
  // A text of another language names it.
  Value operator()(const Texts& value) const {
    const auto language = shown(tongue.language(), languages_of(value));
    if (!language) return std::string();
    if (*language == tongue.language()) return *find(value, *language);
    return tongue.say("said.in-language", {{"text", *find(value, *language)},
                                           {"language", tongue.say("language." + std::string(code_of(*language)))}});
  }
  Value operator()(const std::vector<std::string>& value) const { return value; }
  Value operator()(const std::vector<Say>& value) const {
    if (value.empty()) return std::string();
    if (value.size() == 1 && value.front().verbatim) return Verbatim{said(tongue, value.front())};
    std::vector<std::string> all;
    for (const auto& one : value) all.push_back(said(tongue, one));
    return all;
  }
};

}  // namespace

std::string said(const Tongue& tongue, const Say& say) {
  if (say.empty()) return {};
  Values values;
  for (const auto& [name, value] : say.values) values.emplace(name, std::visit(SayInWords{tongue}, value));
  if (say.around)
    for (const auto& [name, value] : *say.around) values.emplace(name, std::visit(SayInWords{tongue}, value));
  return tongue.say(say.key, values);
}

std::optional<Language> shown(Language own, const std::vector<Language>& there) {
  for (const auto wanted : {own, Language::en})
    if (std::find(there.begin(), there.end(), wanted) != there.end()) return wanted;
  return there.empty() ? std::nullopt : std::optional(there.front());
}

std::vector<Language> languages_of(const Texts& texts) {
  std::vector<Language> out;
  for (const auto* some : {&texts.official, &texts.working})
    for (const auto& [language, text] : *some) out.push_back(language);
  return out;
}

}  // namespace comity
