// The queue before the press, and what it keeps; what makes is a function that waits for the test.
#include "web/press.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>

namespace comity {
namespace {

using namespace std::chrono_literals;

PrintBytes a_print(std::size_t size) { return std::make_shared<const std::string>(size, 'x'); }

TEST(Prints, hold_what_was_asked_for_last) {
  const Prints::Time at{};
  Prints prints(1000);
  for (const auto* recipe : {"a", "b", "c", "d"}) prints.keep(recipe, a_print(250));
  EXPECT_TRUE(prints.find("a", at));
  prints.keep("e", a_print(250));
  EXPECT_TRUE(prints.find("a", at)) << "asked for since";
  EXPECT_FALSE(prints.find("b", at));
  EXPECT_EQ(prints.bytes(), 1000U);
  prints.keep("large", a_print(251));
  EXPECT_FALSE(prints.find("large", at));
  prints.keep("a", a_print(10));
  EXPECT_EQ(prints.bytes(), 1000U) << "the same recipe is held once";
}

TEST(Prints, remember_for_a_while_what_could_not_be_made) {
  const Prints::Time at{};
  Prints prints(1000);
  prints.keep_refused("a", {"press-failed"}, at + 10s);
  ASSERT_TRUE(prints.find("a", at + 9s));
  EXPECT_EQ(prints.find("a", at + 9s)->refusal().code, "press-failed");
  EXPECT_FALSE(prints.find("a", at + 10s));
  for (int i = 0; i < 300; ++i) prints.keep_refused(std::to_string(i), {"press-failed"}, at + 1h + 1s * i);
  EXPECT_FALSE(prints.find("0", at)) << "of many, those that end first are forgotten";
  EXPECT_TRUE(prints.find("299", at));
}

// Makes nothing until it is told to; says what was made, in order.
class Workshop {
 public:
  Result<std::string> make(const std::string& flat_odt, const std::string& format) {
    std::unique_lock lock(mutex_);
    begun_.push_back(flat_odt);
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    if (flat_odt == "throws") throw std::runtime_error("a mistake");
    if (flat_odt == "fails") return Refusal{"office-failed", {{"detail", "/tmp/somewhere"}}};
    return format + " of " + flat_odt;
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  std::vector<std::string> begun(std::size_t many) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return begun_.size() >= many; });
    return begun_;
  }
  Press::Make maker() {
    return [this](const auto& flat_odt, const auto& format) { return make(flat_odt, format); };
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  std::vector<std::string> begun_;
};

// What each of those who asked was told.
class Readers {
 public:
  Press::Told one() {
    return [this](const Result<PrintBytes>& made) {
      const std::lock_guard lock(mutex_);
      told_.push_back(made ? **made : made.refusal().code);
      changed_.notify_all();
    };
  }
  std::vector<std::string> told(std::size_t many) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return told_.size() >= many; });
    return told_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> told_;
};

struct Pressing : testing::Test {
  Workshop shop{};
  Readers readers{};
  bool stands = true;
  Press press{shop.maker(), [this] { return stands; }, {4, 2, 6, 1000}};

  ~Pressing() override { shop.open(); }
  void ask(const std::string& text, const std::string& source) { press.ask({text, "pdf", source}, readers.one()); }
};

using Words = std::vector<std::string>;

TEST_F(Pressing, makes_once_what_two_ask_for) {
  ask("text", "one");
  shop.begun(1);
  ask("text", "two");
  press.ask({"text", "docx", "two"}, readers.one());
  shop.open();
  EXPECT_EQ(readers.told(3), (Words{"pdf of text", "pdf of text", "docx of text"}));
  ask("text", "three");
  EXPECT_EQ(readers.told(4).back(), "pdf of text");
  EXPECT_EQ(shop.begun(2).size(), 2U);
  EXPECT_EQ(press.figures().made.at("pdf"), 1U);
  EXPECT_EQ(press.figures().found, 2U);
  EXPECT_EQ(press.at_hand(Press::recipe_of("text", "pdf"))->operator*()->size(), 11U);
  EXPECT_FALSE(press.at_hand(Press::recipe_of("text", "odt")));
}

TEST_F(Pressing, lets_few_wait_and_no_source_ask_for_much) {
  ask("1", "one");
  shop.begun(1);
  ask("2", "one");
  ask("3", "one");
  EXPECT_EQ(readers.told(1), Words{"press-yours"});
  ask("4", "two");
  ask("5", "three");
  ask("6", "four");
  EXPECT_EQ(readers.told(2).back(), "press-busy");
  ask("1", "four");
  ask("1", "four");
  ask("1", "four");
  EXPECT_EQ(readers.told(3).back(), "press-busy") << "those who wait for the same are bounded too";
  EXPECT_EQ(press.figures().documents, 4U);
  EXPECT_EQ(press.figures().turned_away, 3U);
}

TEST_F(Pressing, serves_each_source_in_its_turn) {
  ask("1", "one");
  shop.begun(1);
  ask("2", "one");
  ask("3", "two");
  ask("4", "three");
  shop.open();
  readers.told(4);
  EXPECT_EQ(shop.begun(4), (Words{"1", "3", "2", "4"}));
}

TEST_F(Pressing, tells_readers_nothing_of_what_the_program_said) {
  shop.open();
  ask("fails", "one");
  EXPECT_EQ(readers.told(1), Words{"press-failed"});
  ask("fails", "two");
  EXPECT_EQ(readers.told(2).back(), "press-failed");
  ask("throws", "one");
  EXPECT_EQ(readers.told(3).back(), "press-failed");
  EXPECT_EQ(shop.begun(2).size(), 2U) << "what failed is not tried again at once";
  EXPECT_EQ(press.figures().failed.at("pdf"), 2U);
}

TEST_F(Pressing, tells_operators_what_is_refused_and_nothing_else) {
  std::vector<std::string> codes;
  press.tell_refusals([&](std::string_view code) { codes.emplace_back(code); });
  shop.open();
  ask("well", "one");
  ask("fails", "two");
  readers.told(2);
  stands = false;
  ask("more", "one");
  readers.told(3);
  press.tell_refusals({});
  ask("more", "one");
  EXPECT_EQ(codes, (Words{"press-failed", "press-gone"}));
}

TEST_F(Pressing, says_when_nobody_makes_anything) {
  shop.open();
  ask("held", "one");
  readers.told(1);
  stands = false;
  ask("another", "one");
  EXPECT_EQ(readers.told(2).back(), "press-gone");
  ask("held", "one");
  EXPECT_EQ(readers.told(3).back(), "pdf of held");
}

TEST_F(Pressing, keeps_nobody_waiting_when_it_closes) {
  ask("1", "one");
  shop.begun(1);
  ask("2", "two");
  press.close();
  EXPECT_EQ(readers.told(2), (Words{"press-busy", "press-busy"}));
  ask("3", "three");
  EXPECT_EQ(readers.told(3).back(), "press-busy");
  shop.open();
  press.stop();
  EXPECT_EQ(readers.told(3).size(), 3U);
  EXPECT_EQ(shop.begun(1).size(), 1U);
}

}  // namespace
}  // namespace comity
