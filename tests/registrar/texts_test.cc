// Texts held: what an act names must be there, before and after a restart; structures and citations are read from it.
#include <gtest/gtest.h>

#include <filesystem>

#include "registrar/text_shelf.h"
#include "support/registry.h"
#include "texts/structure_json.h"

namespace comity {
namespace {

TextImported a_text(Registry& registry, const std::string& words, Language language = Language::en) {
  const TextStructure text{{{"p1", Paragraph::Kind::numbered, "1", words}}, {}};
  const auto structure = registry.blobs().put(canonical(to_json(text)));
  const auto file = registry.blobs().put(words);
  TextImported act;
  act.document = {"A/77/275"};
  act.language = language;
  act.file = to_hex(file.digest);
  act.file_size = file.size;
  act.file_type = "text/plain";
  act.structure = to_hex(structure.digest);
  act.structure_size = structure.size;
  return act;
}

std::filesystem::path file_of(const Registry& registry, const std::string& sha256) {
  return registry.folder() / "blobs" / sha256.substr(0, 2) / sha256.substr(2);
}

struct TextsHeldThere : testing::Test {
  Registry registry{};
  void SetUp() override { registry.enter({{a_document("A/77/275"), confirmed()}}); }
  std::string enter(const TextImported& act) {
    const auto outcome = registry.enter({{act, confirmed()}});
    return outcome.refused.empty() ? "" : outcome.refused.front().why.code;
  }
};

TEST_F(TextsHeldThere, AreNotEnteredWhereTheirFileIsNotThere) {
  auto act = a_text(registry, "See A/78/265.");
  const auto there = act.file;
  act.file = std::string(64, 'a');
  EXPECT_EQ(enter(act), "blob-not-there");
  act.file = there;
  ++act.file_size;
  EXPECT_EQ(enter(act), "blob-not-there");
  --act.file_size;
  EXPECT_EQ(enter(act), "");
}

TEST_F(TextsHeldThere, AreMissedAtTheNextStart) {
  const auto act = a_text(registry, "See A/78/265.");
  enter(act);
  registry.reopen();
  std::filesystem::remove(file_of(registry, act.file));
  try {
    registry.reopen();
    FAIL() << "a record without its text was opened";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "blob-absent");
    EXPECT_EQ(fault.what(), act.file);
  }
}

TEST_F(TextsHeldThere, AreReadWithWhatTheyCite) {
  const TextShelf shelf(registry.blobs());
  const auto act = a_text(registry, "See A/78/265.");
  EXPECT_EQ(shelf.text(act)->paragraphs.front().text, "See A/78/265.");
  EXPECT_EQ(shelf.text(act), shelf.text(act));  // read once
  ASSERT_EQ(shelf.cited(act)->citations.size(), 1U);
  EXPECT_EQ(shelf.cited(act)->citations.front().citation.symbol, "A/78/265");
}

TEST_F(TextsHeldThere, GiveWayToOthersWhereThereIsNoRoom) {
  const TextShelf shelf(registry.blobs(), 1);
  const auto one = a_text(registry, "One.");
  const auto two = a_text(registry, "Two.");
  const auto first = shelf.text(one);
  EXPECT_EQ(shelf.text(one), first);
  shelf.text(two);
  EXPECT_NE(shelf.text(one), first);
  EXPECT_EQ(*shelf.text(one), *first);
}

TEST_F(TextsHeldThere, AreAFaultWhereTheirBytesWereChanged) {
  const auto act = a_text(registry, "One.");
  const auto damaged = file_of(registry, act.structure);
  std::filesystem::permissions(damaged, std::filesystem::perms::owner_all);
  write_durably(damaged, std::string(static_cast<std::size_t>(act.structure_size), 'x'));
  const TextShelf shelf(registry.blobs());
  EXPECT_THROW(shelf.text(act), Fault);
}

TEST_F(TextsHeldThere, AreNamedByCorrectionsToo) {
  const auto act = a_text(registry, "One.");
  EXPECT_EQ(blobs_named(act).size(), 2U);
  EXPECT_EQ(blobs_named(FactCorrected{1, "why", "text-imported", to_json(Act(act))}), blobs_named(act));
  EXPECT_TRUE(blobs_named(a_document("A/77/275")).empty());
}

}  // namespace
}  // namespace comity
