// One row of the route table: an address pattern, how its page is made, and in which faces it is served.
#pragma once

#include <functional>

#include "convert/exported.h"
#include "registrar/moments.h"
#include "views/rows.h"
#include "views/searching.h"
#include "web/face_json.h"
#include "web/face_page.h"
#include "web/message.h"

namespace comity {

// What a page is made from. `lens` is the world at the asked moment; `size` the entries it was folded from.
struct Ask {
  const Lens& lens;
  const Voice& voice;
  const Registrar& registrar;
  std::int64_t size = 0;
  const std::map<std::string, std::string>& params;  // by the names in the pattern
  const Address& address;
  const TextSearch* search = nullptr;  // where there is an index
};

// A page in all its faces. `rows` names the list of the twin that CSV and feed print.
struct Made {
  std::string title{};  // said
  Json page = JsonObject{};
  Json twin = JsonObject{};
  std::vector<DateRow> dates{};  // for the calendar
  std::vector<Named> crumbs{};
  std::optional<ExportedDocument> exported{};  // where a form of a document is asked for
  std::optional<std::string> tracked{};        // the same of a comparison: a flat ODT with tracked changes
};

// When an entry was recorded; Instant{} where the record has none of that number.
using EntryInstant = std::function<Instant(std::int64_t)>;

// The faces that a route has besides page and JSON twin.
struct Faces {
  std::string_view csv{};   // the list that the CSV prints
  std::string_view feed{};  // the list that the feed tells of
  bool calendar = false;
  bool document = false;  // plain text, Akoma Ntoso, what libraries cite it by, and for print
  bool changes = false;   // a document with tracked changes
  bool report = false;    // plain text, Akoma Ntoso and for print, of what is made from the record
};

struct Route {
  std::string_view name;     // of the template, and of the operation in openapi.json
  std::string_view pattern;  // "/{body}/sessions": {body}, {session}, {symbol}… match what the world knows
  Result<Made> (*make)(const Ask& ask);
  Faces faces{};
  Json (*schema)() = nullptr;               // of the twin
  std::vector<std::string_view> queries{};  // besides as-of, on, zone
};

const std::vector<Route>& routes();

// Each area's rows, in that area's own file.
std::vector<Route> body_routes();
std::vector<Route> session_routes();
std::vector<Route> document_routes();
std::vector<Route> terms_routes();
std::vector<Route> record_routes();
std::vector<Route> report_routes();
std::vector<Route> statistics_routes();

// The parameters by which the pattern matches the path in this world; nothing where it does not.
std::optional<std::map<std::string, std::string>> match(std::string_view pattern, const Address& address,
                                                        const World& world);
// An address of the pattern with things that the world knows; nothing where it knows none.
std::optional<std::string> example(std::string_view pattern, const World& world, std::int64_t size);

// --- for the areas' files ---------------------------------------------------------------------------------------

template <HasFields V>
Made made(const Ask& ask, const V& view, std::string title) {
  return {std::move(title), faced(ask.voice, view), twin(view), {}, {}};
}
inline std::string title_of(const Ask& ask, const Texts& texts) {
  const Json json = faced(ask.voice, texts);
  const auto* words = member(json, "text");
  return words ? *text(*words) : std::string();
}
// The name of a row that has either texts or a sentence.
std::string title_of(const Ask& ask, const Texts& names, const Say& name);
inline Refusal no_such_page() { return {"no-such-page", {}}; }

}  // namespace comity
