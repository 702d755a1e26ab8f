// All terms, each with its names, what else texts call it, and in which language it has none.
#include <map>

#include "texts/terms.h"
#include "views/links.h"
#include "views/terms_pages.h"

namespace comity {
namespace {

// Which terms bear a name in a language.
class NamesBorne {
 public:
  explicit NamesBorne(const Lens& lens) : lens_(lens) {
    for (const auto* fact : facts<TermEntered>(lens))
      for (const auto language : languages)
        if (const auto* name = find(fact->act.names, language))
          bearers_[{language, bare_form(language, *name)}].push_back(fact->act.id);
  }

  TermName name_in(const TermEntered& term, Language language) const {
    TermName row;
    row.language = language;
    const auto* name = find(term.names, language);
    if (!name) {
      row.missing.assign(1, '1');
      return row;
    }
    row.name = *name;
    if (term.names.working.contains(language)) row.working.assign(1, '1');
    for (const auto& other : bearers_.at({language, bare_form(language, *name)}))
      if (other != term.id) row.same.push_back(named(lens_, other));
    return row;
  }

 private:
  const Lens& lens_;
  std::map<std::pair<Language, std::u32string>, std::vector<TermId>> bearers_{};
};

TermRow term_row(const Lens& lens, const NamesBorne& names, const Fact<TermEntered>& fact) {
  TermRow row;
  row.id = fact.act.id.text;
  row.href = href_of(fact.act.id);
  row.names = fact.act.names;
  for (const auto language : languages) row.in_languages.push_back(names.name_in(fact.act, language));
  row.note = fact.act.note;
  row.variants = each(about<TermVariant>(lens, fact.act.id), [&lens](const auto* variant) {
    const auto& act = variant->act;
    return VariantRow{act.language, act.text, act.sort, act.reason, mark(lens, *variant)};
  });
  row.mark = mark(lens, fact);
  return row;
}

}  // namespace

TermsPage terms_page(const Lens& lens) {
  TermsPage page;
  const NamesBorne names(lens);
  page.terms = each(facts<TermEntered>(lens), [&](const auto* fact) { return term_row(lens, names, *fact); });
  std::sort(page.terms.begin(), page.terms.end(), [](const TermRow& a, const TermRow& b) { return a.id < b.id; });
  page.check.path = "/terms/check";
  page.count = static_cast<std::int64_t>(page.terms.size());
  for (const auto& term : page.terms) {
    page.variants += static_cast<std::int64_t>(term.variants.size());
    IncompleteTerm incomplete{named(lens, TermId{term.id}), {}};
    for (const auto& name : term.in_languages)
      if (!name.missing.empty()) incomplete.languages.push_back(name.language);
    if (!incomplete.languages.empty()) page.incomplete.push_back(std::move(incomplete));
  }
  return page;
}

}  // namespace comity
