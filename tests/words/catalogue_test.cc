#include "words/catalogue.h"

#include <gtest/gtest.h>
#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>

#include <fstream>
#include <thread>

#include "words/pattern.h"
#include "words_under_test.h"

namespace comity {
namespace {

// Six small catalogues: the same message in each, unless a test gives a language another text.
class Six {
 public:
  explicit Six(const std::string& text) {
    for (const auto language : languages) add(language, "a.b", text);
  }
  Six& add(Language language, const std::string& key, const std::string& text, bool fuzzy = false) {
    texts_[language][key] =
        (fuzzy ? "#, fuzzy\n" : "") + std::string("msgctxt \"") + key + "\"\nmsgid \"x\"\nmsgstr \"" + text + "\"\n\n";
    return *this;
  }
  Six& add(const std::string& key, const std::string& text) {
    for (const auto language : languages) add(language, key, text);
    return *this;
  }
  Six& drop(Language language, const std::string& key) {
    texts_[language].erase(key);
    return *this;
  }
  Result<Catalogue> read() const {
    std::map<std::string, std::string> files;
    for (const auto& [language, texts] : texts_) {
      auto& file = files["words/" + std::string(code_of(language)) + ".po"];
      file = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
      for (const auto& text : texts) file += text.second;
    }
    return Catalogue::from({files.begin(), files.end()});
  }
  Refusal refusal() const {
    const auto read_now = read();
    EXPECT_FALSE(read_now);
    return read_now ? Refusal{} : read_now.refusal();
  }

 private:
  std::map<Language, std::map<std::string, std::string>> texts_{};
};

std::string say(const std::string& text, const Values& values = {}, Language language = Language::en) {
  const auto catalogue = Six(text).read();
  EXPECT_TRUE(catalogue) << catalogue.refusal().code;
  return catalogue ? catalogue->say(language, "a.b", values) : "";
}

TEST(Catalogue, TheShippedWordsAreWhole) {
  EXPECT_GT(shipped().keys().size(), 100U);
  EXPECT_TRUE(shipped().has("certainty.confirmed"));
  EXPECT_FALSE(shipped().has("certainty.sworn"));
  EXPECT_EQ(shipped().say(Language::es, "language.zh"), "chino");
}

TEST(Catalogue, NamesAreReplacedByValues) {
  EXPECT_EQ(say("{who} speaks {count} times.", {{"who", "Singapore"}, {"count", 3}}), "Singapore speaks 3 times.");
  EXPECT_EQ(say("no names"), "no names");
  EXPECT_EQ(say("{a}{b}{a}", {{"a", "x"}, {"b", "y"}}), "xyx");
  EXPECT_EQ(say("{a}", {{"a", "{b} is not read again"}}), "{b} is not read again");
}

TEST(Catalogue, ASelectionFollowsItsValue) {
  const std::string text = "{kind, select, plenary {a plenary} informal {an informal meeting} other {a meeting}}.";
  EXPECT_EQ(say(text, {{"kind", "informal"}}), "an informal meeting.");
  EXPECT_EQ(say(text, {{"kind", "virtual"}}), "a meeting.");
}

TEST(Catalogue, PluralsFollowTheClassesOfEachLanguage) {
  Six six("{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}} {n}");
  const auto catalogue = six.read();
  ASSERT_TRUE(catalogue);
  struct Row {
    std::int64_t n;
    std::array<std::string_view, 6> expected;  // ar zh en fr ru es
  };
  const std::vector<Row> rows{{0, {"zero 0", "other 0", "other 0", "one 0", "many 0", "other 0"}},
                              {1, {"one 1", "other 1", "one 1", "one 1", "one 1", "one 1"}},
                              {2, {"two 2", "other 2", "other 2", "other 2", "few 2", "other 2"}},
                              {3, {"few 3", "other 3", "other 3", "other 3", "few 3", "other 3"}},
                              {5, {"few 5", "other 5", "other 5", "other 5", "many 5", "other 5"}},
                              {11, {"many 11", "other 11", "other 11", "other 11", "many 11", "other 11"}},
                              {21, {"many 21", "other 21", "other 21", "other 21", "one 21", "other 21"}},
                              {100, {"other 100", "other 100", "other 100", "other 100", "many 100", "other 100"}},
                              {1'000'000,
                               {"other 1,000,000", "other 1,000,000", "other 1,000,000", "many 1\u202f000\u202f000",
                                "many 1\u00a0000\u00a0000", "many 1.000.000"}}};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < languages.size(); ++i)
      EXPECT_EQ(catalogue->say(languages[i], "a.b", {{"n", row.n}}), row.expected[i]) << code_of(languages[i]);
}

TEST(Catalogue, AnExactCaseGoesBeforeItsClassAndTheSignStandsForTheNumber) {
  const std::string text = "{n, plural, =0 {none} zero {} one {# text} two {} few {} many {} other {# texts}}";
  EXPECT_EQ(say(text, {{"n", 0}}), "none");
  EXPECT_EQ(say(text, {{"n", 1}}), "1 text");
  EXPECT_EQ(say(text, {{"n", 1500}}), "1,500 texts");
  EXPECT_EQ(say(text, {{"n", "1500"}}), "1,500 texts") << "the values of refusals are texts";
}

TEST(Catalogue, FormsAreTheChoiceOfThePattern) {
  std::map<std::string, std::string> texts;
  std::map<std::string_view, std::string_view> files;
  for (const auto& [name, text] : assets())
    texts[std::string(name)] =
        std::string(text) +
        "\nmsgctxt \"test.forms\"\nmsgid \"x\"\nmsgstr \"{d, date} | {d, date, when} | {d, date, weekday} | "
        "{s, days} | {s, days, when} | {n, ordinal, meeting} | {n, ordinal, session genitive}\"\n";
  for (const auto& [name, text] : texts) files[name] = text;
  const auto catalogue = Catalogue::from(files);
  ASSERT_TRUE(catalogue) << catalogue.refusal().code;
  const Values values{{"d", "2022-04-22"}, {"s", "2022-03-28/2022-04-01"}, {"n", 8}};
  EXPECT_EQ(catalogue->say(Language::en, "test.forms", values),
            "22 April 2022 | on 22 April 2022 | Friday, 22 April 2022 | 28 March–1 April 2022 | "
            "from 28 March to 1 April 2022 | 8th | eighth");
  EXPECT_EQ(catalogue->say(Language::ru, "test.forms", values),
            "22 апреля 2022 года | 22 апреля 2022 года | пятница, 22 апреля 2022 года | "
            "28 марта — 1 апреля 2022 года | с 28 марта по 1 апреля 2022 года | 8-е | восьмой");
}

TEST(Catalogue, ALatinValueIsIsolatedInArabicOnly) {
  EXPECT_EQ(say("{s}", {{"s", "A/77/275"}}, Language::ar), "\u2066A/77/275\u2069");
  EXPECT_EQ(say("{s}", {{"s", "A/77/275"}}, Language::fr), "A/77/275");
  EXPECT_EQ(say("{s}", {{"s", "سنغافورة (Singapore)"}}, Language::ar), "سنغافورة (Singapore)");
  EXPECT_EQ(say("{s}", {{"s", "77/275"}}, Language::ar), "77/275");
}

TEST(Catalogue, TermsAreExpandedInTheLanguageOfTheMessage) {
  Six six("x");
  six.add("term.body", "Working Group").add("term.body.genitive", "of the Working Group");
  six.add(Language::ru, "term.body", "Рабочая группа").add(Language::ru, "term.body.genitive", "Рабочей группы");
  six.add("a.session", "{term.body}, {day}: session")
      .add(Language::ru, "a.session", "Сессия {term.body.genitive}, {day}");
  const auto catalogue = six.read();
  ASSERT_TRUE(catalogue) << six.refusal().code;
  EXPECT_EQ(catalogue->say(Language::en, "a.session", {{"day", "1"}}), "Working Group, 1: session");
  EXPECT_EQ(catalogue->say(Language::ru, "a.session", {{"day", "1"}}), "Сессия Рабочей группы, 1");
}

TEST(Catalogue, PseudoWrapsEveryMessage) {
  const auto pseudo = shipped().pseudo();
  EXPECT_EQ(pseudo.say(Language::es, "language.zh"), "⟦chino⟧");
  EXPECT_EQ(shipped().say(Language::es, "language.zh"), "chino");
}

TEST(Catalogue, WhatNoLinguistHasCheckedIsKnown) {
  Six six("x");
  six.add(Language::ar, "a.b", "x", true);
  const auto catalogue = six.read();
  ASSERT_TRUE(catalogue);
  EXPECT_TRUE(catalogue->unverified(Language::ar, "a.b"));
  EXPECT_FALSE(catalogue->unverified(Language::en, "a.b"));
}

TEST(Catalogue, AMissingKeyIsRefusedByName) {
  EXPECT_EQ(Six("x").add("c.d", "y").drop(Language::ru, "c.d").refusal(),
            (Refusal{"words-missing", {{"key", "c.d"}, {"language", "ru"}}}));
  EXPECT_EQ(Six("x").add("c.d", "y").drop(Language::en, "c.d").refusal(),
            (Refusal{"words-missing", {{"key", "c.d"}, {"language", "en"}}}));
  EXPECT_EQ(Six("x").add(Language::zh, "a.b", "").refusal(),
            (Refusal{"words-missing", {{"key", "a.b"}, {"language", "zh"}}}));
}

TEST(Catalogue, AMissingFileIsRefusedByName) {
  EXPECT_EQ(Catalogue::from({}).refusal(), (Refusal{"words-file", {{"file", "ar.po"}}}));
  EXPECT_EQ(Catalogue::from_folder("/nowhere").refusal(), (Refusal{"words-file", {{"file", "/nowhere/ar.po"}}}));
}

TEST(Catalogue, AnotherPlaceholderIsRefusedByName) {
  EXPECT_EQ(Six("{day} x").add(Language::fr, "a.b", "{jour} x").refusal(),
            (Refusal{"words-placeholder", {{"key", "a.b"}, {"language", "fr"}, {"placeholder", "day"}}}));
  EXPECT_EQ(Six("{day} x").add(Language::fr, "a.b", "x").refusal().values.at("placeholder"), "day");
  EXPECT_EQ(
      Six("{n, select, one {{deep}} other {}}").add(Language::es, "a.b", "{n}").refusal().values.at("placeholder"),
      "deep");
}

TEST(Catalogue, APatternThatCannotBeReadIsRefusedByName) {
  for (const std::string bad :
       {"{day", "day}", "{}", "{0}", "{a b}", "{n, plural, one {x}}", "{n, select, a {x}}", "{n, choice, 0#x}",
        "{n, selectordinal, other {x}}", "{n, number}", "{d, date, short}", "{n, ordinal}", "{n, ordinal, delegate}",
        "{n, ordinal, session dual}", "{n, plural, offset:1 other {#}}", "{d, days, weekday}"}) {
    const auto refusal = Six("x").add(Language::fr, "a.b", bad).refusal();
    EXPECT_EQ(refusal.code, "words-pattern") << bad;
    EXPECT_EQ(refusal.values.at("key"), "a.b") << bad;
    EXPECT_EQ(refusal.values.at("language"), "fr") << bad;
  }
}

TEST(Catalogue, APatternNestedWithoutEndIsRefused) {
  std::string deep, closing;
  for (int i = 0; i < 1200; ++i) {
    deep += "{a,select,other{";
    closing += "}}";
  }
  EXPECT_EQ(parse_pattern(deep + closing).refusal().code, "words-pattern");
  EXPECT_TRUE(parse_pattern(deep.substr(0, 500 * 16) + closing.substr(0, 500 * 2)));
}

TEST(Catalogue, AStraightApostropheIsRefusedBecauseItWouldQuote) {
  EXPECT_EQ(Six("l'{a}").refusal(), (Refusal{"words-apostrophe", {{"key", "a.b"}, {"language", "ar"}}}));
}

TEST(Catalogue, APluralWithoutAClassOfItsLanguageIsRefused) {
  const std::string english = "{n, plural, one {x} other {y}}";
  Six six("x");
  six.add("a.b", "{n, plural, zero {} one {} two {} few {} many {} other {}}");
  EXPECT_TRUE(six.read());
  const auto lacks = [&](Language language, const std::string& text) {
    return Six(six).add(language, "a.b", text).refusal();
  };
  EXPECT_EQ(lacks(Language::ru, english),
            (Refusal{"words-plural", {{"key", "a.b"}, {"language", "ru"}, {"category", "many"}}}));
  EXPECT_EQ(lacks(Language::ar, english).values.at("category"), "many");
  EXPECT_EQ(lacks(Language::en, "{n, plural, other {y}}").values.at("category"), "one");
  EXPECT_EQ(lacks(Language::fr, "{n, plural, =1 {x} other {y}}").values.at("category"), "one");
  EXPECT_TRUE(Six(six).add(Language::en, "a.b", "{n, plural, =1 {x} other {y}}").read());
  EXPECT_TRUE(Six(six).add(Language::zh, "a.b", "{n}").read());
  EXPECT_TRUE(Six(six).add(Language::ar, "a.b", "{n, plural, =0 {} =1 {} =2 {} few {} many {} other {}}").read());
}

TEST(Catalogue, AnUnknownOrNestedTermIsRefused) {
  EXPECT_EQ(Six("{term.chair}").refusal(),
            (Refusal{"words-term", {{"key", "a.b"}, {"language", "ar"}, {"term", "term.chair"}}}));
  EXPECT_EQ(Six("x").add("term.a", "{term.b}").add("term.b", "y").refusal().values.at("key"), "term.a");
  EXPECT_EQ(Six("{term.").refusal().code, "words-term");
}

TEST(Catalogue, ErrorsOfTheFileReachThrough) {
  std::map<std::string_view, std::string_view> files(assets());
  const std::string broken = "nonsense\n";
  files["words/ru.po"] = broken;
  EXPECT_EQ(Catalogue::from(files).refusal(),
            (Refusal{"po-syntax", {{"file", "ru.po"}, {"line", "1"}, {"found", "nonsense"}}}));
}

TEST(Catalogue, AFolderIsReadInsteadOfTheEmbeddedWords) {
  const auto read = Catalogue::from_folder(COMITY_ROOT "/words");
  ASSERT_TRUE(read) << read.refusal().code;
  EXPECT_EQ(read->keys(), shipped().keys());
}

TEST(Catalogue, ARefusalIsSaidWithItsValues) {
  const Refusal refusal{"time-skipped", {{"date", "2025-03-09"}, {"time", "02:30"}, {"zone", "America/New_York"}}};
  EXPECT_EQ(shipped().in(Language::en).say(refusal),
            "There was no 02:30 on 9 March 2025 in America/New_York: the clocks went forward. Give the time in UTC.");
}

using CatalogueDeath = testing::Test;

TEST(CatalogueDeath, AMissingKeyOrValueIsOurOwnMistake) {
  const auto catalogue = Six("{n, plural, zero {} one {} two {} few {} many {} other {}}{a}").read();
  ASSERT_TRUE(catalogue);
  EXPECT_DEATH(catalogue->say(Language::en, "no.such"), "no message no.such");
  EXPECT_DEATH(catalogue->say(Language::en, "a.b", {{"n", 1}}), "without its value a");
  EXPECT_DEATH(catalogue->say(Language::en, "a.b", {{"n", "many"}, {"a", "x"}}), "counts what is not a number");
}

// The tree says what icu::MessageFormat says of the same pattern.
TEST(Catalogue, TheTreeAgreesWithIcu) {
  int compared = 0;
  const std::string text =
      "{who}: {n, plural, =0 {no {what}} zero {z} one {# one} two {# two} few {# few} many {# many} other {# other}}, "
      "{kind, select, a {A {who}} other {B}}!";
  const auto catalogue = Six(text).read();
  ASSERT_TRUE(catalogue);
  constexpr std::array<const char*, 6> locales{"ar-u-nu-latn", "zh", "en", "fr", "ru", "es"};
  for (std::size_t i = 0; i < languages.size(); ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat theirs(icu::UnicodeString::fromUTF8(text), icu::Locale::forLanguageTag(locales[i], status),
                                    status);
    for (const std::int64_t n :
         {0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 25, 99, 100, 101, 102, 103, 111, 999, 1'000'000}) {
      const std::array<icu::UnicodeString, 4> names{"who", "n", "what", "kind"};
      const std::array<icu::Formattable, 4> values{icu::Formattable("é"), icu::Formattable(n), icu::Formattable("w"),
                                                   icu::Formattable("a")};
      icu::UnicodeString said;
      theirs.format(names.data(), values.data(), 4, said, status);
      ASSERT_TRUE(U_SUCCESS(status));
      std::string expected;
      said.toUTF8String(expected);
      const Values ours{{"who", i == 0 ? "é" : "é"}, {"n", n}, {"what", "w"}, {"kind", "a"}};
      auto own = catalogue->say(languages[i], "a.b", ours);
      for (const std::string mark : {"\u2066", "\u2069"})
        for (auto at = own.find(mark); at != std::string::npos; at = own.find(mark)) own.erase(at, mark.size());
      EXPECT_EQ(own, expected) << n;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 120);
}

TEST(Catalogue, ManyThreadsMaySayTheSameWords) {
  std::vector<std::thread> threads;
  std::array<std::size_t, 8> lengths{};
  for (auto& length : lengths)
    threads.emplace_back([&length] {
      for (int n = 0; n < 100; ++n)
        for (const auto language : languages)
          length += shipped().say(language, "size.bytes", {{"count", std::int64_t{n}}}).size();
    });
  for (auto& thread : threads) thread.join();
  for (const auto length : lengths) EXPECT_EQ(length, lengths[0]);
  EXPECT_GT(lengths[0], 3'000U);
}

}  // namespace
}  // namespace comity
