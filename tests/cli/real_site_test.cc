// The shipped record on the site: every page, every listed fact where it belongs, nothing
// untranslated.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "cli/addresses.h"
#include "web/templates.h"

namespace comity {
namespace {

using testing::HasSubstr;

struct RealSite : testing::Test {
  Site site{*shipped_record(), shipped(), assets()};
};

// Each in one language, in turn; tests/whole has all six.
TEST_F(RealSite, AnswersEveryAddress) {
  std::size_t pages = 0;
  for (const auto& path : all_addresses()) {
    const auto language = languages[pages++ % languages.size()];
    EXPECT_EQ(fault_of_page(site, language, path), "");
  }
  EXPECT_GT(pages, 150U);
}

// The list of the facts that the seeds and the domain's tables give (tests/data/expected_facts.tsv).
struct Expected {
  std::string paragraph;
  std::string page;
  std::vector<std::string> strings;
  std::string source;
};

std::vector<std::string> cells(const std::string& line, char separator) {
  std::vector<std::string> out;
  std::stringstream in(line);
  for (std::string cell; std::getline(in, cell, separator);) out.push_back(cell);
  return out;
}

std::vector<Expected> expected_facts() {
  std::ifstream in(std::string(COMITY_ROOT) + "/tests/data/expected_facts.tsv");
  std::vector<Expected> out;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto row = cells(line, '\t');
    if (row.size() >= 3) out.push_back({row[0], row[1], cells(row[2], ';'), row.size() > 3 ? row[3] : ""});
  }
  return out;
}

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

// The source as the twin has it: symbol and, where given, paragraph.
bool names_source(const std::string& twin, const std::string& source) {
  const auto comma = source.find(", ");
  const auto symbol = "\"symbol\":\"" + source.substr(0, comma) + "\"";
  if (source.find(" | ") != std::string::npos)
    return twin.find(source.substr(0, source.find(" | "))) != std::string::npos;
  if (comma == std::string::npos) return twin.find(symbol) != std::string::npos;
  return twin.find("\"paragraph\":\"" + source.substr(comma + 2) + "\"," + symbol) != std::string::npos ||
         twin.find("\"paragraph\":\"" + source.substr(comma + 2) + "\"") != std::string::npos;
}

TEST_F(RealSite, ShowsEveryListedFactWithItsSource) {
  std::size_t facts = 0;
  for (const auto& expected : expected_facts()) {
    const auto page = get(site, "/en" + expected.page);
    const auto twin = get(site, "/en" + expected.page + ".json");
    ASSERT_EQ(page.status, 200) << expected.paragraph << " " << expected.page;
    for (const auto& one : expected.strings) {
      EXPECT_THAT(twin.body, HasSubstr(trimmed(one))) << expected.paragraph << " " << expected.page;
      ++facts;
    }
    const bool sourced = expected.source.empty() || names_source(twin.body, expected.source);
    EXPECT_TRUE(sourced) << expected.paragraph << " " << expected.page << " " << expected.source;
  }
  EXPECT_GT(facts, 300U);
}

// The text without what stands in ⟦…⟧, which nest.
std::string outside_messages(const std::string& text) {
  constexpr std::string_view opening = "⟦";
  constexpr std::string_view closing = "⟧";
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = std::string_view(text).substr(at);
    const bool opens = rest.starts_with(opening);
    const bool closes = rest.starts_with(closing);
    depth += opens ? 1 : closes ? -1 : 0;
    if (depth == 0 && !closes) out += text[at];
    at += opens || closes ? opening.size() : 1;
  }
  return out;
}

// The words that a reader sees: what stands between tags, without the messages.
std::set<std::string> words_outside_messages(const std::string& html) {
  auto text = std::regex_replace(html, std::regex("<[^>]*>"), " ");
  text = std::regex_replace(outside_messages(text), std::regex("&#?[a-z0-9]+;"), " ");
  std::set<std::string> out;
  const std::regex word("[A-Za-z]{2,}");
  for (std::sregex_iterator it(text.begin(), text.end(), word), end; it != end; ++it) out.insert(it->str());
  return out;
}

// Every word on a page is a message or a value of the record, which the twins hold.
TEST_F(RealSite, HasNoUntranslatedWordOnAnyPage) {
  const auto pseudo = shipped().pseudo();
  Site marked{*shipped_record(), pseudo, assets()};
  const auto of_the_frame = get(site, "/en.json").body + get(site, "/en/oewg-ict.json").body;
  std::size_t pages = 0;
  for (const auto& route : routes()) {
    const auto path = shipped_record()->read([&route](const World& world, const std::vector<Instant>& instants) {
      return example(route.pattern, world, static_cast<std::int64_t>(instants.size()));
    });
    if (!path) continue;
    const auto address = "/en" + escaped_path(*path);
    const auto page = get(marked, address).body;
    EXPECT_THAT(page, HasSubstr("⟦")) << route.name;
    const auto values = of_the_frame + get(site, address + ".json").body;
    for (const auto& word : words_outside_messages(page))
      EXPECT_NE(values.find(word), std::string::npos) << address << ": " << word;
    ++pages;
  }
  EXPECT_GT(pages, 15U);
}

TEST_F(RealSite, ShowsAnotherMomentWithABannerAndKeepsItInEveryLink) {
  const auto past = get(site, "/en/oewg-ict?on=2022-01-01");
  ASSERT_EQ(past.status, 200);
  EXPECT_THAT(past.body, HasSubstr("class=\"banner\""));
  EXPECT_THAT(past.body, HasSubstr("on=2022-01-01"));
  EXPECT_EQ(get(site, "/en/A/AC.292/2025/L.1").status, 200);
  EXPECT_EQ(get(site, "/en/A/AC.292/2025/L.1?on=2022-01-01").status, 404);
  const auto empty = get(site, "/en?as-of=0");
  EXPECT_EQ(empty.status, 200);
  EXPECT_EQ(get(site, "/en/oewg-ict?as-of=10").status, 404);
  EXPECT_EQ(get(site, "/en/states?as-of=300").status, 200);
}

TEST_F(RealSite, RefusesWithTheRightStatusAndAPageInTheReadersLanguage) {
  const std::vector<std::pair<std::string, int>> wrong{
      {"/es/no-such", 404},         {"/es/A/99/999", 404},      {"/es/record/999999", 404},  {"/es?as-of=999999", 404},
      {"/es?as-of=yesterday", 400}, {"/es?on=2022-02-30", 400}, {"/es?zone=Mars/Base", 400}, {"/es/about.csv", 404}};
  for (const auto& [target, status] : wrong) {
    const auto page = get(site, target);
    EXPECT_EQ(page.status, status) << target;
    EXPECT_THAT(page.body, HasSubstr("<html lang=\"es\"")) << target;
  }
  EXPECT_THAT(get(site, "/es/A/77/27").body, HasSubstr("A/77/275"));
}

// Only what was made before, in the same face, of the same record, at the present instant.
TEST_F(RealSite, HasAtHandWhatItMadeAndNothingElse) {
  const auto at_hand = [this](const std::string& target, const std::string& accept = {}) {
    Request request;
    request.target = target;
    request.address = *parse_address(target);
    if (!accept.empty()) request.headers["accept"] = accept;
    return site.at_hand(request);
  };
  EXPECT_EQ(at_hand("/es/oewg-ict"), nullptr);
  const auto page = get(site, "/es/oewg-ict");
  ASSERT_NE(at_hand("/es/oewg-ict"), nullptr);
  EXPECT_EQ(at_hand("/es/oewg-ict")->body, page.body);
  EXPECT_EQ(at_hand("/es/oewg-ict", "application/json"), nullptr);
  EXPECT_EQ(at_hand("/es/oewg-ict.json"), nullptr);
  EXPECT_EQ(at_hand("/fr/oewg-ict"), nullptr);
  get(site, "/es/oewg-ict?as-of=100");
  EXPECT_EQ(at_hand("/es/oewg-ict?as-of=100"), nullptr) << "another moment is never kept";
  EXPECT_EQ(at_hand("/"), nullptr);
}

TEST_F(RealSite, OnlyAnswersWhoeverReads) {
  Request request;
  request.target = "/es";
  request.address = *parse_address(request.target);
  request.method = Method::post;
  const auto refused = site.answer(request);
  EXPECT_EQ(refused.status, 405);
  EXPECT_THAT(refused.body, HasSubstr("<html lang=\"es\""));
  EXPECT_THAT(refused.headers, testing::Contains(testing::Pair("Allow", "GET, HEAD")));
}

TEST_F(RealSite, RefusesAProgramInItsOwnForm) {
  for (const char* target : {"/en/A/99/999", "/en/A/99/999.json"}) {
    Request request;
    request.target = target;
    request.address = *parse_address(request.target);
    request.headers["accept"] = "application/json";
    const auto refused = site.answer(request);
    EXPECT_EQ(refused.status, 404) << target;
    EXPECT_EQ(refused.body, "{\"code\":\"no-such-symbol\",\"values\":{\"symbol\":\"A/99/999\"}}\n") << target;
  }
}

TEST_F(RealSite, FindsASymbolHoweverItIsWritten) {
  for (const char* asked : {"A/77/275", "a/77/275", "ac.292%202023%20crp1"}) {
    const auto found = get(site, std::string("/es/documents?symbol=") + asked);
    EXPECT_EQ(found.status, 303) << asked;
  }
  EXPECT_EQ(get(site, "/es/documents?symbol=zzzzzz").status, 404);
}

TEST_F(RealSite, LeadsFromAnotherSpellingOfASymbolToItsAddress) {
  for (const auto& [asked, there] :
       {std::pair("/es/a/77/275", "/es/A/77/275"),
        {"/ar/a/ac292/2023/l1.json?zone=Asia%2FTokyo", "/ar/A/AC.292/2023/L.1.json?zone=Asia%2FTokyo"}}) {
    const auto answer = get(site, asked);
    EXPECT_EQ(answer.status, 303) << asked;
    EXPECT_THAT(answer.headers, testing::Contains(testing::Pair("Location", there)));
  }
  EXPECT_EQ(get(site, "/es/a/99/999").status, 404);
  EXPECT_EQ(get(site, "/es/A/99/999").status, 404);
}

TEST_F(RealSite, ServesTheRecordsOwnFilesSoThatAnybodyCanVerify) {
  for (const char* file : {"/record/checkpoint", "/record/key", "/record/entries.jsonl", "/record/batches.jsonl"}) {
    EXPECT_EQ(get(site, file).status, 200) << file;
    EXPECT_FALSE(get(site, file).body.empty()) << file;
  }
}

TEST_F(RealSite, SendsWhoeverNamesNoLanguageToTheirs) {
  Request request;
  request.target = "/oewg-ict";
  request.address = *parse_address(request.target);
  request.headers["accept-language"] = "ar-EG, en;q=0.5";
  const auto response = site.answer(request);
  EXPECT_EQ(response.status, 303);
  EXPECT_THAT(response.headers, testing::Contains(testing::Pair(testing::_, "/ar/oewg-ict")));
}

}  // namespace
}  // namespace comity
