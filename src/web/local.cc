#include "web/local.h"

#include "rules/access.h"

namespace comity {
namespace {

Refusal malformed(std::string_view field) { return {"request-malformed", {{"field", std::string(field)}}}; }

std::int64_t number_in(const Json& json, const char* name) {
  const auto* value = member(json, name);
  return value && number(*value) ? *number(*value) : -1;
}

Response json_response(const Json& json, int status = 200) {
  Response response{status, "application/json", canonical(json) + "\n"};
  response.keep = Keep::nowhere;
  return response;
}

Response refuse(const Refusal& refusal) {
  JsonObject values;
  for (const auto& [name, value] : refusal.values) values.emplace(name, value);
  return json_response(JsonObject{{"code", refusal.code}, {"values", std::move(values)}}, 422);
}

Response enter(Registrar& registrar, const std::string& body) {
  const auto json = parse_json(body);
  if (!json) return refuse(json.refusal());
  const auto* items = list(*json);
  if (!items) return refuse(malformed("requests"));
  std::vector<EntryRequest> requests;
  for (const auto& item : *items) {
    auto request = read_entry_request(item);
    if (!request) return refuse(request.refusal());
    requests.push_back(*std::move(request));
  }
  return json_response(to_json(registrar.enter(requests)));
}

Response enter_closed(Registrar& registrar, const std::string& body) {
  const auto json = parse_json(body);
  if (!json) return refuse(json.refusal());
  const auto request = read_closed_request(*json);
  return request ? json_response(to_json(registrar.enter(*request))) : refuse(request.refusal());
}

Response withheld_text(const Registrar& registrar, const Symbol& document, Language language) {
  return json_response(registrar.read_closed([&](const ClosedWorld& world) {
    const auto* held = text_withheld(world, document, language);
    if (!held) return Json(JsonObject{});
    return Json(
        JsonObject{{"act", to_json(ClosedAct(held->act))}, {"entry", static_cast<std::int64_t>(held->from.entry)}});
  }));
}

Response latest(const Registrar& registrar, const std::string& prefix) {
  JsonList found;
  for (const auto& one : registrar.latest(prefix))
    found.push_back(JsonObject{{"number", one.number}, {"request", one.request}});
  return json_response(found);
}

Verdict read_circumstances(const Json& json, Circumstances& around) {
  if (const auto* happened = member(json, "happened")) {
    const auto read = happened_from_json(*happened);
    if (!read) return read.refusal();
    around.happened = *read;
  }
  if (const auto certainty = text_in(json, "certainty"); !certainty.empty()) {
    around.certainty = from_code<Certainty>(certainty);
    if (!around.certainty) return malformed("certainty");
  }
  if (const auto* sources = member(json, "sources")) {
    const auto read = sources_from_json(*sources);
    if (!read) return read.refusal();
    around.sources = *read;
  }
  return Granted{};
}

}  // namespace

Json to_json(const EntryRequest& request) {
  const auto entry = to_entry(request, request.fact.act);
  JsonObject out{{"act", entry.act},
                 {"id", request.id},
                 {"kind", entry.kind},
                 {"role", request.by.role},
                 {"sources", Json(entry.sources)}};
  if (!request.body.empty()) out.emplace("body", request.body);
  if (entry.happened) out.emplace("happened", *entry.happened);
  if (!entry.certainty.empty()) out.emplace("certainty", entry.certainty);
  return out;
}

Result<EntryRequest> read_entry_request(const Json& json) {
  EntryRequest request{text_in(json, "id"), text_in(json, "body"), {}, {text_in(json, "role"), {}}};
  const auto* act = member(json, "act");
  if (request.id.empty() || request.by.role.empty() || !act) return malformed("id");
  auto read = read_act(text_in(json, "kind"), *act);
  if (!read) return read.refusal();
  request.fact.act = *std::move(read);
  if (auto verdict = read_circumstances(json, request.fact.around); !verdict) return verdict.refusal();
  return request;
}

Json to_json(const ClosedRequest& request) {
  const auto entry = to_entry(request);
  return JsonObject{{"act", entry.act}, {"id", request.id}, {"kind", entry.kind}, {"role", request.by.role}};
}

Result<ClosedRequest> read_closed_request(const Json& json) {
  const auto* act = member(json, "act");
  const auto id = text_in(json, "id"), role = text_in(json, "role");
  if (id.empty() || role.empty() || !act) return malformed("id");
  auto read = read_closed_act(text_in(json, "kind"), *act);
  if (!read) return read.refusal();
  return ClosedRequest{id, *std::move(read), {role, {}}};
}

Json to_json(const Registrar::Outcome& outcome) {
  JsonList entered;
  for (const auto& one : outcome.entered)
    entered.push_back(JsonObject{{"fresh", one.fresh ? 1 : 0}, {"number", one.number}});
  JsonList refused;
  for (const auto& one : outcome.refused) {
    JsonObject values;
    for (const auto& [name, value] : one.why.values) values.emplace(name, value);
    refused.push_back(JsonObject{
        {"code", one.why.code}, {"index", static_cast<std::int64_t>(one.index)}, {"values", std::move(values)}});
  }
  return JsonObject{{"entered", std::move(entered)}, {"refused", std::move(refused)}};
}

Result<Registrar::Outcome> read_outcome(const Json& json) {
  Registrar::Outcome outcome;
  const auto* entered = member(json, "entered");
  const auto* refused = member(json, "refused");
  if (!entered || !refused || !list(*entered) || !list(*refused)) return malformed("entered");
  for (const auto& one : *list(*entered))
    outcome.entered.push_back({number_in(one, "number"), number_in(one, "fresh") == 1});
  for (const auto& one : *list(*refused)) {
    RefusedRequest row{static_cast<std::size_t>(number_in(one, "index")), {text_in(one, "code"), {}}};
    if (const auto* values = member(one, "values"); values && object(*values))
      for (const auto& [name, value] : *object(*values))
        if (text(value)) row.why.values.emplace(name, *text(value));
    outcome.refused.push_back(std::move(row));
  }
  return outcome;
}

std::optional<Response> answer_local(Registrar& registrar, const Request& request) {
  if (!request.peer.local() || request.address.language) return std::nullopt;
  const auto path = joined(request.address);
  if (path == "local/acts" && request.method == Method::post) return enter(registrar, request.body);
  if (path == "local/closed" && request.method == Method::post) return enter_closed(registrar, request.body);
  const auto* document = query(request.address, "document");
  const auto* language = query(request.address, "language");
  if (path == "local/withheld" && request.method == Method::get && document && language)
    if (const auto in = language_of(*language)) return withheld_text(registrar, {*document}, *in);
  const auto* prefix = query(request.address, "prefix");
  if (path == "local/latest" && request.method == Method::get && prefix) return latest(registrar, *prefix);
  return std::nullopt;
}

}  // namespace comity
