// Who may read what: distribution, embargo and release, judged by record and instant alone.
#include "rules/access.h"

#include <gtest/gtest.h>

#include "rules/ask.h"
#include "support/given.h"

namespace comity {
namespace {

const Symbol crp{"A/AC.292/2026/CRP.1"};
const std::string ten_in_new_york = "2027-03-03 10:00 America/New_York -05:00";  // 15:00 UTC

DocumentRegistered registered(std::optional<Distribution> distribution) {
  DocumentRegistered act;
  act.id = crp;
  act.titles = in_english("A conference room paper");
  act.distribution = distribution;
  return act;
}

TextImported text_of(Language language = Language::en) {
  TextImported act;
  act.document = crp;
  act.language = language;
  act.file = act.structure = std::string(64, 'a');
  act.file_size = act.structure_size = 1;
  act.file_type = "text/plain";
  return act;
}

// A world and what is closed beside it.
struct GivenBoth {
  Given open{};
  ClosedWorld closed{};
  std::uint64_t next = 0;

  std::string outcome(const TextImported& text, std::string_view at = "2026-11-20T12:00:00Z") const {
    const auto verdict = may_enter(TextWithheld{text}, {open.world(), closed}, {instant(at), operator_of_secretariat});
    return verdict ? "granted" : verdict.refusal().code;
  }
  GivenBoth& withhold(const TextImported& text) {
    if (const auto said = outcome(text); said != "granted") throw std::runtime_error("refused: " + said);
    closed.apply(TextWithheld{text}, {next++, instant("2026-11-20T12:00:00Z"), {}, {}});
    return *this;
  }
  std::size_t due(std::string_view at = "2026-11-20T12:00:00Z") const {
    return texts_to_release({open.world(), closed}, instant(at)).size();
  }
};

GivenBoth restricted() {
  GivenBoth given;
  given.open.act(registered(Distribution::restricted));
  return given;
}

GivenBoth embargoed() {
  GivenBoth given;
  given.open.act(registered(Distribution::limited)).act(DocumentEmbargoed{crp, hour(ten_in_new_york)});
  return given;
}

std::string why(const World& world, std::string_view at) {
  const auto kept = withheld(world, crp, instant(at));
  return kept ? std::string(code_of(kept->why)) : "";
}

TEST(Access, FollowsFromTheDistribution) {
  for (const auto& [distribution, expected] :
       {std::pair(std::optional<Distribution>(), ""), std::pair(std::optional(Distribution::general), ""),
        std::pair(std::optional(Distribution::limited), ""),
        std::pair(std::optional(Distribution::restricted), "restricted"),
        std::pair(std::optional(Distribution::participants), "participants")})
    EXPECT_EQ(why(Given().act(registered(distribution)).world(), "2026-11-20T12:00:00Z"), expected);
}

TEST(Access, OpensToTheMicrosecondWhenAnEmbargoEnds) {
  const auto given = embargoed();
  EXPECT_EQ(why(given.open.world(), "2027-03-03T14:59:59.999999Z"), "embargo");
  EXPECT_EQ(why(given.open.world(), "2027-03-03T15:00:00Z"), "");
}

TEST(Access, KeepsARestrictedTextBeyondItsEmbargo) {
  auto given = restricted();
  given.open.act(DocumentEmbargoed{crp, hour(ten_in_new_york)});
  EXPECT_EQ(why(given.open.world(), "2027-03-04T00:00:00Z"), "restricted");
  given.open.act(DocumentReleased{crp, in_english("Derestricted by the Chair")});
  EXPECT_EQ(why(given.open.world(), "2026-11-20T12:00:00Z"), "");
}

TEST(Embargo, HasAnHourThatLiesAhead) {
  Given given;
  given.act(registered(Distribution::limited));
  const auto said = [&](std::string_view until) { return given.outcome(DocumentEmbargoed{crp, hour(until)}); };
  EXPECT_EQ(said(ten_in_new_york), "granted");
  EXPECT_EQ(said("2027-03-03"), "embargo-hour");
  EXPECT_EQ(said("2026-11-20 12:00 Etc/UTC +00:00"), "embargo-past") << "the instant itself is over";
  EXPECT_EQ(said("2026-11-20 12:01 Etc/UTC +00:00"), "granted");
}

TEST(Embargo, IsMovedWhileItLastsAndNotBegunAgain) {
  auto given = embargoed().open;
  const DocumentEmbargoed later{crp, hour("2027-03-04 10:00 America/New_York -05:00")};
  EXPECT_EQ(given.outcome(later), "granted");
  EXPECT_EQ(given.at("2027-03-03T15:00:00Z").outcome(later), "embargo-over");
}

TEST(Embargo, CannotCallBackWhatIsPublic) {
  Given given;
  given.act(registered(Distribution::limited)).act(text_of());
  EXPECT_EQ(given.outcome(DocumentEmbargoed{crp, hour(ten_in_new_york)}), "text-is-public");
  auto released = restricted().open;
  released.act(DocumentReleased{crp, in_english("Derestricted")});
  EXPECT_EQ(released.outcome(DocumentEmbargoed{crp, hour(ten_in_new_york)}), "text-is-public");
}

TEST(Embargo, KeepsTheTextOutOfThePublicLog) {
  const auto given = embargoed().open;
  EXPECT_EQ(given.outcome(text_of()), "text-embargoed");
  EXPECT_EQ(Given(given).at("2027-03-03T15:00:00Z").outcome(text_of()), "granted");
}

TEST(Release, IsOfWhatIsWithheld) {
  Given open;
  open.act(registered(Distribution::general));
  EXPECT_EQ(open.outcome(DocumentReleased{crp, in_english("Nothing")}), "text-for-everybody");
  auto given = restricted().open;
  EXPECT_EQ(given.outcome(text_of()), "text-not-public");
  given.act(DocumentReleased{crp, in_english("Derestricted")});
  EXPECT_EQ(given.outcome(text_of()), "granted");
  EXPECT_EQ(given.outcome(DocumentReleased{crp, in_english("Again")}), "text-for-everybody");
}

TEST(WithheldText, IsOfADocumentThatIsWithheld) {
  GivenBoth given;
  EXPECT_EQ(given.outcome(text_of()), "no-such-reference");
  given.open.act(registered(Distribution::general));
  EXPECT_EQ(given.outcome(text_of()), "text-for-everybody");
  EXPECT_EQ(restricted().outcome(text_of()), "granted");
  EXPECT_EQ(embargoed().outcome(text_of()), "granted");
  EXPECT_EQ(embargoed().outcome(text_of(), "2027-03-03T15:00:00Z"), "text-for-everybody");
  auto withdrawn = restricted();
  withdrawn.open.act(DocumentWithdrawn{crp, in_english("Issued in error")});
  EXPECT_EQ(withdrawn.outcome(text_of()), "document-is-withdrawn");
  auto malformed = text_of();
  malformed.structure = "aa";
  EXPECT_EQ(restricted().outcome(malformed), "blob-malformed");
}

TEST(WithheldText, IsOneInEachLanguageAndReplacedWithAReason) {
  auto given = restricted();
  given.withhold(text_of(Language::fr)).withhold(text_of());
  EXPECT_EQ(given.outcome(text_of()), "text-taken");
  auto second = text_of();
  second.replaces = 1;
  EXPECT_EQ(given.outcome(second), "reason-missing");
  second.reason = "reissued";
  second.replaces = 0;
  EXPECT_EQ(given.outcome(second), "text-not-there") << "that is the French one";
  second.replaces = 1;
  second.file = std::string(64, 'b');
  given.withhold(second);
  EXPECT_EQ(text_withheld(given.closed, crp, Language::en)->act.text.file, second.file);
  EXPECT_EQ(text_withheld(given.closed, crp, Language::ar), nullptr);
}

TEST(WithheldText, IsDueOnceItIsForEverybodyAndSaysNothingOfTheClosedLog) {
  auto given = embargoed();
  given.withhold(text_of());
  auto second = text_of();
  second.replaces = 0;
  second.reason = "a secret reason";
  given.withhold(second).withhold(text_of(Language::ar));
  EXPECT_EQ(given.due("2027-03-03T14:59:59.999999Z"), 0U);
  EXPECT_EQ(next_release({given.open.world(), given.closed}, instant("2026-11-20T12:00:00Z")),
            instant("2027-03-03T15:00:00Z"));
  const auto texts = texts_to_release({given.open.world(), given.closed}, instant("2027-03-03T15:00:00Z"));
  ASSERT_EQ(texts.size(), 2U) << "not the one whose place was taken";
  for (const auto& text : texts) {
    EXPECT_FALSE(text.replaces);
    EXPECT_FALSE(text.reason);
  }
  given.open.at("2027-03-03T15:00:00Z").act(texts[0]).act(texts[1]);
  EXPECT_EQ(given.due("2027-03-04T00:00:00Z"), 0U);
  EXPECT_FALSE(next_release({given.open.world(), given.closed}, instant("2027-03-04T00:00:00Z")));
}

TEST(WithheldText, IsDueWhenItsDistributionIsCorrected) {
  auto given = restricted();
  given.withhold(text_of());
  EXPECT_EQ(given.due(), 0U);
  given.open.corrected(given.open.last(), registered(Distribution::general));
  EXPECT_EQ(given.due(), 1U);
}

TEST(WithheldText, OfAWithdrawnDocumentStaysClosed) {
  auto given = embargoed();
  given.withhold(text_of());
  given.open.act(DocumentWithdrawn{crp, in_english("Issued in error")});
  EXPECT_EQ(given.due("2027-03-04T00:00:00Z"), 0U);
}

TEST(WithheldText, StandsInTheWorldOfThoseWhoMayReadIt) {
  auto given = restricted();
  given.withhold(text_of());
  EXPECT_EQ(text_held(given.open.world(), crp, Language::en), nullptr);
  EXPECT_NE(text_held(with_withheld({given.open.world(), given.closed}), crp, Language::en), nullptr);
}

}  // namespace
}  // namespace comity
