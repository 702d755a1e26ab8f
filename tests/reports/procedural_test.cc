// The procedural reports of the shipped record: they tell what the group's own reports tell, in six languages alike.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/loaded.h"
#include "reports/dates_in.h"
#include "reports/report_text.h"
#include "reports/said.h"
#include "reports/told_by.h"
#include "views/report_kinds.h"
#include "views/report_pages.h"

namespace comity {
namespace {

const BodyId working_group{"oewg-ict"};

ReportView shipped_report(std::int64_t year, Basis basis = Basis::actual) {
  return shipped_record()->read([&](const World& world, const auto&) {
    const Lens lens{world, instant("2026-11-20T12:00:00Z"), {}};
    const auto cycle = cycle_of(lens, working_group, year);
    check(cycle.has_value(), "no such cycle");
    return report_of(lens, *cycle, ReportKind::procedural, basis);
  });
}

// "*": any value.
bool tells(const SentenceRow& sentence, const std::string& aspect, const std::string& value) {
  return std::any_of(sentence.told.begin(), sentence.told.end(), [&](const ToldRow& told) {
    return told.aspect == aspect && (value == "*" ? !told.values.empty() : contains(told.values, value));
  });
}

// Each line of the table is told by the sentence that it names.
void expect_facts(const std::string& file, std::int64_t year) {
  const auto sentences = all_sentences(shipped_report(year));
  std::ifstream in(std::filesystem::path(COMITY_ROOT) / "tests/reports" / file);
  ASSERT_TRUE(in);
  std::size_t told = 0, asked = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string paragraph, id, aspect, value;
    for (auto* field : {&paragraph, &id, &aspect, &value}) std::getline(fields, *field, '\t');
    ++asked;
    const bool found = std::any_of(sentences.begin(), sentences.end(), [&](const SentenceRow& sentence) {
      return (sentence.id == id || sentence.id.starts_with(id + "/")) && tells(sentence, aspect, value);
    });
    told += found ? 1U : 0U;
    EXPECT_TRUE(found) << file << ", para. " << paragraph << ": " << id << " " << aspect << " " << value;
  }
  EXPECT_EQ(told, asked);
  EXPECT_GE(asked, 68U);
}

TEST(ProceduralReport, Of2022TellsEveryFactOfTheGroupsReport) { expect_facts("facts_2022.tsv", 2022); }
TEST(ProceduralReport, Of2023TellsEveryFactOfTheGroupsDraft) { expect_facts("facts_2023.tsv", 2023); }

// What a sentence tells is in the entries that it names, and those stand.
TEST(ProceduralReport, HasNoSentenceWithoutStandingEvidence) {
  std::size_t looked = 0;
  for (const auto year : {2022, 2023, 2024, 2025})
    for (const auto basis : {Basis::actual, Basis::planned})
      for (const auto& sentence : all_sentences(shipped_report(year, basis))) {
        EXPECT_FALSE(sentence.evidence.empty()) << sentence.id;
        for (const auto& row : sentence.evidence)
          shipped_record()->read([&](const World& world, const auto&) {
            EXPECT_EQ(world.standing_kind(static_cast<std::uint64_t>(row.mark.entry)), row.kind) << sentence.id;
            return 0;
          });
        for (const auto& told : sentence.told)
          EXPECT_EQ(told.entries.empty() && told.values.empty(), !told.blank.empty())
              << sentence.id << " " << told.aspect;
        ++looked;
      }
  EXPECT_GT(looked, 200U);
}

TEST(ProceduralReport, TellsTheSameDatesInSixLanguages) {
  std::size_t dates = 0;
  for (const auto year : {2022, 2023, 2024, 2025})
    for (const auto& sentence : all_sentences(shipped_report(year))) {
      if (sentence.say.key == "report.text" || sentence.say.key == "report.rules") continue;  // texts of the record
      const auto expected = dates_of(sentence);
      dates += expected.size();
      for (const auto language : languages)
        EXPECT_EQ(dates_in(language, said(shipped().in(language), sentence.say)), expected)
            << code_of(language) << " " << sentence.id << ": " << said(shipped().in(language), sentence.say);
    }
  EXPECT_GT(dates, 50U);
}

// Small counts of meetings stand in words, as the languages of the Organization write them.
bool tells_count(Language language, const std::string& text, std::int64_t count) {
  using Counts = std::array<const char*, 11>;
  constexpr std::array<Counts, 6> words{
      {{"", "", "", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثماني", "التسع", "العشر"},
       {},
       {"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", ""},
       {"", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", ""},
       {"", "", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", ""},
       {"", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"}}};
  if (text.find(std::to_string(count)) != std::string::npos) return true;
  const auto* word = count <= 10 ? words[static_cast<std::size_t>(language)][static_cast<std::size_t>(count)] : nullptr;
  return word && *word && text.find(word) != std::string::npos;
}

TEST(ProceduralReport, TellsTheSameSymbolsAndNumbersInSixLanguages) {
  std::size_t looked = 0;
  for (const auto year : {2022, 2023, 2024, 2025})
    for (const auto& sentence : all_sentences(shipped_report(year))) {
      std::vector<std::string> values;
      values_of(sentence.say, values);
      std::erase_if(values, [](const auto& value) {
        return !std::regex_match(value, std::regex("A/.*|[0-9]+/[0-9]+|https:.*"));
      });
      if (const auto count = sentence.say.values.find("count"); count != sentence.say.values.end())
        if (const auto* number = std::get_if<std::int64_t>(&count->second))
          for (const auto language : languages)
            EXPECT_TRUE(tells_count(language, said(shipped().in(language), sentence.say), *number))
                << said(shipped().in(language), sentence.say);
      for (const auto language : languages)
        for (const auto& value : values) {
          const bool years = std::regex_match(value, std::regex("[0-9]{4}/[0-9]{4}"));
          const auto text = said(shipped().in(language), sentence.say);
          EXPECT_NE(text.find(years ? value.substr(5) : value), std::string::npos)
              << code_of(language) << " " << sentence.id << " " << value << ": " << text;
          ++looked;
        }
    }
  EXPECT_GT(looked, 300U);
}

// 2024 is known in part: what is missing is told, and nothing in its place.
TEST(ProceduralReport, Of2024TellsWhatIsMissing) {
  const auto report = shipped_report(2024);
  EXPECT_GE(report.missing.size(), 10U);
  for (const auto& sentence : all_sentences(report)) {
    EXPECT_FALSE(sentence.id.starts_with("participants")) << sentence.id;
    EXPECT_FALSE(sentence.id.starts_with("items/")) << sentence.id;
  }
}

TEST(ProceduralReport, OfWhatWasPlannedAndOfWhatTookPlaceDiffer) {
  const auto rows = differences(shipped_report(2022, Basis::planned), shipped_report(2022)).facts;
  // A/AC.292/2021/1 planned 1-2 June 2021; the session was held on 1 June (A/77/275, para. 2).
  const auto organizational = std::find_if(rows.begin(), rows.end(), [](const DifferenceRow& row) {
    return row.about == "oewg-ict/s0" && row.aspect == "days";
  });
  ASSERT_NE(organizational, rows.end());
  EXPECT_EQ(organizational->kind, ReportDifference::changed);
  EXPECT_EQ(organizational->draft, std::vector<std::string>{"2021-06-01/2021-06-02"});
  EXPECT_EQ(organizational->report, std::vector<std::string>{"2021-06-01/2021-06-01"});
  // A/AC.292/2023/L.1 was issued on 13 July and tells of 24 to 28 July.
  const auto of_2023 = differences(shipped_report(2023, Basis::planned), shipped_report(2023)).facts;
  const auto fifth = std::find_if(of_2023.begin(), of_2023.end(), [](const DifferenceRow& row) {
    return row.about == "oewg-ict/s5" && row.aspect == "days";
  });
  ASSERT_NE(fifth, of_2023.end());
  EXPECT_EQ(fifth->kind, ReportDifference::not_confirmed);
}

TEST(ProceduralReport, AsATextHasANoteForEachSentenceOnRequest) {
  const auto report = shipped_report(2023);
  const auto tongue = shipped().in(Language::en);
  EXPECT_TRUE(report_text(report, {}, tongue, false).notes.empty());
  const auto text = report_text(report, {}, tongue, true);
  EXPECT_EQ(text.notes.size(), all_sentences(report).size());
  std::string third;
  for (const auto& note : text.notes)
    if (note.pieces.front().text.find("A/AC.292/2023/L.1, para. 3") != std::string::npos) third = note.number;
  EXPECT_FALSE(third.empty());
}

}  // namespace
}  // namespace comity
