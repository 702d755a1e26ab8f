#include "words/po.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

const std::string header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

Refusal refused(const std::string& text) {
  const auto read = parse_po("fr.po", text);
  EXPECT_FALSE(read) << text;
  return read ? Refusal{} : read.refusal();
}

Refusal syntax(int line, std::string found) {
  return {"po-syntax", {{"file", "fr.po"}, {"line", std::to_string(line)}, {"found", std::move(found)}}};
}

TEST(Po, AMessageHasKeyEnglishAndText) {
  const auto file = parse_po("fr.po", header +
                                          "# --- silence ---\n\n"
                                          "#. Shown where a silence runs\n#. and nowhere else\n#, fuzzy\n"
                                          "msgctxt \"silence.open\"\nmsgid \"Open\"\nmsgstr \"Ouvrir\"\n\n"
                                          "msgctxt \"silence.break\"\nmsgid \"Break\"\nmsgstr \"Rompre\"");
  ASSERT_TRUE(file);
  ASSERT_EQ(file->messages.size(), 2U);
  const auto& open = file->messages[0];
  EXPECT_EQ(open.key, "silence.open");
  EXPECT_EQ(open.english, "Open");
  EXPECT_EQ(open.text, "Ouvrir");
  EXPECT_EQ(open.comment, "Shown where a silence runs and nowhere else");
  EXPECT_TRUE(open.unverified);
  EXPECT_EQ(open.line, 9);
  EXPECT_EQ(file->messages[1].key, "silence.break");
  EXPECT_FALSE(file->messages[1].unverified);
  EXPECT_EQ(file->messages[1].comment, "");
}

TEST(Po, TextsRunOverSeveralLinesAndKnowFourEscapes) {
  const auto file =
      parse_po("fr.po", header + "msgctxt \"a.b\"\nmsgid \"\"\nmsgstr \"\"\n\"one\\n\"\n\"t\\two \\\"q\\\" \\\\\"\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->messages[0].text, "one\nt\two \"q\" \\");
}

TEST(Po, TextIsComposed) {
  const auto file = parse_po("fr.po", header + "msgctxt \"a.b\"\nmsgid \"e\"\nmsgstr \"e\xcc\x81\"\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->messages[0].text, "é");
}

TEST(Po, ErrorsNameFileLineAndWhatStandsThere) {
  EXPECT_EQ(refused(header + "msgctxt \"a.b\"\nmsgid \"x\"\nmsgstr unquoted\n"), syntax(6, "msgstr unquoted"));
  EXPECT_EQ(refused(header + "msgctxt \"a.b\"\nmsgstr \"x\"\n"), syntax(5, "msgstr \"x\""));
  EXPECT_EQ(refused(header + "msgid \"x\"\n"), syntax(4, "msgid \"x\""));
  EXPECT_EQ(refused(header + "msgctxt \"a.b\"\nmsgid \"x\"\n\n"), syntax(6, ""));
  EXPECT_EQ(refused(header + "msgctxt \"a.b\"\nmsgid \"x\"\n# late\nmsgstr \"y\"\n"), syntax(6, "# late"));
  EXPECT_EQ(refused(header + "msgctxt \"a.b\"\nmsgid \"x\"\nmsgid_plural \"y\"\n"), syntax(6, "msgid_plural \"y\""));
  EXPECT_EQ(refused(header + "msgctxt \"a\\qb\"\n"), syntax(4, "msgctxt \"a\\qb\""));
  EXPECT_EQ(refused(header + "msgctxt \"a\"b\"\n"), syntax(4, "msgctxt \"a\"b\""));
  EXPECT_EQ(refused(header + "msgctxt \"a\\\"\n"), syntax(4, "msgctxt \"a\\\""));
  EXPECT_EQ(refused(header + "\"continued\"\n"), syntax(4, "\"continued\""));
  EXPECT_EQ(refused(header + "msgctxt \"\"\nmsgid \"x\"\nmsgstr \"y\"\n").code, "po-syntax");
  EXPECT_EQ(refused(header + "hello\n"), syntax(4, "hello"));
  EXPECT_EQ(refused(header + "msgctxt \"a.b\"\r\n").code, "po-syntax");
}

TEST(Po, AFileWithoutHeaderOrWithAnotherCharsetIsRefused) {
  EXPECT_EQ(refused("").code, "po-syntax");
  EXPECT_EQ(refused("# nothing\n").code, "po-syntax");
  EXPECT_EQ(refused("msgctxt \"a.b\"\nmsgid \"x\"\nmsgstr \"y\"\n").code, "po-syntax");
  EXPECT_EQ(refused("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=latin1\\n\"\n").code, "po-syntax");
}

TEST(Po, AKeyThatStandsTwiceIsRefused) {
  const std::string message = "msgctxt \"a.b\"\nmsgid \"x\"\nmsgstr \"y\"\n\n";
  EXPECT_EQ(refused(header + message + message),
            (Refusal{"po-duplicate", {{"file", "fr.po"}, {"line", "8"}, {"key", "a.b"}}}));
}

TEST(Po, BytesThatAreNotUtf8AreRefused) {
  EXPECT_EQ(refused(header + "# \xff\n"), (Refusal{"po-utf8", {{"file", "fr.po"}, {"line", "4"}}}));
}

TEST(Po, WhatIsQuotedOfALongLineIsShortAndValid) {
  std::string line = "x";
  for (int i = 0; i < 100; ++i) line += "é";
  const auto found = refused(header + line + "\n").values.at("found");
  EXPECT_EQ(found.size(), 59U);  // 60 would cut a letter in two
}

}  // namespace
}  // namespace comity
