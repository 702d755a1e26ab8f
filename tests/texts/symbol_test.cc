#include "texts/symbol.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <sstream>

namespace comity {
namespace {

DocumentSymbol symbol(std::string_view text) {
  auto parsed = parse_symbol(text);
  EXPECT_TRUE(parsed) << text;
  return parsed ? *parsed : DocumentSymbol{};
}

// tests/texts/symbols.tsv: symbol, kinds of its parts, series, number, session or year ("-": none).
struct Case {
  std::array<std::string, 5> fields;
};

std::vector<Case> cases() {
  std::ifstream file(COMITY_ROOT "/tests/texts/symbols.tsv");
  std::vector<Case> all;
  for (std::string line; std::getline(file, line);) {
    Case one;
    std::istringstream columns(line);
    for (auto& field : one.fields) std::getline(columns, field, '\t');
    all.push_back(one);
  }
  return all;
}

std::string kinds(const DocumentSymbol& symbol) {
  std::string out;
  for (const auto& part : symbol.parts) out += "obntsx"[static_cast<std::size_t>(part.kind)];
  return out;
}

TEST(Symbols, AreReadAsTheirSeriesPrintThem) {
  const auto all = cases();
  ASSERT_GE(all.size(), 300U);
  for (const auto& [fields] : all) {
    const auto& [text, parts, series, number, session] = fields;
    const auto parsed = parse_symbol(text);
    ASSERT_TRUE(parsed) << text << ": " << parsed.refusal().values.at("part");
    EXPECT_EQ(print(*parsed), text);
    EXPECT_EQ(kinds(*parsed), parts) << text;
    const auto found = numbered(*parsed);
    EXPECT_EQ(found ? found->series : "-", series) << text;
    EXPECT_EQ(found ? std::to_string(found->number) : "-", number) << text;
    EXPECT_EQ(session_or_year(*parsed).value_or("-"), session) << text;
  }
}

TEST(Symbols, MayLackTheSpaceBeforeAParenthesis) {
  EXPECT_EQ(print(symbol("A/RES/2625(XXV)")), "A/RES/2625 (XXV)");
  EXPECT_EQ(symbol("S/RES/2250(2015)"), symbol("S/RES/2250 (2015)"));
}

TEST(Symbols, OutsideTheGrammarAreRefusedAndThePartIsNamed) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"", ""},
      {"A", "A"},
      {"A/", "A"},
      {"/77/275", ""},
      {"a/77/275", "a"},
      {"A/77/275/", "275"},
      {"A//275", ""},
      {"A/77/0275", "0275"},
      {"A/77/0", "0"},
      {"A/77/1234567", "1234567"},
      {"A/AC.292", "AC.292"},
      {"A/AC.292/2023/INF", "INF"},
      {"A/AC./2023/1", "AC."},
      {"A/AC.292/2023/L.", "L."},
      {"A/AC.292/2023/L.01", "L.01"},
      {"A/AC.292/2023/L.1/2", "2"},
      {"A/AC.292/2023/CRP1", "CRP1"},
      {"A/AC 292/2023/1", "AC 292"},
      {"A/77/275/Add", "Add"},
      {"A/77/275/Add.0", "Add.0"},
      {"A/77/275/Add.I", "Add.I"},
      {"A/77/275/Rev.1/3", "3"},
      {"A/77/Rev.1/275", "275"},
      {"A/Rev.1", "Rev.1"},
      {"A/77/275/Summary/Add.1", "Add.1"},
      {"A/77/275/Summary.1", "Summary.1"},
      {"A/77/275****", "275"},
      {"A/77/275 ", "275 "},
      {" A/77/275", " A"},
      {"A/77/275 (", "275 ("},
      {"A/77/275 ()", "275 ()"},
      {"A/77/275 ( I)", "275 ( I)"},
      {"A/77/275 h", "275 h"},
      {"A/RES/43/78 B-A", "78 B-A"},
      {"A/AC.292/2023/INF H", "INF H"},
      {"A/X-10/1", "X-10"},
      {"A/ES-X/1", "ES"},
      {"A/77/275-S", "275-S"},
      {"A/77/275-S/", "275-S"},
      {"A/77/275-S/AC", "275-S"},
      {"TOOLONGORGAN/1", "TOOLONGORGAN"},
      {"A/77/275\n", "275\n"},
      {"A/77/275\xd9\xa1", "275\xd9\xa1"},
      {"А/77/275", "А"},  // a Cyrillic А
      {"A/77/27\u200b5", "27\u200b5"},
      {"A/RES/2625 (XXV", "2625 (XXV"},
  };
  for (const auto& [text, part] : wrong) {
    const auto parsed = parse_symbol(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.refusal().code, "symbol-malformed") << text;
    EXPECT_EQ(parsed.refusal().values.at("part"), part) << text;
  }
}

TEST(Symbols, ThatAreTooLongAreToldInPartAndNeverAsHalfACharacter) {
  EXPECT_EQ(parse_symbol("A/" + std::string(symbol_limit - 3, '1') + "١").refusal().values.at("symbol").size(),
            symbol_limit - 1);
  const auto long_one = "A/77/" + std::string(200, '1');
  EXPECT_EQ(parse_symbol(long_one).refusal().values.at("symbol").size(), symbol_limit);
}

TEST(Symbols, StandInTheOrderOfTheirNumbersAndADocumentBeforeItsRevisions) {
  const std::vector<std::string> ordered{"A/33/47 (SUPP)",
                                         "A/77/275",
                                         "A/77/275*",
                                         "A/77/275/Add.1",
                                         "A/77/275/Add.1/Corr.1",
                                         "A/77/275/Add.2",
                                         "A/77/275/Add.10",
                                         "A/77/275/Corr.1",
                                         "A/77/1000",
                                         "A/78/1",
                                         "A/AC.105/1",
                                         "A/AC.292/2021/1",
                                         "A/AC.292/2021/2",
                                         "A/AC.292/2021/INF/1",
                                         "A/AC.292/2021/INF/10",
                                         "A/AC.292/2022/1",
                                         "A/CN.9/WG.II/WP.1",
                                         "A/CN.9/WG.III/WP.1",
                                         "A/CN.9/WG.IX/WP.1",
                                         "A/RES/43/78 A",
                                         "A/RES/43/78 H",
                                         "S/1"};
  auto shuffled = ordered;
  std::mt19937 random(20260101);
  std::shuffle(shuffled.begin(), shuffled.end(), random);
  std::sort(shuffled.begin(), shuffled.end(), [](const auto& a, const auto& b) { return symbol(a) < symbol(b); });
  EXPECT_EQ(shuffled, ordered);
}

TEST(Symbols, KnowTheDocumentThatWasFirstIssuedAndWhatASuffixWasPutTo) {
  EXPECT_EQ(print(first_of(symbol("A/AC.292/2023/2/Add.1/Rev.1*"))), "A/AC.292/2023/2");
  EXPECT_EQ(print(first_of(symbol("A/77/275"))), "A/77/275");
  EXPECT_EQ(print(first_of(symbol("A/78/900/Add.1-E/2024/70/Add.1"))), "A/78/900-E/2024/70");
  EXPECT_EQ(print(*suffixed(symbol("A/AC.292/2023/2/Add.1/Rev.1"))), "A/AC.292/2023/2/Add.1");
  EXPECT_EQ(print(*suffixed(symbol("A/78/900/Add.1-E/2024/70/Add.1"))), "A/78/900-E/2024/70");
  EXPECT_FALSE(suffixed(symbol("A/77/275")));
}

TEST(Symbols, AreNumberedAnewInEachSeries) {
  EXPECT_EQ(print(with_number(symbol("A/AC.292/2023/INF/4"), 5)), "A/AC.292/2023/INF/5");
  EXPECT_EQ(print(with_number(symbol("A/AC.292/2023/L.1*"), 2)), "A/AC.292/2023/L.2");
  EXPECT_EQ(print(with_number(symbol("A/RES/43/78 H"), 79)), "A/RES/43/79");
  EXPECT_EQ(numbered(with_number(symbol("A/77/275/Add.1"), 12)), (Numbered{"A/77/275/Add", 12}));
}

// Symbols that the grammar allows, of any parts.
class Making {
 public:
  explicit Making(unsigned seed) : random_(seed) {}

  DocumentSymbol symbol() {
    DocumentSymbol made{parts(), {}, static_cast<int>(below(3))};
    if (below(8) == 0) made.beside = parts();
    return made;
  }

 private:
  using Kind = SymbolPart::Kind;
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string number() { return std::to_string(below(9999) + 1); }
  std::string one_of(const std::vector<std::string>& words) { return words[below(words.size())]; }

  std::vector<SymbolPart> parts() {
    std::vector<SymbolPart> made{{Kind::organ, one_of({"A", "S", "E", "ST", "CD", "UNEP"})}};
    for (auto left = below(3); left > 0; --left)
      made.push_back({Kind::body, one_of({"AC", "C", "WG", "Sub"}), one_of({number(), "II", "XIV", "B", "3A"})});
    if (below(2) == 0) made.push_back({Kind::body, one_of({"HRC", "PC", "ICEF"}), "", one_of({"", "70"})});
    if (below(4) == 0) made.push_back({Kind::sitting, one_of({"ES", "S"}), number()});
    if (below(2) == 0) made.push_back({Kind::number, "", number()});
    if (below(3) == 0) made.push_back({Kind::series, one_of({"INF", "RES", "NGO"})});
    counted(made);
    for (auto left = below(3); left > 0; --left)
      made.push_back({Kind::suffix, one_of({"Add", "Corr", "Rev", "Amend"}), number(), one_of({"", "Vol. I"})});
    if (below(9) == 0) made.push_back({Kind::suffix, "Summary"});
    return made;
  }
  void counted(std::vector<SymbolPart>& made) {
    SymbolPart last{Kind::number, "", number(), one_of({"", "XXV", "Sect. 3"}), one_of({"", "", "H", "A-C"})};
    if (below(2) == 0) last = {Kind::series, one_of({"L", "CRP", "PV"}), number(), one_of({"", "Resumption 1"})};
    made.push_back(last);
  }

  std::mt19937 random_;
};

TEST(Symbols, ReadBackAsTheyWerePrinted) {
  Making making(77275);
  std::size_t joint = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto made = making.symbol();
    const auto text = print(made);
    if (text.size() > symbol_limit) continue;
    const auto parsed = parse_symbol(text);
    ASSERT_TRUE(parsed) << text << ": " << parsed.refusal().values.at("part");
    ASSERT_EQ(*parsed, made) << text;
    joint += made.beside.empty() ? 0 : 1;
  }
  EXPECT_GT(joint, 1000U);
}

TEST(Symbols, HaveOneOrder) {
  Making making(4);
  for (int i = 0; i < 5'000; ++i) {
    const auto a = making.symbol();
    const auto b = making.symbol();
    const auto c = making.symbol();
    EXPECT_EQ(a<b, b> a);
    EXPECT_EQ(a == b, (a <=> b) == 0);
    const bool in_order = a < b && b < c;
    EXPECT_TRUE(!in_order || a < c);
  }
}

}  // namespace
}  // namespace comity
