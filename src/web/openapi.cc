#include "web/openapi.h"

#include <boost/json.hpp>
#include <set>

#include "web/face_error.h"
#include "web/face_schema.h"
#include "web/route.h"

namespace comity {
namespace {

bool one_id(std::string_view pattern) {
  return pattern.starts_with("/{") && pattern.find('/', 1) == std::string_view::npos;
}

Json reference(std::string_view section, std::string_view name) {
  return JsonObject{{"$ref", "#/components/" + std::string(section) + "/" + std::string(name)}};
}

Json content(std::string_view type, Json schema) {
  return JsonObject{{std::string(type), JsonObject{{"schema", std::move(schema)}}}};
}

// One address with what may be answered there: of one route, or of all whose address is one id.
struct Spot {
  std::vector<const Route*> routes{};
  Suffix suffix = Suffix::json;
};

bool has_face(const Route& route, Suffix suffix) {
  if (suffix == Suffix::csv) return !route.faces.csv.empty();
  if (suffix == Suffix::atom) return !route.faces.feed.empty();
  if (route.faces.changes && (suffix == Suffix::fodt || by_office(suffix))) return true;
  if (route.faces.report && (is_form_of_text(suffix) || by_office(suffix))) return true;
  if (suffix >= Suffix::txt) return route.faces.document;
  return suffix == Suffix::ics ? route.faces.calendar : suffix == Suffix::json;
}

std::map<std::string, Spot> places() {
  std::map<std::string, Spot> out;
  for (const auto& route : routes())
    for (const auto suffix :
         {Suffix::json, Suffix::csv, Suffix::atom, Suffix::ics, Suffix::txt, Suffix::akn, Suffix::fodt, Suffix::bib,
          Suffix::ris, Suffix::csl, Suffix::odt, Suffix::docx, Suffix::pdf}) {
      if (!has_face(route, suffix)) continue;
      auto& place = out[openapi_path(route.pattern, text_of(suffix))];
      place.routes.push_back(&route);
      place.suffix = suffix;
    }
  return out;
}

Json answer_of(const Spot& place) {
  if (place.suffix == Suffix::csv) return content("text/csv", string_schema());
  if (place.suffix == Suffix::atom) return content("application/atom+xml", string_schema());
  if (place.suffix == Suffix::ics) return content("text/calendar", string_schema());
  if (place.suffix == Suffix::txt) return content("text/plain", string_schema());
  if (place.suffix == Suffix::akn) return content("application/akn+xml", string_schema());
  if (place.suffix == Suffix::fodt) return content("application/vnd.oasis.opendocument.text-flat-xml", string_schema());
  if (place.suffix == Suffix::bib) return content("application/x-bibtex", string_schema());
  if (place.suffix == Suffix::ris) return content("application/x-research-info-systems", string_schema());
  if (by_office(place.suffix)) return content(media_type(place.suffix), JsonObject{});
  if (place.suffix == Suffix::csl) return content("application/vnd.citationstyles.csl+json", JsonObject{});
  if (place.routes.size() == 1) return content("application/json", reference("schemas", place.routes.front()->name));
  JsonList any;
  for (const auto* route : place.routes) any.push_back(reference("schemas", route->name));
  return content("application/json", JsonObject{{"anyOf", std::move(any)}});
}

JsonList parameters_of(const std::string& path, const Spot& place) {
  JsonList out;
  for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1))
    out.push_back(reference("parameters", "path-" + path.substr(at + 1, path.find('}', at) - at - 1)));
  std::set<std::string_view> queries;
  for (const auto* route : place.routes) queries.insert(route->queries.begin(), route->queries.end());
  for (const std::string_view always : {"as-of", "on"}) queries.insert(always);
  for (const auto name : queries) out.push_back(reference("parameters", "query-" + std::string(name)));
  return out;
}

// "/{language}/{body}/sessions.csv" is "body-sessions-csv".
std::string operation_id(const std::string& path, const Spot& place) {
  if (place.routes.front()->pattern == "/") return "institution-" + std::string(text_of(place.suffix)).substr(1);
  std::string out;
  for (const char c : path.substr(std::string("/{language}/").size()))
    if (c == '/' || c == '.')
      out += '-';
    else if (c != '{' && c != '}')
      out += c;
  return out;
}

Json responses_of(const Spot& place) {
  const auto* refused = place.suffix == Suffix::json ? "refused" : "refused-page";
  JsonObject out{{"200", JsonObject{{"content", answer_of(place)}, {"description", "as the record tells it"}}}};
  for (const char* status : {"400", "404", "429", "default"}) out.emplace(status, reference("responses", refused));
  return out;
}

Json operation(const std::string& path, const Spot& place) {
  JsonList pages;
  for (const auto* route : place.routes) pages.push_back(route->name);
  return JsonObject{{"operationId", operation_id(path, place)},
                    {"parameters", parameters_of(path, place)},
                    {"responses", responses_of(place)},
                    {"tags", std::move(pages)}};
}

Json parameter(std::string_view name, std::string_view in, std::string_view description, Json schema) {
  return JsonObject{{"description", description}, {"in", in}, {"name", name}, {"schema", std::move(schema)}};
}

Json codes_of_languages() {
  JsonList codes;
  for (const auto language : languages) codes.push_back(code_of(language));
  return JsonObject{{"enum", std::move(codes)}, {"type", "string"}};
}

// What the parameters mean whose name does not say it.
std::string meaning(std::string_view name) {
  if (name == "id") return "the id of a thing, or the symbol of a document; its slashes stand as they are";
  if (name == "as-of") return "what was recorded by then: a number of entries, or an instant";
  if (name == "on") return "what held on that day, as known now";
  if (name == "cycle") return "the year of the cycle's report";
  if (name == "entry") return "the number of an entry, from 0";
  if (name == "from") return "the number of the first entry";
  if (name == "before" || name == "after") return "a symbol, or the number of the entry that recorded the text";
  if (name == "layout") return "columns: earlier and later text beside each other";
  if (name == "q") return "words; in quotation marks: together; after a minus: not";
  if (name == "how") return "wording: where this, or nearly this, was written before";
  if (name == "of") return "the symbol of a document: the wording of its paragraph is asked for, instead of words";
  if (name == "paragraph") return "its id (p16-a, note-3), or the number of a paragraph";
  if (name == "document") return "a symbol: all passages of this document";
  if (name == "page") return "of the results, from 1";
  if (name == "part") return "title, heading, paragraph, item or note";
  if (name == "show") return "changes: without what did not change";
  return std::string(name);
}

Json parameters() {
  const Json number_schema = JsonObject{{"minimum", 0}, {"type", "integer"}};
  JsonObject out{{"path-language", parameter("language", "path", "of the texts that the page says; the twin holds all",
                                             codes_of_languages())}};
  for (const auto& [path, place] : places())
    for (const auto& reference : parameters_of(path, place)) {
      const auto key = text(*member(reference, "$ref"))->substr(std::string("#/components/parameters/").size());
      const auto in = key.substr(0, key.find('-'));
      const auto name = key.substr(in.size() + 1);
      const bool counts = name == "entry" || name == "from";
      out.emplace(key, parameter(name, in, meaning(name), counts ? number_schema : string_schema()));
    }
  return out;
}

Json schemas() {
  JsonObject out{{"refusal", error_schema()}};
  for (const auto& route : routes()) out.emplace(route.name, route.schema());
  return out;
}

Json document() {
  JsonObject paths;
  for (const auto& [path, place] : places()) paths.emplace(path, JsonObject{{"get", operation(path, place)}});
  const Json refused = JsonObject{{"content", content("application/json", reference("schemas", "refusal"))},
                                  {"description", "a code, and the values that its sentence names"}};
  const Json refused_page = JsonObject{{"content", content("text/html", string_schema())},
                                       {"description", "a page in the reader's language"}};
  return JsonObject{
      {"components", JsonObject{{"parameters", parameters()},
                                {"responses", JsonObject{{"refused", refused}, {"refused-page", refused_page}}},
                                {"schemas", schemas()}}},
      {"info", JsonObject{{"description",
                           "Independent software, not a UN product. Every answer is computed from a "
                           "record that anyone can verify."},
                          {"license", JsonObject{{"identifier", "AGPL-3.0-or-later"}, {"name", "AGPL-3.0-or-later"}}},
                          {"title", "Comity"},
                          {"version", COMITY_VERSION}}},
      {"openapi", "3.1.0"},
      {"paths", std::move(paths)}};
}

// The record's JSON has no true; OpenAPI demands it of every parameter in a path.
std::string with_required_parameters(const Json& json) {
  auto out = boost::json::parse(canonical(json));
  for (auto& [name, parameter] : out.at("components").at("parameters").as_object())
    if (parameter.at("in") == "path") parameter.as_object()["required"] = true;
  return boost::json::serialize(out) + "\n";
}

}  // namespace

std::string openapi_path(std::string_view pattern, std::string_view suffix) {
  std::string out = "/{language}";
  if (one_id(pattern))
    out += "/{id}";
  else if (pattern != "/")
    out += pattern;
  return out + std::string(suffix);
}

const std::string& openapi() {
  static const std::string bytes = with_required_parameters(document());
  return bytes;
}

}  // namespace comity
