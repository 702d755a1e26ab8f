#include "web/site.h"

#include "rules/access.h"
#include "seal/hash.h"
#include "views/links.h"
#include "views/search_page.h"
#include "web/calendar.h"
#include "web/errors.h"
#include "web/face_table.h"
#include "web/feed.h"
#include "web/frame.h"
#include "web/negotiate.h"
#include "web/openapi.h"
#include "web/plain.h"

namespace comity {
namespace {

constexpr std::size_t cache_bytes = 32 * 1024 * 1024;
constexpr std::string_view flat_odt_type = "application/vnd.oasis.opendocument.text-flat-xml";

std::string stylesheet(const Site::Files& files) {
  std::string css;
  for (const auto& [path, content] : files)
    if (path.starts_with("looks/") && path.ends_with(".css")) css += content;
  return css;
}

// What every link of the page keeps of the query.
std::string carried(const Address& address) {
  std::string out;
  for (const char* key : {"as-of", "on", "zone"})
    if (const auto* value = query(address, key))
      out += (out.empty() ? "" : "&") + std::string(key) + "=" + escaped(*value);
  return out;
}

// What only programs ask for: no language is looked for where there is no such file.
bool is_log_file(const Address& address) {
  return !address.language && !address.path.empty() && address.path.front() == "log";
}

Response on(Response response, std::string_view route) {
  response.route = route;
  return response;
}

// What LibreOffice makes is made of a flat ODT.
Suffix wanted_face(const Request& request) {
  if (by_office(request.address.suffix)) return Suffix::fodt;
  if (request.address.suffix != Suffix::none) return request.address.suffix;
  return prefers_json(header(request, "accept")) ? Suffix::json : Suffix::none;
}

PageKey key_of(const Request& request, std::int64_t size) {
  auto address = request.address;
  if (by_office(address.suffix)) address.suffix = Suffix::fodt;
  return {print(address), std::string(text_of(wanted_face(request))), {}, static_cast<std::uint64_t>(size)};
}

// Whether the last checkpoint covers just these entries: until it does, a page that shows it is not yet the last word.
bool is_signed(const Record& record, std::int64_t size) {
  const auto note = parse_note(record.checkpoint(Log::open));
  const auto checkpoint = note ? parse_checkpoint(note->text) : Result<Checkpoint>(Refusal{"checkpoint-malformed"});
  return checkpoint && checkpoint->size == size;
}

// The same address of another document: language, form and query stay.
std::string elsewhere(Address address, const Symbol& symbol) {
  address.path = parse_address(href_of(symbol).path)->path;
  return print(address);
}

}  // namespace

struct Site::Asking {
  const Request& request;
  Voice voice;
  Moment moment;
  Instant now;
  bool as_of = false;
  Suffix face = Suffix::none;
};

Site::Site(const Registrar& registrar, const Catalogue& catalogue, const Files& files, BesideRecord beside)
    : registrar_(registrar),
      catalogue_(catalogue),
      beside_(beside),
      templates_(files, catalogue),
      css_(stylesheet(files)),
      css_address_("/looks/" + to_hex(sha256(css_)).substr(0, 16) + ".css"),
      moments_(registrar),
      cache_(cache_bytes) {}

Response Site::answer(const Request& request) {
  if (request.method != Method::get) return error({405, {"method-not-allowed", {{"method", "POST"}}}, &request});
  if (auto found = plain(request)) return *std::move(found);
  if (is_log_file(request.address)) {
    auto absent = error({404, {"no-such-page", {}}, &request});
    absent.for_all_origins = true;  // whoever reads the log learns that it ends here
    return absent;
  }
  if (!request.address.language) return see_language(request);
  return page_or_error(request);
}

std::shared_ptr<const Response> Site::at_hand(const Request& request) {
  const auto& address = request.address;
  if (request.method != Method::get || !address.language || !address.query.empty()) return nullptr;
  if (by_office(address.suffix)) return nullptr;
  return cache_.find(key_of(request, registrar_.size()), registrar_.now());
}

// The addresses without a language: style sheet, description of the answers, the record's own files.
Result<Response> Site::plain(const Request& request) const {
  const auto path = "/" + joined(request.address) + std::string(text_of(request.address.suffix));
  if (request.address.language) return no_such_page();
  if (path == css_address_) {
    Response css{200, "text/css; charset=utf-8", css_};
    css.keep = Keep::forever;
    return on(std::move(css), "looks");
  }
  if (path == "/api/openapi.json") return on({200, "application/json", openapi()}, "openapi");
  if (path == "/api/examples.json") return on({200, "application/json", canonical(examples()) + "\n"}, "examples");
  const bool tile = is_log_file(request.address);
  const auto& record = registrar_.record();
  const auto checkpoint =
      beside_.cosigned ? beside_.cosigned->note(record.checkpoint(Log::open)) : record.checkpoint(Log::open);
  auto file = tile ? log_file(record, path, checkpoint) : record_file(record, path, checkpoint);
  if (!file) return file;
  auto response = on(*std::move(file), tile ? "log" : "record-file");
  response.for_all_origins = true;
  return response;
}

std::vector<std::string_view> Site::route_names() {
  std::vector<std::string_view> names{"looks", "openapi", "examples", "log", "record-file", "language", "error"};
  for (const auto& route : routes()) names.push_back(route.name);
  return names;
}

// One address of every route, free of language, with things that the record knows: what `comity check` walks.
Json Site::examples() const {
  return registrar_.read([](const World& world, const std::vector<Instant>& instants) {
    JsonList out;
    for (const auto& route : routes()) {
      const auto path = example(route.pattern, world, static_cast<std::int64_t>(instants.size()));
      if (path)
        out.push_back(JsonObject{{"address", *path},
                                 {"calendar", route.faces.calendar ? "1" : ""},
                                 {"csv", route.faces.csv},
                                 {"feed", route.faces.feed},
                                 {"name", route.name},
                                 {"pattern", route.pattern}});
    }
    return Json(std::move(out));
  });
}

// No language in the address: the one that the browser asks for.
Response Site::see_language(const Request& request) const {
  Address address = request.address;
  address.language = preferred_language(header(request, "accept-language")).value_or(Language::en);
  auto response = redirect(print(address));
  response.vary = "Accept-Language";
  return on(std::move(response), "language");
}

Result<Site::Asking> Site::read(const Request& request) const {
  const auto& address = request.address;
  Asking asking{request,
                Voice{catalogue_.in(*address.language)},
                {registrar_.size(), {}},
                registrar_.now(),
                false,
                wanted_face(request)};
  asking.voice.carried = carried(address);
  if (const auto* value = query(address, "as-of"); value && !value->empty()) {
    const auto size = size_as_of(registrar_, *value);
    if (!size) return size.refusal();
    asking.moment.size = *size;
    asking.as_of = true;
    asking.now = registrar_.read([&](const World&, const std::vector<Instant>& instants) {
      const auto asked = parse_instant(*value);
      return asked || *size == 0 ? asked.value_or(asking.now) : instants[static_cast<std::size_t>(*size - 1)];
    });
  }
  if (const auto* value = query(address, "on"); value && !value->empty()) {
    const auto date = parse_date(*value);
    if (!date || !date->whole()) return Refusal{"on-malformed", {{"value", *value}}};
    asking.moment.on = date;
  }
  if (const auto* value = query(address, "zone"); value && !value->empty()) {
    const auto zone = zone_of(*value);
    if (!zone) return zone.refusal();
    asking.voice.reader = *zone;
  }
  return asking;
}

Response Site::page_or_error(const Request& request) {
  const auto language = *request.address.language;
  const auto asking = read(request);
  if (!asking) return error_page(&request, language, status_of(asking.refusal()), asking.refusal());
  auto response = respond(*asking);
  const bool to_print = by_office(request.address.suffix) && response.status == 200;
  return to_print ? printed(request, response) : response;
}

Response Site::answer_from(const World& world, const Request& request) {
  const auto asking = read(request);
  const auto made = asking ? make(*asking, world) : Result<Response>(asking.refusal());
  auto response =
      made ? *made : error_page(&request, *request.address.language, status_of(made.refusal()), made.refusal());
  response.keep = Keep::nowhere;
  return response;
}

// The present is read under the readers' lock and kept in the page cache; another moment is folded, and never kept.
Response Site::respond(const Asking& asking) {
  const bool present = !asking.as_of && !asking.moment.on;
  const auto& request = asking.request;
  take_in_what_is_new(asking);
  const auto key = key_of(request, asking.moment.size);
  if (present)
    if (const auto held = cache_.find(key, asking.now)) return *held;
  Result<Response> made = no_such_page();
  auto valid_until = end_instant(date_of(asking.now));
  if (present) {
    made = registrar_.read([&](const World& world, const std::vector<Instant>&) {
      valid_until = std::min(valid_until, next_embargo_end(world, asking.now).value_or(valid_until));
      return make(asking, world);
    });
  } else {
    const auto world = moments_.world(asking.moment);
    made = world ? make(asking, **world) : Result<Response>(world.refusal());
  }
  if (!made) return error_page(&request, asking.voice.language(), status_of(made.refusal()), made.refusal());
  auto response = *std::move(made);
  response.cacheable = present && is_signed(registrar_.record(), asking.moment.size);
  response.valid_until = valid_until;
  return present ? *cache_.keep(key, std::move(response), asking.now) : response;
}

// Words that name a page by themselves lead there at once.
std::optional<Href> Site::page_meant(const Asking& asking, const Lens& lens) const {
  const auto& address = asking.request.address;
  const auto* words = query(address, "q");
  const bool page = asking.face == Suffix::none && joined(address) == "search";
  return page && words ? named_page(lens, *words, asking.voice.language()) : std::nullopt;
}

// The index never lags: what was entered since is taken in before it is asked.
void Site::take_in_what_is_new(const Asking& asking) const {
  if (!beside_.search || !beside_.texts || joined(asking.request.address) != "search") return;
  registrar_.read([&](const World& world, const std::vector<Instant>& instants) {
    beside_.search->catch_up(world, static_cast<std::int64_t>(instants.size()), *beside_.texts);
  });
}

struct Site::MadeFor {
  const Route& route;
  Made made;
};

// By the first route that the address matches; nothing where none does.
std::optional<Result<Site::MadeFor>> Site::made_for(const Asking& asking, const Lens& lens) const {
  const auto& address = asking.request.address;
  for (const auto& route : routes()) {
    const auto params = match(route.pattern, address, lens.world);
    if (!params) continue;
    auto made = route.make({lens, asking.voice, registrar_, asking.moment.size, *params, address, beside_.search});
    if (!made) return made.refusal();
    return MadeFor{route, *std::move(made)};
  }
  return std::nullopt;
}

Result<ExportedDocument> Site::exported(const Request& request) {
  const auto asking = read(request);
  if (!asking) return asking.refusal();
  const auto world = moments_.world(asking->moment);
  if (!world) return world.refusal();
  auto made = made_for(*asking, {**world, asking->now, asking->moment.on, beside_.texts});
  if (made && !*made) return made->refusal();
  if (!made || !(*made)->made.exported) return no_such_page();
  return *std::move((*made)->made.exported);
}

Result<Response> Site::make(const Asking& asking, const World& world) {
  const auto& address = asking.request.address;
  const Lens lens{world, asking.now, asking.moment.on, beside_.texts};
  if (const auto page = page_meant(asking, lens))
    return on(redirect(comity::address(asking.voice, page->path)), "search");
  if (const auto* symbol = query(address, "symbol"); symbol && joined(address) == "documents") {
    const auto near = near_symbols(lens, *symbol, 1);
    if (near.empty()) return Refusal{"no-such-symbol", {{"symbol", *symbol}}};
    return on(redirect(comity::address(asking.voice, near.front().href.path)), "documents");
  }
  if (const auto made = made_for(asking, lens)) {
    if (!*made) return made->refusal();
    auto shown = face(asking, (*made)->route, (*made)->made, world);
    return shown ? on(*std::move(shown), (*made)->route.name) : shown;
  }
  const auto meant = is_symbol(address) ? symbol_now(lens, joined(address)) : std::nullopt;
  if (const auto symbol = meant ? meant : symbol_meant(lens, joined(address)))
    return on(redirect(elsewhere(address, *symbol)), "document");
  if (is_symbol(address)) return Refusal{"no-such-symbol", {{"symbol", joined(address)}}};
  return no_such_page();
}

Result<Response> Site::form_of(Suffix suffix, const ExportedDocument& document) {
  if (!document.text && is_form_of_text(suffix))
    return Refusal{"text-not-held",
                   {{"symbol", document.symbol.text}, {"language", std::string(code_of(document.language))}}};
  switch (suffix) {
    case Suffix::txt:
      return Response{200, "text/plain; charset=utf-8", as_plain_text(document)};
    case Suffix::akn:
      return Response{200, "application/akn+xml", as_akoma_ntoso(document)};
    case Suffix::fodt:
      return Response{200, std::string(flat_odt_type), as_flat_odt(document)};
    case Suffix::bib:
      return Response{200, "application/x-bibtex; charset=utf-8", as_bibtex(document)};
    case Suffix::ris:
      return Response{200, "application/x-research-info-systems; charset=utf-8", as_ris(document)};
    case Suffix::csl:
      return Response{200, "application/vnd.citationstyles.csl+json", as_csl_json(document)};
    default:
      return no_such_page();
  }
}

Result<Response> Site::face(const Asking& asking, const Route& route, const Made& made, const World& world) const {
  const auto& voice = asking.voice;
  Response response;
  response.vary = "Accept";
  const auto* rows = member(made.twin, route.faces.csv);
  const auto& origin = registrar_.record().origin();
  const auto at = [this](std::int64_t entry) {
    const auto bytes = registrar_.record().read(Log::open, entry);
    return bytes ? parse_head(*bytes)->at : Instant{};
  };
  if (asking.face == Suffix::json) {
    response.content_type = "application/json";
    response.body = canonical(made.twin) + "\n";
  } else if (asking.face == Suffix::csv && rows) {
    response.content_type = "text/csv; charset=utf-8";
    response.body = csv(*list(*rows));
  } else if (asking.face == Suffix::atom && !route.faces.feed.empty()) {
    response.content_type = "application/atom+xml; charset=utf-8";
    response.body = feed({voice, made, std::string(route.faces.feed), origin, print(asking.request.address), at});
  } else if (asking.face == Suffix::ics && route.faces.calendar) {
    response.content_type = "text/calendar; charset=utf-8";
    response.body = calendar({voice, made, origin, at});
  } else if (made.tracked && asking.face == Suffix::fodt) {
    return Response{200, std::string(flat_odt_type), *made.tracked};
  } else if (made.exported) {
    return form_of(asking.face, *made.exported);
  } else if (asking.face == Suffix::none) {
    auto values = frame({voice, asking.request.address, world, registrar_, asking.moment.size, asking.now, asking.as_of,
                         asking.moment.on, &route},
                        made, css_address_);
    JsonObject around{{"page-title", made.title}};
    for (const char* name : {"lang", "dir", "keep"}) around.emplace(name, values.at(name));
    values["content"] = templates_.render(voice.language(), std::string(route.name), made.page, around);
    response.body = templates_.render(voice.language(), "frame", values);
  } else {
    return no_such_page();
  }
  return response;
}

}  // namespace comity
