// How the six language versions of a document stand: held, on their way, or unknown. They are never ranked.
#include "views/documents_pages.h"
#include "views/links.h"

namespace comity {
namespace {

using Reported = Fact<VersionReported>;

// What was said of the version on the latest day; of one day, what was entered last.
const Reported* last_said(const Lens& lens, const Symbol& symbol, Language language) {
  const Reported* last = nullptr;
  for (const auto* fact : lens.world.about<VersionReported>(symbol)) {
    const auto day = since(fact->act, fact->from.around);
    if (fact->act.language != language || !seen(lens, day)) continue;
    if (!last || first_instant(*since(last->act, last->from.around)) <= first_instant(*day)) last = fact;
  }
  return last;
}

Say said_of(const char* key, const std::optional<Happened>& happened) {
  const auto whole = std::string("page.document.version.") + key;
  if (!happened) return {whole + ".undated", {}};
  return {whole, {{"day", print(happened->date)}}};
}

void tell_stage(const Lens& lens, const Reported& fact, LanguageVersion& row) {
  const auto& act = fact.act;
  row.stage = act.stage;
  row.status = {"page.document.version." + std::string(code_of(act.stage)), {}};
  if (act.stage == VersionStage::not_to_be_issued) row.official.clear();
  if (act.stage == VersionStage::issued) row.status = said_of("issued", fact.from.around.happened);
  if (act.stage == VersionStage::awaited && !row.original.empty()) row.status.key += "-original";
  row.reason = act.reason;
  row.mark = mark(lens, fact);
  row.expected = act.expected;
  if (!act.expected) return;
  const bool over = end_instant(*act.expected) <= first_instant(lens.today());
  if (over) row.overdue.assign(1, '1');
  row.expectation = {over ? "page.document.version.was-expected" : "page.document.version.expected",
                     {{"day", print(*act.expected)}}};
}

void tell_held(const Lens& lens, const Fact<TextImported>& fact, LanguageVersion& row) {
  const bool working = fact.act.standing == TextStanding::working;
  row.path = {href_of(fact.act.document).path, fact.act.language};
  const auto how = std::string("page.document.version.") + (working ? "held-working" : "held");
  const auto& came = fact.from.around.happened;
  // Where nobody said when it came, the record knows when it was entered.
  row.held =
      came ? Say{how, {{"day", print(came->date)}}} : Say{how + ".entered", {{"day", print(date_of(fact.from.at))}}};
  row.mark = mark(lens, fact);
}

}  // namespace

std::vector<LanguageVersion> language_versions(const Lens& lens, const DocumentRegistered& document) {
  std::vector<LanguageVersion> out;
  if (!about<DocumentWithdrawn>(lens, document.id).empty()) return out;
  const auto texts = texts_of(lens, document.id);
  for (const auto language : languages) {
    LanguageVersion row;
    row.language = language;
    row.official = official_address(document.id, language);
    if (document.original == language) row.original.assign(1, '1');
    if (contains(document.languages, language)) row.listed.assign(1, '1');
    bool complete = false;
    for (const auto* text : texts) {
      if (text->act.language != language) continue;
      tell_held(lens, *text, row);
      complete = text->act.standing != TextStanding::working;
    }
    if (!complete) {
      if (const auto* said = last_said(lens, document.id, language))
        tell_stage(lens, *said, row);
      else if (!row.listed.empty())
        row.status = said_of("issued", std::nullopt);
      else if (row.held.empty())
        row.status = {"page.document.version.unknown", {}};
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<Language> under_way(const Lens& lens, const DocumentRegistered& document) {
  std::vector<Language> out;
  if (lens.world.about<VersionReported>(document.id).empty()) return out;
  for (const auto& version : language_versions(lens, document))
    if (version.stage == VersionStage::awaited || version.stage == VersionStage::in_translation)
      out.push_back(version.language);
  return out;
}

}  // namespace comity
