// How names stand within sentences, and under which item a decision was taken.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

NameFormed forms_of_group() {
  NameFormed act;
  act.id = {"group-in-sentences"};
  act.names = in_english("Working group");
  act.subject = in_english("the working group");
  act.gender = in_english("neuter");
  return act;
}

TEST(NameForms, AreToldOnceInTheLanguagesOfTheName) {
  Given given;
  given.act(forms_of_group());
  EXPECT_EQ(given.outcome(forms_of_group()), "id-taken");
  auto act = forms_of_group();
  act.id = {"other"};
  act.of = in_six("of the group");
  EXPECT_EQ(given.outcome(act), "form-without-name");
  act.names = in_six("Working group");
  EXPECT_EQ(given.outcome(act), "granted");
  act.id = {"No Slug"};
  EXPECT_EQ(given.outcome(act), "id-malformed");
}

TEST(NameForms, KnowThreeGenders) {
  Given given;
  auto act = forms_of_group();
  act.gender = in_english("common");
  EXPECT_EQ(given.outcome(act), "gender-unknown");
  for (const auto* gender : {"masculine", "feminine", "neuter"}) {
    act.gender = in_english(gender);
    EXPECT_EQ(given.outcome(act), "granted") << gender;
  }
}

TEST(Decision, IsTakenUnderAnItemOfItsOwnBody) {
  Given given;
  given.body().body("mechanism", "2026", "").session("oewg-ict/s3", 3).item("oewg-ict/item-7", "7");
  given.item("mechanism/item-1", "1").decision("oewg-ict/adopted", "oewg-ict/s3", "2022-07-29");
  EXPECT_EQ(given.outcome(DecisionUnderItem{{"oewg-ict/adopted"}, {"mechanism/item-1"}}), "item-of-another-body");
  EXPECT_EQ(given.outcome(DecisionUnderItem{{"oewg-ict/adopted"}, {"oewg-ict/item-9"}}), "no-such-reference");
  EXPECT_EQ(given.outcome(DecisionUnderItem{{"oewg-ict/adopted"}, {"oewg-ict/item-7"}}), "granted");
}

}  // namespace
}  // namespace comity
