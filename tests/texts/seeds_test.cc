// The real documents that the seeds are: COMITY_SEEDS, else ../shared/seeds. Where they are not at hand there are no
// such tests: none is skipped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "texts/plain.h"
#include "texts/steps.h"

namespace comity {
namespace {

std::filesystem::path seeds() {
  const auto* given = std::getenv("COMITY_SEEDS");
  return given == nullptr ? std::filesystem::path(COMITY_ROOT) / "../shared/seeds" : std::filesystem::path(given);
}

Imported import_seed(const std::string& name) {
  std::ifstream in(seeds() / (name + ".es.txt"));
  EXPECT_TRUE(in) << name;
  std::stringstream text;
  text << in.rdbuf();
  auto result = import_plain(text.str(), Language::es);
  EXPECT_TRUE(result) << name;
  return result ? *std::move(result) : Imported{};
}

std::set<std::string> ids_in(const Imported& import) {
  std::set<std::string> out;
  for (const auto& paragraph : import.text.paragraphs) EXPECT_TRUE(out.insert(paragraph.id).second) << paragraph.id;
  return out;
}

void expect_numbers(const std::set<std::string>& ids, const std::string& before, int last) {
  for (int number = 1; number <= last; ++number)
    EXPECT_EQ(ids.count(before + std::to_string(number)), 1U) << before << number;
  EXPECT_EQ(ids.count(before + std::to_string(last + 1)), 0U) << before;
}

int count_of(const Imported& import, std::string_view code) {
  return static_cast<int>(std::count_if(import.findings.begin(), import.findings.end(),
                                        [&](const Finding& finding) { return finding.code == code; }));
}

void the_first_annual_report_has_every_paragraph_and_note() {
  const auto report = import_seed("A_77_275");
  const auto all = ids_in(report);
  expect_numbers(all, "p", 17);
  expect_numbers(all, "annex-p", 18);
  expect_numbers(all, "p6-", 8);
  expect_numbers(all, "p7-b", 9);
  for (const auto& [section, count] :
       std::map<std::string, int>{{"b", 2}, {"c", 3}, {"d", 3}, {"e", 5}, {"f", 4}, {"g", 3}})
    expect_numbers(all, "annex-" + section + "-rec-", count);
  const auto asked = steps(report.text, Language::es);
  EXPECT_EQ(asked.size(), 20U);
  for (const auto& step : asked) {
    EXPECT_NE(step.addressee, "") << step.in;
    EXPECT_NE(step.verb, "") << step.in;
  }
  EXPECT_EQ(std::count_if(asked.begin(), asked.end(), [](const Step& step) { return !step.when.empty(); }), 8);
  for (const auto* id : {"annex-p14-e", "annex-p14-c-i", "annex-p14-c-ii", "annex-p15-b-ii", "annex-p16-e",
                         "annex-p17-h", "annex-p18-b", "p6-5-g"})
    EXPECT_EQ(all.count(id), 1U) << id;
  EXPECT_EQ(report.text.notes.size(), 26U) << "1 to 25, and the asterisk";
  std::vector<std::string> missing;
  for (const auto& finding : report.findings)
    if (finding.code == "note-missing") missing.push_back(finding.values.at("number"));
  EXPECT_THAT(missing, testing::ElementsAre("26", "27", "28"));
  EXPECT_EQ(count_of(report, "note-unused"), 0);
  EXPECT_EQ(count_of(report, "number-unexpected"), 0);
}

void the_first_annual_report_is_mended() {
  const auto report = import_seed("A_77_275");
  for (const auto& finding : report.findings) {
    if (finding.code != "words-mended") continue;
    EXPECT_EQ(finding.values.at("examples"), "adicionales, trabajos, objetivo, herramientas, 2021");
  }
  EXPECT_EQ(count_of(report, "words-mended"), 1);
  for (const auto& paragraph : report.text.paragraphs) {
    EXPECT_EQ(paragraph.text.find("undocs.org"), std::string::npos) << paragraph.id;
    EXPECT_EQ(paragraph.text.find("  "), std::string::npos) << paragraph.id;
  }
}

void the_draft_report_has_its_fifteen_paragraphs() {
  const auto draft = import_seed("A_AC.292_2023_L.1");
  expect_numbers(ids_in(draft), "p", 15);
  EXPECT_THAT(draft.findings, testing::IsEmpty());
}

void the_agenda_has_eight_items_and_their_annotations() {
  const auto agenda = import_seed("A_AC.292_2021_1");
  const auto all = ids_in(agenda);
  expect_numbers(all, "p", 8);
  expect_numbers(all, "ann-", 8);
  EXPECT_EQ(all.count("p5-g"), 1U);
  EXPECT_EQ(all.count("ann-t1"), 1U);
  EXPECT_THAT(agenda.findings, testing::IsEmpty());
}

void the_resolution_has_its_preamble_and_operative_paragraphs() {
  const auto resolution = import_seed("A_RES_77_36");
  const auto all = ids_in(resolution);
  expect_numbers(all, "pp", 8);
  expect_numbers(all, "op", 7);
  EXPECT_EQ(resolution.text.notes.size(), 2U);
  EXPECT_THAT(resolution.findings, testing::IsEmpty());
}

// A test whose body is a function.
class Seed : public testing::Test {
 public:
  explicit Seed(void (*body)()) : body_(body) {}
  void TestBody() override { body_(); }

 private:
  void (*body_)();
};

const bool registered = [] {
  const std::map<const char*, void (*)()> tests{
      {"TheFirstAnnualReportHasEveryParagraphAndNote", the_first_annual_report_has_every_paragraph_and_note},
      {"TheFirstAnnualReportIsMended", the_first_annual_report_is_mended},
      {"TheDraftReportHasItsFifteenParagraphs", the_draft_report_has_its_fifteen_paragraphs},
      {"TheAgendaHasEightItemsAndTheirAnnotations", the_agenda_has_eight_items_and_their_annotations},
      {"TheResolutionHasItsPreambleAndOperativeParagraphs", the_resolution_has_its_preamble_and_operative_paragraphs},
  };
  if (!std::filesystem::exists(seeds())) return false;
  for (const auto& [name, body] : tests)
    testing::RegisterTest("Seeds", name, nullptr, nullptr, __FILE__, __LINE__,
                          [body = body]() -> Seed* { return new Seed(body); });
  return true;
}();

}  // namespace
}  // namespace comity
