// The rhythm: what is due is done at its hour, and nothing that it does decides anything.
#include "registrar/rhythm.h"

#include <gtest/gtest.h>

#include "support/registry.h"

namespace comity {
namespace {

constexpr std::int64_t hour = 3'600'000'000;
constexpr std::int64_t mib = 1 << 20;

class RhythmTest : public testing::Test {
 protected:
  RhythmTest() {
    Signer::begin(folder_.path(), genesis("example.org/log", key_));
    signer_.remember(*record_);
  }
  void turn(std::int64_t after_us = 0) {
    now_.us += after_us;
    rhythm_.turn(now_);
  }
  void enter(const std::string& symbol) {
    registrar_.enter({{"r" + symbol.substr(1), "", {a_document(symbol), confirmed()}, operator_of_secretariat}});
  }
  std::int64_t signed_size() const { return open_checkpoint(record_->checkpoint(Log::open), record_->key())->size; }

  Instant now_ = instant("2026-11-20T12:00:00Z");
  std::int64_t free_ = 90 * mib;
  TestFolder folder_{};
  SignKey key_ = SignKey::from_seed(std::string(32, '\x07'));
  std::unique_ptr<Record> record_ = memory_record("example.org/log", key_);
  Signer signer_{folder_.path(), key_};
  Blobs blobs_{folder_.path() / "blobs"};
  Room room_{folder_.path(), 0, [this] { return Space{free_, 100 * mib}; }};
  Registrar registrar_{{*record_, key_, signer_, [this] { return now_; }, [] { return std::string(32, 's'); },
                        Signing::later, [this](bool closing) { return room_.for_act(closing); }}};
  std::vector<std::string> told_{};
  Rhythm rhythm_{
      registrar_, *record_,
      blobs_,     room_,
      {},         [this](const Refusal& what, bool holds) { told_.push_back((holds ? "" : "no ") + what.code); }};
};

TEST_F(RhythmTest, AnchorsAtOnceAndThenHourlyWhateverHappensAndOnceAfterAPause) {
  turn();
  EXPECT_EQ(record_->size(Log::open), 1);
  for (int i = 0; i < 10; ++i) turn(hour / 20);
  EXPECT_EQ(record_->size(Log::open), 1) << "half an hour later";
  turn(hour / 2);
  EXPECT_EQ(record_->size(Log::open), 2);
  turn(100 * hour);
  turn(1);
  EXPECT_EQ(record_->size(Log::open), 3) << "one, not a hundred";
}

TEST_F(RhythmTest, SignsWhatWasEnteredSinceTheLastTurn) {
  turn();
  enter("A/1");
  EXPECT_EQ(signed_size(), 1) << "acknowledged with a receipt, not yet in a checkpoint";
  turn(1);
  EXPECT_EQ(signed_size(), 2);
}

TEST_F(RhythmTest, TellsWhenTheDiskFillsAndWhenItHasRoomAgain) {
  turn();
  EXPECT_TRUE(told_.empty());
  free_ = 20 * mib;
  turn(20'000'000);
  turn(20'000'000);
  EXPECT_EQ(told_, std::vector<std::string>{"disk-alarm"}) << "once";
  free_ = 21 * mib;
  turn(20'000'000);
  EXPECT_EQ(told_.back(), "no disk-alarm");
}

TEST_F(RhythmTest, AFullDiskRefusesActsWithoutStoppingTheRecordAndAnchorsPass) {
  turn();
  free_ = Room::least - 1;
  try {
    enter("A/1");
    ADD_FAILURE() << "entered on a full disk";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "disk-full");
  }
  turn(hour);
  EXPECT_EQ(record_->size(Log::open), 2) << "the anchor";
  EXPECT_FALSE(record_->stopped());
  free_ = 90 * mib;
  enter("A/1");
  EXPECT_EQ(record_->size(Log::open), 3) << "goes on without a restart";
}

TEST_F(RhythmTest, ScrubsEveryHour) {
  for (int i = 0; i < 8; ++i) turn(1'000'000);
  const auto first = rhythm_.scrubs();
  EXPECT_EQ(first, 1);
  turn(hour / 2);
  EXPECT_EQ(rhythm_.scrubs(), first);
  for (int i = 0; i < 8; ++i) turn(hour / 8);
  EXPECT_EQ(rhythm_.scrubs(), first + 1);
}

TEST_F(RhythmTest, WatchesAndScrubsOnWhereTheClockIsSetBackByADay) {
  for (int i = 0; i < 8; ++i) turn(1'000'000);
  free_ = 20 * mib;
  for (int i = 0; i < 8; ++i) turn(i == 0 ? -24 * hour : 1'000'000);
  EXPECT_EQ(rhythm_.scrubs(), 2);
  EXPECT_EQ(told_, std::vector<std::string>{"disk-alarm"});
}

TEST_F(RhythmTest, AnchorsOnWhereTheClockIsSetBackByADay) {
  turn();
  turn(-24 * hour);
  EXPECT_EQ(record_->size(Log::open), 2) << "at once: the record's own hour is a day away";
  turn(hour / 2);
  EXPECT_EQ(record_->size(Log::open), 2);
  turn(hour / 2);
  EXPECT_EQ(record_->size(Log::open), 3) << "and hourly by the clock that there is";
}

TEST_F(RhythmTest, TellsOfAStepThatFailsAndWhenItSucceedsAgain) {
  bool fails = true;
  Rhythm rhythm(
      registrar_, *record_, blobs_, room_, {},
      [this](const Refusal& what, bool holds) { told_.push_back((holds ? "" : "no ") + what.code); },
      [&fails] {
        if (fails) throw Fault("vault-damaged", "a row");
      });
  rhythm.turn(now_);
  rhythm.turn(now_);
  EXPECT_EQ(told_, std::vector<std::string>{"vault-damaged"}) << "once";
  EXPECT_EQ(signed_size(), 1) << "the other steps go on";
  fails = false;
  rhythm.turn(now_);
  EXPECT_EQ(told_.back(), "no vault-damaged");
}

TEST_F(RhythmTest, AfterAFaultNothingIsAnchoredAnyMore) {
  turn();
  record_->stop();
  turn(2 * hour);
  EXPECT_EQ(record_->size(Log::open), 1);
}

TEST_F(RhythmTest, TurnsByItself) {
  const Turning turning(rhythm_, [] { return instant("2026-11-20T12:00:00Z"); });
  for (int i = 0; i < 400 && record_->size(Log::open) == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
  EXPECT_EQ(record_->size(Log::open), 1);
}

}  // namespace
}  // namespace comity
