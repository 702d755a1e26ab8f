// The record itself: its entries, one entry with its proof, how to verify without us.
#include "record/entry.h"
#include "record/merkle.h"
#include "views/record_pages.h"
#include "web/face_schema.h"
#include "web/route.h"

namespace comity {
namespace {

constexpr std::int64_t entries_shown = 50;

Href entry_href(std::int64_t number) { return {"/record/" + std::to_string(number)}; }

// What an act is about, as far as its fields say: the first id or symbol in it.
std::string about(const Entry& entry) {
  for (const auto* name :
       {"id", "session", "meeting", "decision", "document", "informal", "state", "term", "body", "entry"})
    if (const auto* value = member(entry.act, name)) return text(*value) ? *text(*value) : canonical(*value);
  return {};
}

// Entries of a later format are shown by their number alone.
EntryRow row_of(std::int64_t number, std::string_view bytes) {
  const auto head = parse_head(bytes);
  check(bool(head), "the record gave out an entry that it had not verified");
  EntryRow row{number, entry_href(number), head->at, {"kind." + head->kind, {}}, {}, {}, {}};
  if (!find_kind(head->kind)) row.kind = {"kind.unknown", {{"kind", head->kind}}};
  if (const auto entry = parse_entry(bytes)) {
    row.body = entry->body;
    row.about = about(*entry);
    row.certainty = from_code<MarkKind>(entry->certainty);
  }
  return row;
}

std::int64_t first_shown(const Ask& ask) {
  const auto last_page = ask.size > 0 ? (ask.size - 1) / entries_shown * entries_shown : 0;
  const auto* from = query(ask.address, "from");
  if (!from || from->empty() || from->size() > 15 || from->find_first_not_of("0123456789") != std::string::npos)
    return last_page;
  return std::min(last_page, std::int64_t{std::stoll(*from)} / entries_shown * entries_shown);
}

Result<Made> record(const Ask& ask) {
  const auto& record = ask.registrar.record();
  RecordPage view;
  view.origin = record.origin();
  view.size = ask.size;
  view.root = to_hex(record.root(Log::open, ask.size));
  view.key = print(record.key());
  view.checkpoint = record.checkpoint(Log::open);
  view.from = first_shown(ask);
  view.to = std::min(ask.size, view.from + entries_shown);
  const auto page = [](std::int64_t from) { return Href{"/record?from=" + std::to_string(from)}; };
  if (view.to < ask.size) view.newer = page(view.to);
  if (view.from > 0) view.older = page(view.from - entries_shown);
  record.each(Log::open, view.from, view.to,
              [&view](std::int64_t number, std::string_view bytes) { view.entries.push_back(row_of(number, bytes)); });
  return made(ask, view, ask.voice.tongue.say("page.record.title"));
}

ProofRow proof_of(const Record& record, std::int64_t number, std::int64_t size) {
  ProofRow proof{number, to_hex(record.leaf(Log::open, number)), size, to_hex(record.root(Log::open, size)), {}};
  for (const auto& hash : record.inclusion(Log::open, number, size)) proof.path.push_back(to_hex(hash));
  return proof;
}

SourceRow source_row(const Source& source, const World& world) {
  SourceRow row{source.symbol.text, source.paragraph, source.publisher, source.title, source.date, {}};
  if (world.one<DocumentRegistered>(source.symbol)) row.href = Href{"/" + source.symbol.text};
  return row;
}

// Whether a page of this world answers at the path. (An escaped space: "A/RES/43/78 H".)
bool leads_somewhere(const std::string& path, const World& world) {
  std::string target = "/en";
  for (const char c : path) target += c == ' ' ? std::string("%20") : std::string(1, c);
  const auto address = parse_address(target);
  if (!address) return false;
  for (const auto& route : routes())
    if (match(route.pattern, *address, world)) return true;
  return false;
}

// What the envelope says, as far as this program understands it.
void put_envelope(EntryPage& view, const Entry& entry, const World& world) {
  view.request = entry.request;
  view.body = entry.body;
  view.certainty = from_code<MarkKind>(entry.certainty);
  const auto understood = understand(entry);
  if (!understood) return;
  if (understood->by.role == operator_of_secretariat.role) view.role = {"role." + understood->by.role, {}};
  view.happened = understood->from.around.happened;
  for (const auto& source : understood->from.around.sources) view.sources.push_back(source_row(source, world));
  if (const auto* correction = std::get_if<FactCorrected>(&understood->act))
    view.corrects = entry_href(correction->entry);
  if (const auto by = world.corrected_by(static_cast<std::uint64_t>(entry.number)))
    view.corrected_by = entry_href(static_cast<std::int64_t>(*by));
  const auto subject = about(entry);
  const bool term = entry.kind.starts_with("term-");
  const auto path = term ? "/terms" : (entry.kind.starts_with("state-") ? "/states/" : "/") + subject;
  if (!subject.empty() && leads_somewhere(path, world)) view.pages.push_back({path + (term ? "#" + subject : "")});
}

Result<Made> entry(const Ask& ask) {
  const auto& record = ask.registrar.record();
  const auto number = std::stoll(ask.params.at("entry"));
  const auto bytes = number < ask.size ? record.read(Log::open, number) : std::nullopt;
  if (!bytes) return Refusal{"no-such-entry", {{"entry", ask.params.at("entry")}, {"size", std::to_string(ask.size)}}};
  const auto row = row_of(number, *bytes);
  EntryPage view;
  view.number = number;
  view.at = row.at;
  view.kind = row.kind;
  view.bytes = *bytes;
  view.act_digest = to_hex(parse_head(*bytes)->act_digest);
  view.proof = proof_of(record, number, ask.size);
  view.receipt = print(receipt(record, Log::open, number));
  view.proof_file = "/record/" + std::to_string(number) + ".tlog-proof";
  if (number + 1 < ask.size) view.newer = entry_href(number + 1);
  if (number > 0) view.older = entry_href(number - 1);
  if (const auto strict = parse_entry(*bytes)) put_envelope(view, *strict, ask.lens.world);
  auto out = made(ask, view, ask.voice.tongue.say("page.entry.title", {{"number", number}}));
  out.crumbs.push_back({"record", {"page.record.title", {}}, {}, {"/record"}});
  return out;
}

Result<Made> verify_yourself(const Ask& ask) {
  const auto& record = ask.registrar.record();
  VerifyPage view{record.origin(), print(record.key()), ask.size, record.checkpoint(Log::open), {}, {}};
  view.commands = {"curl -O HOST/record/entries.jsonl", "curl -O HOST/record/batches.jsonl",
                   "curl -O HOST/record/checkpoint", "curl -O HOST/record/key", "comity verify --export ."};
  view.files = {"/log/checkpoint", "/log/tile/0/000", "/log/tile/entries/000"};
  auto out = made(ask, view, ask.voice.tongue.say("page.verify.title"));
  out.crumbs.push_back({"record", {"page.record.title", {}}, {}, {"/record"}});
  return out;
}

}  // namespace

std::vector<Route> record_routes() {
  return {{"record", "/record", record, {"entries", "entries", false}, schema<RecordPage>, {"from"}},
          {"verify", "/record/verify", verify_yourself, {}, schema<VerifyPage>},
          {"entry", "/record/{entry}", entry, {}, schema<EntryPage>}};
}

}  // namespace comity
