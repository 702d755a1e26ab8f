// The institution's terms: one name a language, and the other forms that texts have, each told apart from the names.
#include "rules/ask.h"
#include "texts/terms.h"

namespace comity {
namespace {

std::map<std::string, std::string> told(const std::string& term, Language language, const std::string& text) {
  return {{"id", term}, {"language", std::string(code_of(language))}, {"text", text}};
}

Verdict of_words(const std::string& term, Language language, const std::string& text) {
  if (has_words(text)) return granted();
  return refused("term-without-words", told(term, language, text));
}

// Whether the name is how another term was found to be called.
Verdict no_variant(const World& world, const std::string& term, Language language, const std::string& name) {
  const auto form = bare_form(language, name);
  for (const auto* fact : world.facts<TermVariant>()) {
    const auto& variant = fact->act;
    if (variant.language != language || bare_form(language, variant.text) != form) continue;
    auto values = told(term, language, name);
    values.emplace("of", variant.term.text);
    return refused("term-name-is-variant", std::move(values));
  }
  return granted();
}

Verdict no_name(const World& world, const TermVariant& act) {
  const auto form = bare_form(act.language, act.text);
  for (const auto* fact : world.facts<TermEntered>()) {
    const auto* name = find(fact->act.names, act.language);
    if (!name || bare_form(act.language, *name) != form) continue;
    auto values = told(act.term.text, act.language, act.text);
    values.emplace("of", fact->act.id.text);
    return refused("term-variant-is-name", std::move(values));
  }
  return granted();
}

}  // namespace

// House rule: a term has one name in a language, and is known by what it means: two terms may have the same name in a
// language (both "session" and "meeting" are 会议), but no name may be what is wrong for another. A language may be
// missing: that is said wherever the term is shown.
Verdict may_enter(const TermEntered& act, const Entering& asked) {
  if (!is_slug(act.id.text)) return refused("id-malformed", {{"id", act.id.text}});
  if (known(asked.world, act.id)) return refused("id-taken", {{"id", act.id.text}});
  if (act.names.empty()) return refused("term-nameless", {{"id", act.id.text}});
  for (const auto language : languages) {
    const auto* name = find(act.names, language);
    if (!name) continue;
    if (auto verdict = of_words(act.id.text, language, *name); !verdict) return verdict;
    if (auto verdict = no_variant(asked.world, act.id.text, language, *name); !verdict) return verdict;
  }
  return granted();
}

// House rule: a variant can be told from every name, and means one term.
Verdict may_enter(const TermVariant& act, const Entering& asked) {
  if (auto verdict = of_words(act.term.text, act.language, act.text); !verdict) return verdict;
  if (auto verdict = no_name(asked.world, act); !verdict) return verdict;
  const auto form = bare_form(act.language, act.text);
  for (const auto* fact : asked.world.facts<TermVariant>()) {
    const auto& other = fact->act;
    if (other.language != act.language || bare_form(act.language, other.text) != form) continue;
    auto values = told(act.term.text, act.language, act.text);
    values.emplace("of", other.term.text);
    return refused("term-variant-taken", std::move(values));
  }
  return granted();
}

}  // namespace comity
