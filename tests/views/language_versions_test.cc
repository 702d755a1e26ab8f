// How the six language versions of a document stand, on any day and as of any moment.
#include <gmock/gmock.h>

#include "support/texts_at_hand.h"
#include "views/documents_pages.h"
#include "views/lists.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct LanguageVersions : ReadTexts {
  LanguageVersions() {
    DocumentRegistered document;
    document.id = {"A/77/275"};
    document.titles = in_english("Report");
    document.original = Language::en;
    given.act(document);
  }
  LanguageVersions& said(Language language, VersionStage stage, std::string_view on, std::string_view expected = {}) {
    VersionReported act;
    act.document = {"A/77/275"};
    act.language = language;
    act.stage = stage;
    if (!expected.empty()) act.expected = day(expected);
    if (stage == VersionStage::not_to_be_issued) act.reason = in_english("One delegation asked for it");
    given.act(act, confirmed("A/77/275", "2").on(on));
    return *this;
  }
  void held(Language language, std::string_view on, TextStanding standing = TextStanding::issued) {
    TextImported act;
    act.document = {"A/77/275"};
    act.language = language;
    act.file = act.structure = std::string(64, 'c');
    act.file_size = act.structure_size = 1;
    act.file_type = "text/plain";
    act.standing = standing;
    texts.kept[act.structure];
    given.act(act, on.empty() ? confirmed() : confirmed().on(on));
  }
  LanguageVersion version(Language language, std::string_view on = {}) {
    auto seen = lens();
    if (!on.empty()) seen.on = day(on);
    const auto page = document_page(seen, {"A/77/275"});
    for (const auto& row : page->language_versions)
      if (row.language == language) return row;
    ADD_FAILURE() << "no row of " << code_of(language);
    return {};
  }
};

std::string key_of(const LanguageVersion& row) {
  const std::string begin = "page.document.version.";
  const auto& key = row.status.empty() ? row.held.key : row.status.key;
  return key.starts_with(begin) ? key.substr(begin.size()) : key;
}

std::string day_in(const Say& say) {
  const auto found = say.values.find("day");
  return found == say.values.end() ? "" : std::get<std::string>(found->second);
}

TEST_F(LanguageVersions, AreSixInOneOrderWhateverIsKnownOfThem) {
  held(Language::ru, "2022-09-01");
  said(Language::es, VersionStage::issued, "2022-09-02");
  const auto page = document_page(lens(), {"A/77/275"});
  std::vector<Language> order;
  for (const auto& row : page->language_versions) order.push_back(row.language);
  EXPECT_EQ(order, std::vector<Language>(languages.begin(), languages.end()));
  EXPECT_EQ(version(Language::en).original, "1");
  EXPECT_EQ(version(Language::ru).original, "");
  EXPECT_EQ(key_of(version(Language::zh)), "unknown");
  EXPECT_EQ(version(Language::es).official, "https://undocs.org/es/A/77/275");
}

TEST_F(LanguageVersions, AreHeldFromTheDayOnWhichTheTextCame) {
  said(Language::fr, VersionStage::in_translation, "2022-08-10", "2022-08-20");
  EXPECT_EQ(key_of(version(Language::fr)), "in-translation");
  EXPECT_TRUE(version(Language::fr).path.path.empty());
  held(Language::fr, "2022-09-01");
  const auto row = version(Language::fr);
  EXPECT_EQ(key_of(row), "held");
  EXPECT_EQ(day_in(row.held), "2022-09-01");
  EXPECT_EQ(row.path.path, "/A/77/275");
  EXPECT_FALSE(row.stage);
  EXPECT_TRUE(row.expectation.empty());
  held(Language::ar, "");
  EXPECT_EQ(key_of(version(Language::ar)), "held.entered");
}

TEST_F(LanguageVersions, TakeThePlaceOfWhatWasSaidOfAnEarlierDayWhicheverWasEnteredFirst) {
  said(Language::fr, VersionStage::issued, "2022-08-30").said(Language::fr, VersionStage::in_translation, "2022-08-10");
  EXPECT_EQ(key_of(version(Language::fr)), "issued");
  EXPECT_EQ(day_in(version(Language::fr).status), "2022-08-30");
  said(Language::fr, VersionStage::in_translation, "2022-08-30");
  EXPECT_EQ(key_of(version(Language::fr)), "in-translation");
}

TEST_F(LanguageVersions, StandAsTheyStoodOnADay) {
  said(Language::fr, VersionStage::awaited, "2022-08-05")
      .said(Language::fr, VersionStage::in_translation, "2022-08-10");
  held(Language::fr, "2022-09-01");
  EXPECT_EQ(key_of(version(Language::fr, "2022-08-04")), "unknown");
  EXPECT_EQ(key_of(version(Language::fr, "2022-08-09")), "awaited");
  EXPECT_EQ(key_of(version(Language::fr, "2022-08-31")), "in-translation");
  EXPECT_EQ(key_of(version(Language::fr, "2022-09-01")), "held");
}

TEST_F(LanguageVersions, AreOverdueOnlyWhenTheLastDayIsOver) {
  said(Language::fr, VersionStage::in_translation, "2022-08-10", "2022-08-20");
  said(Language::ru, VersionStage::awaited, "2022-08-10", "2022-08");
  const auto told = [this](Language language, std::string_view on) {
    const auto row = version(language, on);
    return row.expectation.key.substr(row.expectation.key.rfind('.') + 1) + row.overdue;
  };
  EXPECT_EQ(told(Language::fr, "2022-08-20"), "expected");
  EXPECT_EQ(told(Language::fr, "2022-08-21"), "was-expected1");
  EXPECT_EQ(told(Language::ru, "2022-08-31"), "expected");
  EXPECT_EQ(told(Language::ru, "2022-09-01"), "was-expected1");
  EXPECT_EQ(told(Language::fr, ""), "was-expected1");  // by the instant of asking
}

TEST_F(LanguageVersions, TellWhyOneNeverComes) {
  said(Language::zh, VersionStage::not_to_be_issued, "2022-08-10");
  const auto row = version(Language::zh);
  EXPECT_EQ(key_of(row), "not-to-be-issued");
  EXPECT_EQ(row.reason, in_english("One delegation asked for it"));
  EXPECT_EQ(row.official, "") << "there is no text to lead to";
  ASSERT_TRUE(row.mark);
  EXPECT_EQ(row.mark->entry, static_cast<std::int64_t>(given.last()));
}

// A working translation is not the version that is on its way.
TEST_F(LanguageVersions, AreStillOnTheirWayWhereAWorkingTranslationIsHeld) {
  held(Language::fr, "2022-09-01", TextStanding::working);
  said(Language::fr, VersionStage::in_translation, "2022-09-05");
  const auto row = version(Language::fr);
  EXPECT_EQ(row.held.key, "page.document.version.held-working");
  EXPECT_EQ(key_of(row), "in-translation");
}

TEST_F(LanguageVersions, OfTheLanguagesEnteredAreIssuedAndNotHeld) {
  DocumentRegistered document;
  document.id = {"A/78/265"};
  document.titles = in_english("Report");
  document.languages = {Language::en};
  given.act(document);
  const auto rows = language_versions(lens(), document);
  EXPECT_EQ(key_of(rows[2]), "issued.undated");
  EXPECT_EQ(rows[2].listed, "1");
  EXPECT_EQ(key_of(rows[3]), "unknown");
}

TEST_F(LanguageVersions, OfAWithdrawnDocumentAreNotTold) {
  given.act(DocumentWithdrawn{{"A/77/275"}, in_english("Issued in error")});
  EXPECT_THAT(document_page(lens(), {"A/77/275"})->language_versions, IsEmpty());
}

TEST_F(LanguageVersions, ThatAreUnderWayStandInLists) {
  said(Language::fr, VersionStage::in_translation, "2022-08-10")
      .said(Language::ar, VersionStage::awaited, "2022-08-10");
  said(Language::es, VersionStage::issued, "2022-08-10")
      .said(Language::zh, VersionStage::not_to_be_issued, "2022-08-10");
  EXPECT_THAT(all_documents(lens()).front().under_way, ElementsAre(Language::ar, Language::fr));
}

}  // namespace
}  // namespace comity
