// Acts as JSON and back, through the field lists: for every kind that there is.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "acts/closed.h"
#include "acts/fill.h"
#include "support/members.h"

namespace comity {
namespace {

TEST(Codec, EveryKindComesBackAsItWasWritten) {
  std::size_t written = 0;
  each_kind([&written]<class A>() {
    for (unsigned seed = 1; seed <= 40; ++seed) {
      auto choices = Choices::random(seed);
      const auto act = filled<A>(choices);
      const auto json = parse_json(canonical(to_json(Act(act))));
      ASSERT_TRUE(json) << A::kind << " " << json.refusal().code;
      const auto back = read_act(A::kind, *json);
      ASSERT_TRUE(back) << A::kind << " " << back.refusal().code << " " << canonical(*json);
      EXPECT_EQ(std::get<A>(*back), act) << canonical(*json);
      ++written;
    }
  });
  EXPECT_EQ(written, kinds().size() * 40);
}

TEST(Codec, EachKindHasANameOfItsOwnAndARow) {
  std::set<std::string_view> names;
  each_kind([&names]<class A>() {
    EXPECT_TRUE(names.insert(A::kind).second) << A::kind;
    ASSERT_NE(find_kind(A::kind), nullptr) << A::kind;
  });
  EXPECT_EQ(names.size(), kinds().size());
  EXPECT_EQ(names.size(), std::variant_size_v<AnyAct>);
}

TEST(Codec, AKindThatIsNotKnownIsRefused) {
  EXPECT_EQ(find_kind("war-declared"), nullptr);
  EXPECT_EQ(read_act("war-declared", JsonObject{}).refusal().code, "unknown-kind");
}

TEST(Codec, EveryFieldThatMustBeThereIsMissed) {
  std::size_t missed = 0;
  each_kind([&missed]<class A>() {
    auto choices = Choices::fixed();
    const auto whole = to_json(Act(filled<A>(choices)));
    for (const auto& field : find_kind(A::kind)->describe()) {
      if (field.need == Need::may) continue;
      auto members = *object(whole);
      members.erase(std::string(field.name));
      members.erase(std::string(field.name) + "-working");
      const auto read = read_act(A::kind, members);
      ASSERT_FALSE(read) << A::kind << " " << field.name;
      EXPECT_EQ(read.refusal().code, "field-missing") << A::kind << " " << field.name;
      ++missed;
    }
  });
  EXPECT_GT(missed, 100U);
}

TEST(Codec, AFieldThatTheActDoesNotHaveIsRefused) {
  each_kind([]<class A>() {
    auto choices = Choices::fixed();
    auto members = *object(to_json(Act(filled<A>(choices))));
    members.emplace("rank", 1);
    EXPECT_EQ(read_act(A::kind, members).refusal().code, "field-unknown") << A::kind;
  });
}

TEST(Codec, AValueOfAnotherTypeIsRefused) {
  std::size_t refused = 0;
  each_kind([&refused]<class A>() {
    auto choices = Choices::fixed();
    const auto whole = to_json(Act(filled<A>(choices)));
    for (const auto& field : find_kind(A::kind)->describe()) {
      if (field.type == FieldType::json) continue;
      auto members = *object(whole);
      members[std::string(field.name)] = field.type == FieldType::number ? Json("seven") : Json(7);
      const auto code = read_act(A::kind, members).refusal().code;
      EXPECT_TRUE(code == "field-type" || code == "field-code") << A::kind << " " << field.name << " " << code;
      ++refused;
    }
  });
  EXPECT_GT(refused, 150U);
}

TEST(Codec, ATextStandsInOneLanguageOfficiallyOrAsWorkingTranslation) {
  const Json twice = JsonObject{{"body", "oewg-ict"},
                                {"text", JsonObject{{"es", "Oficial"}}},
                                {"text-working", JsonObject{{"es", "De trabajo"}}}};
  EXPECT_EQ(read_act("rules-chosen", twice).refusal().code, "field-twice");
}

TEST(Acts, NoMemberIsForgottenInAFieldList) {
  each_kind([]<class A>() {
    if constexpr (!std::is_same_v<A, FactCorrected>) {
      EXPECT_EQ(members<A>(), visited<A>()) << A::kind;
    }
  });
  EXPECT_EQ(visited<FactCorrected>(), 4U);  // holds a Json, which can be made of anything
}

// One fixed example of each kind, as it stands in the record: a released kind never changes its meaning (decisions.md
// 7). `COMITY_ACCEPT=1 ./test_acts` rewrites the file; the difference is reviewed like code.
std::string golden_now() {
  std::ostringstream lines;
  each_kind([&lines]<class A>() {
    auto choices = Choices::fixed();
    lines << A::kind << ' ' << canonical(to_json(Act(filled<A>(choices)))) << '\n';
  });
  return lines.str();
}

TEST(Acts, EveryKindIsWrittenAsItAlwaysWas) {
  const auto path = std::string(COMITY_ROOT) + "/tests/acts/golden_kinds.txt";
  if (std::getenv("COMITY_ACCEPT")) std::ofstream(path) << golden_now();
  std::ostringstream golden;
  golden << std::ifstream(path).rdbuf();
  EXPECT_EQ(golden.str(), golden_now());
}

// The closed log's kinds, each as it always was, and none of them one of the public log's.
template <class... A>
void look_at_closed(const std::variant<A...>*, std::ostringstream& lines) {
  const auto look = [&lines]<class One>(const One&) {
    auto choices = Choices::fixed();
    const auto act = filled<One>(choices);
    const auto json = to_json(ClosedAct(act));
    lines << One::kind << ' ' << canonical(json) << '\n';
    const auto back = read_closed_act(One::kind, json);
    ASSERT_TRUE(back) << One::kind;
    EXPECT_EQ(std::get<One>(*back), act) << One::kind;
    if constexpr (std::is_same_v<One, TextWithheld>)  // the fields of its one member, which are counted as that's own
      EXPECT_EQ(visited<One>(), visited<TextImported>());
    else
      EXPECT_EQ(members<One>(), visited<One>()) << One::kind;
    EXPECT_EQ(find_kind(One::kind), nullptr) << One::kind << " is a kind of both logs";
  };
  (look(A{}), ...);
}

TEST(ClosedActs, EveryKindIsWrittenAsItAlwaysWas) {
  std::ostringstream lines;
  look_at_closed(static_cast<const ClosedAct*>(nullptr), lines);
  const auto path = std::string(COMITY_ROOT) + "/tests/acts/golden_closed_kinds.txt";
  if (std::getenv("COMITY_ACCEPT")) std::ofstream(path) << lines.str();
  std::ostringstream golden;
  golden << std::ifstream(path).rdbuf();
  EXPECT_EQ(golden.str(), lines.str());
  EXPECT_EQ(closed_kinds().size(), std::variant_size_v<ClosedAct>);
}

TEST(ClosedActs, AnActOfTheOtherLogIsNotRead) {
  EXPECT_EQ(read_closed_act("state-entered", JsonObject{}).refusal().code, "unknown-kind");
  EXPECT_EQ(read_act("erasure-requested", JsonObject{}).refusal().code, "unknown-kind");
}

}  // namespace
}  // namespace comity
