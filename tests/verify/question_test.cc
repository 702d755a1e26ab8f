// Verdicts on receipts and copies of a log, and that each has its sentence in six languages.
#include "verify/question.h"

#include <set>

#include "../record/record_under_test.h"
#include "record/export.h"
#include "record/files.h"
#include "record/tiles.h"
#include "verify/sentences.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

class Questions : public testing::Test {
 protected:
  Questions() { fill(*record_, 20); }
  std::string put(const std::string& name, std::string_view bytes) const {
    const auto file = folder_.path() / name;
    fs::create_directories(file.parent_path());
    write_durably(file, bytes);
    return file.string();
  }
  std::string copied() const {
    for (const auto& tile : tiles_of(20)) put("copy/" + print(tile), *tile_bytes(*record_, Log::open, 20, tile));
    put("copy/checkpoint", record_->checkpoint(Log::open));
    return (folder_.path() / "copy").string();
  }
  std::string key() const { return print(record_->key()); }
  Question about(std::int64_t number) const {
    Question question;
    question.receipt = put("receipt", print(receipt(*record_, Log::open, number)) + "\n");
    question.entry = put("entry", *record_->read(Log::open, number) + "\n");
    question.key = key();
    return question;
  }
  static std::string refusal_of(const Question& question) { return answer(question).refusal().code; }

  Folder folder_{};
  std::unique_ptr<Record> record_ = memory_record("log.example/test", test_key());
};

TEST_F(Questions, AReceiptIsGoodForItsEntryAlone) {
  auto question = about(7);
  EXPECT_EQ(answer(question)->message, "cli.verify.receipt-good");
  question.entry = put("other", *record_->read(Log::open, 8));
  EXPECT_EQ(refusal_of(question), "receipt-entry");
  question.entry = put("none", "{}");
  EXPECT_EQ(refusal_of(question), "entry-member");
  question = about(7);
  question.key = print(VerifierKey{"log.example/other", test_key().public_key()});
  EXPECT_EQ(refusal_of(question), "proof-log");
}

TEST_F(Questions, EveryFlippedBitOfAReceiptIsFound) {
  auto question = about(7);
  const auto whole = print(receipt(*record_, Log::open, 7));
  int found = 0;
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += 3) {
    auto flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    question.receipt = put("receipt", flipped);
    EXPECT_FALSE(answer(question)) << bit;
    ++found;
  }
  EXPECT_GT(found, 1000);
}

TEST_F(Questions, ACopyIsSoundUntilAnyOfItsFilesIsChangedOrGone) {
  Question question;
  question.mirrored = copied();
  question.key = key();
  EXPECT_EQ(answer(question)->message, "cli.verify.mirror-sound");
  for (const auto& tile : tiles_of(20)) {
    const auto file = fs::path(question.mirrored) / print(tile);
    const auto whole = *read_file(file);
    auto flipped = whole;
    flipped.back() = static_cast<char>(flipped.back() ^ 1);
    write_durably(file, flipped);
    EXPECT_EQ(refusal_of(question), "mirror-differs");
    fs::remove(file);
    EXPECT_EQ(refusal_of(question), "file-missing");
    write_durably(file, whole);
  }
  EXPECT_TRUE(answer(question));
  EXPECT_FALSE(fs::exists(fs::path(question.mirrored) / ".copying")) << "nothing is written";
}

TEST_F(Questions, AnExportWithALineTooLongIsNotSound) {
  Question question;
  question.exported = (folder_.path() / "export").string();
  export_log(*record_, Log::open, record_->checkpoint(Log::open), question.exported);
  EXPECT_TRUE(answer(question)->sound());
  const auto file = fs::path(question.exported) / "entries.jsonl";
  write_durably(file, *read_file(file) + std::string(entry_limit + 1, 'x') + "\n");
  const auto outcome = answer(question);
  ASSERT_TRUE(outcome);
  EXPECT_FALSE(outcome->sound());
  for (const auto language : languages)
    for (const auto& problem : outcome->problems)
      EXPECT_NE(line_of(problem, [&](const auto& k, const auto& v) { return say(language, k, v); }), problem.code);
}

TEST(Sentences, StandInSixLanguagesWithTheSameNames) {
  const auto names = [](std::string_view text) {
    std::multiset<std::string> found;
    for (auto at = text.find('{'); at != text.npos; at = text.find('{', at + 1))
      found.emplace(text.substr(at, text.find('}', at) - at));
    return found;
  };
  EXPECT_GT(sentences().size(), 60U);
  for (const auto& [key, texts] : sentences())
    for (const auto text : texts) {
      EXPECT_FALSE(text.empty()) << key;
      EXPECT_EQ(names(text), names(texts[2])) << key;
    }
}

TEST(Sentences, IsolateLatinLettersWithinArabic) {
  EXPECT_EQ(*say(Language::en, "refusal.proof-log", {{"origin", std::string("a.example")}}),
            "The proof is of a record that you do not trust: a.example. Give the key of that record, or do not rely on "
            "the proof.");
  const auto arabic = *say(Language::ar, "refusal.proof-log", {{"origin", std::string("a.example")}});
  EXPECT_NE(arabic.find("\u2066a.example\u2069"), arabic.npos);
  EXPECT_EQ(say(Language::en, "no.such-key", {}), std::nullopt);
}

}  // namespace
}  // namespace comity
