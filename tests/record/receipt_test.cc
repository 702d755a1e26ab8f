// Receipts bind the act, its number and instant, its leaf and its log.
#include "record/receipt.h"

#include "record_under_test.h"

namespace comity {
namespace {

std::string refused_receipt(const std::string& bytes) {
  const auto receipt = parse_receipt(bytes);
  if (!receipt) return receipt.refusal().code;
  const auto verdict = verify(*receipt, test_key().public_key());
  return verdict ? "granted" : verdict.refusal().code;
}

Receipt some_receipt(Log log = Log::open) {
  const auto record = memory_record("log.example/test", test_key());
  fill(*record, 20);
  return receipt(*record, log, log == Log::open ? 12 : 1);
}

TEST(Receipt, is_verified_without_the_record) {
  EXPECT_EQ(refused_receipt(print(some_receipt())), "granted");
  EXPECT_EQ(refused_receipt(print(some_receipt(Log::closed))), "granted");
  EXPECT_FALSE(bool(verify(some_receipt(), SignKey::generate().public_key())));
}

TEST(Receipt, every_flipped_bit_is_found) {
  const auto bytes = print(some_receipt());
  std::size_t found = 0;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    auto flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    if (refused_receipt(flipped) != "granted") ++found;
  }
  EXPECT_EQ(found, bytes.size() * 8);
}

TEST(Receipt, each_value_is_bound) {
  const auto good = some_receipt();
  const auto changed = [&](auto change) {
    auto other = good;
    change(other);
    return refused_receipt(print(other));
  };
  EXPECT_EQ(changed([](Receipt& r) { r.number += 1; }), "receipt-path");
  EXPECT_EQ(changed([](Receipt& r) { r.number += 100; }), "receipt-path");
  EXPECT_EQ(changed([](Receipt& r) { r.at.us += 1; }), "receipt-path");
  EXPECT_EQ(changed([](Receipt& r) { r.path.clear(); }), "receipt-path");
  EXPECT_EQ(changed([](Receipt& r) { r.root[0] ^= 1; }), "receipt-path");
  EXPECT_EQ(changed([](Receipt& r) { r.origin = "log.example/other"; }), "receipt-signature");
  EXPECT_EQ(changed([](Receipt& r) { r.signature[0] ^= 1; }), "receipt-signature");
  EXPECT_EQ(changed([](Receipt& r) { r.signature.clear(); }), "receipt-signature");
  // Moved with the entry: the place inside the batch is the same, the numbers are not.
  EXPECT_EQ(changed([](Receipt& r) { r.number += 1, r.first += 1, r.size += 1; }), "receipt-path");
}

TEST(Receipt, is_refused_when_malformed) {
  const auto bytes = print(some_receipt());
  EXPECT_EQ(refused_receipt(bytes + " "), "receipt-malformed");
  EXPECT_EQ(refused_receipt("{}"), "receipt-malformed");
  EXPECT_EQ(refused_receipt("[]"), "receipt-malformed");
  EXPECT_EQ(refused_receipt("{\"more\":1," + bytes.substr(1)), "receipt-malformed");
  EXPECT_EQ(refused_receipt(""), "json-malformed");
  EXPECT_EQ(refused_receipt("{\"path\":[1]," + bytes.substr(1)), "json-duplicate");
}

}  // namespace
}  // namespace comity
