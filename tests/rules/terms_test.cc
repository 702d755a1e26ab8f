// Terms: one name a language, and variants that can be told from every name.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

TermEntered silence_term() {
  TermEntered act;
  act.id = {"silence-procedure"};
  act.names.official = {{Language::en, "silence procedure"}, {Language::es, "procedimiento de aprobación tácita"}};
  return act;
}
TermEntered a_term(const std::string& id, const std::string& name) { return {{id}, in_english(name), {}}; }
TermVariant a_variant(const std::string& term, const std::string& text, Language language = Language::en) {
  return {{term}, language, text, VariantSort::wording, {}};
}

TEST(Term, IsEnteredOnceUnderASlug) {
  EXPECT_EQ(Given().outcome(silence_term()), "granted");
  EXPECT_EQ(Given().act(silence_term()).outcome(silence_term()), "id-taken");
  EXPECT_EQ(Given().outcome(a_term("Silence", "silence procedure")), "id-malformed");
}

TEST(Term, NeedsANameInSomeLanguageAndWordsInIt) {
  EXPECT_EQ(Given().outcome(TermEntered{{"silence-procedure"}, {}, {}}), "term-nameless");
  EXPECT_EQ(Given().outcome(a_term("silence-procedure", "…")), "term-without-words");
  EXPECT_EQ(Given().outcome(a_term("silence-procedure", "S")), "granted");
}

TEST(Term, MayShareItsNameWithAnother) {
  Given given;
  given.act(a_term("session", "meeting"));
  EXPECT_EQ(given.outcome(a_term("meeting", "Meeting")), "granted");
}

TEST(Term, IsNotCalledWhatIsWrongForAnother) {
  Given given;
  given.act(silence_term()).act(a_variant("silence-procedure", "tacit procedure"));
  EXPECT_EQ(given.outcome(a_term("tacit-procedure", "Tacit procedures")), "term-name-is-variant");
  EXPECT_EQ(given.outcome(a_term("tacit-procedure", "tacit agreement")), "granted");
}

TEST(Variant, BelongsToATermThatIsKnown) {
  EXPECT_EQ(Given().outcome(a_variant("silence-procedure", "tacit procedure")), "no-such-reference");
  EXPECT_EQ(Given().act(silence_term()).outcome(a_variant("silence-procedure", "tacit procedure")), "granted");
}

TEST(Variant, CanBeToldFromEveryName) {
  Given given;
  given.act(silence_term()).act(a_term("objection", "objection"));
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "Silence Procedures")), "term-variant-is-name");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "objections")), "term-variant-is-name");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "silence-procedure")), "granted");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "silence procedure", Language::fr)), "granted");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "Aprobación", Language::es)), "granted");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "procedimientos de aprobacion tacita", Language::es)),
            "term-variant-is-name");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", " — ")), "term-without-words");
}

TEST(Variant, IsEnteredOnceAndMeansOneTerm) {
  Given given;
  given.act(silence_term()).act(a_term("objection", "objection"));
  given.act(a_variant("silence-procedure", "tacit procedure"));
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "Tacit  procedure")), "term-variant-taken");
  EXPECT_EQ(given.outcome(a_variant("objection", "tacit procedures")), "term-variant-taken");
  EXPECT_EQ(given.outcome(a_variant("objection", "tacit procedure", Language::es)), "granted");
}

TEST(Variant, ThatWasCorrectedAwayIsFreeAgain) {
  Given given;
  given.act(silence_term()).act(a_variant("silence-procedure", "tacit procedure"));
  given.corrected(given.last(), a_variant("silence-procedure", "tacit agreement"));
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "tacit procedure")), "granted");
  EXPECT_EQ(given.outcome(a_variant("silence-procedure", "tacit agreement")), "term-variant-taken");
}

}  // namespace
}  // namespace comity
