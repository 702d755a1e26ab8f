// How names stand within sentences.
#include <algorithm>
#include <array>

#include "rules/ask.h"

namespace comity {
namespace {

constexpr std::array<std::string_view, 3> genders{"masculine", "feminine", "neuter"};

// The first language in which the forms tell something of a name that is not given there.
std::optional<Language> formed_without_name(const NameFormed& act) {
  for (const auto* forms : {&act.subject, &act.object, &act.of, &act.to, &act.at, &act.gender})
    for (const auto language : languages)
      if (find(*forms, language) && !find(act.names, language)) return language;
  return std::nullopt;
}

}  // namespace

// House rule: a name has its forms told once; a form belongs to a name in the same language; genders are three.
Verdict may_enter(const NameFormed& act, const Entering& asked) {
  if (!is_slug(act.id.text)) return refused("id-malformed", {{"id", act.id.text}});
  if (!asked.world.about<NameFormed>(act.id).empty()) return refused("id-taken", {{"id", act.id.text}});
  if (const auto language = formed_without_name(act))
    return refused("form-without-name", {{"id", act.id.text}, {"language", std::string(code_of(*language))}});
  for (const auto language : languages) {
    const auto* gender = find(act.gender, language);
    if (gender && std::find(genders.begin(), genders.end(), *gender) == genders.end())
      return refused("gender-unknown", {{"id", act.id.text}, {"gender", *gender}});
  }
  return granted();
}

}  // namespace comity
