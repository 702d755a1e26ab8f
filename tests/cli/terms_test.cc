// The institution's terms as a person asks for them, and a text checked against them: a file, a document of the record,
// a page; and a text that is not public, of which nothing is told.
#include <cstdlib>
#include <fstream>

#include "base/json.h"
#include "cli/door.h"
#include "loaded.h"
#include "said.h"
#include "texts/terms.h"

namespace comity {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* some_terms = R"(id: silence-procedure
act: term-entered
names.en: silence procedure
names.es: procedimiento de aprobación tácita
certainty: confirmed
source: A/77/275, 7

id: silence-procedure/en-1
act: term-variant
term: silence-procedure
language: en
text: tacit procedure
sort: wording
certainty: confirmed
source: A/77/275, 7

id: chair
act: term-entered
names.es: Presidencia
certainty: confirmed
source: A/77/275, 7
)";

struct TermsAsked : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();

  TermsAsked() {
    comity_says({"init", "--data", data});
    std::filesystem::create_directory(folder.path() / "set");
    put("set/00-dataset.acts", "dataset: some-terms\n");
    put("set/10-terms.acts", some_terms);
    const auto ran = comity_says({"load", "--data", data, (folder.path() / "set").string()});
    EXPECT_EQ(ran.exit, 0) << ran.err;
  }
  std::string put(const std::string& name, const std::string& text) {
    const auto file = folder.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  Ran terms(std::vector<std::string> more) {
    std::vector<std::string> words{"terms", "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
  const std::string amiss =
      "Title\n\n1. By a tacit procedure of the group.¹\n\n2. The silence procedure ran.\n\n¹ Tacit procedures.\n";
};

TEST_F(TermsAsked, AreListedWithWhatIsMissing) {
  const auto told = terms({});
  EXPECT_EQ(told.exit, 0) << told.err;
  EXPECT_EQ(told.out,
            "chair\n  es Presidencia\n  no name yet: ar zh en fr ru\n"
            "silence-procedure\n  en silence procedure\n  es procedimiento de aprobación tácita\n"
            "  no name yet: ar zh fr ru\n  en another wording: tacit procedure\n"
            "2 terms, 1 other forms, 2 without a name in some language\n");
  EXPECT_THAT(terms({"--json"}).out, HasSubstr("\"tacit procedure\""));
  EXPECT_THAT(terms({"--csv"}).out, HasSubstr("silence-procedure,"));
}

TEST_F(TermsAsked, TellWhereAFileHasAnotherForm) {
  const auto told = terms({"--check", put("text.txt", amiss)});
  EXPECT_EQ(told.exit, 1) << told.err;
  EXPECT_EQ(told.out,
            "p1: another wording; the name: silence procedure\n    By a [tacit procedure] of the group.\n"
            "note-1: another wording; the name: silence procedure\n    [Tacit procedures].\n"
            "silence-procedure\n  1× silence procedure (the name)\n  2× tacit procedure (another wording)\n"
            "Not checked, for want of a name (en): chair\n"
            "other forms: 2; terms used: 1\n");
}

TEST_F(TermsAsked, FindNothingAmissInATextThatHasTheNames) {
  const auto told = terms({"--check", put("text.txt", "Title\n\n1. The silence procedure.\n")});
  EXPECT_EQ(told.exit, 0) << told.err;
  EXPECT_THAT(told.out, HasSubstr("other forms: 0; terms used: 1\n"));
  EXPECT_EQ(terms({"--check", put("text.txt", "Title\n\n1. Tacit procedure.\n"), "--language", "es"}).exit, 0);
}

TEST_F(TermsAsked, AreReadInADocumentOfAnyKind) {
  const auto docx = put("text.html", "<html><body><p>Title</p><p>1. By a tacit procedure.</p></body></html>");
  const auto told = terms({"--check", docx});
  EXPECT_EQ(told.exit, 1) << told.err;
  EXPECT_THAT(told.out, HasSubstr("[tacit procedure]"));
}

TEST_F(TermsAsked, TellProgramsEachFinding) {
  const auto file = put("text.txt", amiss);
  const auto json = parse_json(terms({"--check", file, "--json"}).out);
  ASSERT_TRUE(json);
  const auto& findings = list_in(*json, "findings");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(text_in(findings[0], "id"), "p1");
  EXPECT_EQ(text_in(findings[0], "found"), "tacit procedure");
  EXPECT_EQ(text_in(findings[0], "term"), "silence-procedure");
  EXPECT_EQ(*number(*member(findings[0], "begin")), 5);
  EXPECT_EQ(list_in(*json, "forms").size(), 2U);
  EXPECT_EQ(list_in(*json, "unnamed").size(), 1U);
  EXPECT_THAT(terms({"--check", file, "--csv"}).out,
              HasSubstr("\r\np1,5,20,tacit procedure,silence procedure,wording,silence-procedure\r\n"));
}

TEST_F(TermsAsked, TellOfADocumentOfTheRecord) {
  const auto held = put("A_AC.999_2026_4-EN.txt", amiss);
  ASSERT_EQ(comity_says({"import", "--data", data, "--yes", held}).exit, 0);
  const auto told = terms({"--check", "A/AC.999/2026/4"});
  EXPECT_EQ(told.exit, 1) << told.err;
  EXPECT_THAT(told.out, AllOf(HasSubstr("p1: another wording"), HasSubstr("other forms: 2; terms used: 1\n")));
  EXPECT_THAT(terms({"--check", "A/AC.999/2026/4", "--language", "es"}).err, HasSubstr("A/AC.999/2026/4"));
  EXPECT_THAT(terms({"--check", "A/AC.999/2026/5"}).err, HasSubstr("A/AC.999/2026/5"));
}

TEST_F(TermsAsked, SayWhatIsNoChoice) {
  const auto neither = terms({"--check", "nothing-here"});
  EXPECT_EQ(neither.exit, 1);
  EXPECT_THAT(neither.err, HasSubstr("nothing-here is neither a file that is there nor a document symbol."));
  EXPECT_THAT(terms({"--check", put("text.txt", amiss), "--language", "de"}).err, HasSubstr("“de”"));
}

TEST_F(TermsAsked, TellNothingOfATextThatIsNotPublic) {
  const auto held = put("A_AC.999_2026_6-EN.txt", amiss);
  const auto ran = comity_says({"import", "--data", data, "--yes", "--distribution", "restricted", held});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const auto told = terms({"--check", "A/AC.999/2026/6"});
  EXPECT_EQ(told.exit, 1);
  EXPECT_EQ(told.out, "");
  EXPECT_THAT(told.err, Not(HasSubstr("tacit")));
}

// --- the pages ---------------------------------------------------------------------------------------------------

struct TermsOnPages : testing::Test {
  TestFolder folder{};
  Registry registry{"2026-11-20T12:00:00Z"};
  TextShelf shelf{registry.blobs()};
  Site site{(fill(), *registry), shipped(), assets(), {nullptr, &shelf, nullptr, nullptr}};

  void fill() {
    load(registry, std::filesystem::path(COMITY_ROOT) / "tests/golden/record");
    std::filesystem::create_directory(folder.path() / "texts");
    std::ofstream(folder.path() / "texts/A_AC.999_2026_4-ES.txt")
        << "Título\n\n1. Por el procedimiento de acuerdo tácito <b>.\n\n2. La secretaría.\n";
    import_texts(registry, folder.path() / "texts");
  }
  std::string page(const std::string& target) {
    const auto response = get(site, target);
    EXPECT_EQ(response.status, 200) << target << "\n" << response.body;
    return response.body;
  }
};

TEST_F(TermsOnPages, MarkTheWordsFoundAndLeadToTheParagraph) {
  for (const auto language : languages) {
    const std::string code(code_of(language));
    const auto html = page("/" + code + "/terms/check?of=A/AC.999/2026/4&language=es");
    EXPECT_THAT(html, AllOf(HasSubstr("<mark>procedimiento de acuerdo tácito</mark> &lt;b&gt;"),
                            HasSubstr("href=\"/es/A/AC.999/2026/4#p1\""),
                            HasSubstr("href=\"/" + code + "/terms#silence-procedure\"")));
  }
}

TEST_F(TermsOnPages, AnswerProgramsWhateverTheLanguageOfTheAddress) {
  const auto asked = [&](const char* code, const char* suffix) {
    return page("/" + std::string(code) + "/terms/check" + suffix + "?of=A/AC.999/2026/4&language=es");
  };
  EXPECT_EQ(asked("ar", ".json"), asked("zh", ".json"));
  EXPECT_THAT(asked("en", ".csv"), HasSubstr("procedimiento de acuerdo tácito"));
  EXPECT_EQ(page("/ar/terms.json"), page("/fr/terms.json"));
}

TEST_F(TermsOnPages, AreLinkedFromADocumentThatIsHeldAndFromTheFoot) {
  EXPECT_THAT(page("/es/A/AC.999/2026/4"), HasSubstr("/es/terms/check?of=A/AC.999/2026/4&amp;language=es"));
  EXPECT_THAT(page("/en/today"), HasSubstr("href=\"/en/terms\""));
  EXPECT_THAT(page("/en/terms/check"), HasSubstr("/en/terms/check?of=A/AC.999/2026/4"));
}

TEST_F(TermsOnPages, KeepTheMomentThatIsAskedFor) {
  EXPECT_THAT(page("/en/terms?as-of=0"), HasSubstr("The record holds no terms yet."));
  EXPECT_THAT(page("/en/terms?as-of=3"), HasSubstr("/en/terms/check?as-of=3"));
}

TEST_F(TermsOnPages, RefuseATextThatIsNotHeld) {
  EXPECT_EQ(get(site, "/en/terms/check?of=A/77/275").status, 404);
  EXPECT_EQ(get(site, "/en/terms/check?of=A/99/999").status, 404);
  EXPECT_EQ(get(site, "/en/terms/check?of=A/AC.999/2026/4&language=fr").status, 404);
  EXPECT_EQ(get(site, "/en/terms/check?of=A/AC.999/2026/4&language=de").status, 422);
  EXPECT_EQ(get(site, "/en/terms/check?of=%22").status, 422);
}

// --- real documents ------------------------------------------------------------------------------------------------

// Where the seeds are not at hand there are no such tests, as in tests/texts/seeds_test.cc.
std::filesystem::path seeds_of_terms() {
  const auto* given = std::getenv("COMITY_SEEDS");
  return given == nullptr ? std::filesystem::path(COMITY_ROOT) / "../shared/seeds" : std::filesystem::path(given);
}

struct SeedFindings {
  std::string file;
  std::vector<std::string> findings;
};
std::vector<SeedFindings> seeds_at_hand() {
  std::vector<SeedFindings> all{
      {"A_77_275.es.txt",
       {"p1 oewg-ict", "sd adoption-of-the-agenda", "p15 informal-consultative-meeting", "annex-p4 silence-procedure",
        "annex-b-rec-1 existing-and-potential-threats", "annex-b-rec-1 existing-and-potential-threats",
        "annex-b-rec-2 existing-and-potential-threats", "annex-p16-a points-of-contact-directory",
        "annex-e-rec-2 points-of-contact-directory", "annex-g-rec-2 programme-of-action",
        "annex-g-rec-2 programme-of-action", "note-16 operative-paragraph"}},
      {"A_AC.292_2023_L.1.es.txt", {"p1 oewg-ict", "p14 informal-consultative-meeting"}},
      {"A_AC.292_2021_1.es.txt", {}},
      {"A_RES_77_36.es.txt", {}}};
  std::erase_if(all, [](const SeedFindings& one) { return !std::filesystem::exists(seeds_of_terms() / one.file); });
  return all;
}

struct TermsOfSeeds : testing::TestWithParam<SeedFindings> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(TermsOfSeeds);
INSTANTIATE_TEST_SUITE_P(Seeds, TermsOfSeeds, testing::ValuesIn(seeds_at_hand()));

TEST_P(TermsOfSeeds, AreCalledOtherwiseWhereTheDocumentsVary) {
  const auto read = read_import(seeds_of_terms() / GetParam().file, {}, {}, {});
  ASSERT_TRUE(read) << read.refusal().code;
  const auto found = shipped_record()->read([&](const World& world, const auto&) {
    std::vector<TermForm> forms;
    std::vector<std::string> ids;
    for (const auto* term : world.facts<TermEntered>()) {
      if (const auto* name = find(term->act.names, Language::es)) forms.push_back({ids.size(), {}, *name});
      for (const auto* variant : world.about<TermVariant>(term->act.id))
        if (variant->act.language == Language::es)
          forms.push_back(
              {ids.size(), static_cast<TermForm::Sort>(static_cast<int>(variant->act.sort) + 1), variant->act.text});
      ids.push_back(term->act.id.text);
    }
    const TermChecker checker(Language::es, forms);
    std::vector<std::string> out;
    for (const auto& finding : checker.check(read->imported.text))
      if (finding.amiss) out.push_back(finding.paragraph + " " + ids[forms[finding.forms.front()].term]);
    return out;
  });
  EXPECT_EQ(found, GetParam().findings);
}

}  // namespace
}  // namespace comity
