// How names stand within a sentence: with article and preposition, in their cases. Data, because no rule makes them.
#pragma once

#include "acts/fields.h"

namespace comity {

// The forms of one name (of a body, an entity, a place, an office-holder) in each language. A form that a language does
// not need is left out there, and the name itself stands for it.
struct NameFormed {
  static constexpr std::string_view kind = "name-formed";
  EntityId id;
  Texts names;    // as other acts print it: "Grupo de trabajo", "Sr. X"
  Texts subject;  // "el grupo de trabajo", "the Office for Disarmament Affairs"
  Texts object;   // whom one elects: "al Sr. X", "г-на X"
  Texts of;       // "del grupo de trabajo", "Рабочей группы"
  Texts to;       // "al grupo de trabajo", "Рабочей группе", "للفريق العامل"
  Texts at;       // "en la Sede de las Naciones Unidas"
  Texts gender;   // "masculine", "feminine", "neuter"

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("names", act.names, Need::must);
    visit("subject", act.subject, Need::may);
    visit("object", act.object, Need::may);
    visit("of", act.of, Need::may);
    visit("to", act.to, Need::may);
    visit("at", act.at, Need::may);
    visit("gender", act.gender, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const NameFormed&) const = default;
};

}  // namespace comity
