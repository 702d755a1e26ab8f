#include "acts/circumstances.h"

#include <algorithm>
#include <set>

namespace comity {
namespace {

const std::set<std::string, std::less<>> source_members{"symbol", "paragraph", "publisher", "title", "date"};

Refusal bad_source(std::string_view field) { return {"source-malformed", {{"field", std::string(field)}}}; }

Json to_json(const Source& source) {
  JsonObject out;
  const auto put = [&out](const char* name, const std::string& value) {
    if (!value.empty()) out.emplace(name, value);
  };
  put("symbol", source.symbol.text);
  put("paragraph", source.paragraph);
  put("publisher", source.publisher);
  put("title", source.title);
  if (source.date) out.emplace("date", print(*source.date));
  return out;
}

// A document needs its symbol; a publication its publisher and title.
Result<Source> source_from_json(const Json& json) {
  const auto* members = object(json);
  if (!members) return bad_source("sources");
  Source source;
  for (const auto& [name, value] : *members) {
    const auto* said = text(value);
    if (!said || said->empty() || !source_members.contains(name)) return bad_source(name);
    if (name == "symbol") source.symbol.text = *said;
    if (name == "paragraph") source.paragraph = *said;
    if (name == "publisher") source.publisher = *said;
    if (name == "title") source.title = *said;
    if (name == "date" && !(source.date = parse_date(*said))) return bad_source(name);
  }
  const bool document = !source.symbol.text.empty();
  const bool publication = !source.publisher.empty() && !source.title.empty();
  if (document == publication) return bad_source("symbol");
  return source;
}

}  // namespace

Json sources_to_json(const std::vector<Source>& sources) {
  JsonList items;
  for (const auto& source : sources) items.push_back(to_json(source));
  std::sort(items.begin(), items.end(), [](const Json& a, const Json& b) { return canonical(a) < canonical(b); });
  return items;
}

Result<std::vector<Source>> sources_from_json(const Json& json) {
  const auto* items = list(json);
  if (!items) return bad_source("sources");
  std::vector<Source> sources;
  for (const auto& item : *items) {
    auto source = source_from_json(item);
    if (!source) return source.refusal();
    sources.push_back(*source);
  }
  return sources;
}

Json happened_to_json(const Happened& happened) {
  JsonObject out{{"date", print(happened.date)}};
  if (happened.time.empty()) return out;
  out.emplace("time", happened.time);
  out.emplace("zone", happened.zone);
  out.emplace("offset", happened.offset);
  return out;
}

Result<Happened> happened_from_json(const Json& json) {
  const Refusal refusal{"happened-malformed", {}};
  const auto* members = object(json);
  if (!members || (members->size() != 1 && members->size() != 4)) return refusal;
  std::string printed;
  for (const char* name : {"date", "time", "zone", "offset"}) {
    const auto* value = member(json, name);
    if (!value) break;
    const auto* said = text(*value);
    if (!said) return refusal;
    printed += (printed.empty() ? "" : " ") + *said;
  }
  const auto happened = parse_happened(printed);
  if (!happened || happened->time.empty() != (members->size() == 1)) return refusal;
  return *happened;
}

}  // namespace comity
