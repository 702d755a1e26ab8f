// States and observers: entered once, named in six languages in the order of time.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

StateEntered a_state(const std::string& id) {
  StateEntered act;
  act.id = {id};
  return act;
}

TEST(State, IsEnteredOnceUnderASlug) {
  EXPECT_EQ(Given().outcome(a_state("sgp")), "granted");
  EXPECT_EQ(Given().outcome(a_state("Singapore")), "id-malformed");
  EXPECT_EQ(Given().state("sgp").outcome(a_state("sgp")), "id-taken");
}

TEST(State, DoesNotCeaseBeforeItBegins) {
  auto act = a_state("sgp");
  act.since = day("1965-09-21");
  act.until = day("1945-10-24");
  EXPECT_EQ(Given().outcome(act), "days-backwards");
}

TEST(StateName, IsGivenInAllSixLanguagesTogether) {
  auto names = in_six("Türkiye");
  EXPECT_EQ(Given().state("tur").outcome(StateNamed{{"tur"}, {}, names}), "granted");
  names.official.erase(Language::zh);
  EXPECT_EQ(Given().state("tur").outcome(StateNamed{{"tur"}, {}, names}), "name-incomplete");
  names.working.emplace(Language::zh, "土耳其");
  EXPECT_EQ(Given().state("tur").outcome(StateNamed{{"tur"}, {}, names}), "granted");
}

TEST(StateName, BeginsAfterTheOneBefore) {
  Given given;
  given.state("tur", "Turkey").act(StateNamed{{"tur"}, day("2022-06-01"), in_six("Türkiye")});
  EXPECT_EQ(given.outcome(StateNamed{{"tur"}, day("2020-01-01"), in_six("Other")}), "name-order");
  EXPECT_EQ(given.outcome(StateNamed{{"tur"}, day("2022-06-01"), in_six("Other")}), "name-order");
  EXPECT_EQ(given.outcome(StateNamed{{"tur"}, {}, in_six("Other")}), "name-order");
  EXPECT_EQ(given.outcome(StateNamed{{"tur"}, day("2030-01-01"), in_six("Other")}), "granted");
}

}  // namespace
}  // namespace comity
