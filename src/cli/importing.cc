#include "cli/importing.h"

#include <algorithm>

#include "cli/reading_file.h"
#include "record/files.h"
#include "seal/hash.h"
#include "texts/file_name.h"
#include "texts/structure_json.h"
#include "texts/symbol.h"
#include "views/reading.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

Refusal in_file(Refusal refusal, const fs::path& file) {
  refusal.values["file"] = file.string();
  return refusal;
}

// Who reads the file must know what it is, by what was asked or by the file's name.
Verdict name(Importing& out, std::string_view symbol, std::string_view language) {
  const auto named = named_by_file(out.file.filename().string());
  if (symbol.empty() && !named) return Refusal{"import-symbol"};
  const auto parsed = symbol.empty() ? Result<DocumentSymbol>(named->symbol) : parse_symbol(symbol);
  if (!parsed) return parsed.refusal();
  out.symbol = {print(*parsed)};
  if (language.empty() && !named) return Refusal{"import-language"};
  const auto found = language.empty() ? std::optional(named->language) : language_of(language);
  if (!found) return Refusal{"language-unknown", {{"value", std::string(language)}}};
  out.language = *found;
  return Granted{};
}

Json to_json(const Masthead& masthead, const Importing& importing) {
  JsonObject out{{"language", code_of(importing.language)}, {"symbol", importing.symbol.text}};
  if (!masthead.title.empty()) out.emplace("title", masthead.title);
  if (masthead.date) out.emplace("date", print(*masthead.date));
  if (!masthead.distribution.empty()) out.emplace("distribution", masthead.distribution);
  if (masthead.original) out.emplace("original", code_of(*masthead.original));
  return out;
}

const std::string& text_at(const Importing& importing, const std::string& in) {
  static const std::string none;
  for (const auto& paragraph : importing.imported.text.paragraphs)
    if (paragraph.id == in) return paragraph.text;
  for (const auto& note : importing.imported.text.notes)
    if ("note-" + note.number == in) return note.text;
  return none;
}

JsonList citations_as_json(const Importing& importing, const Resolves& resolves) {
  JsonList out;
  for (const auto& [in, citation] : importing.cited.citations) {
    const auto& symbol = citation.symbol.empty() ? importing.symbol.text : citation.symbol;
    out.push_back(JsonObject{{"in", in},
                             {"paragraph", citation.paragraph},
                             {"resolved", resolves(citation) ? 1 : 0},
                             {"symbol", symbol},
                             {"text", text_at(importing, in).substr(citation.begin, citation.end - citation.begin)}});
  }
  return out;
}

DocumentKind kind_of(const Symbol& id) {
  const auto symbol = parse_symbol(id.text);
  const auto has = [&](std::string_view word) {
    return symbol && std::any_of(symbol->parts.begin(), symbol->parts.end(),
                                 [&](const SymbolPart& part) { return part.word == word; });
  };
  if (has("RES")) return DocumentKind::resolution;
  if (has("DEC")) return DocumentKind::decision;
  if (has("CRP")) return DocumentKind::conference_room_paper;
  if (has("WP")) return DocumentKind::working_paper;
  return DocumentKind::other;
}

std::string suffix(const fs::path& file) {
  const auto dotted = file.extension().string();
  return dotted.empty() ? dotted : dotted.substr(1);
}

OwnLines own_lines(const Importing& importing, const std::vector<std::string>& cautions) {
  OwnLines out = cautions;
  out.push_back(importing.symbol.text);
  const auto official = official_address(importing.symbol, importing.language);
  out.push_back(official);
  out.push_back(importing.symbol.text + " · " + official);
  return out;
}

}  // namespace

Result<std::string> bytes_to_import(const fs::path& file) {
  if (!fs::is_regular_file(file)) return Refusal{"file-missing", {{"file", file.string()}}};
  if (fs::file_size(file) > import_limit)
    return Refusal{"file-too-long", {{"file", file.string()}, {"limit", std::to_string(import_limit)}}};
  auto bytes = read_file(file);
  if (!bytes) return Refusal{"file-missing", {{"file", file.string()}}};
  return *std::move(bytes);
}

Result<Importing> read_import(const fs::path& file, std::string_view symbol, std::string_view language,
                              const std::vector<std::string>& cautions) {
  auto bytes = bytes_to_import(file);
  if (!bytes) return bytes.refusal();
  Importing out;
  out.file = file;
  out.bytes = *std::move(bytes);
  if (auto named = name(out, symbol, language); !named) return in_file(named.refusal(), file);
  auto read = read_as_text(out.bytes, out.language, own_lines(out, cautions));
  if (!read) return in_file(read.refusal(), file);
  out.type = media_type_of(read->kind);
  out.imported = std::move(read->imported);
  out.cited = citations(out.imported.text, out.language);
  out.masthead = masthead(out.imported.text, out.language);
  out.steps = steps(out.imported.text, out.language);
  auto& findings = out.imported.findings;
  findings.insert(findings.end(), out.cited.findings.begin(), out.cited.findings.end());
  if (const auto said = kind_named(suffix(file)); said && *said != read->kind)
    findings.push_back({"kind-differs", {{"said", suffix(file)}, {"found", std::string(suffix_of(read->kind))}}});
  if (out.masthead.language && *out.masthead.language != out.language)
    findings.push_back(
        {"language-differs",
         {{"said", std::string(code_of(*out.masthead.language))}, {"given", std::string(code_of(out.language))}}});
  return out;
}

Json to_json(const Importing& importing, const Resolves& resolves,
             const std::function<std::string(const Finding&)>& sentence) {
  auto out = std::get<JsonObject>(to_json(importing.imported.text).value);
  out.erase("format");
  // Every paragraph says its number, also where it has none: whoever reads a list need not ask.
  for (auto& paragraph : std::get<JsonList>(out.at("paragraphs").value))
    std::get<JsonObject>(paragraph.value).emplace("number", "");
  JsonList findings;
  for (const auto& finding : importing.imported.findings) {
    JsonObject one{{"code", finding.code}, {"text", sentence(finding)}};
    for (const auto& [name, value] : finding.values) one.emplace(name, value);
    findings.push_back(std::move(one));
  }
  out.emplace("citations", citations_as_json(importing, resolves));
  out.emplace("document", to_json(importing.masthead, importing));
  out.emplace("file", JsonObject{{"sha256", to_hex(sha256(importing.bytes))},
                                 {"size", static_cast<std::int64_t>(importing.bytes.size())},
                                 {"type", importing.type}});
  out.emplace("findings", std::move(findings));
  JsonList asked;
  for (const auto& step : importing.steps)
    asked.push_back(
        JsonObject{{"addressee", step.addressee}, {"in", step.in}, {"verb", step.verb}, {"when", step.when}});
  out.emplace("steps", std::move(asked));
  return out;
}

DocumentRegistered proposed_document(const Importing& importing) {
  DocumentRegistered out;
  out.id = importing.symbol;
  out.type = kind_of(importing.symbol);
  if (!importing.masthead.title.empty()) out.titles.official.emplace(importing.language, importing.masthead.title);
  out.date = importing.masthead.date;
  out.distribution = from_code<Distribution>(importing.masthead.distribution);
  out.original = importing.masthead.original;
  return out;
}

TextImported proposed_text(const Importing& importing) {
  TextImported out;
  out.document = importing.symbol;
  out.language = importing.language;
  out.file_type = importing.type;
  out.standing = TextStanding::issued;
  if (!importing.masthead.title.empty()) out.title = importing.masthead.title;
  return out;
}

}  // namespace comity
