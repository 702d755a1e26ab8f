#include "views/report_versions.h"

#include "views/links.h"
#include "views/texts_held.h"

namespace comity {
namespace {

// A version as the record has it: the entry that made it, and the freeze that says of which report.
struct VersionMade {
  std::int64_t entry = 0;
  ReportStage stage{};
  std::int64_t number = 0;  // of a corrigendum
  const Fact<ReportFrozen>* frozen = nullptr;
  const Provenance* from = nullptr;
  FactMark mark{};
  Texts reason{};
};

template <class A>
std::int64_t entry_of(const Fact<A>& fact) {
  return static_cast<std::int64_t>(fact.from.entry);
}

template <class A>
VersionMade made_by(const Lens& lens, const Fact<A>& fact, ReportStage stage, const Fact<ReportFrozen>& frozen) {
  return {entry_of(fact), stage, 0, &frozen, &fact.from, mark(lens, fact), {}};
}

// The final report that the freeze came to, and its corrigenda.
void add_final(const Lens& lens, const Fact<ReportFrozen>& frozen, std::vector<VersionMade>& out) {
  for (const auto* fact : facts<ReportFinalised>(lens)) {
    if (fact->act.frozen != entry_of(frozen)) continue;
    out.push_back(made_by(lens, *fact, ReportStage::final, frozen));
    std::int64_t number = 0;
    for (const auto* corrected : facts<ReportCorrected>(lens)) {
      if (corrected->act.finalised != entry_of(*fact)) continue;
      out.push_back(made_by(lens, *corrected, ReportStage::corrected, frozen));
      out.back().number = ++number;
      out.back().reason = corrected->act.reason;
    }
  }
}

std::vector<VersionMade> versions_of(const Lens& lens, const BodyId& body, const std::string& cycle) {
  std::vector<VersionMade> out;
  for (const auto* fact : about<ReportFrozen>(lens, body)) {
    if (fact->act.cycle != cycle) continue;
    out.push_back(
        made_by(lens, *fact, fact->act.basis == Basis::planned ? ReportStage::draft : ReportStage::frozen, *fact));
    add_final(lens, *fact, out);
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.entry < b.entry; });
  return out;
}

ReportCorrectionRow correction_row(const Lens& lens, const Fact<ReportCorrectionAsked>& asked) {
  ReportCorrectionRow row{asked.act.paragraph, asked.act.language, {}, asked.act.text, mark(lens, asked), {}, {}, {}};
  if (asked.act.by) row.by = named(lens, *asked.act.by);
  for (const auto* fact : facts<ReportCorrectionAnswered>(lens)) {
    if (fact->act.asked != entry_of(asked)) continue;
    row.outcome = fact->act.outcome;
    row.reason = fact->act.reason;
    row.answered = mark(lens, *fact);
  }
  return row;
}

// In the order of entry, which is nobody's rank.
std::vector<ReportCorrectionRow> corrections_of(const Lens& lens, std::int64_t frozen) {
  std::vector<ReportCorrectionRow> out;
  for (const auto* fact : facts<ReportCorrectionAsked>(lens))
    if (fact->act.frozen == frozen) out.push_back(correction_row(lens, *fact));
  return out;
}

Say name_of_version(const VersionMade& version) {
  Say name{"report.version." + std::string(code_of(version.stage)), {}};
  if (version.number > 0) name.values.emplace("number", std::to_string(version.number));
  return name;
}

Href href_then(const Href& cycle, const VersionMade& version) {
  const auto& frozen = version.frozen->act;
  Href then = cycle;
  if (frozen.paper != ReportKind::procedural) then.path += "/" + std::string(code_of(frozen.paper));
  if (frozen.basis == Basis::planned) add_query(then.path, "basis", std::string(code_of(Basis::planned)));
  add_query(then.path, "as-of", std::to_string(version.entry + 1));
  return then;
}

std::vector<const Fact<ReportTextKept>*> texts_kept(const Lens& lens, std::int64_t version) {
  std::vector<const Fact<ReportTextKept>*> out;
  for (const auto* fact : facts<ReportTextKept>(lens))
    if (fact->act.version == version) out.push_back(fact);
  return out;
}

ReportVersionRow version_row(const Lens& lens, const Href& cycle, const VersionMade& version,
                             const std::vector<VersionMade>& all) {
  ReportVersionRow row;
  row.entry = version.entry;
  row.paper = version.frozen->act.paper;
  row.stage = version.stage;
  row.name = name_of_version(version);
  row.mark = version.mark;
  row.recorded = date_of(version.from->at);
  row.href = {cycle.path + "/versions/" + std::to_string(version.entry)};
  row.then = href_then(cycle, version);
  row.reason = version.reason;
  for (const auto* text : texts_kept(lens, version.entry))
    row.kept.push_back({text->act.language, text->act.structure});
  std::sort(row.kept.begin(), row.kept.end(), [](const auto& a, const auto& b) { return a.language < b.language; });
  if (version.stage != ReportStage::draft && version.stage != ReportStage::frozen) return row;
  row.corrections_until = version.frozen->act.corrections_until;
  row.corrections = corrections_of(lens, version.entry);
  if (!row.corrections_until) return row;
  const bool overtaken = std::any_of(all.begin(), all.end(), [&](const VersionMade& other) {
    return other.entry > version.entry && other.frozen->act.paper == row.paper;
  });
  row.period = overtaken                                ? CorrectionsPeriod::overtaken
               : lens.today() <= *row.corrections_until ? CorrectionsPeriod::open
                                                        : CorrectionsPeriod::closed;
  return row;
}

// The kept words as a text of a document, so that they are read and compared as one.
TextImported as_text(const ReportTextKept& kept) {
  TextImported text;
  text.language = kept.language;
  text.structure = kept.structure;
  text.structure_size = kept.structure_size;
  text.standing = TextStanding::working;
  return text;
}

std::optional<TextImported> kept_in(const Lens& lens, std::int64_t version, Language language) {
  for (const auto* fact : texts_kept(lens, version))
    if (fact->act.language == language) return as_text(fact->act);
  return std::nullopt;
}

// The version of the same report before that one; null: none.
const VersionMade* earlier_version(const std::vector<VersionMade>& all, const VersionMade& version) {
  const VersionMade* found = nullptr;
  for (const auto& one : all)
    if (one.entry < version.entry && one.frozen->act.paper == version.frozen->act.paper) found = &one;
  return found;
}

InLanguages<ReportWords> words_kept(const Lens& lens, const VersionMade& version, const VersionMade* earlier) {
  InLanguages<ReportWords> out;
  for (const auto language : languages) {
    const auto text = lens.texts ? kept_in(lens, version.entry, language) : std::nullopt;
    if (!text) continue;
    ReportWords words{reading(lens, *text), {}};
    const auto before = earlier ? kept_in(lens, earlier->entry, language) : std::nullopt;
    if (before) words.changes = changes_between(lens, *before, *text);
    out.in.emplace(language, std::move(words));
  }
  return out;
}

}  // namespace

Result<ReportVersionsPage> report_versions_page(const Lens& lens, const ReportAsked& asked) {
  const auto cycle = asked_cycle(lens, asked);
  if (!cycle) return cycle.refusal();
  ReportVersionsPage page{named(lens, cycle->body), name_of_report(*cycle), href_of_report(*cycle), {}};
  const auto all = versions_of(lens, asked.body, asked.cycle);
  for (const auto& version : all) page.versions.push_back(version_row(lens, page.report, version, all));
  return page;
}

Result<ReportVersionPage> report_version_page(const Lens& lens, const ReportAsked& asked, std::int64_t entry) {
  const auto cycle = asked_cycle(lens, asked);
  if (!cycle) return cycle.refusal();
  const auto all = versions_of(lens, asked.body, asked.cycle);
  const auto version = std::find_if(all.begin(), all.end(), [entry](const auto& one) { return one.entry == entry; });
  if (version == all.end()) return Refusal{"no-such-version", {{"entry", std::to_string(entry)}}};
  ReportVersionPage page;
  page.body = named(lens, cycle->body);
  page.title = name_of_report(*cycle);
  page.report = href_of_report(*cycle);
  page.versions = {page.report.path + "/versions"};
  page.version = version_row(lens, page.report, *version, all);
  page.reference = page.version.href.path.substr(1);
  const auto* earlier = earlier_version(all, *version);
  if (earlier) page.earlier = version_row(lens, page.report, *earlier, all);
  page.words = words_kept(lens, *version, earlier);
  if (!page.words.in.empty()) page.forms = report_forms(page.version.href);
  return page;
}

}  // namespace comity
