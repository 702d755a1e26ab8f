// How a text uses the institution's terms: where another form stands than the name, and how often each form does.
#include "texts/terms.h"
#include "views/links.h"
#include "views/passages.h"
#include "views/terms_pages.h"
#include "views/texts_held.h"

namespace comity {
namespace {

using Sort = TermForm::Sort;

Sort sort_of(VariantSort sort) {
  switch (sort) {
    case VariantSort::spelling:
      return Sort::spelling;
    case VariantSort::wording:
      return Sort::wording;
    case VariantSort::short_form:
      break;
  }
  return Sort::short_form;
}

// Nothing: it is the name.
std::optional<VariantSort> variant_sort(Sort sort) {
  switch (sort) {
    case Sort::name:
      return std::nullopt;
    case Sort::spelling:
      return VariantSort::spelling;
    case Sort::wording:
      return VariantSort::wording;
    case Sort::short_form:
      break;
  }
  return VariantSort::short_form;
}

// One text checked against the terms that the lens sees.
class TermsInText {
 public:
  TermsInText(const Lens& lens, const TextImported& act)
      : lens_(lens),
        act_(act),
        terms_(facts<TermEntered>(lens)),
        text_(lens.texts->text(act)),
        checker_(act.language, forms()),
        findings_(checker_.check(*text_)),
        counts_(tally(checker_, findings_)),
        amiss_(checker_.forms().size(), 0) {
    for (const auto& finding : findings_)
      if (finding.amiss) ++amiss_[finding.forms.front()];
  }

  std::vector<MisnamedRow> misnamed() const {
    std::vector<MisnamedRow> out;
    for (const auto& finding : findings_)
      if (finding.amiss) out.push_back(row(finding));
    return out;
  }

  // In the order of terms; those that the text does not name are left out.
  std::vector<TermTally> tallies(bool mixed) const {
    std::vector<TermTally> out;
    for (std::size_t term = 0; term < terms_.size(); ++term) {
      auto row = tally_of(term);
      const bool other = std::any_of(row.forms.begin(), row.forms.end(), [](const auto& form) { return form.sort; });
      if (!row.forms.empty() && other == mixed) out.push_back(std::move(row));
    }
    return out;
  }

  std::vector<Named> unnamed() const {
    std::vector<Named> out;
    for (const auto* fact : terms_)
      if (!find(fact->act.names, act_.language)) out.push_back(named(lens_, fact->act.id));
    return out;
  }

 private:
  std::vector<TermForm> forms() const {
    std::vector<TermForm> out;
    for (std::size_t term = 0; term < terms_.size(); ++term) {
      const auto& act = terms_[term]->act;
      if (const auto* name = find(act.names, act_.language)) out.push_back({term, Sort::name, *name});
      for (const auto* variant : about<TermVariant>(lens_, act.id))
        if (variant->act.language == act_.language)
          out.push_back({term, sort_of(variant->act.sort), variant->act.text});
    }
    return out;
  }

  MisnamedRow row(const TermFinding& finding) const {
    const auto& form = checker_.forms()[finding.forms.front()];
    const auto& term = terms_[form.term]->act;
    const auto words = passage_words(*text_, finding.paragraph, act_.language);
    MisnamedRow out;
    auto& passage = out.passage;
    passage.place = finding.paragraph;
    passage.part = words->part;
    passage.what = part_word(words->part);
    passage.label = words->label;
    passage.language = act_.language;
    passage.path = {href_of(act_.document).path + "#" + finding.paragraph, act_.language};
    show(words->text, {{finding.begin, finding.end}}, passage);
    out.found = words->text.substr(finding.begin, finding.end - finding.begin);
    out.sort = *variant_sort(form.sort);
    out.term = named(lens_, term.id);
    if (const auto* name = find(term.names, act_.language)) out.name = *name;
    if (term.names.working.contains(act_.language)) out.working.assign(1, '1');
    return out;
  }

  TermTally tally_of(std::size_t term) const {
    TermTally out{named(lens_, terms_[term]->act.id), {}, {}};
    const auto& forms = checker_.forms();
    for (std::size_t at = 0; at < forms.size(); ++at)
      if (forms[at].term == term && counts_[at] > 0)
        out.forms.push_back({forms[at].text, variant_sort(forms[at].sort), counts_[at], amiss_[at]});
    if (out.forms.size() > 1) out.several.assign(1, '1');
    return out;
  }

  const Lens& lens_;
  const TextImported& act_;
  Facts<TermEntered> terms_;
  std::shared_ptr<const TextStructure> text_;
  TermChecker checker_;
  std::vector<TermFinding> findings_;
  std::vector<std::int64_t> counts_;
  std::vector<std::int64_t> amiss_;
};

void fill(const Lens& lens, const Fact<TextImported>& fact, TermsCheckPage& page) {
  const TermsInText checked(lens, fact.act);
  page.side = text_side(lens, fact);
  page.findings = checked.misnamed();
  page.amiss = static_cast<std::int64_t>(page.findings.size());
  if (page.findings.empty()) page.clean.assign(1, '1');
  page.mixed = checked.tallies(true);
  page.named = checked.tallies(false);
  page.unnamed = checked.unnamed();
}

}  // namespace

Result<TermsCheckPage> terms_check_page(const Lens& lens, const TermsCheckFilter& filter) {
  TermsCheckPage page;
  page.asked = filter.of;
  page.languages = languages_asked(filter.language);
  if (lens.texts)
    page.choices = each(text_choices(lens), [](const ChoiceRow& row) {
      Href href{"/terms/check"};
      add_query(href.path, "of", row.symbol.text);
      return DocumentLink{row.symbol, std::move(href), row.titles};
    });
  if (filter.of.empty() || !lens.texts) return page;
  const auto texts = texts_meant(lens, {filter.of, filter.language}, filter.own);
  if (!texts) return texts.refusal();
  const auto own = texts->where([&](const auto& text) { return text.act.language == filter.own; });
  fill(lens, own.empty() ? *texts->front() : *own.front(), page);
  return page;
}

Href terms_check_href(const Symbol& symbol, Language language) {
  std::string path = "/terms/check";
  add_query(path, "of", symbol.text);
  add_query(path, "language", std::string(code_of(language)));
  return {std::move(path), language};
}

}  // namespace comity
