// Which forms of a term a text uses, and where: inflected, folded, the longest first, none over another.
#include "texts/terms.h"

#include <gmock/gmock.h>

#include <map>
#include <random>

#include "texts/term_words.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Sort = TermForm::Sort;

struct CheckedText {
  Language language = Language::en;
  std::vector<TermForm> forms{};
  TextStructure text{};

  CheckedText& name(std::size_t term, const std::string& words) { return form(term, Sort::name, words); }
  CheckedText& form(std::size_t term, Sort sort, const std::string& words) {
    forms.push_back({term, sort, words});
    return *this;
  }
  CheckedText& says(const std::string& words) {
    text.paragraphs.push_back({"p" + std::to_string(text.paragraphs.size() + 1), {}, "", words, {}});
    return *this;
  }
  std::vector<TermFinding> findings() const { return TermChecker(language, forms).check(text); }
  // The words found, in their order; those that are amiss with a "!".
  std::vector<std::string> found() const {
    std::vector<std::string> out;
    for (const auto& finding : findings()) {
      const auto at = static_cast<std::size_t>(std::stoi(finding.paragraph.substr(1))) - 1;
      const auto words = text.paragraphs[at].text.substr(finding.begin, finding.end - finding.begin);
      out.push_back((finding.amiss ? "!" : "") + words);
    }
    return out;
  }
};

CheckedText in(Language language) { return {language, {}, {}}; }
// What is found of one name in a text.
std::vector<std::string> found(Language language, const std::string& name, const std::string& text) {
  return in(language).name(0, name).says(text).found();
}

TEST(Terms, AreFoundWhateverTheCaseAccentsAndSigns) {
  EXPECT_THAT(found(Language::es, "período de sesiones", "Los PERIODOS de  sesiones."),
              ElementsAre("PERIODOS de  sesiones"));
  EXPECT_THAT(found(Language::fr, "ordre du jour de l'Assemblée", "l’ordre du jour de l’assemblee générale"),
              ElementsAre("ordre du jour de l’assemblee"));
  EXPECT_THAT(found(Language::ru, "всё", "Все"), ElementsAre("Все"));
  EXPECT_THAT(found(Language::en, "2021–2025", "for 2021-2025."), ElementsAre("2021-2025"));
  EXPECT_THAT(found(Language::ar, "الأمانة العامة", "الامانه العامّة"), ElementsAre("الامانه العامّة"));
}

TEST(Terms, TellADashFromABlank) {
  EXPECT_THAT(found(Language::en, "open-ended group", "An open ended group, an open‑ended group."),
              ElementsAre("open‑ended group"));
}

TEST(Terms, AreWordsAndNotPartsOfWords) {
  EXPECT_THAT(found(Language::en, "chair", "chairmanship; armchair"), IsEmpty());
  EXPECT_THAT(found(Language::ar, "قرار", "استقرار"), IsEmpty());
}

TEST(Terms, HaveNoWordsToKeepApartInChinese) {
  EXPECT_THAT(found(Language::zh, "大会", "联合国大会决定"), ElementsAre("大会"));
  EXPECT_THAT(in(Language::zh).name(0, "大会").name(1, "大会和会议管理部").says("大会和会议管理部").found(),
              ElementsAre("大会和会议管理部"));
}

TEST(Terms, AreKnownInTheirPlural) {
  EXPECT_THAT(found(Language::en, "point of contact", "Points of contact; the party"),
              ElementsAre("Points of contact"));
  EXPECT_THAT(found(Language::en, "third party", "third parties"), ElementsAre("third parties"));
  EXPECT_THAT(found(Language::en, "status", "statu"), IsEmpty());
  EXPECT_THAT(found(Language::es, "sesión plenaria", "sesiones plenarias"), ElementsAre("sesiones plenarias"));
  EXPECT_THAT(found(Language::es, "informe final", "informes finales"), ElementsAre("informes finales"));
  EXPECT_THAT(found(Language::fr, "séance plénière", "séances plénières"), ElementsAre("séances plénières"));
  EXPECT_THAT(found(Language::fr, "groupe régional", "groupes régionaux"), ElementsAre("groupes régionaux"));
  EXPECT_THAT(found(Language::ar, "جلسة عامة", "الجلسات العامة"), ElementsAre("الجلسات العامة"));
}

TEST(Terms, AreKnownInTheirCases) {
  EXPECT_THAT(found(Language::ru, "Генеральная Ассамблея", "Генеральной Ассамблее, Генеральную Ассамблею"),
              ElementsAre("Генеральной Ассамблее", "Генеральную Ассамблею"));
  EXPECT_THAT(found(Language::ru, "рабочая группа открытого состава", "рабочей группой открытого состава"),
              ElementsAre("рабочей группой открытого состава"));
  EXPECT_THAT(found(Language::ar, "الجمعية العامة", "وقررت الجمعية العامة وللجمعية العامة وبالجمعية العامة"),
              ElementsAre("الجمعية العامة", "وللجمعية العامة", "وبالجمعية العامة"));
  EXPECT_THAT(found(Language::ar, "جلسة عامة", "وجلسة عامة"), ElementsAre("وجلسة عامة"));
}

TEST(Terms, ThatSayBothGendersAreEither) {
  EXPECT_THAT(found(Language::fr, "Président(e) par intérim", "la Présidente par intérim, le président par intérim"),
              ElementsAre("Présidente par intérim", "président par intérim"));
  EXPECT_THAT(found(Language::en, "group (2021)", "group"), IsEmpty());
}

TEST(Terms, TheLongestFormIsMeant) {
  auto text = in(Language::en);
  text.name(0, "meeting").name(1, "plenary meeting").form(2, Sort::wording, "plenary meeting of the group");
  EXPECT_THAT(text.says("A plenary meeting of the group; a plenary meeting; a meeting.").found(),
              ElementsAre("!plenary meeting of the group", "plenary meeting", "meeting"));
}

TEST(Terms, ALongerFormStandsAboveAnEarlierOne) {
  auto text = in(Language::en);
  text.name(0, "list of").form(1, Sort::wording, "of speakers and guests");
  EXPECT_THAT(text.says("the list of speakers and guests").found(), ElementsAre("!of speakers and guests"));
}

TEST(Terms, AShortFormIsRightOnceTheNameHasStood) {
  auto text = in(Language::en);
  text.name(0, "Open-ended Working Group on security").form(0, Sort::short_form, "Working Group");
  text.says("The Working Group met.").says("The Open-ended Working Group on security; the Working Group.");
  EXPECT_THAT(text.found(), ElementsAre("!Working Group", "Open-ended Working Group on security", "Working Group"));
}

TEST(Terms, AShortFormIsNotRightAfterItsOwnMisspelling) {
  auto text = in(Language::en);
  text.name(0, "Open-ended Working Group on security").form(0, Sort::short_form, "Open-ended Working Group");
  text.form(0, Sort::spelling, "Open ended Working Group");
  EXPECT_THAT(text.says("The Open ended Working Group; the Open-ended Working Group.").found(),
              ElementsAre("!Open ended Working Group", "!Open-ended Working Group"));
}

TEST(Terms, AnAbbreviationIsRightAfterANameOfOneWord) {
  auto text = in(Language::en);
  text.name(0, "Assembly").form(0, Sort::short_form, "GA");
  EXPECT_THAT(text.says("GA, Assembly, GA").found(), ElementsAre("!GA", "Assembly", "GA"));
}

TEST(Terms, AVariantIsAmissEvenWhereTheNameHasStood) {
  auto text = in(Language::en);
  text.name(0, "silence procedure")
      .form(0, Sort::wording, "tacit procedure")
      .says("silence procedure, tacit procedure");
  EXPECT_THAT(text.found(), ElementsAre("silence procedure", "!tacit procedure"));
}

TEST(Terms, OfOneNameAreAllCounted) {
  auto text = in(Language::zh);
  text.name(0, "会议").name(1, "会议").says("会议");
  const TermChecker checker(text.language, text.forms);
  const auto findings = checker.check(text.text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0].forms, ElementsAre(0U, 1U));
  EXPECT_THAT(tally(checker, findings), ElementsAre(1, 1));
}

TEST(Terms, AreFoundInNotesAndHeadingsToo) {
  auto text = in(Language::en);
  text.name(0, "mandate");
  text.text.paragraphs.push_back({"h1", Paragraph::Kind::heading, "", "Mandate", {}});
  text.text.notes.push_back({"3", "See the mandate."});
  const auto findings = text.findings();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].paragraph, "h1");
  EXPECT_EQ(findings[1].paragraph, "note-3");
  EXPECT_EQ(findings[1].begin, 8U);
}

TEST(Terms, ReadWhatIsNoText) {
  EXPECT_THAT(found(Language::en, "mandate", "\xff\xfemandate\xff"), ElementsAre("mandate"));
  EXPECT_THAT(found(Language::en, "mandate", ""), IsEmpty());
  EXPECT_THAT(found(Language::en, "…", "…"), ElementsAre("…"));
  EXPECT_THAT(found(Language::en, "", "mandate"), IsEmpty());
  EXPECT_FALSE(has_words("… — ()"));
  EXPECT_TRUE(has_words("会"));
}

TEST(Terms, AreTheSameWhereTheyReadAlike) {
  const auto same = [](Language language, std::string_view a, std::string_view b) {
    return bare_form(language, a) == bare_form(language, b);
  };
  EXPECT_TRUE(same(Language::es, "Sesión plenaria", "sesiones plenarias"));
  EXPECT_FALSE(same(Language::en, "capacity-building", "capacity building"));
  EXPECT_FALSE(same(Language::es, "aprobación tácita", "acuerdo tácito"));
}

// --- for any text --------------------------------------------------------------------------------------------------

const std::vector<std::string>& words_of(Language language) {
  static const std::map<Language, std::vector<std::string>> all{
      {Language::ar, {"الجلسة", "جلسات", "العامة", "و", "للجمعية", "،"}},
      {Language::zh, {"大", "会", "议", "。", "大会"}},
      {Language::en, {"open", "-", "Ended", "group", "groups", "(", "parties", "party", "’s"}},
      {Language::fr, {"séance", "Séances", "l’", "travaux", "travail", "-"}},
      {Language::ru, {"рабочая", "рабочей", "группа", "группой", "й", "."}},
      {Language::es, {"sesión", "sesiones", "informe", "Informes", "de", ","}}};
  return all.at(language);
}

class AnyTermText {
 public:
  AnyTermText(Language language, unsigned seed) : language_(language), chance_(seed) {
    for (std::size_t at = 0; at < 6; ++at)
      checked.forms.push_back({at / 2, static_cast<Sort>(below(4)), words(1 + below(3))});
    for (std::size_t at = 0; at < 4; ++at) checked.says(words(below(30)));
    checked.language = language;
  }
  CheckedText checked{};

 private:
  std::size_t below(std::size_t end) { return chance_() % end; }
  std::string words(std::size_t count) {
    std::string out;
    for (const auto& all = words_of(language_); count > 0; --count) {
      out += all[below(all.size())];
      if (language_ != Language::zh && below(5) != 0) out += ' ';
    }
    return out;
  }
  Language language_;
  std::mt19937 chance_;
};

// Every finding reads as the forms it names, and none overlaps another.
TEST(Terms, OfAnyTextReadAsTheFormsThatTheyNameAndDoNotOverlap) {
  std::size_t seen = 0;
  for (const auto language : languages)
    for (unsigned seed = 0; seed < 80; ++seed) {
      const auto checked = AnyTermText(language, seed).checked;
      std::string paragraph;
      std::size_t end = 0;
      for (const auto& finding : checked.findings()) {
        if (finding.paragraph != paragraph) end = 0;
        EXPECT_GE(finding.begin, end);
        EXPECT_LT(finding.begin, finding.end);
        paragraph = finding.paragraph;
        end = finding.end;
        const auto& text = checked.text.paragraphs[static_cast<std::size_t>(paragraph[1] - '1')].text;
        const auto found = term_words(language, std::string_view(text).substr(finding.begin, end - finding.begin));
        for (const auto form : finding.forms) {
          const auto wanted = term_words(language, checked.forms[form].text);
          ASSERT_EQ(found.size(), wanted.size()) << text;
          for (std::size_t at = 0; at < found.size(); ++at)
            EXPECT_THAT(found[at].keys, testing::Contains(wanted[at].keys.front())) << text;
        }
        ++seen;
      }
    }
  EXPECT_GT(seen, 1'000U);
}

// What the text says once is found however often it says it.
TEST(Terms, OfATextSaidTwiceAreFoundTwice) {
  for (const auto language : languages)
    for (unsigned seed = 0; seed < 20; ++seed) {
      auto checked = AnyTermText(language, seed).checked;
      const auto once = checked.findings().size();
      const auto paragraphs = checked.text.paragraphs;
      for (const auto& paragraph : paragraphs) checked.says(paragraph.text);
      EXPECT_EQ(checked.findings().size(), 2 * once);
    }
}

}  // namespace
}  // namespace comity
