// The envelope: one byte form, strict writing, an act digest that covers what a State signs.
#include "record/entry.h"

#include <random>

#include "record/in_place.h"
#include "record_under_test.h"

namespace comity {
namespace {

std::string refused(const std::string& bytes) {
  const auto entry = parse_entry(bytes);
  if (entry) return "granted";
  const auto& refusal = entry.refusal();
  const auto member = refusal.values.find("member");
  return refusal.code + (member == refusal.values.end() ? "" : " " + member->second);
}

// The bytes of an entry with one member set to another value (empty: without it).
std::string with(const char* key, const std::optional<Json>& value) {
  auto json = *parse_json(to_bytes(test_entry(Log::closed, 3, 4000, "request-1")));
  auto& members = std::get<JsonObject>(json.value);
  members.erase(key);
  if (value) members[key] = *value;
  return canonical(json);
}

TEST(Entry, what_was_written_is_read_again) {
  auto entry = test_entry(Log::closed, 3, 4000, "request-1");
  entry.nonce = std::string(32, '\x01');
  entry.attestation = Json(JsonObject{{"type", "none"}});
  const auto bytes = to_bytes(entry);
  const auto read = parse_entry(bytes);
  ASSERT_TRUE(bool(read)) << read.refusal().code;
  EXPECT_EQ(*read, entry);
  EXPECT_EQ(to_bytes(*read), bytes);
}

TEST(Entry, members_that_are_not_said_are_absent) {
  Entry entry{0, {1}, "kind", "r"};
  entry.author = JsonObject{{"role", "operator"}};
  EXPECT_EQ(to_bytes(entry),
            R"({"act":{},"at":1,"author":{"role":"operator"},"format":1,"kind":"kind","number":0,"request":"r",)"
            R"("suite":"sha256-ed25519"})");
  EXPECT_TRUE(bool(parse_entry(to_bytes(entry))));
}

TEST(Entry, sources_are_a_set) {
  auto entry = test_entry(Log::open, 0, 1, "r");
  entry.sources = {JsonObject{{"symbol", "B"}}, JsonObject{{"symbol", "A"}}, JsonObject{{"symbol", "B"}}};
  const auto read = parse_entry(to_bytes(entry));
  EXPECT_EQ(read->sources, (JsonList{JsonObject{{"symbol", "A"}}, JsonObject{{"symbol", "B"}}}));
  EXPECT_EQ(refused(with("sources", JsonList{"b", "a"})), "entry-member sources");
  EXPECT_EQ(refused(with("sources", JsonList{"a", "a"})), "entry-member sources");
  EXPECT_EQ(refused(with("sources", JsonList{})), "entry-member sources");
}

TEST(Entry, refuses_what_the_envelope_does_not_know) {
  EXPECT_EQ(refused(with("colour", Json("red"))), "entry-member colour");
  for (const auto* key : {"act", "at", "author", "format", "kind", "number", "request", "suite"})
    EXPECT_EQ(refused(with(key, std::nullopt)), std::string("entry-member ") + key);
  EXPECT_EQ(refused(with("format", Json(2))), "entry-format");
  EXPECT_EQ(refused(with("suite", Json("sha256-ml-dsa-44"))), "entry-suite");
}

TEST(Entry, refuses_members_of_a_wrong_form) {
  const std::vector<std::pair<const char*, Json>> wrongs{
      {"act", "text"},          {"at", "1"},           {"at", -1},
      {"author", JsonObject{}}, {"body", "/a"},        {"body", ""},
      {"certainty", "Not"},     {"kind", "two words"}, {"nonce", std::string(62, 'a')},
      {"number", -1},           {"request", ""},       {"request", "with space"},
      {"salt", "AA"},           {"salt", ""},          {"request", std::string(129, 'a')}};
  for (const auto& [key, value] : wrongs)
    EXPECT_EQ(refused(with(key, value)), std::string("entry-member ") + key) << canonical(value);
}

TEST(Entry, refuses_bytes_that_are_not_the_canonical_ones) {
  const auto bytes = to_bytes(test_entry(Log::open, 0, 1, "r"));
  EXPECT_EQ(refused(bytes), "granted");
  EXPECT_EQ(refused(bytes + " "), "entry-not-canonical");
  EXPECT_EQ(refused(bytes + "\n"), "entry-not-canonical");
  EXPECT_EQ(refused("[1]"), "entry-not-canonical");
  EXPECT_EQ(refused(""), "json-malformed");
}

TEST(Entry, is_at_most_65535_bytes_long) {
  const auto empty = with("act", JsonObject{{"text", ""}}).size();
  const auto filled = [&](std::size_t size) {
    return with("act", JsonObject{{"text", std::string(size - empty, 'x')}});
  };
  EXPECT_EQ(filled(65'535).size(), 65'535U);
  EXPECT_EQ(refused(filled(65'535)), "granted");
  EXPECT_EQ(refused(filled(65'536)), "entry-too-long");
}

TEST(Entry, the_act_digest_leaves_out_what_is_not_the_acts) {
  const auto entry = test_entry(Log::closed, 3, 4000, "request-1");
  const auto digest = act_digest(entry);
  const auto changed = [&](auto change) {
    auto other = entry;
    change(other);
    return act_digest(other) != digest;
  };
  EXPECT_FALSE(changed([](Entry& e) { e.at = {9}; }));
  EXPECT_FALSE(changed([](Entry& e) { e.number = 9; }));
  EXPECT_FALSE(changed([](Entry& e) { e.attestation = Json("signed"); }));
  EXPECT_FALSE(changed([](Entry& e) { e.salt = std::string(32, 'z'); }));
  EXPECT_TRUE(changed([](Entry& e) { e.kind = "other"; }));
  EXPECT_TRUE(changed([](Entry& e) { e.request = "other"; }));
  EXPECT_TRUE(changed([](Entry& e) { e.body = "other"; }));
  EXPECT_TRUE(changed([](Entry& e) { e.act = JsonObject{}; }));
  EXPECT_TRUE(changed([](Entry& e) { e.author = JsonObject{{"role", "chair"}}; }));
  EXPECT_TRUE(changed([](Entry& e) { e.happened = Json("2023"); }));
  EXPECT_TRUE(changed([](Entry& e) { e.certainty = "reported"; }));
  EXPECT_TRUE(changed([](Entry& e) { e.sources = {}; }));
  EXPECT_TRUE(changed([](Entry& e) { e.nonce = std::string(32, 'n'); }));
  EXPECT_EQ(parse_head(to_bytes(entry))->act_digest, digest);
}

// A verifier is older than what it verifies: it keeps what it does not know.
TEST(Entry, the_head_of_a_later_format_is_read) {
  auto json = *parse_json(with("format", Json(7)));
  std::get<JsonObject>(json.value)["colour"] = "red";
  std::get<JsonObject>(json.value).erase("author");
  const auto head = parse_head(canonical(json));
  ASSERT_TRUE(bool(head));
  EXPECT_EQ(head->format, 7);
  EXPECT_EQ(head->number, 3);
  EXPECT_TRUE(head->salted);
  EXPECT_FALSE(bool(parse_entry(canonical(json))));
  EXPECT_FALSE(bool(parse_head(with("colour", Json("red"))))) << "of our own format nothing unknown is taken";
}

// The two readers of an entry's head: one in place, one of the value. What the first is sure of, the second grants.
TEST(Entry, heads_read_in_place_are_those_of_the_value) {
  auto entry = test_entry(Log::closed, 3, 4000, "request-1");
  entry.nonce = std::string(32, '\x01');
  entry.attestation = Json(JsonObject{{"type", "none"}});
  entry.sources = {JsonObject{{"symbol", "A/77/275"}}, JsonObject{{"symbol", "B"}}};
  const auto bytes = to_bytes(entry);
  ASSERT_TRUE(head_in_place(bytes).has_value());
  std::mt19937 dice(3);
  const std::string letters = "\"\\{}[],:0123456789-abcdefz/";
  int sure = 0;
  for (int i = 0; i < 40'000; ++i) {
    auto changed = bytes;
    if (i != 0) changed[dice() % changed.size()] = letters[dice() % letters.size()];
    const auto strict = parse_entry(changed);
    const auto head = head_in_place(changed);
    ASSERT_EQ(bool(strict), head.has_value()) << changed;
    if (!head) continue;
    ++sure;
    EXPECT_EQ(head->number, strict->number);
    EXPECT_EQ(head->at, strict->at);
    EXPECT_EQ(head->format, entry_format);
    EXPECT_EQ(head->kind, strict->kind);
    EXPECT_EQ(head->request, strict->request);
    EXPECT_EQ(head->salted, !strict->salt.empty());
    EXPECT_EQ(head->act_digest, act_digest(*strict));
  }
  EXPECT_GT(sure, 2'000);
}

}  // namespace
}  // namespace comity
