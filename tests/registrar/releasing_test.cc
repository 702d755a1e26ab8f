// Withheld texts made public: at the hour, once, by whoever asks first; and nothing of them before.
#include "registrar/releasing.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "rules/ask.h"
#include "support/registry.h"

namespace comity {
namespace {

const Symbol crp{"A/AC.292/2026/CRP.1"};

struct ReleasedTexts : testing::Test {
  Registry registry{};

  TextImported text(const std::string& words, Language language = Language::en) {
    const auto blob = registry.blobs().put(words);
    TextImported act;
    act.document = crp;
    act.language = language;
    act.file = act.structure = to_hex(blob.digest);
    act.file_size = act.structure_size = blob.size;
    act.file_type = "text/plain";
    return act;
  }
  void embargo() {
    const DocumentEmbargoed until{crp, hour("2026-11-20 10:00 America/New_York -05:00")};  // 15:00 UTC
    ASSERT_TRUE(registry.enter({{a_document(crp.text), confirmed()}, {until, confirmed()}}).refused.empty());
  }
  std::string withhold(const TextImported& act) {
    const auto outcome = registry->enter(
        {"w-" + act.file + std::string(code_of(act.language)), TextWithheld{act}, operator_of_secretariat});
    return outcome.refused.empty() ? "" : outcome.refused.front().why.code;
  }
  bool is_public(Language language = Language::en) {
    return registry->read([&](const World& world, const auto&) { return text_held(world, crp, language) != nullptr; });
  }
};

TEST_F(ReleasedTexts, AreEnteredOnlyWithTheirFiles) {
  embargo();
  auto act = text("words");
  act.file = std::string(64, 'a');
  EXPECT_EQ(withhold(act), "blob-not-there");
  EXPECT_EQ(registry.record().size(Log::closed), 0);
}

TEST_F(ReleasedTexts, AreMissedAtTheNextStart) {
  embargo();
  const auto act = text("words");
  ASSERT_EQ(withhold(act), "");
  std::filesystem::remove(registry.folder() / "blobs" / act.file.substr(0, 2) / act.file.substr(2));
  EXPECT_THROW(registry.reopen(), Fault);
}

TEST_F(ReleasedTexts, ArePublicFromTheInstantOn) {
  embargo();
  ASSERT_EQ(withhold(text("words")), "");
  Releasing releasing(*registry);
  registry.clock("2026-11-20T14:59:59.999999Z");
  EXPECT_FALSE(releasing.due(registry->now()));
  releasing.carry_out(registry->now());
  EXPECT_FALSE(is_public());
  registry.clock("2026-11-20T15:00:00Z");
  EXPECT_TRUE(releasing.due(registry->now()));
  releasing.carry_out(registry->now());
  EXPECT_TRUE(is_public());
  EXPECT_FALSE(releasing.due(registry->now()));
  const auto size = registry.record().size(Log::open);
  releasing.carry_out(registry->now());
  EXPECT_EQ(registry.record().size(Log::open), size) << "once";
  registry.reopen();
  EXPECT_TRUE(is_public());
}

TEST_F(ReleasedTexts, AreFoundDueAfterTheRecordHasGrown) {
  embargo();
  Releasing releasing(*registry);
  registry.clock("2026-11-20T13:00:00Z");
  EXPECT_FALSE(releasing.due(registry->now()));
  ASSERT_EQ(withhold(text("words")), "") << "closed acts count as well";
  ASSERT_TRUE(registry.enter({{DocumentReleased{crp, in_english("Lifted early")}, confirmed()}}).refused.empty());
  EXPECT_TRUE(releasing.due(registry->now()));
  releasing.carry_out(registry->now());
  EXPECT_TRUE(is_public());
}

TEST_F(ReleasedTexts, AreEnteredOnceByManyWhoAsk) {
  embargo();
  for (const auto language : languages) ASSERT_EQ(withhold(text("words", language)), "");
  registry.clock("2026-11-20T16:00:00Z");
  Releasing releasing(*registry);
  const auto size = registry.record().size(Log::open);
  std::vector<std::thread> readers;
  std::atomic<int> too_early = 0;
  for (int i = 0; i < 8; ++i)
    readers.emplace_back([&] {
      releasing.carry_out(registry->now());
      for (const auto language : languages) too_early += !is_public(language);
    });
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(too_early, 0) << "somebody answered before what was due had been entered";
  EXPECT_EQ(registry.record().size(Log::open), size + 6);
  for (const auto language : languages) EXPECT_TRUE(is_public(language));
}

TEST_F(ReleasedTexts, StayWithheldWhileTheMachineFails) {
  embargo();
  ASSERT_EQ(withhold(text("words")), "");
  bool room = true;
  Signer signer = Registry::begun(Registry::made(registry.folder() / "second"), registry.key());
  Desk desk{registry.record(), registry.key(), signer, [&] { return registry->now(); },
            [] { return std::string(32, 's'); }};
  desk.blobs = &registry.blobs();
  desk.room = [&room](bool) { return room; };
  desk.signing = Signing::later;
  Registrar registrar(std::move(desk));
  Releasing releasing(registrar);
  registry.clock("2026-11-20T16:00:00Z");
  room = false;
  EXPECT_THROW(releasing.carry_out(registrar.now()), Fault);
  EXPECT_FALSE(releasing.due(registrar.now())) << "not at once again";
  room = true;
  registry.clock("2026-11-20T16:00:01Z");
  releasing.carry_out(registrar.now());
  EXPECT_TRUE(registrar.read([](const World& world, const auto&) { return text_held(world, crp, Language::en); }));
}

}  // namespace
}  // namespace comity
