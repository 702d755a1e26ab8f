#include "views/comparison.h"

#include <map>
#include <set>

#include "rules/access.h"
#include "texts/compare.h"
#include "texts/symbol.h"
#include "views/links.h"
#include "views/texts_held.h"

namespace comity {
namespace {

using TextFact = const Fact<TextImported>*;
using TextFacts = Facts<TextImported>;
using Kind = ComparedRow::Kind;

// The texts that a side may mean: those of a document, one a language, or the one of an entry.
Result<TextFacts> texts_by_entry(const Lens& lens, const std::string& entry) {
  const auto found = facts<TextImported>(lens).where([&](const auto& fact) {
    return std::to_string(fact.from.entry) == entry && about<DocumentWithdrawn>(lens, fact.act.document).empty();
  });
  if (found.empty()) return Refusal{"text-entry-unknown", {{"entry", entry}}};
  return found;
}

Result<TextFacts> texts_by_symbol(const Lens& lens, const ComparisonFilter::Side& side, Language own) {
  const auto parsed = parse_symbol(side.named);
  if (!parsed) return parsed.refusal();
  const Symbol symbol{print(*parsed)};
  if (!lens.world.one<DocumentRegistered>(symbol)) return Refusal{"no-such-symbol", {{"symbol", symbol.text}}};
  auto texts = texts_of(lens, symbol);
  const auto wanted = side.language.empty() ? std::nullopt : language_of(side.language);
  if (!side.language.empty() && !wanted) return Refusal{"language-unknown", {{"value", side.language}}};
  if (wanted) texts = texts.where([&](const auto& fact) { return fact.act.language == *wanted; });
  if (!texts.empty()) return texts;
  if (withheld(lens.world, symbol, lens.now)) return Refusal{"text-withheld", {{"symbol", symbol.text}}};
  return Refusal{"text-not-held", {{"symbol", symbol.text}, {"language", std::string(code_of(wanted.value_or(own)))}}};
}

bool is_entry(const std::string& named) { return named.find_first_not_of("0123456789") == std::string::npos; }

TextFact in_language(const TextFacts& texts, Language language) {
  const auto it =
      std::find_if(texts.begin(), texts.end(), [&](TextFact fact) { return fact->act.language == language; });
  return it == texts.end() ? nullptr : *it;
}

// In one language where both have one: the reader's own before the others; else each in the reader's, or in its first.
std::pair<TextFact, TextFact> best_pair(const TextFacts& before, const TextFacts& after, Language own) {
  std::vector<Language> order{own};
  order.insert(order.end(), languages.begin(), languages.end());
  for (const auto language : order) {
    const std::pair both{in_language(before, language), in_language(after, language)};
    if (both.first && both.second) return both;
  }
  const auto alone = [own](const TextFacts& texts) {
    const auto* mine = in_language(texts, own);
    return mine ? mine : texts.front();
  };
  return {alone(before), alone(after)};
}

Result<std::pair<TextFact, TextFact>> pair_meant(const Lens& lens, const ComparisonFilter& filter) {
  const auto before = texts_meant(lens, filter.before, filter.own);
  if (!before) return before.refusal();
  const auto after = texts_meant(lens, filter.after, filter.own);
  if (!after) return after.refusal();
  return best_pair(*before, *after, filter.own);
}

ComparedTexts::Side compared_side(const Lens& lens, const Fact<TextImported>& fact,
                                  const ComparisonFilter::Side& asked) {
  const auto text = lens.texts->text(fact.act);
  const auto entry = is_entry(asked.named) ? " [" + asked.named + "]" : std::string();
  return {fact.act.document.text + entry, fact.from.at, with_notes(*text), places_told(text->paragraphs)};
}

// --- what changed -------------------------------------------------------------------------------------------------

class Redline {
 public:
  Redline(const Lens& lens, const TextImported& before, const TextImported& after)
      : before_(lens, before), after_(lens, after), compared_(compare(before_.paragraphs, after_.paragraphs)) {}

  std::vector<ComparedParagraph> rows(bool only_changes) const {
    std::vector<ComparedParagraph> out;
    for (std::size_t i = 0; i < compared_.size(); ++i)
      if (!only_changes || compared_[i].kind != Kind::same) out.push_back(row(i));
    return out;
  }
  std::vector<ChangeCount> counts() const {
    std::vector<ChangeCount> out;
    for (const auto kind : {Kind::changed, Kind::added, Kind::removed, Kind::moved_here, Kind::same}) {
      const std::string name(name_of(kind));
      const auto count =
          std::count_if(compared_.begin(), compared_.end(), [&](const ComparedRow& row) { return row.kind == kind; });
      out.push_back({name, {"page.comparison.count." + name, {}}, count});
    }
    return out;
  }
  bool identical() const {
    return std::all_of(compared_.begin(), compared_.end(), [](const auto& row) { return row.kind == Kind::same; });
  }

 private:
  struct Side {
    Side(const Lens& lens, const TextImported& act) : language(act.language) {
      const auto text = lens.texts->text(act);
      paragraphs = with_notes(*text);
      places = places_told(text->paragraphs);
    }
    void tell(std::size_t at, std::string& id, std::string& label, Say& place) const {
      id = paragraphs[at].id;
      label = paragraph_label(paragraphs[at], language);
      if (const auto found = places.find(id); found != places.end()) place = found->second;
    }
    Language language;
    std::vector<Paragraph> paragraphs{};
    std::map<std::string, Say> places{};
  };
  static std::string id_of(std::size_t row) { return "r" + std::to_string(row + 1); }

  ComparedParagraph row(std::size_t place) const {
    const auto& from = compared_[place];
    ComparedParagraph out;
    out.id = id_of(place);
    out.kind = name_of(from.kind);
    if (from.kind != Kind::same) {
      out.what = {"page.comparison.kind." + out.kind, {}};
      out.changed = "1";
    }
    if (from.before) before_.tell(*from.before, out.before, out.label_before, out.place_before);
    if (from.after) after_.tell(*from.after, out.after, out.label_after, out.place_after);
    const auto& shown = from.after ? after_.paragraphs[*from.after] : before_.paragraphs[*from.before];
    if (shown.kind == Paragraph::Kind::heading) out.heading = "1";
    out.other = other_of(from);
    out.words = words_of(from, shown);
    return out;
  }
  std::string other_of(const ComparedRow& row) const {
    if (row.kind != Kind::moved_here && row.kind != Kind::moved_away) return "";
    const auto wanted = row.kind == Kind::moved_here ? Kind::moved_away : Kind::moved_here;
    const auto it = std::find_if(compared_.begin(), compared_.end(), [&](const ComparedRow& other) {
      return other.kind == wanted && other.before == row.before;
    });
    return id_of(static_cast<std::size_t>(it - compared_.begin()));
  }
  static std::vector<WordsRow> words_of(const ComparedRow& row, const Paragraph& shown) {
    if (row.kind == Kind::same) return {{shown.text, "1", "", ""}};
    if (row.kind == Kind::added) return {{shown.text, "", "", "1"}};
    if (row.kind == Kind::removed || row.kind == Kind::moved_away) return {{shown.text, "", "1", ""}};
    return each(row.words, [](const ComparedWords& words) {
      using Words = ComparedWords::Kind;
      const auto is = [&](Words kind) { return std::string(words.kind == kind ? "1" : ""); };
      return WordsRow{words.text, is(Words::same), is(Words::removed), is(Words::added)};
    });
  }

  Side before_;
  Side after_;
  std::vector<ComparedRow> compared_;
};

// --- the same paragraphs in two languages -------------------------------------------------------------------------

// A note as a paragraph, so that it stands beside its own. Cells without words are left out.
std::vector<ParagraphRow> reading_rows(const Lens& lens, const TextImported& act) {
  auto text = reading(lens, act);
  std::erase_if(text.paragraphs, [](const ParagraphRow& row) { return row.cell && row.pieces.empty(); });
  for (auto& note : text.notes)
    text.paragraphs.push_back({"note-" + note.number, "note", note.number, "", "", std::move(note.pieces)});
  for (auto& paragraph : text.paragraphs)  // two texts on one page: no mark of a note may be led back to
    for (auto& piece : paragraph.pieces) piece.first.clear();
  return std::move(text.paragraphs);
}

// By their ids, which are the same in every language; what one text alone has stands where it has it.
std::vector<BesideRow> beside_rows(std::vector<ParagraphRow> before, std::vector<ParagraphRow> after) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < after.size(); ++i) places.emplace(after[i].id, i);
  std::set<std::string> shared;
  for (const auto& row : before)
    if (places.contains(row.id)) shared.insert(row.id);
  std::vector<BesideRow> out;
  std::size_t next = 0;
  const auto alone_until = [&](std::size_t end) {
    for (; next < end; ++next)
      if (!shared.contains(after[next].id)) out.push_back({after[next].id, {}, {std::move(after[next])}});
  };
  for (auto& row : before) {
    BesideRow pair{row.id, {}, {}};
    if (const auto place = places.find(row.id); place != places.end()) {
      alone_until(place->second);
      pair.second.push_back(after[place->second]);
    }
    pair.first.push_back(std::move(row));
    out.push_back(std::move(pair));
  }
  alone_until(after.size());
  return out;
}

// The same two texts, whatever "the best language" may be for who follows the link.
ComparisonFilter::Side as_shown(const ComparisonFilter::Side& asked, Language language) {
  return is_entry(asked.named) ? ComparisonFilter::Side{asked.named, ""}
                               : ComparisonFilter::Side{asked.named, std::string(code_of(language))};
}

std::vector<FormLink> forms_of(const Fact<TextImported>& before, const Fact<TextImported>& after,
                               const ComparisonFilter& filter) {
  const auto shown =
      comparison_href(as_shown(filter.before, before.act.language), as_shown(filter.after, after.act.language)).path;
  const auto question = shown.find('?');
  std::vector<FormLink> out;
  for (const auto& [name, suffix] : {std::pair("DOCX", ".docx"), std::pair("ODT", ".odt"), std::pair("PDF", ".pdf"),
                                     std::pair("OpenDocument", ".fodt")})
    out.push_back({name, {shown.substr(0, question) + suffix + shown.substr(question), before.act.language}});
  return out;
}

void fill(const Lens& lens, const Fact<TextImported>& before, const Fact<TextImported>& after,
          const ComparisonFilter& filter, ComparisonPage& page) {
  page.before = text_side(lens, before);
  page.after = text_side(lens, after);
  if (before.act.language != after.act.language) {
    page.beside = beside_rows(reading_rows(lens, before.act), reading_rows(lens, after.act));
    return;
  }
  page.forms = forms_of(before, after, filter);
  const Redline redline(lens, before.act, after.act);
  page.rows = redline.rows(!page.only.empty());
  page.counts = redline.counts();
  if (redline.identical()) page.identical.assign(1, '1');
}

}  // namespace

Result<TextFacts> texts_meant(const Lens& lens, const ComparisonFilter::Side& side, Language own) {
  return is_entry(side.named) ? texts_by_entry(lens, side.named) : texts_by_symbol(lens, side, own);
}

TextSide text_side(const Lens& lens, const Fact<TextImported>& fact) {
  return {document_link(lens, fact.act.document), fact.act.language, fact.act.standing, mark(lens, fact)};
}

std::vector<ChoiceRow> text_choices(const Lens& lens) {
  std::map<std::string, ChoiceRow> rows;
  for (const auto* fact : facts<TextImported>(lens)) {
    const auto& symbol = fact->act.document;
    const auto* document = lens.world.one<DocumentRegistered>(symbol);
    if (document && !texts_of(lens, symbol).empty())
      rows.try_emplace(symbol.text, ChoiceRow{symbol, titles_of(lens, document->act)});
  }
  std::vector<ChoiceRow> out;
  for (auto& [symbol, row] : rows) out.push_back(std::move(row));
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return natural_less(a.symbol.text, b.symbol.text); });
  return out;
}

std::vector<LanguageChoice> languages_asked(const std::string& code) {
  std::vector<LanguageChoice> out;
  for (const auto language : languages) out.push_back({language, code == code_of(language) ? "1" : ""});
  return out;
}

Href comparison_href(const ComparisonFilter::Side& before, const ComparisonFilter::Side& after) {
  std::string path = "/compare";
  add_query(path, "before", before.named);
  add_query(path, "before-language", before.language);
  add_query(path, "after", after.named);
  add_query(path, "after-language", after.language);
  return {std::move(path)};
}

ComparisonFilter::Side side_of(const TextImported& act) {
  return {act.document.text, std::string(code_of(act.language))};
}

Result<ComparisonPage> comparison_page(const Lens& lens, const ComparisonFilter& filter) {
  ComparisonPage page;
  page.asked_before = filter.before.named;
  page.asked_after = filter.after.named;
  if (filter.layout == "columns") page.columns.assign(1, '1');
  if (filter.show == "changes") page.only.assign(1, '1');
  page.languages_before = languages_asked(filter.before.language);
  page.languages_after = languages_asked(filter.after.language);
  if (lens.texts) page.choices = text_choices(lens);
  if (filter.before.named.empty() || filter.after.named.empty() || !lens.texts) return page;
  const auto both = pair_meant(lens, filter);
  if (!both) return both.refusal();
  fill(lens, *both->first, *both->second, filter, page);
  return page;
}

std::vector<ComparedParagraph> changes_between(const Lens& lens, const TextImported& before,
                                               const TextImported& after) {
  return Redline(lens, before, after).rows(true);
}

Result<ComparedTexts> compared_texts(const Lens& lens, const ComparisonFilter& filter) {
  if (filter.before.named.empty() || filter.after.named.empty() || !lens.texts) return Refusal{"no-such-page"};
  const auto both = pair_meant(lens, filter);
  if (!both) return both.refusal();
  const auto& [before, after] = *both;
  if (before->act.language != after->act.language) return Refusal{"changes-two-languages"};
  ComparedTexts out{
      before->act.language, compared_side(lens, *before, filter.before), compared_side(lens, *after, filter.after), {}};
  out.rows = compare(out.before.paragraphs, out.after.paragraphs);
  return out;
}

}  // namespace comity
