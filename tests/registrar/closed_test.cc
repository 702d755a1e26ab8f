// The closed log through the registrar: entered, replayed, anchored, and never seen by the public side.
#include <gtest/gtest.h>

#include "record/anchor.h"
#include "record/verify.h"
#include "support/registry.h"

namespace comity {
namespace {

const std::string subject(32, 'a');

ClosedRequest a_request(const std::string& id) {
  return {"erasure:" + id, ErasureRequested{{id}, subject, ErasureGround::purpose_ended}, operator_of_secretariat};
}

std::size_t erasures(Registrar& registrar) {
  return registrar.read_closed([](const ClosedWorld& world) { return world.facts<ErasureRequested>().size(); });
}

std::string public_bytes(const Record& record) {
  std::string all;
  record.each(Log::open, 0, record.size(Log::open), [&all](std::int64_t, std::string_view bytes) { all += bytes; });
  return all;
}

TEST(ClosedLog, TakesItsOwnActsSaltedAndReplaysThem) {
  Registry registry;
  const auto outcome = registry->enter(a_request("2027-01"));
  ASSERT_EQ(outcome.entered.size(), 1U);
  EXPECT_EQ(registry.record().size(Log::closed), 1);
  EXPECT_EQ(registry.record().size(Log::open), 0) << "nothing of it is public";
  EXPECT_EQ(parse_entry(*registry.record().read(Log::closed, 0))->salt.size(), 32U);
  EXPECT_EQ(erasures(*registry), 1U);
  registry.reopen();
  EXPECT_EQ(erasures(*registry), 1U);
}

TEST(ClosedLog, KnowsARetryAndRefusesAnotherActUnderTheSameRequest) {
  Registry registry;
  registry->enter(a_request("2027-01"));
  const auto again = registry->enter(a_request("2027-01"));
  ASSERT_EQ(again.entered.size(), 1U);
  EXPECT_FALSE(again.entered[0].fresh);
  auto other = a_request("2027-02");
  other.id = "erasure:2027-01";
  EXPECT_EQ(registry->enter(other).refused.at(0).why.code, "request-id-reused");
  EXPECT_EQ(registry.record().size(Log::closed), 1);
}

TEST(ClosedLog, SharesInstantsWithThePublicLogAndIsSigned) {
  Registry registry;
  registry.enter({{a_document("A/1"), confirmed()}});
  registry->enter(a_request("2027-01"));
  registry.enter({{a_document("A/2"), confirmed()}});
  const VerifierKey key{registry.record().origin(Log::closed), registry.record().key().public_key};
  EXPECT_EQ(open_checkpoint(registry.record().checkpoint(Log::closed), key)->size, 1);
  EXPECT_TRUE(verify(registry.record().store()).sound());
}

TEST(Anchor, HidesAndBindsTheClosedLog) {
  Registry registry;
  registry->enter(a_request("2027-01"));
  registry->anchor();
  const auto& record = registry.record();
  ASSERT_EQ(record.size(Log::open), 1);
  ASSERT_EQ(record.size(Log::closed), 2);
  const auto anchor = read_act("closed-log-anchored", parse_entry(*record.read(Log::open, 0))->act);
  const auto opened = read_closed_act("anchor-opened", parse_entry(*record.read(Log::closed, 1))->act);
  const auto& [salt, size, root] = std::get<AnchorOpened>(*opened);
  EXPECT_EQ(size, 1) << "the closed log before the anchor's own entry";
  EXPECT_EQ(root, to_hex(record.root(Log::closed, 1)));
  const Checkpoint closed{record.origin(Log::closed), size, record.root(Log::closed, size)};
  EXPECT_EQ(std::get<ClosedLogAnchored>(*anchor).hash, to_hex(anchor_hash(*from_hex(salt), closed)));
  registry.reopen();
}

TEST(Anchor, LooksTheSameWhateverHappened) {
  const auto shape = [](int closed_acts) {
    Registry registry;
    for (int i = 0; i < closed_acts; ++i) registry->enter(a_request("2027-" + std::to_string(i)));
    registry->anchor();
    registry->anchor();
    auto bytes = public_bytes(registry.record());
    // Masked: the hashes, and what differs by the instants and numbers of what was entered before.
    for (auto at = bytes.find("\"hash\":\""); at != std::string::npos; at = bytes.find("\"hash\":\"", at + 8))
      bytes.replace(at + 8, 64, 64, 'x');
    for (auto at = bytes.find("\"at\":"); at != std::string::npos; at = bytes.find("\"at\":", at + 5))
      bytes.erase(at + 5, bytes.find(',', at) - at - 5);
    return bytes;
  };
  const auto idle = shape(0);
  EXPECT_NE(idle.find("closed-log-anchored"), std::string::npos);
  EXPECT_EQ(idle, shape(1));
  EXPECT_EQ(idle, shape(7));
}

// A record whose closed log was rewritten after it had been anchored, by a host that holds every key.
TEST(Anchor, FindsAClosedLogThatWasRewrittenByWhoeverHoldsTheKey) {
  const auto key = SignKey::from_seed(std::string(32, '\x07'));
  Registry registry;
  registry->enter(a_request("2027-01"));
  registry->anchor();
  const auto rewritten = memory_record("example.org/log", key);
  Commit commit;
  std::array<std::vector<std::string>, 2> entries;
  for (const auto log : logs)
    registry.record().each(log, 0, registry.record().size(log), [&](std::int64_t, std::string_view bytes) {
      entries[static_cast<std::size_t>(log)].emplace_back(bytes);
    });
  auto& first = entries[1][0];
  first.replace(first.find("purpose-ended"), 13, "rectified");
  for (const auto log : logs)
    commit[log] = seal_batch(rewritten->origin(log), 0, entries[static_cast<std::size_t>(log)], key);
  rewritten->append(commit);
  Signer signer = Registry::begun(TestFolder().path(), key);
  const Desk desk{*rewritten, key, signer, [] { return Instant{}; }, [] { return std::string(32, 's'); }};
  try {
    const Registrar registrar(desk);
    ADD_FAILURE() << "an anchored history was rewritten";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "record-damaged");
    EXPECT_NE(std::string(fault.what()).find("anchor-wrong"), std::string::npos) << fault.what();
  }
}

}  // namespace
}  // namespace comity
