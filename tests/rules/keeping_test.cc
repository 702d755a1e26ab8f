// The acts by which the record keeps itself: nobody enters them by hand; two persons erase.
#include "rules/keeping.h"

#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

const std::string subject(32, 'a');
const std::string first_person(32, '1');
const std::string second_person(32, '2');
const Author protection{"data-protection-focal-point", {}};
const Author records{"records-officer", {}};
const Author somebody{"secretariat-operator", {}};
constexpr auto protecting = ErasureRole::data_protection_focal_point;
constexpr auto recording = ErasureRole::records_officer;

// A closed world in which acts are entered as the rules grant them.
class ClosedGiven {
 public:
  template <class Command>
  std::string when(const Command& command, const Author& by, std::string_view at = "2027-01-01T12:00:00Z") {
    const auto both = decide(Worlds{open_, closed_}, command, {instant(at), by});
    if (!both) return both.refusal().code;
    for (const auto& act : both->open) open_.apply(act, {next_++, instant(at), {}, {}});
    for (const auto& act : both->closed) closed_.apply(act, {next_++, instant(at), {}, {}});
    return "granted";
  }
  std::string act(const ClosedAct& act, const Author& by) { return when(EnterClosed{act}, by); }
  std::string requested() {
    return act(ErasureRequested{{"2027-01"}, subject, ErasureGround::purpose_ended}, somebody);
  }
  void agreed() {
    requested();
    act(ErasureApproved{{"2027-01"}, protecting, first_person, "left"}, protection);
    act(ErasureApproved{{"2027-01"}, recording, second_person, "no hold"}, records);
  }
  const World& open() const { return open_; }
  const ClosedWorld& closed() const { return closed_; }

 private:
  World open_{};
  ClosedWorld closed_{};
  std::uint64_t next_ = 0;
};

TEST(Keeping, NobodyEntersTheRecordsOwnActsAsFacts) {
  Given given;
  EXPECT_EQ(given.outcome(ClosedLogAnchored{"00"}), "not-entered-by-hand");
  EXPECT_EQ(given.outcome(FieldsErased{{"1/name"}, ErasureGround::rectified, {protecting, recording}, 1}),
            "not-entered-by-hand");
  EXPECT_EQ(given.outcome(LogSucceeded{"a.example/log", "key", "checkpoint", in_english("lost")}),
            "not-entered-by-hand");
  ClosedGiven closed;
  EXPECT_EQ(closed.act(AnchorOpened{"00", 0, "00"}, registrar_author), "not-entered-by-hand");
  EXPECT_EQ(closed.act(ErasureCompleted{{"2027-01"}, {}, 1}, registrar_author), "not-entered-by-hand");
  EXPECT_EQ(closed.act(ClosedLogSucceeded{"a", "b", "c"}, registrar_author), "not-entered-by-hand");
}

TEST(Keeping, OnlyTheRegistrarAnchors) {
  ClosedGiven given;
  const AnchorClosedLog anchor{{"00", 0, "00"}, "11"};
  EXPECT_EQ(given.when(anchor, somebody), "not-entered-by-hand");
  EXPECT_EQ(given.when(anchor, registrar_author), "granted");
  EXPECT_EQ(given.open().facts<ClosedLogAnchored>().size(), 1U);
  EXPECT_EQ(given.closed().facts<AnchorOpened>().size(), 1U);
}

TEST(Keeping, AnAnchorIsDueAPeriodAfterTheLastOneWhateverHappened) {
  ClosedGiven given;
  constexpr std::int64_t hour = 3'600'000'000;
  EXPECT_EQ(anchor_due(given.open(), hour), Instant{}) << "at once";
  given.when(AnchorClosedLog{{"00", 0, "00"}, "11"}, registrar_author, "2027-01-01T12:00:00Z");
  EXPECT_EQ(anchor_due(given.open(), hour), instant("2027-01-01T13:00:00Z"));
}

TEST(Erasure, TakesTwoPersonsInTwoRoles) {
  ClosedGiven given;
  EXPECT_EQ(erasure(given.closed(), "2027-01"), ErasureState::unknown);
  EXPECT_EQ(given.requested(), "granted");
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, protecting, first_person, "left"}, protection), "granted");
  EXPECT_EQ(erasure(given.closed(), "2027-01"), ErasureState::open) << "one person is not enough";
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, recording, first_person, "again"}, records), "erasure-same-person")
      << "one person in two hats";
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, protecting, second_person, "again"}, protection),
            "erasure-same-person")
      << "two persons in one role";
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, recording, second_person, "no hold"}, records), "granted");
  EXPECT_EQ(erasure(given.closed(), "2027-01"), ErasureState::agreed);
  EXPECT_EQ(agreed_erasures(given.closed()), std::vector<std::string>{"2027-01"});
}

TEST(Erasure, IsJudgedByNobodyElseAndOnce) {
  ClosedGiven given;
  EXPECT_EQ(given.act(ErasureRefused{{"2027-01"}, recording, second_person, "hold"}, records), "no-such-erasure");
  given.requested();
  EXPECT_EQ(given.requested(), "id-taken");
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, recording, first_person, "x"}, somebody), "erasure-role");
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, recording, "Bob", "x"}, records), "pseudonym-malformed");
  EXPECT_EQ(given.act(ErasureRefused{{"2027-01"}, recording, second_person, "hold"}, records), "granted");
  EXPECT_EQ(erasure(given.closed(), "2027-01"), ErasureState::refused);
  EXPECT_EQ(given.act(ErasureApproved{{"2027-01"}, protecting, first_person, "x"}, protection), "erasure-decided");
}

TEST(Erasure, RefusesRequestsThatAreMalformed) {
  ClosedGiven given;
  EXPECT_EQ(given.act(ErasureRequested{{"A case"}, subject, {}}, somebody), "id-malformed");
  EXPECT_EQ(given.act(ErasureRequested{{"2027-02"}, "a name", {}}, somebody), "pseudonym-malformed");
}

TEST(Erasure, IsCarriedOutOnlyWhenAgreedAndNamesThePublicFieldsInPublic) {
  ClosedGiven given;
  const CompleteErasure complete{{{"2027-01"}, {"3/telephone"}, 2}, {"12/name"}};
  given.requested();
  EXPECT_EQ(given.when(complete, registrar_author), "erasure-not-agreed");
  given = {};
  given.agreed();
  EXPECT_EQ(given.when(complete, records), "erasure-not-agreed") << "the registrar carries it out, no person";
  EXPECT_EQ(given.when(complete, registrar_author), "granted");
  EXPECT_EQ(erasure(given.closed(), "2027-01"), ErasureState::completed);
  const auto told = given.open().facts<FieldsErased>();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]->act, (FieldsErased{{"12/name"}, ErasureGround::purpose_ended, {protecting, recording}, 2}));
  EXPECT_EQ(given.when(complete, registrar_author), "erasure-not-agreed") << "once";
}

TEST(Erasure, OfClosedFieldsOnlySaysNothingInPublic) {
  ClosedGiven given;
  given.agreed();
  EXPECT_EQ(given.when(CompleteErasure{{{"2027-01"}, {"3/telephone"}, 2}, {}}, registrar_author), "granted");
  EXPECT_TRUE(given.open().facts<FieldsErased>().empty());
}

}  // namespace
}  // namespace comity
