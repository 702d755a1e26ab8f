// Texts in a report: whose they are, at which revision, in which language; and the symbol allotted to it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/texts_at_hand.h"
#include "views/report_kinds.h"
#include "views/report_parts.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using Kind = Paragraph::Kind;

const BodyId reporting{"oewg-ict"};
const Symbol draft_2022{"A/AC.292/2022/L.1"}, paper_2022{"A/AC.292/2022/CRP.1"},
    revised_2022{"A/AC.292/2022/CRP.1/Rev.1"};

TextStructure a_text(const std::string& text) { return {{{"p1", Kind::numbered, "1", text, {}}}, {}}; }

std::string plain_words(const std::optional<Reading>& text) {
  std::string out;
  if (text)
    for (const auto& row : text->paragraphs) {
      for (const auto& piece : row.pieces) out += piece.note.empty() ? piece.text : "[" + piece.note + "]";
      out += "|";
    }
  return out;
}

// The group's report of 2022: L.1 and CRP.1 on 29 July (A/77/275, para. 16).
struct Report2022 : ReadTexts {
  Report2022() {
    given.body("oewg-ict").session("oewg-ict/s3", 3).held("oewg-ict/s3", days("2022-07-25", "2022-07-29"));
    given.document(draft_2022.text, "2022-07-18", DocumentKind::draft_report);
    given.document(paper_2022.text, "2022-07-28", DocumentKind::conference_room_paper);
    given.document(revised_2022.text, "2022-07-29", DocumentKind::conference_room_paper);
    given.act(DocumentRelated{revised_2022, Relation::revises, paper_2022});
  }

  DecisionId decide(const std::string& id, const Symbol& on, const Said& said = confirmed("A/77/275", "16")) {
    DecisionTaken act;
    act.id = {"oewg-ict/" + id};
    act.body = reporting;
    act.titles = in_english("Decision");
    act.manner = Manner::consensus;
    act.session = SessionId{"oewg-ict/s3"};
    act.documents = {on};
    given.act(act, said.on("2022-07-29"));
    return act.id;
  }
  void adopt() {
    decide("adopted", draft_2022);
    decide("included", paper_2022);
  }
  std::int64_t text(const Symbol& symbol, const TextStructure& structure, Language language = Language::en,
                    const std::string& came_on = {}) {
    TextImported act;
    act.document = symbol;
    act.language = language;
    act.file = std::string(64, 'a');
    act.structure = std::string(62, 'c') + std::to_string(10 + texts.kept.size());
    act.file_size = act.structure_size = 1;
    act.file_type = "text/plain";
    for (const auto* held : given.world().about<TextImported>(symbol))
      if (held->act.language == language) act.replaces = static_cast<std::int64_t>(held->from.entry);
    if (act.replaces) act.reason = "reissued";
    texts.kept.emplace(act.structure, structure);
    given.act(act, came_on.empty() ? confirmed() : confirmed().on(came_on));
    return static_cast<std::int64_t>(given.last());
  }
  NarrativePartBound bind(NarrativePart part, const Symbol& document, const Said& said = confirmed()) {
    NarrativePartBound act;
    act.body = reporting;
    act.year = 2022;
    act.part = part;
    act.document = document;
    given.act(act, said);
    return act;
  }
  ReportView report(Basis basis = Basis::actual, std::string_view on = {}) {
    const auto seen = lens(on);
    return report_of(seen, *cycle_of(seen, reporting, 2022), ReportKind::procedural, basis);
  }
  ShownPart annex(Language language = Language::en, std::size_t at = 0) {
    return parts_in(lens(), report(), language).behind.at(at);
  }
  Lens lens(std::string_view on = {}) {
    return {given.world(), instant("2026-11-20T12:00:00Z"), on.empty() ? std::nullopt : std::optional(day(on)), &texts};
  }
};

TEST_F(Report2022, HasTheTextThatADecisionIncludesAsItsAnnex) {
  EXPECT_THAT(report().annexes, IsEmpty());
  adopt();
  const auto entry = text(paper_2022, a_text("One."));
  text(paper_2022, a_text("Uno."), Language::es);
  const auto shown = annex();
  EXPECT_EQ(shown.part.id, "annex");
  EXPECT_EQ(shown.part.title.key, "report.part.annex");
  EXPECT_EQ(shown.part.document->symbol, paper_2022);
  ASSERT_EQ(shown.part.origin.evidence.size(), 1U);
  EXPECT_EQ(shown.part.origin.evidence.front().kind, "decision-taken");
  EXPECT_EQ(shown.held->entry, entry);
  EXPECT_EQ(shown.held->told.evidence.front().mark.entry, entry);
  EXPECT_EQ(plain_words(shown.text), "One.|");
  EXPECT_EQ(plain_words(annex(Language::es).text), "Uno.|");
  EXPECT_EQ(parts_in(lens(), report(), Language::en).gaps.empty(), report().missing.empty());
}

TEST_F(Report2022, NeverHasAnotherLanguagesText) {
  adopt();
  text(paper_2022, a_text("One."));
  const auto shown = annex(Language::ar);
  EXPECT_FALSE(shown.text);
  EXPECT_FALSE(shown.held);
  ASSERT_TRUE(shown.gap);
  EXPECT_EQ(shown.gap->say.key, "report.part.missing");
  EXPECT_EQ(shown.gap->official, "https://undocs.org/ar/A/AC.292/2022/CRP.1");
  EXPECT_EQ(parts_in(lens(), report(), Language::ar).gaps, "1");
  EXPECT_FALSE(annex().gap);
}

TEST_F(Report2022, HasTheRevisionThatHadComeByTheDayOfAdoption) {
  adopt();
  const auto first = text(paper_2022, a_text("First."), Language::en, "2022-07-26");
  const auto orally_revised = text(paper_2022, a_text("Second."), Language::en, "2022-07-29");
  const auto later = text(paper_2022, a_text("Third."), Language::en, "2022-09-01");
  EXPECT_EQ(annex().held->entry, orally_revised);
  EXPECT_EQ(plain_words(annex().text), "Second.|");
  EXPECT_EQ(std::get<std::string>(annex().held->later.values.at("entry")), std::to_string(later));
  auto act = bind(NarrativePart::annex, paper_2022);
  EXPECT_EQ(annex().held->entry, orally_revised);
  act.revision = {first};
  given.corrected(given.last(), act);
  EXPECT_EQ(plain_words(annex().text), "First.|");
  EXPECT_EQ(report().annexes.size(), 1U);
}

TEST_F(Report2022, HasOfTextsCollectedAfterwardsTheOneThatCorrectsTheOthers) {
  adopt();
  text(paper_2022, a_text("Misread."));
  text(paper_2022, a_text("Read."));
  EXPECT_EQ(plain_words(annex().text), "Read.|");
  EXPECT_TRUE(annex().held->later.empty());
}

TEST_F(Report2022, HasTheTextThatCameFirstWhereAllCameAfterAdoption) {
  adopt();
  text(paper_2022, a_text("As translated."), Language::fr, "2022-08-20");
  text(paper_2022, a_text("As corrected."), Language::fr, "2022-10-20");
  EXPECT_EQ(plain_words(annex(Language::fr).text), "As translated.|");
}

TEST_F(Report2022, HasARevisedDocumentInItsPlaceWhereThatIsTold) {
  adopt();
  const auto decision = DecisionId{"oewg-ict/included"};
  text(paper_2022, a_text("As issued."));
  text(revised_2022, a_text("As orally revised."));
  EXPECT_EQ(plain_words(annex().text), "As issued.|");  // the decision names it
  ASSERT_EQ(annex().part.revised_by.size(), 1U);        // but the other is told
  EXPECT_EQ(annex().part.revised_by.front().symbol, revised_2022);
  NarrativePartBound act;
  act.body = reporting;
  act.year = 2022;
  act.part = NarrativePart::annex;
  act.document = revised_2022;
  act.decision = decision;
  given.act(act);
  ASSERT_EQ(report().annexes.size(), 1U);
  EXPECT_EQ(plain_words(annex().text), "As orally revised.|");
  EXPECT_EQ(annex().part.origin.evidence.front().kind, "narrative-part-bound");
}

TEST_F(Report2022, NumbersItsAnnexesAndKeepsIdsAndNotesApart) {
  adopt();
  auto structure = a_text("One.");
  structure.paragraphs = {{"m1", Kind::masthead, "", "Distr.: Limited", {}},
                          {"s1", Kind::heading, "I", "Part", {}},
                          {"p1", Kind::numbered, "1", "One.", {{4, "1"}}},
                          {"p2", Kind::numbered, "2", "See para. 1 above.", {}}};
  structure.notes = {{"1", "A note."}};
  text(paper_2022, structure);
  given.document("A/AC.292/2022/CRP.2", {}, DocumentKind::conference_room_paper);
  const Symbol second{"A/AC.292/2022/CRP.2"};
  bind(NarrativePart::annex, second);
  text(second, structure);
  const auto parts = parts_in(lens(), report(), Language::en);
  ASSERT_EQ(parts.behind.size(), 2U);
  EXPECT_EQ(parts.behind[0].part.title.key, "report.part.annex.numbered");
  EXPECT_EQ(std::get<std::string>(parts.behind[1].part.title.values.at("n")), "2");
  const auto ids = [](const ShownPart& part) {
    return each(part.text->paragraphs, [](const auto& row) { return row.id; });
  };
  EXPECT_THAT(ids(parts.behind[0]), ElementsAre("annex-s1", "annex-p1", "annex-p2"));
  EXPECT_THAT(ids(parts.behind[1]), ElementsAre("annex-2-s1", "annex-2-p1", "annex-2-p2"));
  EXPECT_EQ(parts.behind[0].text->paragraphs[0].heading, "2");
  EXPECT_EQ(parts.behind[0].text->contents.front().id, "annex-s1");
  EXPECT_EQ(parts.behind[1].text->paragraphs[2].pieces[1].anchor, "annex-2-p1");
  EXPECT_EQ(plain_words(parts.behind[0].text), "Part|One.[1]|See para. 1 above.|");
  EXPECT_EQ(plain_words(parts.behind[1].text), "Part|One.[2]|See para. 1 above.|");
  EXPECT_EQ(parts.behind[1].text->notes.front().number, "2");
}

TEST_F(Report2022, HasAChapeauFromTheMomentAtWhichItIsBound) {
  adopt();
  given.document("A/AC.292/2022/CRP.3", {}, DocumentKind::conference_room_paper);
  const Symbol chapeau{"A/AC.292/2022/CRP.3"};
  text(chapeau, a_text("Beginning."));
  const World before = given.world();
  bind(NarrativePart::chapeau, chapeau);
  const auto parts = parts_in(lens(), report(), Language::en);
  ASSERT_EQ(parts.before.size(), 1U);
  EXPECT_EQ(plain_words(parts.before.front().text), "Beginning.|");
  EXPECT_EQ(parts.before.front().text->paragraphs.front().id, "chapeau-p1");
  EXPECT_EQ(parts.behind.size(), 1U);
  const Lens earlier{before, instant("2026-11-20T12:00:00Z"), {}, &texts};
  EXPECT_THAT(report_of(earlier, *cycle_of(earlier, reporting, 2022), ReportKind::procedural, Basis::actual).chapeau,
              IsEmpty());
}

TEST_F(Report2022, HasNoChapeauWhereTwoAreToldWithEqualStrength) {
  adopt();
  text(paper_2022, a_text("One."));
  bind(NarrativePart::chapeau, draft_2022);
  EXPECT_EQ(report().chapeau.front().document->symbol, draft_2022);
  bind(NarrativePart::chapeau, revised_2022, reported());
  EXPECT_EQ(report().chapeau.front().document->symbol, draft_2022);
  EXPECT_EQ(report().chapeau.front().origin.evidence.back().otherwise, "1");
  EXPECT_THAT(report().contradicted, IsEmpty());
  bind(NarrativePart::chapeau, revised_2022);
  EXPECT_FALSE(report().chapeau.front().document);
  EXPECT_THAT(report().chapeau.front().texts, IsEmpty());
  ASSERT_EQ(report().contradicted.size(), 1U);
  EXPECT_EQ(std::get<std::string>(report().contradicted.front().say.values.at("aspect")), "chapeau");
}

TEST_F(Report2022, ShowsNoTextOfAWithdrawnDocument) {
  adopt();
  text(paper_2022, a_text("One."));
  given.act(DocumentWithdrawn{paper_2022, in_english("Withdrawn.")});
  EXPECT_FALSE(annex().text);
  EXPECT_TRUE(annex().gap);
}

TEST_F(Report2022, BearsTheSymbolThatWasAllottedAndNoOther) {
  adopt();
  given.document("A/77/275");
  EXPECT_FALSE(report().allotted);
  given.act(SymbolAllotted{reporting, 2023, {"A/78/265"}});
  EXPECT_FALSE(report().allotted);
  given.act(SymbolAllotted{reporting, 2022, {"A/77/275"}}, confirmed().on("2022-08-08"));
  ASSERT_TRUE(report().allotted);
  EXPECT_EQ(report().allotted->documents.front().symbol.text, "A/77/275");
  EXPECT_FALSE(report(Basis::actual, "2022-08-01").allotted);
  EXPECT_THAT(report().contradicted, IsEmpty());
  given.act(SymbolAllotted{reporting, 2022, {"A/77/276"}}, reported());
  EXPECT_EQ(report().allotted->documents.size(), 1U);
  EXPECT_THAT(report().contradicted, IsEmpty());
  given.act(SymbolAllotted{reporting, 2022, {"A/77/277"}});
  EXPECT_THAT(each(report().allotted->documents, [](const auto& link) { return link.symbol.text; }),
              UnorderedElementsAre("A/77/275", "A/77/277"));
  ASSERT_EQ(report().contradicted.size(), 1U);
  EXPECT_EQ(report().contradicted.front().paragraph, "");
}

}  // namespace
}  // namespace comity
