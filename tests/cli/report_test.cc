// Reports as the command line prints them: each form, in each language, and what is refused.
#include <fstream>

#include "akn_schema.h"
#include "cli/served_record.h"

namespace comity {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Reports : ServedRecord {
  Ran report(std::vector<std::string> more, const std::string& kind = "procedural") {
    std::vector<std::string> words{"report", kind, "--data", data, "--body", "oewg-ict"};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
};

TEST_F(Reports, ArePrintedInEachFormAndLanguage) {
  for (const auto language : languages) {
    const std::string code(code_of(language));
    const auto text = report({"--cycle", "2023", "--language", code});
    EXPECT_EQ(text.exit, 0) << text.err;
    EXPECT_THAT(text.out, AllOf(HasSubstr("A/AC.292/2023/2/Rev.1"), HasSubstr("oewg-ict/reports/2023")));
    const auto xml = report({"--cycle", "2023", "--language", code, "--format", "akn", "--evidence"});
    EXPECT_EQ(judged_akn(xml.out, folder.path()), 0) << code;
    EXPECT_THAT(xml.out, AllOf(HasSubstr("/akn/x-comity/doc/report/"), Not(HasSubstr("/akn/un/"))));
  }
  EXPECT_THAT(report({"--cycle", "2023", "--format", "html"}).out, HasSubstr("<html"));
  EXPECT_THAT(report({"--cycle", "mandate", "--format", "json"}).out,
              HasSubstr("\"reference\":\"oewg-ict/reports/mandate\""));
  EXPECT_THAT(report({"--cycle", "2025", "--format", "csv"}, "statistics").out, HasSubstr("cycle"));
}

TEST_F(Reports, SayThatTheyAreNoDocumentOfTheOrganization) {
  for (const auto* format : {"text", "akn", "fodt", "html"})
    EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--format", format}).out, HasSubstr("not a UN document"))
        << format;
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--planned"}).out,
              HasSubstr("Draft based on planned facts"));
}

TEST_F(Reports, NameTheirEvidenceOnRequest) {
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--evidence"}).out,
              HasSubstr("(confirmed): A/AC.292/2023/L.1, para. 3"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en"}).out, Not(HasSubstr("(confirmed):")));
}

// As a text and as XML in turn: what the papers say in each language is read in tests/reports/papers_test.cc.
TEST_F(Reports, HavePapersBesideThem) {
  bool as_text = false;
  for (const auto* kind : {"documents", "agenda", "programme", "note"}) {
    as_text = !as_text;
    for (const auto language : languages) {
      const std::string code(code_of(language));
      as_text = !as_text;
      if (as_text) {
        const auto text = report({"--cycle", "2023", "--language", code}, kind);
        EXPECT_EQ(text.exit, 0) << text.err;
        EXPECT_THAT(text.out, HasSubstr(std::string("oewg-ict/reports/2023/") + kind));
        continue;
      }
      const auto xml = report({"--cycle", "2023", "--language", code, "--format", "akn", "--evidence"}, kind);
      EXPECT_EQ(judged_akn(xml.out, folder.path()), 0) << kind << " " << code;
    }
  }
  for (const auto* format : {"text", "akn", "fodt", "html"})
    EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--format", format}, "note").out,
                HasSubstr("not a UN document"))
        << format;
  const auto letter = report({"--cycle", "2023", "--language", "en", "--on", "2023-07-24"}, "invitation");
  EXPECT_THAT(letter.out, HasSubstr("from 24 to 28 July 2023"));
}

// In each form that leaves the house, and above the report on its page.
TEST_F(Reports, NameTheLanguageOfATextThatTheirsLacks) {
  const auto set = folder.path() / "extra";
  std::filesystem::create_directory(set);
  std::ofstream(set / "00-dataset.acts") << "dataset: extra\nbody: oewg-ict\n";
  std::ofstream(set / "10-paper.acts") << "id: A/AC.292/2023/9\nact: document-registered\nbody: oewg-ict\n"
                                          "sessions: oewg-ict/s4\ntype: working-paper\ntitles.en: Elements\n"
                                          "certainty: confirmed\nsource: A/AC.292/2023/9\n";
  const auto loaded = comity_says({"load", "--data", data, set.string()});
  ASSERT_EQ(loaded.exit, 0) << loaded.err;
  for (const auto* format : {"text", "akn", "fodt"})
    EXPECT_THAT(report({"--cycle", "2023", "--language", "es", "--format", format}, "documents").out,
                HasSubstr("Elements [en inglés]"))
        << format;
  EXPECT_THAT(report({"--cycle", "2023", "--language", "es", "--format", "html"}, "documents").out,
              AllOf(HasSubstr("<span lang=\"en\" dir=\"ltr\">Elements</span> [en inglés]"),
                    HasSubstr("Textos que no están en todos los idiomas")));
  EXPECT_THAT(report({"--cycle", "2023", "--format", "json"}, "documents").out, HasSubstr("report.untranslated"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en"}, "documents").out, Not(HasSubstr("Elements [")));
}

TEST_F(Reports, OfThatWhichIsNotThereAreRefused) {
  EXPECT_THAT(report({"--cycle", "2030", "--language", "en"}).err, HasSubstr("2022, 2023, 2024, 2025"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--as-of", "0"}).err,
              HasSubstr("did not know the body “oewg-ict”"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--as-of", "2001-01-01T00:00:00Z"}).exit, 1);
  EXPECT_THAT(report({"--cycle", "2023"}, "weekly").err, HasSubstr("weekly"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en"}, "invitation").err, HasSubstr("28 July 2023"));
  EXPECT_THAT(report({"--cycle", "mandate", "--language", "en"}, "note").err, HasSubstr("whole mandate"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "en", "--planned"}, "agenda").err, HasSubstr("has no draft"));
  EXPECT_THAT(report({"--cycle", "2023", "--format", "stone"}).err, HasSubstr("stone"));
  EXPECT_THAT(report({"--cycle", "2023", "--format", "pdf"}, "statistics").err, HasSubstr("statistics"));
  EXPECT_THAT(report({"--cycle", "2023", "--language", "xx"}).err, HasSubstr("xx"));
  const auto nobody = comity_says({"report", "procedural", "--data", data, "--body", "nobody", "--cycle", "2023"});
  EXPECT_EQ(nobody.exit, 1);
  EXPECT_THAT(nobody.err, HasSubstr("nobody"));
}

// A text of the paper that the group included in its report of 2022 (A/77/275, para. 16), in English alone.
struct ReportsWithTexts : Reports {
  ReportsWithTexts() {
    const auto paper = folder.path() / "A_AC.292_2022_CRP.1-EN.txt";
    std::ofstream(paper) << "A/AC.292/2022/CRP.1\n\nProgress report\n\n1. States recalled the consensus.\n\n"
                            "2. As paragraph 1 above says:\n\n(a) They reaffirmed it.\n";
    const auto imported = comity_says({"import", "--data", data, "--yes", paper.string()});
    check(imported.exit == 0, imported.err);
  }
  void load(const std::string& facts) {
    const auto set = folder.path() / "set";
    std::filesystem::create_directories(set);
    std::ofstream(set / "00-dataset.acts") << "dataset: narrative-parts\nbody: oewg-ict\n";
    std::ofstream(set / "10.acts") << facts;
    const auto loaded = comity_says({"load", "--data", data, set.string()});
    check(loaded.exit == 0, loaded.err);
  }
};

TEST_F(ReportsWithTexts, HaveTheAnnexInEachForm) {
  for (const auto* format : {"text", "akn", "fodt", "html"}) {
    const auto english = report({"--cycle", "2022", "--language", "en", "--format", format}).out;
    EXPECT_THAT(english, AllOf(HasSubstr("States recalled the consensus."), HasSubstr("They reaffirmed it.")))
        << format;
    EXPECT_THAT(english, Not(HasSubstr("does not hold the English text"))) << format;
    const auto spanish = report({"--cycle", "2022", "--language", "es", "--format", format}).out;
    EXPECT_THAT(spanish, Not(HasSubstr("States recalled"))) << format;
    EXPECT_THAT(spanish, AllOf(HasSubstr("El registro no contiene el texto en español"),
                               HasSubstr("https://undocs.org/es/A/AC.292/2022/CRP.1")))
        << format;
  }
  const auto xml = report({"--cycle", "2022", "--language", "en", "--format", "akn", "--evidence"});
  EXPECT_EQ(judged_akn(xml.out, folder.path()), 0);
  EXPECT_THAT(xml.out, AllOf(HasSubstr("eId=\"annex-p2-a\""), HasSubstr("href=\"#annex-p1\"")));
  EXPECT_THAT(report({"--cycle", "2022", "--language", "en", "--as-of", "800"}).out, Not(HasSubstr("States recalled")));
  EXPECT_THAT(report({"--cycle", "2022", "--format", "json"}).out,
              AllOf(HasSubstr("\"standing\":\"issued\""), Not(HasSubstr("States recalled"))));
}

TEST_F(ReportsWithTexts, BearASymbolOnlyOnceItIsAllotted) {
  EXPECT_THAT(report({"--cycle", "2022", "--language", "en"}).out, Not(HasSubstr("Symbol allotted")));
  load(
      "id: a\nact: symbol-allotted\nbody: oewg-ict\nyear: 2022\nsymbol: A/77/275\ncertainty: confirmed\n"
      "source: A/77/275, 1\n\n"
      "id: b\nact: narrative-part-bound\nbody: oewg-ict\nyear: 2022\npart: chapeau\n"
      "document: A/AC.292/2023/CRP.1\ncertainty: reported\nsource: A publisher | A title\n");
  for (const auto* format : {"text", "akn", "fodt"})
    EXPECT_THAT(report({"--cycle", "2022", "--language", "en", "--format", format}).out,
                AllOf(HasSubstr("Symbol allotted: "), HasSubstr("not a UN document"),
                      HasSubstr("does not hold the English text of document A/AC.292/2023/CRP.1")))
        << format;
  const auto page = report({"--cycle", "2022", "--language", "en", "--format", "html"}).out;
  EXPECT_THAT(page, AllOf(HasSubstr("Symbol allotted"), HasSubstr("id=\"chapeau\"")));
  EXPECT_LT(page.find("id=\"chapeau\""), page.find("id=\"introduction\""));
  EXPECT_LT(page.find("id=\"introduction\""), page.find("id=\"annex-p1\""));
}

}  // namespace
}  // namespace comity
