#include "views/import_page.h"

#include <limits>

#include "views/texts_held.h"

namespace comity {
namespace {

std::int64_t count_of(const TextStructure& text, Paragraph::Kind kind) {
  return std::count_if(text.paragraphs.begin(), text.paragraphs.end(),
                       [&](const Paragraph& paragraph) { return paragraph.kind == kind; });
}

Say counts_of(const TextStructure& text) {
  return {"cli.import.counts",
          {{"numbered", count_of(text, Paragraph::Kind::numbered)},
           {"preambular", count_of(text, Paragraph::Kind::preambular)},
           {"items", count_of(text, Paragraph::Kind::item)},
           {"headings", count_of(text, Paragraph::Kind::heading)},
           {"notes", static_cast<std::int64_t>(text.notes.size())}}};
}

// Of all citations, those that lead to a document that the record knows and, where its text is held, to a paragraph of
// it.
Say citations_of(const Lens& lens, const TextImported& act) {
  const auto cited = lens.texts->cited(act);
  const auto resolves = [&](const Citation& citation) {
    if (citation.symbol.empty()) return !citation.paragraph.empty();
    const Symbol symbol{citation.symbol};
    if (!lens.world.one<DocumentRegistered>(symbol)) return false;
    return citation.paragraph.empty() || texts_of(lens, symbol).empty() ||
           !paragraph_held(lens, symbol, act.language, citation.paragraph).empty();
  };
  const auto resolved = std::count_if(cited->citations.begin(), cited->citations.end(),
                                      [&](const Cited& one) { return resolves(one.citation); });
  return {"cli.import.citations",
          {{"count", static_cast<std::int64_t>(cited->citations.size())}, {"resolved", std::int64_t{resolved}}}};
}

FindingRow finding_row(const Finding& finding, const TextStructure& text) {
  FindingRow row{{"finding." + finding.code, {}}, {}};
  for (const auto& [name, value] : finding.values) {
    row.text.values.emplace(name, value);
    for (const auto& paragraph : text.paragraphs)
      if (paragraph.id == value) row.anchor = value;
  }
  return row;
}

StepRow step_row(const Step& step, const ImportPreview& preview) {
  StepRow row{step.in, step.in, step.addressee, step.verb, step.when};
  for (const auto& paragraph : preview.text.paragraphs)
    if (paragraph.id == step.in) row.label = paragraph_label(paragraph, preview.act.language);
  return row;
}

}  // namespace

World with_preview(World world, const ImportPreview& preview) {
  Provenance from;
  from.entry = std::numeric_limits<std::uint64_t>::max();
  if (!world.one<DocumentRegistered>(preview.document.id)) world.apply(preview.document, from);
  --from.entry;
  world.apply(preview.act, from);
  return world;
}

ImportPage import_page(const Lens& lens, const ImportPreview& preview) {
  const auto& document = preview.document;
  ImportPage page;
  page.symbol = document.id;
  page.language = preview.act.language;
  page.titles = document.titles;
  page.date = document.date;
  page.distribution = document.distribution;
  page.original = document.original;
  page.file_type = preview.act.file_type;
  page.file_size = preview.act.file_size;
  page.sha256 = preview.act.file;
  page.counts = counts_of(preview.text);
  if (const auto kept = withheld(lens.world, document.id, lens.now))
    page.withheld = WithheldRow{kept->why, kept->until};
  for (const auto& finding : preview.findings) page.findings.push_back(finding_row(finding, preview.text));
  for (const auto& step : preview.steps) page.steps.push_back(step_row(step, preview));
  page.cites = cited_rows(lens, document.id);
  const bool unknown =
      std::any_of(page.cites.begin(), page.cites.end(), [](const CitedRow& row) { return !row.unknown.empty(); });
  page.cites_unknown = unknown ? "1" : "";
  page.reading.in.emplace(page.language, reading(lens, preview.act));
  page.citations = citations_of(lens, preview.act);
  return page;
}

}  // namespace comity
