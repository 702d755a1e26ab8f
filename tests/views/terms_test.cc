// The page of all terms, and what it says of a text: which form stands where, how often, and what cannot be checked.
#include <gmock/gmock.h>

#include "support/texts_at_hand.h"
#include "views/terms_pages.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct TermsOfTexts : ReadTexts {
  TermsOfTexts() { given.document("A/77/275", "2022-08-08"); }

  void term(const std::string& id, const std::map<Language, std::string>& names) {
    given.act(TermEntered{{id}, {names, {}}, {}});
  }
  void variant(const std::string& id, const std::string& text, VariantSort sort = VariantSort::wording,
               Language language = Language::en) {
    given.act(TermVariant{{id}, language, text, sort, {}});
  }
  void silence() {
    term("silence-procedure", {{Language::en, "silence procedure"}, {Language::es, "aprobación tácita"}});
    variant("silence-procedure", "tacit procedure");
  }
  static TextStructure saying(const std::vector<std::string>& paragraphs, const std::string& note = {}) {
    TextStructure text;
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
      text.paragraphs.push_back(
          {"p" + std::to_string(i + 1), Paragraph::Kind::numbered, std::to_string(i + 1), paragraphs[i], {}});
    if (!note.empty()) text.notes.push_back({"3", note});
    return text;
  }
  Result<TermsCheckPage> asked(const std::string& of, const std::string& language = {}, Language own = Language::en) {
    return terms_check_page(lens(), {of, language, own});
  }
  std::string refused(const std::string& of, const std::string& language = {}) {
    const auto page = asked(of, language);
    return page ? "answered" : page.refusal().code;
  }
};

TEST_F(TermsOfTexts, StandWithAllSixLanguagesAndSayWhichIsMissing) {
  silence();
  term("chair", {{Language::ar, "الرئيس"},
                 {Language::zh, "主席"},
                 {Language::en, "Chair"},
                 {Language::fr, "Présidence"},
                 {Language::ru, "Председатель"},
                 {Language::es, "Presidencia"}});
  const auto page = terms_page(lens());
  EXPECT_EQ(page.count, 2);
  EXPECT_EQ(page.variants, 1);
  ASSERT_EQ(page.terms.size(), 2U);
  EXPECT_EQ(page.terms[0].id, "chair");
  EXPECT_EQ(page.terms[0].in_languages.size(), 6U);
  EXPECT_EQ(page.terms[1].in_languages[0].missing, "1");
  EXPECT_EQ(page.terms[1].variants[0].text, "tacit procedure");
  ASSERT_EQ(page.incomplete.size(), 1U);
  EXPECT_EQ(page.incomplete[0].term.id, "silence-procedure");
  EXPECT_THAT(page.incomplete[0].languages, ElementsAre(Language::ar, Language::zh, Language::fr, Language::ru));
}

TEST_F(TermsOfTexts, OfOneNameInALanguagePointToEachOther) {
  term("session", {{Language::en, "session"}, {Language::zh, "会议"}});
  term("meeting", {{Language::en, "meeting"}, {Language::zh, "会议"}});
  const auto page = terms_page(lens());
  ASSERT_EQ(page.terms.size(), 2U);
  ASSERT_EQ(page.terms[0].in_languages[1].same.size(), 1U);
  EXPECT_EQ(page.terms[0].in_languages[1].same[0].id, "session");
  EXPECT_THAT(page.terms[0].in_languages[2].same, IsEmpty());
}

TEST_F(TermsOfTexts, AreToldByTheParagraphWhereAnotherFormStands) {
  silence();
  put("A/77/275", saying({"By a Tacit Procedure of the group.", "The silence procedure ran."}, "A tacit procedure."));
  const auto page = asked("A/77/275");
  ASSERT_TRUE(page) << page.refusal().code;
  ASSERT_EQ(page->findings.size(), 2U);
  EXPECT_EQ(page->amiss, 2);
  EXPECT_EQ(page->clean, "");
  const auto& first = page->findings[0];
  EXPECT_EQ(first.passage.place, "p1");
  EXPECT_EQ(first.passage.label, "1.");
  EXPECT_EQ(first.passage.path.path, "/A/77/275#p1");
  EXPECT_EQ(first.found, "Tacit Procedure");
  EXPECT_EQ(first.name, "silence procedure");
  EXPECT_EQ(first.term.href.path, "/terms#silence-procedure");
  EXPECT_EQ(page->findings[1].passage.place, "note-3");
  ASSERT_EQ(page->mixed.size(), 1U);
  EXPECT_EQ(page->mixed[0].several, "1");
  ASSERT_EQ(page->mixed[0].forms.size(), 2U);
  EXPECT_EQ(page->mixed[0].forms[0].count, 1);
  EXPECT_FALSE(page->mixed[0].forms[0].sort);
  EXPECT_EQ(page->mixed[0].forms[1].count, 2);
  EXPECT_EQ(page->mixed[0].forms[1].amiss, 2);
}

TEST_F(TermsOfTexts, ByTheirNameAloneAreClean) {
  silence();
  put("A/77/275", saying({"The silence procedures ran."}));
  const auto page = asked("A/77/275");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->clean, "1");
  EXPECT_THAT(page->mixed, IsEmpty());
  ASSERT_EQ(page->named.size(), 1U);
  EXPECT_EQ(page->named[0].forms[0].count, 1);
}

TEST_F(TermsOfTexts, WithoutANameInTheLanguageOfTheTextAreSaidNotToBeChecked) {
  silence();
  variant("silence-procedure", "procédure de silence", VariantSort::wording, Language::fr);
  put("A/77/275", saying({"La procédure de silence."}), Language::fr);
  const auto page = asked("A/77/275", "fr");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->unnamed.size(), 1U);
  EXPECT_EQ(page->unnamed[0].id, "silence-procedure");
  ASSERT_EQ(page->findings.size(), 1U);
  EXPECT_EQ(page->findings[0].name, "");
}

TEST_F(TermsOfTexts, AreCheckedInTheReadersLanguageWhereATextIsHeldInIt) {
  silence();
  put("A/77/275", saying({"Aprobación tácita."}), Language::es);
  EXPECT_EQ(asked("A/77/275")->side->language, Language::es);
  put("A/77/275", saying({"Silence procedure."}), Language::en);
  EXPECT_EQ(asked("A/77/275")->side->language, Language::en);
  EXPECT_EQ(asked("A/77/275", "es")->side->language, Language::es);
}

TEST_F(TermsOfTexts, RefuseWhatCannotBeChecked) {
  silence();
  EXPECT_EQ(refused("A/78/265"), "no-such-symbol");
  EXPECT_EQ(refused("A/77/275"), "text-not-held");
  put("A/77/275", saying({"Silence."}));
  EXPECT_EQ(refused("A/77/275", "fr"), "text-not-held");
  EXPECT_EQ(refused("A/77/275", "de"), "language-unknown");
  EXPECT_EQ(refused("99999"), "text-entry-unknown");
  EXPECT_EQ(refused(""), "answered");
}

TEST_F(TermsOfTexts, TellNothingOfATextThatIsWithheld) {
  silence();
  given.document("A/AC.292/2026/CRP.1", "2026-01-01");
  given.act(DocumentEmbargoed{{"A/AC.292/2026/CRP.1"}, hour("2026-12-01 10:00 America/New_York -05:00")});
  EXPECT_EQ(refused("A/AC.292/2026/CRP.1"), "text-withheld");
}

}  // namespace
}  // namespace comity
