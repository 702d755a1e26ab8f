#include "registrar/entering.h"

namespace comity {
namespace {

Json to_json(const Author& author) {
  JsonObject out{{"role", author.role}};
  if (!author.state.text.empty()) out.emplace("state", author.state.text);
  return out;
}

Author read_author(const Json& json) {
  Author author;
  const auto* role = member(json, "role");
  const auto* state = member(json, "state");
  if (role && text(*role)) author.role = *text(*role);
  if (state && text(*state)) author.state.text = *text(*state);
  return author;
}

}  // namespace

Entry to_entry(const EntryRequest& request, const Act& act) {
  Entry entry;
  entry.kind = kind_of(act);
  entry.request = request.id;
  entry.body = request.body;
  entry.author = to_json(request.by);
  entry.act = to_json(act);
  const auto& around = request.fact.around;
  if (around.happened) entry.happened = happened_to_json(*around.happened);
  if (around.certainty) entry.certainty = code_of(*around.certainty);
  entry.sources = *list(sources_to_json(around.sources));
  return entry;
}

Entry to_entry(const ClosedRequest& request) {
  Entry entry;
  entry.kind = kind_of(request.act);
  entry.request = request.id;
  entry.author = to_json(request.by);
  entry.act = to_json(request.act);
  return entry;
}

Result<Understood> understand(const Entry& entry) {
  auto act = read_act(entry.kind, entry.act);
  if (!act) return act.refusal();
  Understood out{
      *std::move(act), {static_cast<std::uint64_t>(entry.number), entry.at, {}, {}}, read_author(entry.author)};
  auto& around = out.from.around;
  if (entry.happened) {
    const auto happened = happened_from_json(*entry.happened);
    if (!happened) return happened.refusal();
    around.happened = *happened;
  }
  if (!entry.certainty.empty()) around.certainty = from_code<Certainty>(entry.certainty);
  const auto sources = sources_from_json(Json(entry.sources));
  if (!sources) return sources.refusal();
  around.sources = *sources;
  return out;
}

Result<UnderstoodClosed> understand_closed(const Entry& entry) {
  auto act = read_closed_act(entry.kind, entry.act);
  if (!act) return act.refusal();
  return UnderstoodClosed{*std::move(act), {static_cast<std::uint64_t>(entry.number), entry.at, {}, {}}};
}

}  // namespace comity
