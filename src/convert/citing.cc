// What libraries cite a document by. The official text is what is cited, not Comity's copy of it.
#include <fmt/format.h>

#include "base/json.h"
#include "convert/exported.h"

namespace comity {
namespace {

std::string year_of(const ExportedDocument& document) {
  return document.date ? std::to_string(document.date->year) : std::string();
}

// "A/AC.292/2023/L.1" is "A-AC-292-2023-L-1": a key that every reader of BibTeX takes.
std::string key_of(const Symbol& symbol) {
  std::string out;
  for (const char c : symbol.text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (plain || (!out.empty() && out.back() != '-')) out += plain ? c : '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

// Braces and backslashes would end a field or begin a command; the other signs of TeX stand for themselves when
// escaped.
std::string tex(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\textbackslash{}";
    } else if (c == '{' || c == '}' || c == '&' || c == '%' || c == '$' || c == '#' || c == '_') {
      out += std::string("\\") + c;
    } else if (c == '~' || c == '^') {
      out += std::string("\\") + c + "{}";
    } else {
      out += c;
    }
  }
  return out;
}

// A tag of RIS is a line: a line break in a value would begin another.
std::string one_line(std::string text) {
  for (auto& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  return text;
}

bool is_resolution(const ExportedDocument& document) {
  return document.kind == "resolution" || document.kind == "decision";
}

}  // namespace

std::string as_bibtex(const ExportedDocument& document) {
  std::string out = fmt::format("@techreport{{{},\n", key_of(document.symbol));
  const auto field = [&out](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
  };
  field("title", "{" + tex(document.title) + "}");
  field("institution", tex(document.organ.empty() ? "United Nations" : document.organ));
  field("number", tex(document.symbol.text));
  field("year", year_of(document));
  if (document.date && document.date->month != 0) field("month", std::to_string(document.date->month));
  field("url", document.official);
  field("language", std::string(code_of(document.language)));
  return out + "}\n";
}

std::string as_ris(const ExportedDocument& document) {
  std::string out;
  const auto tag = [&out](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}  - {}\r\n", name, one_line(value));
  };
  tag("TY", is_resolution(document) ? "STAT" : "RPRT");
  tag("TI", document.title);
  tag("A1", document.organ.empty() ? "United Nations" : document.organ);
  tag("M1", document.symbol.text);
  tag("PY", year_of(document));
  if (document.date && document.date->whole())
    tag("DA", fmt::format("{:04}/{:02}/{:02}/", document.date->year, document.date->month, document.date->day));
  tag("PB", "United Nations");
  tag("UR", document.official);
  tag("LA", std::string(code_of(document.language)));
  return out + "ER  - \r\n";
}

std::string as_csl_json(const ExportedDocument& document) {
  JsonObject item{
      {"URL", document.official},
      {"author", JsonList{JsonObject{{"literal", document.organ.empty() ? "United Nations" : document.organ}}}},
      {"id", key_of(document.symbol)},
      {"language", code_of(document.language)},
      {"number", document.symbol.text},
      {"publisher", "United Nations"},
      {"title", document.title},
      {"type", is_resolution(document) ? "legislation" : "report"}};
  if (document.date) {
    JsonList parts{document.date->year};
    if (document.date->month != 0) parts.push_back(document.date->month);
    if (document.date->day != 0) parts.push_back(document.date->day);
    item.emplace("issued", JsonObject{{"date-parts", JsonList{Json(std::move(parts))}}});
  }
  return canonical(JsonList{Json(std::move(item))}) + "\n";
}

}  // namespace comity
