#include "cli/fact.h"

#include <charconv>

namespace comity {
namespace {

Refusal at(const char* code, const DataLine& line) {
  return {code, {{"line", std::to_string(line.line)}, {"key", line.key}, {"value", line.value}}};
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> out;
  std::size_t start = 0;
  for (auto end = text.find(separator); end != std::string::npos; end = text.find(separator, start)) {
    out.push_back(text.substr(start, end - start));
    start = end + separator.size();
  }
  out.push_back(text.substr(start));
  return out;
}

std::optional<std::int64_t> integer(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "2023-03-06" or "2023-03-06 to 2023-03-10".
Json days(const std::string& value) {
  const auto ends = split(value, " to ");
  return JsonObject{{"from", ends.front()}, {"to", ends.back()}};
}

Result<Json> value_of(const FieldRow& field, const std::string& value, const DataLine& line) {
  if (field.type == FieldType::number) {
    const auto number = integer(value);
    if (!number) return at("data-number", line);
    return Json(*number);
  }
  if (field.type == FieldType::days) return days(value);
  if (field.type == FieldType::happened) {
    const auto happened = parse_happened(value);
    if (!happened) return at("data-happened", line);
    return happened_to_json(*happened);
  }
  return Json(value);
}

// "A/77/275, 5" or "Publisher | Title | 2024-07-12".
Result<Source> source(const DataLine& line) {
  Source out;
  if (line.value.find(" | ") == std::string::npos) {
    const auto comma = line.value.find(", ");
    out.symbol.text = line.value.substr(0, comma);
    if (comma != std::string::npos) out.paragraph = line.value.substr(comma + 2);
    if (out.symbol.text.find('/') == std::string::npos) return at("data-source", line);
    return out;
  }
  const auto parts = split(line.value, " | ");
  if (parts.size() > 3 || parts[0].empty() || parts[1].empty()) return at("data-source", line);
  out.publisher = parts[0];
  out.title = parts[1];
  if (parts.size() == 3 && !(out.date = parse_date(parts[2]))) return at("data-source", line);
  return out;
}

// Whether the line is one of the circumstances, which it then sets.
Result<bool> circumstance(const DataLine& line, Circumstances& around) {
  if (line.key == "happened") {
    around.happened = parse_happened(line.value);
    if (!around.happened) return at("data-happened", line);
    return true;
  }
  if (line.key == "certainty") {
    around.certainty = from_code<Certainty>(line.value);
    if (!around.certainty) return at("data-certainty", line);
    return true;
  }
  if (line.key != "source") return false;
  auto read = source(line);
  if (!read) return read.refusal();
  around.sources.push_back(*read);
  return true;
}

// `names.es` and `names.ar.working`: a text in a language.
Verdict put_text(const DataLine& line, const std::vector<std::string>& parts, JsonObject& act) {
  const bool working = parts.size() == 3 && parts[2] == "working";
  if (parts.size() > 3 || (parts.size() == 3 && !working)) return at("data-key", line);
  auto& texts = act[parts[0] + (working ? "-working" : "")].value;
  auto& members = std::get<JsonObject>(texts);
  if (!members.emplace(parts[1], line.value).second) return at("data-twice", line);
  return Granted{};
}

Verdict put_values(const FieldRow& field, const DataLine& line, JsonObject& act) {
  if (!field.many) {
    auto value = value_of(field, line.value, line);
    if (!value) return value.refusal();
    if (!act.emplace(field.name, *value).second) return at("data-twice", line);
    return Granted{};
  }
  auto& place = act.emplace(field.name, JsonList{}).first->second;
  for (const auto& one : split(line.value, ", ")) {
    auto value = value_of(field, one, line);
    if (!value) return value.refusal();
    std::get<JsonList>(place.value).push_back(*value);
  }
  return Granted{};
}

Verdict put(const std::vector<FieldRow>& fields, const DataLine& line, JsonObject& act) {
  const auto parts = split(line.key, ".");
  for (const auto& field : fields) {
    if (field.name != parts.front() || (field.type == FieldType::texts) != (parts.size() > 1)) continue;
    return parts.size() > 1 ? put_text(line, parts, act) : put_values(field, line, act);
  }
  return at("data-key", line);
}

// The line of the field that the codec refused, or that of the block.
int line_of(const DataBlock& block, const Refusal& refusal) {
  const auto field = refusal.values.find("field");
  for (const auto& line : block)
    if (field != refusal.values.end() && split(line.key, ".").front() == split(field->second, ".").front())
      return line.line;
  return block.front().line;
}

}  // namespace

Result<DataFact> read_fact(const DataBlock& block) {
  if (block.size() < 2 || block[0].key != "id" || block[1].key != "act") return at("data-first-line", block.front());
  DataFact out{block[0].value, block[1].value, {}, {}, block[0].line};
  const auto* kind = find_kind(out.kind);
  if (!kind) return at("data-kind", block[1]);
  const auto fields = kind->describe();
  JsonObject act;
  for (const auto& field : fields)
    if (field.name == "id") act.emplace("id", out.id);
  for (std::size_t i = 2; i < block.size(); ++i) {
    const auto said = circumstance(block[i], out.fact.around);
    if (!said) return said.refusal();
    if (*said) continue;
    auto verdict = put(fields, block[i], act);
    if (!verdict) {
      auto refusal = verdict.refusal();
      refusal.values.emplace("kind", out.kind);
      return refusal;
    }
  }
  auto read = kind->read(act);
  if (!read) {
    auto refusal = read.refusal();
    refusal.values["line"] = std::to_string(line_of(block, refusal));
    return refusal;
  }
  out.fact.act = *read;
  return out;
}

}  // namespace comity
