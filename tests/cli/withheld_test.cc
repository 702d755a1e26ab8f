// Texts that are not for everybody: nothing public tells of them, those who keep the record read them, and from the
// moment of release on they are as any other.
#include <fstream>

#include "cli/loaded.h"
#include "registrar/releasing.h"
#include "said.h"
#include "search/index.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

const Symbol paper{"A/AC.292/2026/CRP.1"};
const std::string secret = "quixotic";

// A record, its texts, its index and its site.
struct Institution {
  Registry registry{};
  TextShelf shelf{registry.blobs()};
  SearchIndex index{registry.folder() / "search", "example.org/log"};
  Site site{*registry, shipped(), assets(), {nullptr, &shelf, &index}};

  Institution() {
    auto restricted = a_document(paper.text);
    restricted.distribution = Distribution::restricted;
    restricted.body = BodyId{"oewg-ict"};
    BodyEstablished body;
    body.id = {"oewg-ict"};
    body.names = body.parent = body.short_names = in_english("A group");
    body.founding = {{"A/RES/75/240"}};
    enter({{a_document("A/RES/75/240"), confirmed()},
           {body, confirmed()},
           {restricted, confirmed()},
           {a_document("A/AC.292/2026/1"), confirmed()},
           {a_document("A/AC.292/2026/2"), confirmed()},
           {text("A/AC.292/2026/1", "As said in A/AC.292/2026/CRP.1, paragraph 1."), confirmed()}});
  }
  void enter(const std::vector<std::pair<Act, Said>>& acts) { ASSERT_TRUE(registry.enter(acts).refused.empty()); }
  TextImported text(const std::string& symbol, const std::string& words) {
    const auto file = registry.blobs().put(words);
    const TextStructure read{{{"p1", Paragraph::Kind::numbered, "1", words}}, {}};
    const auto structure = registry.blobs().put(canonical(to_json(read)));
    TextImported act;
    act.document = {symbol};
    act.language = Language::en;
    act.file = to_hex(file.digest);
    act.file_size = file.size;
    act.file_type = "text/plain";
    act.structure = to_hex(structure.digest);
    act.structure_size = structure.size;
    return act;
  }
  void withhold() {
    auto act = text(paper.text, "A " + secret + " proposal.");
    act.title = "A " + secret + " title";
    const ClosedRequest request{"w-1", TextWithheld{act}, operator_of_secretariat};
    ASSERT_TRUE(registry->enter(request).refused.empty());
  }
  // Every public address there is, with what it answers.
  std::map<std::string, std::string> all_public() {
    std::map<std::string, std::string> out;
    for (const auto& target : addresses()) {
      const auto answer = get(site, target);
      out[target] = std::to_string(answer.status) + "\n" + answer.body;
      for (const auto& [name, value] : answer.headers) out[target] += "\n" + name + ": " + value;
    }
    return out;
  }

 private:
  std::vector<std::string> addresses() const {
    std::vector<std::string> out{"/log/checkpoint", "/log/tile/0/000.p/7", "/log/tile/entries/000.p/7",
                                 "/api/examples.json"};
    registry_of().read([&out](const World& world, const std::vector<Instant>& instants) {
      for (const auto language : languages)
        for (const auto& route : routes())
          if (const auto path = example(route.pattern, world, static_cast<std::int64_t>(instants.size())))
            for (const char* face : {"", ".json", ".csv", ".atom", ".ics"})
              out.push_back("/" + std::string(code_of(language)) + escaped_path(*path) + face);
    });
    for (const auto language : languages)
      for (const char* face : {"", ".json", ".txt", ".akn", ".fodt", ".bib", ".ris", ".csl"})
        out.push_back("/" + std::string(code_of(language)) + "/" + paper.text + face);
    for (const char* page :
         {"/en/search?q=quixotic", "/en/search?q=quixotic+proposal&how=wording", "/en/search.json?q=quixotic",
          "/en/terms/check?of=A/AC.292/2026/CRP.1", "/en/terms/check.json?of=A/AC.292/2026/CRP.1&language=en",
          "/en/compare?before=A/AC.292/2026/CRP.1&after=A/AC.292/2026/1", "/en/A/AC.292/2026/1",
          "/en/A/AC.292/2026/CRP.1?as-of=3", "/en/A/AC.292/2026/CRP.1?on=2026-11-19"})
      out.push_back(page);
    return out;
  }
  const Registrar& registry_of() const { return *const_cast<Institution*>(this)->registry; }
};

TEST(WithheldTexts, ChangeNothingThatIsPublic) {
  Institution with, without;
  with.withhold();
  for (auto* both : {&with, &without}) {
    both->registry.clock("2026-11-20T13:00:00Z");
    both->enter({{a_document("A/AC.292/2026/3"), confirmed()}});
  }
  const auto told = with.all_public();
  EXPECT_EQ(told, without.all_public());
  EXPECT_GT(told.size(), 100U);
  for (const auto& [target, answer] : told)
    if (target.find("quixotic") == target.npos) EXPECT_THAT(answer, Not(HasSubstr(secret))) << target;
}

TEST(WithheldTexts, AreAsAnyOtherFromTheirReleaseOn) {
  Institution institution;
  institution.withhold();
  const auto site_before = get(institution.site, "/en/" + paper.text).body;
  EXPECT_THAT(site_before, HasSubstr("Text not public"));
  for (const char* form : {".txt", ".fodt", ".pdf", ".docx"})
    EXPECT_THAT(get(institution.site, "/en/" + paper.text + form).body, HasSubstr("is not public")) << form;
  institution.registry.clock("2026-11-20T14:00:00Z");
  institution.enter({{DocumentReleased{paper, in_english("Derestricted")}, confirmed()}});
  Releasing(*institution.registry).carry_out(institution.registry->now());
  for (const auto& target : {"/en/" + paper.text, "/en/" + paper.text + ".txt", std::string("/en/search?q=quixotic")})
    EXPECT_THAT(get(institution.site, target).body, HasSubstr(secret)) << target;
  EXPECT_THAT(get(institution.site, "/en/" + paper.text + "?as-of=2026-11-20T13:59:59Z").body, Not(HasSubstr(secret)));
}

TEST(WithheldTexts, AreNotWhatIsPublicAlready) {
  Institution institution;
  auto corrected = a_document("A/AC.292/2026/1");
  corrected.distribution = Distribution::restricted;
  institution.enter({{FactCorrected{3, "misread", "document-registered", to_json(Act(corrected))}, confirmed()}});
  const auto page = get(institution.site, "/en/A/AC.292/2026/1").body;
  EXPECT_THAT(page, HasSubstr("restricted"));
  EXPECT_THAT(page, HasSubstr("As said in"));
  EXPECT_THAT(page, Not(HasSubstr("Text not public")));
}

TEST(WithheldTexts, AreToldOnAPageForAsLongAsTheEmbargoLasts) {
  Institution institution;
  institution.enter(
      {{DocumentEmbargoed{{"A/AC.292/2026/2"}, hour("2026-11-20 10:00 America/New_York -05:00")}, confirmed()}});
  const auto told = [&](std::string_view at) {
    institution.registry.clock(at);
    return get(institution.site, "/en/A/AC.292/2026/2").body.find("Text not public") != std::string::npos;
  };
  EXPECT_TRUE(told("2026-11-20T14:59:59Z"));
  EXPECT_TRUE(told("2026-11-20T14:59:59.5Z")) << "now from the pages that are kept";
  EXPECT_FALSE(told("2026-11-20T15:00:00Z")) << "though nothing was entered since";
}

// From the command line, with the clock of this machine.
struct WithheldByHand : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  std::string file = (folder.path() / "A_AC.999_2026_7-EN.txt").string();

  void SetUp() override {
    ASSERT_EQ(says({"init"}).exit, 0);
    std::ofstream(file, std::ios::binary) << "A paper of our own\n\n1. A quixotic proposal.\n";
  }
  Ran says(std::vector<std::string> words) {
    words.insert(words.begin() + 1, {"--data", data});
    return comity_says(words);
  }
  std::string text(bool withheld) {
    std::vector<std::string> words{"export", "A/AC.999/2026/7", "--language", "en"};
    if (withheld) words.push_back("--withheld");
    const auto ran = says(words);
    return ran.out + ran.err;
  }
};

TEST_F(WithheldByHand, EntersTheTextWhereNobodySeesItAndOnce) {
  EXPECT_THAT(says({"import", file, "--distribution", "restricted"}).out,
              HasSubstr("will be entered in the closed part of the record. Restricted distribution"));
  const auto entered = says({"import", file, "--distribution", "restricted", "--yes"});
  EXPECT_EQ(entered.exit, 0) << entered.err;
  EXPECT_THAT(entered.out, HasSubstr("Entered in the closed part of the record: the text of A/AC.999/2026/7"));
  EXPECT_THAT(says({"import", file, "--yes"}).out, HasSubstr("already as it is"));
  EXPECT_EQ(text(false), "The text of A/AC.999/2026/7 is not public. The document’s page says why.\n");
  EXPECT_THAT(text(true), HasSubstr("quixotic"));
  EXPECT_THAT(text(true), HasSubstr("Restricted distribution: the text is not given to the public."));
  EXPECT_THAT(says({"search", secret}).out, Not(HasSubstr("proposal")));
  EXPECT_EQ(says({"verify"}).exit, 0);
}

TEST_F(WithheldByHand, IsNotMadePublicByASlip) {
  ASSERT_EQ(says({"import", file, "--distribution", "general", "--yes"}).exit, 0);
  const auto before = says({"entries"}).out;
  const auto other = (folder.path() / "A_AC.999_2026_7-FR.txt").string();
  std::ofstream(other, std::ios::binary) << "Distr. restreinte\n\nUn document\n\n1. Quixotic.\n";
  for (const std::string distribution : {"restricted", "participants"}) {
    const auto refused = says({"import", other, "--distribution", distribution, "--yes"});
    EXPECT_EQ(refused.exit, Exit::refused);
    EXPECT_THAT(refused.err, HasSubstr("its text would be public"));
  }
  EXPECT_THAT(says({"import", other, "--yes"}).err, HasSubstr("its text would be public")) << "the text itself says so";
  EXPECT_EQ(says({"entries"}).out, before);
  EXPECT_EQ(says({"import", other, "--distribution", "general", "--yes"}).exit, 0);
}

TEST_F(WithheldByHand, ReplacesTheTextWithAReason) {
  says({"import", file, "--distribution", "restricted", "--yes"});
  std::ofstream(file, std::ios::binary) << "A paper of our own\n\n1. Another quixotic proposal.\n";
  EXPECT_THAT(says({"import", file, "--yes"}).err, HasSubstr("held already (entry 0)"));
  const auto replaced = says({"import", file, "--yes", "--replace", "reissued"});
  EXPECT_EQ(replaced.exit, 0) << replaced.err;
  EXPECT_THAT(text(true), HasSubstr("Another quixotic"));
}

TEST_F(WithheldByHand, GivesItToEverybodyOnceItIsReleased) {
  says({"import", file, "--distribution", "participants", "--yes"});
  const auto acts = folder.path() / "release";
  std::filesystem::create_directory(acts);
  std::ofstream(acts / "00-dataset.acts") << "dataset: release\n";
  std::ofstream(acts / "10.acts") << "id: release/paper\nact: document-released\ndocument: A/AC.999/2026/7\n"
                                     "reason.en: Derestricted\ncertainty: confirmed\nsource: A/AC.999/2026/7\n";
  const auto loaded = says({"load", acts.string()});
  EXPECT_EQ(loaded.exit, 0) << loaded.err;
  EXPECT_THAT(text(false), HasSubstr("quixotic"));
  EXPECT_THAT(text(false), Not(HasSubstr("participants only")));
  EXPECT_THAT(says({"search", secret}).out, HasSubstr("[quixotic]"));
}

TEST_F(WithheldByHand, UnderAnEmbargoTellsTheHourInTheZoneOfThePlace) {
  const auto entered = says({"import", file, "--embargo", "2999-07-03 10:00 America/New_York", "--yes"});
  EXPECT_EQ(entered.exit, 0) << entered.err;
  EXPECT_THAT(entered.out, HasSubstr("Under embargo"));
  EXPECT_THAT(says({"export", "A/AC.999/2026/7", "--format", "json"}).out, HasSubstr("2999-07-03"));
  EXPECT_THAT(says({"entries"}).out, HasSubstr("embargo on a document"));
  EXPECT_THAT(text(false), Not(HasSubstr(secret)));
  EXPECT_THAT(text(true), HasSubstr("Under embargo"));
}

TEST_F(WithheldByHand, RefusesAnHourThatIsNone) {
  for (const auto* wrong : {"tomorrow", "2999-07-03", "2999-07-03 10:00", "2999-07-03 10:00 New_York",
                            "2999-07-03 25:00 America/New_York", "2999-13-03 10:00 America/New_York"}) {
    const auto refused = says({"import", file, "--embargo", wrong, "--yes"});
    EXPECT_EQ(refused.exit, Exit::refused) << wrong << refused.out;
    EXPECT_THAT(refused.err, Not(HasSubstr("refusal."))) << wrong;
  }
  EXPECT_THAT(says({"import", file, "--embargo", "2001-07-03 10:00 America/New_York", "--yes"}).err,
              HasSubstr("is over already"));
  EXPECT_THAT(says({"entries"}).out, Not(HasSubstr("A/AC.999/2026/7"))) << "nothing by halves";
}

}  // namespace
}  // namespace comity
