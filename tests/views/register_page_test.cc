// The register of a body's symbols: what is entered, what is not and why, and what comes next.
#include "views/register_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Given a_body(std::optional<Date> until = {}) {
  Given given;
  given.body();
  BodyEstablished own = given.world().facts<BodyEstablished>().front()->act;
  own.id = {"own"};
  own.series = "A/AC.999";
  own.until = until;
  given.act(own);
  return given;
}

std::vector<std::string> told(const SeriesRow& row) {
  std::vector<std::string> out;
  for (const auto& number : row.numbers) {
    if (number.document) {
      out.push_back(number.document->symbol.text);
    } else if (!number.reason.empty()) {
      out.push_back("unused " + number.first.text);
    } else {
      out.push_back("? " + number.first.text + (number.last.text.empty() ? "" : " to " + number.last.text));
    }
  }
  return out;
}

std::vector<std::string> names(const RegisterPage& page) {
  std::vector<std::string> out;
  for (const auto& row : page.series) out.push_back(row.series + (row.next ? " next " + row.next->text : ""));
  return out;
}

TEST(Register, TellsWhatIsEnteredAndExplainsEachGap) {
  auto given = a_body();
  given.document("A/AC.999/2026/INF/4").document("A/AC.999/2026/INF/9").document("A/AC.999/2026/INF/10");
  given.act(SymbolUnused{{"A/AC.999/2026/INF/6"}, in_english("Kept for a list that was never made.")});
  const auto page = register_page(given.lens("2026-11-20"), {"own"});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->series.size(), 1U);
  EXPECT_THAT(
      told(page->series.front()),
      ElementsAre("? A/AC.999/2026/INF/1 to A/AC.999/2026/INF/3", "A/AC.999/2026/INF/4", "? A/AC.999/2026/INF/5",
                  "unused A/AC.999/2026/INF/6", "? A/AC.999/2026/INF/7 to A/AC.999/2026/INF/8", "A/AC.999/2026/INF/9",
                  "A/AC.999/2026/INF/10"));
  EXPECT_EQ(page->series.front().next->text, "A/AC.999/2026/INF/11");
  EXPECT_EQ(page->series.front().numbers.front().count, 3);
  EXPECT_EQ(page->series.front().numbers.front().official, "https://undocs.org/en/A/AC.999/2026/INF/1");
}

TEST(Register, BeginsAnewWithTheYear) {
  auto given = a_body();
  given.document("A/AC.999/2024/L.3").document("A/AC.999/2025/L.1").document("A/AC.999/2025/2");
  given.document("A/AC.999/2025/2/Rev.1");
  EXPECT_THAT(names(*register_page(given.lens("2026-11-20"), {"own"})),
              ElementsAre("A/AC.999/2026 next A/AC.999/2026/1", "A/AC.999/2026/L next A/AC.999/2026/L.1",
                          "A/AC.999/2025", "A/AC.999/2025/2/Rev", "A/AC.999/2025/L", "A/AC.999/2024/L"));
  EXPECT_THAT(names(*register_page(given.lens("2025-11-20"), {"own"})),
              ElementsAre("A/AC.999/2025 next A/AC.999/2025/3", "A/AC.999/2025/2/Rev next A/AC.999/2025/2/Rev.2",
                          "A/AC.999/2025/L next A/AC.999/2025/L.2", "A/AC.999/2024/L"));
}

TEST(Register, ProposesNothingForABodyWhoseTermIsOver) {
  auto given = a_body(day("2025-12-31"));
  given.document("A/AC.999/2025/L.1");
  EXPECT_THAT(names(*register_page(given.lens("2026-01-01"), {"own"})), ElementsAre("A/AC.999/2025/L"));
  EXPECT_THAT(names(*register_page(given.lens("2025-12-31"), {"own"})),
              ElementsAre("A/AC.999/2025/L next A/AC.999/2025/L.2"));
}

TEST(Register, TakesAVeryHighNumberForWhatItIs) {
  auto given = a_body();
  given.document("A/AC.999/2026/99999");
  const auto page = register_page(given.lens("2026-11-20"), {"own"});
  ASSERT_EQ(page->series.front().numbers.size(), 2U);
  EXPECT_EQ(page->series.front().numbers.front().count, 99'998);
}

TEST(Register, KnowsNothingOfOtherSeriesAndOfBodiesWithoutOne) {
  auto given = a_body();
  given.document("A/77/275").document("A/AC.9991/2026/1");
  EXPECT_THAT(register_page(given.lens(), {"own"})->series, IsEmpty());
  EXPECT_FALSE(register_page(given.lens(), {"nobody"}));
}

}  // namespace
}  // namespace comity
