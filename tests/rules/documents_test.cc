// Documents, decisions, the programme of work, the lists.
#include <gtest/gtest.h>

#include "rules/ask.h"
#include "support/given.h"

namespace comity {
namespace {

DocumentRegistered a_document(const std::string& symbol) {
  DocumentRegistered act;
  act.id = {symbol};
  return act;
}

DecisionTaken a_decision(const std::string& id, Manner manner) {
  DecisionTaken act;
  act.id = {id};
  act.body = {"oewg-ict"};
  act.manner = manner;
  if (manner != Manner::silence) act.session = SessionId{"oewg-ict/s2"};
  return act;
}

Given a_session_with_a_meeting() {
  Given given;
  given.body().session("oewg-ict/s1", 1).session("oewg-ict/s2", 2).document("A/AC.292/2022/1");
  given.opened("oewg-ict/s1/a", 1, "2021-12-13").opened("oewg-ict/s2/a", 1, "2022-03-28");
  given.act(MeetingPlanned{{"oewg-ict/s2/b"}, {"oewg-ict/s2"}, hour("2022-03-28")});
  return given;
}

TEST(Document, IsKnownByASymbol) {
  for (const auto* symbol : {"A/77/275", "A/AC.292/2023/CRP.1", "A/RES/43/78 H", "A/C.1/77/L.60/Rev.1", "A/77/380*"})
    EXPECT_EQ(Given().outcome(a_document(symbol)), "granted") << symbol;
  for (const auto* symbol : {"77/275", "a/77/275", "A", "A/", "A//275", "A/ 77", "A/77/275 ", "/A/77", "A/77?275"})
    EXPECT_EQ(Given().outcome(a_document(symbol)), "symbol-malformed") << symbol;
}

TEST(Document, HasItsSymbolSpelledInOneWay) {
  EXPECT_EQ(Given().outcome(a_document("A/RES/2625 (XXV)")), "granted");
  EXPECT_EQ(Given().outcome(a_document("A/RES/2625(XXV)")), "symbol-spelling");
}

TEST(Document, HasASymbolThatNoOtherHas) {
  EXPECT_EQ(Given().document("A/77/275").outcome(a_document("A/77/275")), "symbol-taken");
}

TEST(Document, WasWrittenInALanguageInWhichItWasIssued) {
  auto act = a_document("A/77/275");
  act.original = Language::en;
  EXPECT_EQ(Given().outcome(act), "granted");
  act.languages = {Language::ar, Language::fr};
  EXPECT_EQ(Given().outcome(act), "original-not-issued");
  act.languages.push_back(Language::en);
  EXPECT_EQ(Given().outcome(act), "granted");
}

TextImported a_text(const std::string& symbol, Language language = Language::es) {
  TextImported act;
  act.document = {symbol};
  act.language = language;
  act.file = act.structure = std::string(64, 'a');
  act.file_size = act.structure_size = 1;
  act.file_type = "text/plain";
  return act;
}

TEST(DocumentText, IsOneInEachLanguageOfADocumentThatIsRegistered) {
  Given given;
  EXPECT_EQ(given.outcome(a_text("A/77/275")), "no-such-reference");
  given.document("A/77/275").act(a_text("A/77/275"));
  EXPECT_EQ(given.outcome(a_text("A/77/275")), "text-taken");
  EXPECT_EQ(given.outcome(a_text("A/77/275", Language::fr)), "granted");
}

TEST(DocumentText, TakesThePlaceOfTheOneThatIsHeldAndSaysWhy) {
  Given given;
  given.document("A/77/275").act(a_text("A/77/275"));
  const auto held = static_cast<std::int64_t>(text_held(given.world(), {"A/77/275"}, Language::es)->from.entry);
  auto act = a_text("A/77/275");
  act.replaces = held;
  EXPECT_EQ(given.outcome(act), "reason-missing");
  act.reason = "reissued for technical reasons";
  act.replaces = held - 1;
  EXPECT_EQ(given.outcome(act), "text-not-there");
  act.replaces = held;
  given.act(act);
  EXPECT_EQ(given.outcome(act), "text-not-there");  // now the second is the one that is held
  act.language = Language::fr;
  EXPECT_EQ(given.outcome(act), "text-not-there");
}

TEST(DocumentText, NamesTwoBlobsByDigestAndSize) {
  Given given;
  given.document("A/77/275");
  for (const auto& wrong : {std::string("aa"), std::string(64, 'A'), std::string(64, 'g')}) {
    auto act = a_text("A/77/275");
    act.file = wrong;
    EXPECT_EQ(given.outcome(act), "blob-malformed") << wrong;
    act = a_text("A/77/275");
    act.structure = wrong;
    EXPECT_EQ(given.outcome(act), "blob-malformed") << wrong;
  }
  auto act = a_text("A/77/275");
  act.file_size = 0;
  EXPECT_EQ(given.outcome(act), "blob-malformed");
}

TEST(DocumentText, IsNotPublicWhereItsDistributionIsNot) {
  for (const auto& [distribution, outcome] :
       {std::pair(Distribution::general, "granted"), std::pair(Distribution::limited, "granted"),
        std::pair(Distribution::restricted, "text-not-public"),
        std::pair(Distribution::participants, "text-not-public")}) {
    auto document = a_document("A/77/275");
    document.distribution = distribution;
    EXPECT_EQ(Given().act(document).outcome(a_text("A/77/275")), outcome) << code_of(distribution);
  }
}

TEST(DocumentText, IsNotAddedToADocumentThatWasWithdrawn) {
  Given given;
  given.document("A/77/275").act(DocumentWithdrawn{{"A/77/275"}, in_english("Issued in error")});
  EXPECT_EQ(given.outcome(a_text("A/77/275")), "document-is-withdrawn");
  EXPECT_EQ(given.outcome(DocumentWithdrawn{{"A/77/275"}, in_english("Again")}), "document-is-withdrawn");
}

VersionReported a_version(VersionStage stage, Language language = Language::fr) {
  VersionReported act;
  act.document = {"A/77/275"};
  act.language = language;
  act.stage = stage;
  return act;
}

TEST(LanguageVersion, IsOneOfADocumentThatIsRegisteredAndNotWithdrawn) {
  const auto act = a_version(VersionStage::awaited);
  const auto said = confirmed().on("2022-08-08");
  Given given;
  EXPECT_EQ(given.outcome(act, said), "no-such-reference");
  given.document("A/77/275");
  EXPECT_EQ(given.outcome(act, said), "granted");
  EXPECT_EQ(given.outcome(act), "date-missing");
  given.act(DocumentWithdrawn{{"A/77/275"}, in_english("Issued in error")});
  EXPECT_EQ(given.outcome(act, said), "document-is-withdrawn");
}

TEST(LanguageVersion, IsInALanguageOfTheDocumentAndNotTranslatedIntoItsOriginal) {
  auto document = a_document("A/77/275");
  document.languages = {Language::en, Language::fr};
  document.original = Language::en;
  Given given;
  given.act(document);
  const auto said = confirmed().on("2022-08-08");
  EXPECT_EQ(given.outcome(a_version(VersionStage::in_translation), said), "granted");
  EXPECT_EQ(given.outcome(a_version(VersionStage::in_translation, Language::ru), said), "version-not-of-languages");
  EXPECT_EQ(given.outcome(a_version(VersionStage::in_translation, Language::en), said), "version-is-original");
  EXPECT_EQ(given.outcome(a_version(VersionStage::awaited, Language::en), said), "granted");
  auto never = a_version(VersionStage::not_to_be_issued, Language::ru);
  EXPECT_EQ(given.outcome(never, said), "version-reason-missing");
  never.reason = in_english("Issued in the working languages of the Secretariat only");
  EXPECT_EQ(given.outcome(never, said), "granted");
}

TEST(LanguageVersion, IsExpectedFromTheDayOnWhichThatIsSaid) {
  Given given;
  given.document("A/77/275");
  auto act = a_version(VersionStage::in_translation);
  for (const auto& [expected, outcome] :
       {std::pair("2022-08-08", "granted"), std::pair("2022-08-07", "expected-before-said"),
        std::pair("2022-08", "granted"), std::pair("2022-07", "expected-before-said"), std::pair("2023", "granted")}) {
    act.expected = day(expected);
    EXPECT_EQ(given.outcome(act, confirmed().on("2022-08-08")), outcome) << expected;
  }
  for (const auto stage : {VersionStage::issued, VersionStage::not_to_be_issued}) {
    act = a_version(stage);
    act.reason = in_english("Of interest to one delegation only");
    act.expected = day("2022-09");
    EXPECT_EQ(given.outcome(act, confirmed().on("2022-08-08")), "version-not-to-come");
    act.expected.reset();
    EXPECT_EQ(given.outcome(act, confirmed().on("2022-08-08")), "granted");
  }
}

TEST(LanguageVersion, IsNotOnItsWayFromTheDayOnWhichItsTextCame) {
  Given given;
  given.document("A/77/275").act(a_text("A/77/275", Language::fr), confirmed().on("2022-09-01"));
  for (const auto stage : {VersionStage::awaited, VersionStage::in_translation, VersionStage::issued}) {
    EXPECT_EQ(given.outcome(a_version(stage), confirmed().on("2022-09-01")), "version-is-held");
    EXPECT_EQ(given.outcome(a_version(stage), confirmed().on("2022-08-31")), "granted");  // told afterwards
    EXPECT_EQ(given.outcome(a_version(stage, Language::es), confirmed().on("2022-09-01")), "granted");
  }
  auto working = a_text("A/77/275", Language::ru);
  working.standing = TextStanding::working;
  given.act(working, confirmed().on("2022-09-01"));
  EXPECT_EQ(given.outcome(a_version(VersionStage::in_translation, Language::ru), confirmed().on("2022-09-02")),
            "granted");
}

// Nobody said when the text came: it was held from the day of its entry.
TEST(LanguageVersion, IsNotOnItsWayOnceATextWithoutADayIsEntered) {
  Given given;
  given.at("2022-09-01T12:00:00Z").document("A/77/275").act(a_text("A/77/275", Language::fr));
  EXPECT_EQ(given.outcome(a_version(VersionStage::awaited), confirmed().on("2022-09-01")), "version-is-held");
  EXPECT_EQ(given.outcome(a_version(VersionStage::awaited), confirmed().on("2022-08-31")), "granted");
}

TEST(UnusedSymbol, IsGivenToNothingAfterwards) {
  Given given;
  given.act(SymbolUnused{{"A/AC.292/2023/CRP.2"}, in_english("Withdrawn before it was issued")});
  EXPECT_EQ(given.outcome(a_document("A/AC.292/2023/CRP.2")), "symbol-is-unused");
  EXPECT_EQ(given.outcome(SymbolUnused{{"A/AC.292/2023/CRP.2"}, in_english("Again")}), "symbol-is-unused");
  EXPECT_EQ(given.outcome(SymbolUnused{{"a/77"}, in_english("Malformed")}), "symbol-malformed");
  EXPECT_EQ(given.document("A/77/275").outcome(SymbolUnused{{"A/77/275"}, in_english("Used")}), "symbol-taken");
}

TEST(DocumentRelation, IsToAnotherAndSaidOnce) {
  Given given;
  given.document("A/77/275").document("A/RES/75/240");
  EXPECT_EQ(given.outcome(DocumentRelated{{"A/77/275"}, Relation::recalls, {"A/77/275"}}), "related-to-itself");
  given.act(DocumentRelated{{"A/77/275"}, Relation::recalls, {"A/RES/75/240"}});
  EXPECT_EQ(given.outcome(DocumentRelated{{"A/77/275"}, Relation::recalls, {"A/RES/75/240"}}), "already-related");
  EXPECT_EQ(given.outcome(DocumentRelated{{"A/77/275"}, Relation::continues, {"A/RES/75/240"}}), "granted");
}

TEST(Resolution, IsAdoptedOnceOnADay) {
  Given given;
  given.document("A/RES/77/36");
  const ResolutionAdopted adopted{{"A/RES/77/36"}, 77, 46, 94, {}};
  EXPECT_EQ(given.outcome(adopted), "date-missing");
  given.act(adopted, confirmed("A/RES/77/36", "closing line").on("2022-12-07"));
  EXPECT_EQ(given.outcome(adopted, confirmed().on("2022-12-08")), "already-adopted");
}

// Agreed under silence on 22 April 2022, between meetings (A/77/275, para. 7).
TEST(Decision, UnderSilenceHasADayAndNoMeeting) {
  auto given = a_session_with_a_meeting();
  auto silent = a_decision("oewg-ict/modalities", Manner::silence);
  EXPECT_EQ(given.outcome(silent), "date-missing");
  EXPECT_EQ(given.outcome(silent, confirmed().on("2022-04-22")), "granted");
  silent.meeting = MeetingId{"oewg-ict/s2/a"};
  EXPECT_EQ(given.outcome(silent, confirmed().on("2022-04-22")), "silence-has-no-meeting");
}

TEST(Decision, InAnyOtherMannerIsOneOfASession) {
  auto given = a_session_with_a_meeting();
  auto adopted = a_decision("oewg-ict/report", Manner::consensus);
  EXPECT_EQ(given.outcome(adopted, confirmed().on("2022-07-29")), "granted");
  adopted.session.reset();
  EXPECT_EQ(given.outcome(adopted, confirmed().on("2022-07-29")), "decision-without-session");
}

TEST(Decision, IsTakenAtAMeetingThatWasOpened) {
  auto given = a_session_with_a_meeting();
  auto adopted = a_decision("oewg-ict/report", Manner::consensus);
  adopted.meeting = MeetingId{"oewg-ict/s2/b"};
  EXPECT_EQ(given.outcome(adopted, confirmed().on("2022-03-28")), "not-opened");
  adopted.meeting = MeetingId{"oewg-ict/s2/a"};
  EXPECT_EQ(given.outcome(adopted, confirmed().on("2022-03-28")), "granted");
}

TEST(DecisionLink, FollowsTheOrderOfDays) {
  auto given = a_session_with_a_meeting();
  given.decision("oewg-ict/agreed", "oewg-ict/s2", "2022-04-22")
      .decision("oewg-ict/adopted", "oewg-ict/s2", "2022-07-25");
  const auto link = [&given](const std::string& from, DecisionLink how, const std::string& to) {
    return given.outcome(DecisionLinked{{"oewg-ict/" + from}, how, {"oewg-ict/" + to}});
  };
  EXPECT_EQ(link("adopted", DecisionLink::confirms, "agreed"), "granted");
  EXPECT_EQ(link("agreed", DecisionLink::confirms, "adopted"), "decision-order");
  EXPECT_EQ(link("adopted", DecisionLink::accompanies, "agreed"), "decision-order");
  EXPECT_EQ(link("adopted", DecisionLink::follows, "adopted"), "decision-order");
}

TEST(Modality, HasItsNumberOnceInItsDecision) {
  auto given = a_session_with_a_meeting();
  given.decision("oewg-ict/modalities", "oewg-ict/s2", "2022-04-22");
  const auto modality = [](std::int64_t number) {
    return ModalityAgreed{{"oewg-ict/modalities"}, number, Audience::chair, in_english("The Chair")};
  };
  EXPECT_EQ(given.outcome(modality(0)), "number-malformed");
  given.act(modality(1));
  EXPECT_EQ(given.outcome(modality(1)), "number-taken");
  EXPECT_EQ(given.outcome(modality(2)), "granted");
}

// Sessions 1 and 2 considered a programme and never agreed one (A/77/275, paras. 8-9).
TEST(Programme, IsConsideredOrAgreedAtOpenedMeetingsOfTheSession) {
  auto given = a_session_with_a_meeting();
  const auto considered = [&given](const std::string& meeting) {
    return given.outcome(ProgrammeConsidered{{"oewg-ict/s2"}, {"A/AC.292/2022/1"}, {{meeting}}});
  };
  EXPECT_EQ(considered("oewg-ict/s2/a"), "granted");
  EXPECT_EQ(considered("oewg-ict/s2/b"), "not-opened");
  EXPECT_EQ(considered("oewg-ict/s1/a"), "other-session");
  const auto agreed = [&given](const std::string& meeting) {
    return given.outcome(ProgrammeAgreed{{"oewg-ict/s2"}, {"A/AC.292/2022/1"}, MeetingId{meeting}});
  };
  EXPECT_EQ(agreed("oewg-ict/s2/a"), "granted");
  EXPECT_EQ(agreed("oewg-ict/s1/a"), "other-session");
  EXPECT_EQ(given.outcome(ProgrammeAgreed{{"oewg-ict/s2"}, {"A/AC.292/2022/1"}, {}}), "granted");
}

TEST(Organizations, AreApprovedAtAMeetingOfTheSession) {
  auto given = a_session_with_a_meeting();
  const auto approved = [&given](const std::string& meeting) {
    return given.outcome(StakeholdersApproved{{"oewg-ict/s2"}, {"A/AC.292/2022/1"}, MeetingId{meeting}});
  };
  EXPECT_EQ(approved("oewg-ict/s2/a"), "granted");
  EXPECT_EQ(approved("oewg-ict/s2/b"), "not-opened");
}

TEST(Participants, AreListedInDocumentsOfKnownSessions) {
  auto given = a_session_with_a_meeting();
  EXPECT_EQ(given.outcome(ParticipantsListed{{{"oewg-ict/s2"}}, {{"A/AC.292/2022/1"}}}), "granted");
  EXPECT_EQ(given.outcome(ParticipantsListed{{{"oewg-ict/s9"}}, {{"A/AC.292/2022/1"}}}), "no-such-reference");
}

}  // namespace
}  // namespace comity
