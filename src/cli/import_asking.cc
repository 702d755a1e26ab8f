#include "cli/import_asking.h"

#include <algorithm>

#include "seal/hash.h"
#include "texts/structure_json.h"
#include "views/links.h"
#include "web/address.h"
#include "words/zones.h"

namespace comity {
namespace {

bool has_paragraph(const Json& text_json, const std::string& id) {
  const auto* paragraphs = member(text_json, "paragraphs");
  if (!paragraphs || !list(*paragraphs)) return false;
  return std::any_of(list(*paragraphs)->begin(), list(*paragraphs)->end(), [&](const Json& one) {
    const auto* own = member(one, "id");
    return own && text(*own) && *text(*own) == id;
  });
}

std::string code_text(Language language) { return std::string(code_of(language)); }

template <class E>
Verdict take_code(const std::string& value, const char* option, std::optional<E>& into) {
  if (value.empty()) return Granted{};
  into = from_code<E>(value);
  if (into) return Granted{};
  std::string codes;
  for (const auto code : Codes<E>::all) codes += (codes.empty() ? "" : ", ") + std::string(code);
  return Refusal{"import-code", {{"option", option}, {"value", value}, {"codes", codes}}};
}

// As proposed, and as whoever enters it says.
Result<DocumentRegistered> document_to_enter(const ImportOptions& options, const Importing& importing) {
  auto out = proposed_document(importing);
  if (!options.title.empty()) out.titles.official[importing.language] = options.title;
  if (!options.date.empty()) {
    const auto date = parse_date(options.date);
    if (!date) return Refusal{"import-date", {{"value", options.date}}};
    out.date = *date;
  }
  std::optional<DocumentKind> kind;
  for (const auto& verdict :
       {take_code(options.kind, "--kind", kind), take_code(options.distribution, "--distribution", out.distribution)})
    if (!verdict) return verdict.refusal();
  out.type = kind.value_or(out.type);
  if (!options.body.empty()) out.body = BodyId{options.body};
  if (!options.session.empty()) out.sessions = {SessionId{options.session}};
  if (out.titles.empty()) return Refusal{"import-title", {{"symbol", out.id.text}}};
  return out;
}

std::optional<HeldText> held_text(const std::optional<Json>& page, Language language) {
  const auto* versions = page ? member(*page, "versions") : nullptr;
  if (!versions) return std::nullopt;
  for (const auto& version : *list(*versions)) {
    const auto said = [&](const char* name) {
      const auto* value = member(version, name);
      return value ? *text(*value) : std::string();
    };
    if (said("language") == code_of(language))
      return HeldText{*number(*member(*member(version, "mark"), "entry")), said("sha256"), said("structure"),
                      said("standing"), said("job")};
  }
  return std::nullopt;
}

std::optional<HeldText> held_closed(Door& door, const Importing& importing) {
  const auto answer = door.ask(Method::get, "/local/withheld?document=" + escaped(importing.symbol.text) +
                                                "&language=" + code_text(importing.language));
  const auto json = parse_json(answer.body, {true, false, 64});
  const auto* act = json ? member(*json, "act") : nullptr;
  if (!act) return std::nullopt;
  return HeldText{*number(*member(*json, "entry")), text_in(*act, "file"), text_in(*act, "structure"),
                  text_in(*act, "standing"), text_in(*act, "job")};
}

// The same file, asked for in the same way where the same text is held, is the same request.
EntryRequest request_for(Act act, const Importing& importing, const std::string& body, std::int64_t held) {
  EntryRequest out{{}, body, {std::move(act), {}}, operator_of_secretariat};
  out.fact.around.sources = {{importing.symbol, {}, {}, {}, {}}};
  out.fact.around.certainty = Certainty::confirmed;
  out.id = "import:" + std::to_string(held) + ":" + to_hex(sha256(canonical(to_json(out)))).substr(0, 32);
  return out;
}

// The hour as it is typed, its offset by the zone's rules where it is not said.
Result<Happened> hour_of(const std::string& value) {
  const Refusal wrong{"import-embargo", {{"value", value}}};
  if (const auto whole = parse_happened(value); whole && instant_of(*whole)) return *whole;
  const auto zone_at = value.rfind(' ');
  const auto day_and_time = value.substr(0, std::min(zone_at, value.size()));
  const auto time_at = day_and_time.find(' ');
  const auto date = parse_date(day_and_time.substr(0, time_at));
  if (!date || !date->whole() || time_at == day_and_time.npos) return wrong;
  const auto zone = zone_of(value.substr(zone_at + 1));
  if (!zone) return zone.refusal();
  const auto time = day_and_time.substr(time_at + 1);
  const auto instant = instant_of(*date, time, *zone);
  if (!instant) return instant.refusal();
  return Happened{*date, time, value.substr(zone_at + 1), print_offset(local_time(*instant, *zone).offset)};
}

void name_files(const Importing& importing, const std::string& structure, TextImported& act) {
  act.file = to_hex(sha256(importing.bytes));
  act.file_size = static_cast<std::int64_t>(importing.bytes.size());
  act.structure = to_hex(sha256(structure));
  act.structure_size = static_cast<std::int64_t>(structure.size());
}

Verdict take_options(const ImportOptions& options, const Importing& importing, TextAsked& out) {
  std::optional<TextStanding> standing;
  if (auto taken = take_code(options.standing, "--standing", standing); !taken) return taken;
  out.act.standing = standing.value_or(out.act.standing);
  if (!options.title.empty()) out.act.title = options.title;
  if (!options.job.empty()) out.act.job = options.job;
  if (options.replace.empty()) return Granted{};
  if (!out.held)
    return Refusal{"import-nothing-held",
                   {{"symbol", importing.symbol.text}, {"language", code_text(importing.language)}}};
  out.act.replaces = out.held->entry;
  out.act.reason = options.replace;
  return Granted{};
}

// The document and its embargo, where they are not there yet.
Verdict ask_for_document(const ImportOptions& options, const Importing& importing, bool registered, TextAsked& out) {
  if (!registered) {
    auto document = document_to_enter(options, importing);
    if (!document) return document.refusal();
    out.requests.push_back(request_for(*std::move(document), importing, options.body, -1));
  }
  if (options.embargo.empty()) return Granted{};
  const auto until = hour_of(options.embargo);
  if (!until) return until.refusal();
  out.requests.push_back(request_for(DocumentEmbargoed{importing.symbol, *until}, importing, options.body, -1));
  return Granted{};
}

// As request_for, of the closed log.
ClosedRequest closed_request(const TextAsked& asked) {
  ClosedRequest out{{}, TextWithheld{asked.act}, operator_of_secretariat};
  out.id = "import:" + std::to_string(asked.held ? asked.held->entry : -1) + ":" +
           to_hex(sha256(canonical(to_json(out)))).substr(0, 32);
  return out;
}

// What is public first: the text is withheld under a document that is there.
Registrar::Outcome enter_all(Door& door, const TextAsked& asked) {
  auto outcome = asked.requests.empty() ? Registrar::Outcome{} : enter(door, asked.requests);
  return outcome.refused.empty() && asked.withheld ? enter(door, closed_request(asked)) : outcome;
}

void keep(Door& door, const std::string& bytes) {
  const auto answer = door.ask(Method::post, "/local/blob", bytes);
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
}

// A slip that nothing could take back: what the officer or the text itself says is not for everybody, of a document
// that is registered as for everybody.
Verdict may_be_for_everybody(const std::optional<Json>& page, const ImportOptions& options,
                             const Importing& importing) {
  const auto said = options.distribution.empty() ? importing.masthead.distribution : options.distribution;
  const auto distribution = from_code<Distribution>(said);
  const bool kept = distribution == Distribution::restricted || distribution == Distribution::participants;
  if (!page || !kept) return Granted{};
  return Refusal{"import-distribution", {{"symbol", importing.symbol.text}, {"distribution", said}}};
}

}  // namespace

bool Known::resolves(const Citation& citation) {
  if (citation.symbol.empty()) return !citation.paragraph.empty();
  const auto& page = page_of(citation.symbol);
  if (!page) return false;
  const auto* reading = member(*page, "reading");
  if (citation.paragraph.empty() || !reading) return true;
  for (const auto& [language, text] : *object(*reading))
    if (has_paragraph(text, citation.paragraph) || has_paragraph(text, "o" + citation.paragraph)) return true;
  return false;
}

const std::optional<Json>& Known::page_of(const std::string& symbol) {
  const auto [it, fresh] = pages_.try_emplace(symbol);
  if (!fresh || !door_) return it->second;
  const auto answer = door_->ask(Method::get, "/en" + href_of(Symbol{symbol}).path + ".json");
  auto json = parse_json(answer.body, {true, false, 64});
  if (answer.status == 200 && json) it->second = *std::move(json);
  return it->second;
}

bool is_there(const HeldText& held, const TextImported& act, bool replace) {
  if (held.file != act.file) return false;
  return !replace || (held.structure == act.structure && held.standing == code_of(act.standing) &&
                      held.job == act.job.value_or(""));
}

std::optional<Withholding> withholding(const std::optional<Json>& page, const ImportOptions& options,
                                       const Importing& importing) {
  if (const auto* kept = page ? member(*page, "withheld") : nullptr; kept && object(*kept))
    return from_code<Withholding>(text_in(*kept, "why"));
  const auto distribution = options.distribution.empty() ? proposed_document(importing).distribution
                                                         : from_code<Distribution>(options.distribution);
  if (!page && distribution == Distribution::restricted) return Withholding::restricted;
  if (!page && distribution == Distribution::participants) return Withholding::participants;
  return options.embargo.empty() ? std::nullopt : std::optional(Withholding::embargo);
}

Result<ImportPreview> preview_of(const ImportOptions& options, const Importing& importing) {
  auto document = document_to_enter(options, importing);
  if (!document) return document.refusal();
  ImportPreview out{*std::move(document), proposed_text(importing), importing.imported.text,
                    importing.imported.findings, importing.steps};
  name_files(importing, canonical(to_json(out.text)), out.act);
  return out;
}

Result<TextAsked> text_asked(Door& door, Known& known, const ImportOptions& options, const Importing& importing) {
  const auto& page = known.page_of(importing.symbol.text);
  TextAsked out{{},
                withholding(page, options, importing),
                proposed_text(importing),
                canonical(to_json(importing.imported.text)),
                {}};
  if (!out.withheld)
    if (auto may = may_be_for_everybody(page, options, importing); !may) return may.refusal();
  out.held = out.withheld ? held_closed(door, importing) : held_text(page, importing.language);
  if (auto taken = take_options(options, importing, out); !taken) return taken.refusal();
  name_files(importing, out.structure, out.act);
  if (auto asked = ask_for_document(options, importing, page.has_value(), out); !asked) return asked.refusal();
  if (!out.withheld)
    out.requests.push_back(request_for(out.act, importing, options.body, out.held ? out.held->entry : -1));
  return out;
}

Registrar::Outcome enter_with_files(Door& door, const TextAsked& asked, const Importing& importing) {
  auto outcome = enter_all(door, asked);
  if (outcome.refused.empty() || outcome.refused.front().why.code != "blob-not-there") return outcome;
  keep(door, importing.bytes);
  keep(door, asked.structure);
  return enter_all(door, asked);
}

}  // namespace comity
