// Proof files: printed and read as C2SP tlog-proof says, good for their entry alone.
#include "record/proof.h"

#include "record/cosign.h"
#include "record_under_test.h"

namespace comity {
namespace {

Policy trusting(const Record& record) { return *parse_policy("log " + print(record.key()) + "\nquorum none\n"); }

class LogProofs : public testing::Test {
 protected:
  LogProofs() {
    Writer writer(*record_);
    for (int i = 0; i < 5; ++i) writer.append(Log::open, 3);
    checkpoint(*record_, Log::open);
  }
  std::string entry(std::int64_t number) const { return *record_->read(Log::open, number); }
  std::unique_ptr<Record> record_ = memory_record("log.example/test", test_key());
};

TEST_F(LogProofs, AreGoodForTheirEntryAlone) {
  for (std::int64_t number = 0; number < 15; ++number) {
    const auto proof = log_proof(*record_, Log::open, number, record_->checkpoint(Log::open));
    EXPECT_TRUE(verify(proof, entry(number), trusting(*record_)));
    const auto other = verify(proof, entry((number + 1) % 15), trusting(*record_));
    EXPECT_EQ(other.refusal().code, "proof-path");
    auto moved = proof;
    moved.number = (number + 1) % 15;
    EXPECT_EQ(verify(moved, entry(number), trusting(*record_)).refusal().code, "proof-path");
  }
}

TEST_F(LogProofs, ArePrintedAsTheSpecificationSays) {
  const auto proof = log_proof(*record_, Log::open, 14, record_->checkpoint(Log::open));
  const auto text = print(proof);
  EXPECT_TRUE(text.starts_with("c2sp.org/tlog-proof@v1\nindex 14\n" + to_base64(to_bytes(proof.path[0])) + "\n"));
  EXPECT_TRUE(text.ends_with("\n\n" + record_->checkpoint(Log::open)));
  EXPECT_EQ(*parse_log_proof(text), proof);
}

TEST_F(LogProofs, CarryExtraBytes) {
  auto proof = log_proof(*record_, Log::open, 0, record_->checkpoint(Log::open));
  proof.extra = std::string("\0\xff salt", 7);
  EXPECT_TRUE(print(proof).starts_with("c2sp.org/tlog-proof@v1\nextra AP8gc2FsdA==\nindex 0\n"));
  EXPECT_EQ(*parse_log_proof(print(proof)), proof);
}

TEST_F(LogProofs, EveryFlippedBitIsFound) {
  const auto text = print(log_proof(*record_, Log::open, 7, record_->checkpoint(Log::open)));
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    auto flipped = text;
    flipped[bit / 8] ^= static_cast<char>(1 << bit % 8);
    const auto proof = parse_log_proof(flipped);
    EXPECT_FALSE(proof && verify(*proof, entry(7), trusting(*record_))) << bit;
  }
}

TEST_F(LogProofs, NeedAKnownLogAndTheQuorum) {
  const auto stranger = SignKey::from_seed(std::string(32, 's'));
  const VerifierKey other{"log.example/other", stranger.public_key()};
  auto proof = log_proof(*record_, Log::open, 3, record_->checkpoint(Log::open));
  const auto unknown = verify(proof, entry(3), *parse_policy("log " + print(other) + "\nquorum none\n"));
  EXPECT_EQ(unknown.refusal(), (Refusal{"proof-log", {{"origin", "log.example/test"}}}));

  const VerifierKey witness{"w.example", stranger.public_key(), KeyUse::cosigner};
  const auto strict = *parse_policy("log " + print(record_->key()) + "\nwitness w " + print(witness) + "\nquorum w\n");
  EXPECT_EQ(verify(proof, entry(3), strict).refusal().code, "proof-quorum");
  auto note = *parse_note(proof.note);
  note.signatures.push_back(cosign(note.text, witness.name, stranger, 1'700'000'000));
  proof.note = print(note);
  EXPECT_TRUE(verify(proof, entry(3), strict));
}

TEST(LogProof, ThatCannotBeReadIsRefused) {
  const std::string note = sign_checkpoint({"log.example/test", 1, leaf_hash("x")}, test_key());
  const std::string head = "c2sp.org/tlog-proof@v1\n";
  const std::string hash = to_base64(to_bytes(leaf_hash("y"))) + "\n";
  EXPECT_TRUE(parse_log_proof(head + "index 0\n" + hash + "\n" + note));
  std::string too_long;
  for (int i = 0; i < 65; ++i) too_long += hash;
  for (const auto& wrong :
       {std::string(), head, head + "index 0\n", "index 0\n\n" + note, head + "index 00\n\n" + note,
        head + "index -1\n\n" + note, head + "index\n\n" + note, head + "index 0\n" + note,
        head + "extra \nindex 0\n\n" + note, head + "extra !\nindex 0\n\n" + note, head + "index 0\nabc\n\n" + note,
        head + "index 0\n" + too_long + "\n" + note, head + "index 0\n\n" + note + "\n", head + "index 0\n\nlog\n"})
    EXPECT_EQ(parse_log_proof(wrong).refusal().code, "proof-malformed") << wrong;
}

}  // namespace
}  // namespace comity
