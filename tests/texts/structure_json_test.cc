// The structure of a text as JSON: what is written is read, and what is damaged is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "texts/structure_json.h"

namespace comity {
namespace {

TextStructure every_kind() {
  using Kind = Paragraph::Kind;
  TextStructure text;
  for (const auto kind :
       {Kind::masthead, Kind::heading, Kind::text, Kind::preambular, Kind::numbered, Kind::item, Kind::closing})
    text.paragraphs.push_back({"p" + std::to_string(text.paragraphs.size()), kind, "", "Texte número 文件 وثيقة"});
  text.paragraphs[4].number = "16";
  text.paragraphs[4].marks = {{0, "1"}, {5, "2"}, {5, "*"}};
  text.notes = {{"1", "A note"}, {"*", ""}};
  return text;
}

TEST(StructureJson, IsReadAsItWasWritten) {
  const auto bytes = canonical(to_json(every_kind()));
  const auto read = read_structure(bytes);
  ASSERT_TRUE(read) << read.refusal().code;
  EXPECT_EQ(*read, every_kind());
  EXPECT_EQ(canonical(to_json(*read)), bytes);
  EXPECT_TRUE(read_structure(canonical(to_json(TextStructure{}))));
}

TEST(StructureJson, IsRefusedWhereItIsDamaged) {
  const auto place = [](std::string bytes) {
    const auto read = read_structure(bytes);
    if (read) return std::string("read");
    const auto& refusal = read.refusal();
    return refusal.code == "structure-malformed" ? refusal.values.at("place") : refusal.code;
  };
  EXPECT_EQ(place("x"), "json-malformed");
  EXPECT_EQ(place("{}"), "format");
  EXPECT_EQ(place(R"({"format":2,"notes":[],"paragraphs":[]})"), "format");
  EXPECT_EQ(place(R"({"format":1,"notes":[]})"), "paragraphs/0");
  EXPECT_EQ(place(R"({"format":1,"paragraphs":[]})"), "notes/0");
  const auto with = [&](const std::string& paragraph) {
    return place(R"({"format":1,"notes":[],"paragraphs":[{"id":"p1","kind":"text","text":"é"},)" + paragraph + "]}");
  };
  EXPECT_EQ(with(R"({"id":"p2","kind":"text","text":"é","marks":[{"at":2,"number":"1"}]})"), "read");
  for (const auto* wrong :
       {R"({"kind":"text","text":""})", R"({"id":"","kind":"text","text":""})", R"({"id":"a","kind":"none","text":""})",
        R"({"id":"a","kind":"text"})", R"({"id":"a","kind":"text","text":"é","marks":[{"at":1,"number":"1"}]})",
        R"({"id":"a","kind":"text","text":"é","marks":[{"at":3,"number":"1"}]})",
        R"({"id":"a","kind":"text","text":"é","marks":[{"at":2,"number":"1"},{"at":0,"number":"2"}]})",
        R"({"id":"a","kind":"text","text":"é","marks":[{"at":0}]})",
        R"({"id":"a","kind":"text","text":"é","marks":[{"at":0,"number":""}]})",
        R"({"id":"a","kind":"text","text":"é","marks":"1"})"})
    EXPECT_EQ(with(wrong), "paragraphs/1") << wrong;
}

}  // namespace
}  // namespace comity
