#include "record/entry.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/canonical.h"
#include "base/text.h"
#include "record/in_place.h"
#include "seal/hash.h"

namespace comity {
namespace {

// A set has one order: by the canonical bytes of its members (decisions.md 7).
JsonList as_set(const JsonList& items) {
  std::map<std::string, const Json*> sorted;
  for (const auto& item : items) sorted.emplace(canonical(item), &item);
  JsonList out;
  for (const auto& [bytes, item] : sorted) out.push_back(*item);
  return out;
}

JsonObject to_json(const Entry& entry) {
  JsonObject json;  // member by member: a list of them would be copied once more, whole
  json.emplace("act", entry.act);
  json.emplace("at", entry.at.us);
  json.emplace("author", entry.author);
  json.emplace("format", entry_format);
  json.emplace("kind", entry.kind);
  json.emplace("number", entry.number);
  json.emplace("request", entry.request);
  json.emplace("suite", entry_suite);
  if (!entry.body.empty()) json["body"] = entry.body;
  if (!entry.certainty.empty()) json["certainty"] = entry.certainty;
  if (entry.happened) json["happened"] = *entry.happened;
  if (!entry.sources.empty()) json["sources"] = as_set(entry.sources);
  if (entry.attestation) json["attestation"] = *entry.attestation;
  if (!entry.nonce.empty()) json["nonce"] = to_hex(entry.nonce);
  if (!entry.salt.empty()) json["salt"] = to_hex(entry.salt);
  return json;
}

Digest digest_of(JsonObject json) {
  for (const auto* left_out : {"at", "number", "attestation", "salt"}) json.erase(left_out);
  return Hasher().add("comity/act/1\n").add(canonical(json)).finish();
}

// Takes the members of one envelope out of its object, remembering the first that is not as it must be.
class Members {
 public:
  explicit Members(const Json& json) : json_(json) {}

  void take(std::int64_t& into, const char* key) {
    const auto* found = member(json_, key);
    const auto* value = found == nullptr ? nullptr : number(*found);
    if (value == nullptr || *value < 0) return wrong(key);
    into = *value;
  }
  template <class Test>
  void take(std::string& into, const char* key, const Test& test) {
    const auto* found = member(json_, key);
    const auto* value = found == nullptr ? nullptr : text(*found);
    if (value == nullptr || !test(*value)) return wrong(key);
    into = *value;
  }
  void take_object(Json& into, const char* key, bool may_be_empty) {
    const auto* found = member(json_, key);
    const auto* value = found == nullptr ? nullptr : object(*found);
    if (value == nullptr || (value->empty() && !may_be_empty)) return wrong(key);
    into = *found;
  }
  template <class Test>
  void take_if_there(std::string& into, const char* key, const Test& test) {
    if (member(json_, key) != nullptr) take(into, key, test);
  }
  void take_if_there(std::optional<Json>& into, const char* key) {
    if (const auto* found = member(json_, key)) into = *found;
  }
  void take_set(JsonList& into, const char* key) {
    const auto* found = member(json_, key);
    if (found == nullptr) return;
    const auto* items = list(*found);
    if (items == nullptr || items->empty() || as_set(*items) != *items) return wrong(key);
    into = *items;
  }
  void take_hex(std::string& into, const char* key) {
    std::string hex;
    take_if_there(hex, key, [](const std::string& value) { return digest_from_hex(value).has_value(); });
    if (!hex.empty()) into = *from_hex(hex);
  }
  void wrong(const char* key) {
    if (wrong_.empty()) wrong_ = key;
  }
  const std::string& first_wrong() const { return wrong_; }

 private:
  const Json& json_;
  std::string wrong_;
};

constexpr std::array<std::string_view, 15> known_members{"act",       "at",      "attestation", "author",  "body",
                                                         "certainty", "format",  "happened",    "kind",    "nonce",
                                                         "number",    "request", "salt",        "sources", "suite"};

Refusal wrong_member(const std::string& key) { return {"entry-member", {{"member", key}}}; }

// The object that the bytes are, if they are its one canonical form.
Result<Json> parse_canonical(std::string_view bytes) {
  if (bytes.size() > entry_limit) return Refusal{"entry-too-long", {{"limit", std::to_string(entry_limit)}}};
  const bool sure = canonical_members(bytes).has_value();
  auto json = parse_json(bytes, {false, !sure});
  if (!json || sure) return json;
  if (object(*json) == nullptr || canonical(*json) != bytes) return Refusal{"entry-not-canonical"};
  return json;
}

void take_head(Members& members, EntryHead& head) {
  members.take(head.format, "format");
  members.take(head.number, "number");
  members.take(head.at.us, "at");
  members.take(head.kind, "kind", is_slug);
  members.take(head.request, "request", is_request_id);
}

Result<Entry> read_entry(const Json& json) {
  Members members(json);
  EntryHead head;
  take_head(members, head);
  if (members.first_wrong().empty() && head.format != entry_format)
    return Refusal{"entry-format", {{"format", std::to_string(head.format)}}};
  Entry entry{head.number, head.at, head.kind, head.request};
  std::string suite;
  members.take(suite, "suite", [](const std::string&) { return true; });
  members.take_object(entry.author, "author", false);
  members.take_object(entry.act, "act", true);
  members.take_if_there(entry.body, "body", is_slug_path);
  members.take_if_there(entry.certainty, "certainty", is_slug);
  members.take_if_there(entry.happened, "happened");
  members.take_if_there(entry.attestation, "attestation");
  members.take_set(entry.sources, "sources");
  members.take_hex(entry.nonce, "nonce");
  members.take_hex(entry.salt, "salt");
  for (const auto& [key, value] : *object(json))
    if (std::find(known_members.begin(), known_members.end(), key) == known_members.end()) return wrong_member(key);
  if (!members.first_wrong().empty()) return wrong_member(members.first_wrong());
  if (suite != entry_suite) return Refusal{"entry-suite", {{"suite", suite}}};
  return entry;
}

}  // namespace

bool is_request_id(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789./:-";
  return !text.empty() && text.size() <= 128 && text.find_first_not_of(letters) == std::string_view::npos;
}

std::string to_bytes(const Entry& entry) { return canonical(Json(to_json(entry))); }

Digest act_digest(const Entry& entry) { return digest_of(to_json(entry)); }

Result<EntryHead> parse_head(std::string_view bytes) {
  if (auto head = head_in_place(bytes)) return *std::move(head);
  const auto json = parse_canonical(bytes);
  if (!json) return json.refusal();
  Members members(*json);
  EntryHead head;
  take_head(members, head);
  if (!members.first_wrong().empty()) return wrong_member(members.first_wrong());
  if (head.format == entry_format)
    if (const auto strict = read_entry(*json); !strict) return strict.refusal();
  head.salted = member(*json, "salt") != nullptr;
  head.act_digest = digest_of(*object(*json));
  return head;
}

Result<Entry> parse_entry(std::string_view bytes) {
  const auto json = parse_canonical(bytes);
  return json ? read_entry(*json) : json.refusal();
}

}  // namespace comity
