// Error pages in the reader's language: what is wrong, by name, and what to do.
#include "views/documents_pages.h"
#include "web/errors.h"
#include "web/frame.h"
#include "web/negotiate.h"
#include "web/site.h"

namespace comity {
namespace {

Values words_of(const Refusal& refusal) {
  Values values;
  for (const auto& [name, value] : refusal.values) values.emplace(name, value);
  return values;
}

bool wants_json(const Request& request) {
  const auto suffix = request.address.suffix;
  return suffix == Suffix::json || (suffix == Suffix::none && prefers_json(header(request, "accept")));
}

// The page of an error that has words of its own, else of its status.
std::string key_of(const Catalogue& catalogue, int status) {
  const auto key = "error." + std::to_string(status);
  return catalogue.has(key + ".title") ? key : "error.500";
}

Json near_rows(const Voice& voice, const std::vector<DocumentLink>& near) {
  JsonList rows;
  for (const auto& link : near) rows.push_back(faced(voice, link));
  return rows;
}

}  // namespace

Response Site::error_page(const Request* request, Language language, int status, const Refusal& why) const {
  Response response{status};
  response.route = "error";
  response.keep = Keep::nowhere;
  response.vary = "Accept, Accept-Language";
  if (status == 405) response.headers.push_back({"Allow", "GET, HEAD"});
  if (request && (wants_json(*request) || request->peer.local())) {
    response.content_type = "application/json";
    JsonObject values;
    for (const auto& [name, value] : why.values) values.emplace(name, value);
    response.body = canonical(JsonObject{{"code", why.code}, {"values", std::move(values)}}) + "\n";
    return response;
  }
  const Voice voice{catalogue_.in(language)};
  const auto& tongue = voice.tongue;
  const bool to_print = request && by_office(request->address.suffix) && status != 404;
  const auto key = to_print ? "error.print" : key_of(catalogue_, status);
  const auto sentence = "refusal." + why.code;
  Made made;
  made.title = tongue.say(key + ".title");
  const auto message = catalogue_.has(sentence) ? tongue.say(sentence, words_of(why)) : tongue.say(key + ".message");
  JsonObject page{{"status", std::to_string(status)},  {"title", made.title},       {"message", message},
                  {"todo", tongue.say(key + ".todo")}, {"lang", code_of(language)}, {"near", JsonList{}}};
  Address address = request ? request->address : Address{};
  address.language = language;
  address.suffix = Suffix::none;
  page["page"] = to_print ? print(address) : std::string();
  response.body = registrar_.read([&](const World& world, const std::vector<Instant>& instants) {
    const Lens lens{world, registrar_.now(), {}};
    const auto symbol = why.values.find("symbol");
    if (symbol != why.values.end()) page["near"] = near_rows(voice, near_symbols(lens, symbol->second, 5));
    page["has-near"] = list(page["near"])->empty() ? "" : "1";
    auto values = comity::frame(
        {voice, address, world, registrar_, static_cast<std::int64_t>(instants.size()), lens.now}, made, css_address_);
    values["content"] = templates_.render(language, "error", page);
    return templates_.render(language, "frame", values);
  });
  return response;
}

Response Site::error(const Rejected& rejected) const {
  const auto* request = rejected.request;
  auto language = Language::en;
  if (request)
    language = request->address.language.value_or(
        preferred_language(header(*request, "accept-language")).value_or(Language::en));
  return error_page(request, language, rejected.status, rejected.why);
}

}  // namespace comity
