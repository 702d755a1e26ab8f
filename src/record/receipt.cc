#include "record/receipt.h"

#include "seal/hash.h"

namespace comity {
namespace {

Digest item_of(std::string_view bytes) {
  const auto head = parse_head(bytes);
  check(bool(head), "an entry that is sealed or held is well-formed");
  return batch_item(*head, leaf_hash(bytes));
}

JsonList to_json(const Path& path) {
  JsonList list;
  for (const auto& hash : path) list.push_back(to_hex(hash));
  return list;
}

// Reads members of one shape each; `whole` turns false at the first that is not as it must be.
struct Reader {
  const Json& json;
  bool whole = true;

  std::int64_t integer(const char* key) {
    const auto* found = member(json, key);
    const auto* value = found == nullptr ? nullptr : number(*found);
    whole = whole && value != nullptr && *value >= 0;
    return value == nullptr ? 0 : *value;
  }
  std::string string(const char* key) {
    const auto* found = member(json, key);
    const auto* value = found == nullptr ? nullptr : text(*found);
    whole = whole && value != nullptr;
    return value == nullptr ? "" : *value;
  }
  Digest digest(std::string_view hex) {
    const auto value = digest_from_hex(hex);
    whole = whole && value.has_value();
    return value.value_or(Digest{});
  }
  Path path(const char* key) {
    const auto* found = member(json, key);
    const auto* items = found == nullptr ? nullptr : list(*found);
    whole = whole && items != nullptr && items->size() <= 64;
    Path out;
    if (whole)
      for (const auto& item : *items) out.push_back(digest(text(item) == nullptr ? "" : *text(item)));
    return out;
  }
};

}  // namespace

Batch seal_batch(std::string_view origin, std::int64_t first, std::vector<std::string> entries, const SignKey& key) {
  std::vector<Digest> items;
  for (const auto& bytes : entries) items.push_back(item_of(bytes));
  const auto root = root_of(items);
  const auto size = first + static_cast<std::int64_t>(entries.size());
  return {std::move(entries), {size, root, key.sign(batch_text(origin, first, size, root))}};
}

Receipt receipt(const Record& record, Log log, std::int64_t number) {
  const auto [first, mark] = record.batch_of(log, number);
  Tree batch;
  EntryHead head;
  Digest leaf{};
  record.each(log, first, mark.size, [&](std::int64_t at, std::string_view bytes) {
    batch.append(item_of(bytes));
    if (at != number) return;
    head = *parse_head(bytes);
    leaf = leaf_hash(bytes);
  });
  const auto index = static_cast<std::uint64_t>(number - first);
  return {record.origin(log),
          head.act_digest,
          leaf,
          number,
          head.at,
          first,
          mark.size,
          batch.inclusion(index, batch.size()),
          mark.root,
          mark.signature};
}

std::string print(const Receipt& receipt) {
  return canonical(JsonObject{{"act-digest", to_hex(receipt.act_digest)},
                              {"at", receipt.at.us},
                              {"first", receipt.first},
                              {"leaf", to_hex(receipt.leaf)},
                              {"number", receipt.number},
                              {"origin", receipt.origin},
                              {"path", to_json(receipt.path)},
                              {"root", to_hex(receipt.root)},
                              {"signature", to_hex(receipt.signature)},
                              {"size", receipt.size}});
}

Result<Receipt> parse_receipt(std::string_view bytes) {
  const auto json = parse_json(bytes);
  if (!json) return json.refusal();
  const Refusal refusal{"receipt-malformed"};
  Reader read{*json};
  Receipt receipt{read.string("origin"),
                  read.digest(read.string("act-digest")),
                  read.digest(read.string("leaf")),
                  read.integer("number"),
                  {read.integer("at")},
                  read.integer("first"),
                  read.integer("size"),
                  read.path("path"),
                  read.digest(read.string("root")),
                  from_hex(read.string("signature")).value_or("")};
  // Printed again it must be the same bytes: this refuses what we did not read.
  if (!read.whole || print(receipt) != bytes) return refusal;
  return receipt;
}

Verdict verify(const Receipt& receipt, std::string_view public_key) {
  if (receipt.number < receipt.first || receipt.number >= receipt.size) return Refusal{"receipt-path"};
  EntryHead head;
  head.number = receipt.number;
  head.at = receipt.at;
  head.act_digest = receipt.act_digest;
  const auto index = static_cast<std::uint64_t>(receipt.number - receipt.first);
  const auto count = static_cast<std::uint64_t>(receipt.size - receipt.first);
  if (!verify_inclusion(index, count, batch_item(head, receipt.leaf), receipt.path, receipt.root))
    return Refusal{"receipt-path"};
  const auto text = batch_text(receipt.origin, receipt.first, receipt.size, receipt.root);
  if (!verify_signature(public_key, text, receipt.signature)) return Refusal{"receipt-signature"};
  return Granted{};
}

Verdict verify(const Receipt& receipt, std::string_view entry, std::string_view public_key) {
  const auto head = parse_head(entry);
  if (!head) return head.refusal();
  if (leaf_hash(entry) != receipt.leaf || head->act_digest != receipt.act_digest || head->number != receipt.number ||
      head->at != receipt.at)
    return Refusal{"receipt-entry"};
  return verify(receipt, public_key);
}

}  // namespace comity
