// comity report-version: the steps of a report from its draft to its corrigenda. Each enters one act and keeps the
// words of the version that it makes in six languages.
#include <charconv>

#include "cli/commands.h"
#include "cli/door.h"
#include "seal/hash.h"
#include "views/links.h"
#include "views/report_versions.h"
#include "web/local.h"

namespace comity {
namespace {

struct VersionOptions : DataOption {
  std::string step, body, cycle, until, paragraph, by, language, text, outcome, correction;
  std::string paper = "procedural";
  bool planned = false;
};

// A version that the record has, as its page tells programs.
struct VersionTold {
  std::int64_t entry = 0;
  ReportStage stage{};
  ReportKind paper{};
  std::map<Language, std::string> kept{};  // digests
};

std::string report_path(const VersionOptions& options, ReportKind paper) {
  const auto path = "/" + options.body + "/reports/" + options.cycle;
  return paper == ReportKind::procedural ? path : path + "/" + std::string(code_of(paper));
}

VersionTold version_told(const Json& row) {
  VersionTold out;
  out.entry = *number(*member(row, "entry"));
  out.stage = *from_code<ReportStage>(text_in(row, "stage"));
  out.paper = *from_code<ReportKind>(text_in(row, "paper"));
  for (const auto& kept : list_in(row, "kept"))
    out.kept.emplace(*language_of(text_in(kept, "language")), text_in(kept, "sha256"));
  return out;
}

Result<std::vector<VersionTold>> versions_told(Door& door, const VersionOptions& options) {
  const auto answer = door.ask(Method::get, "/en/" + options.body + "/reports/" + options.cycle + "/versions.json");
  if (answer.status != 200) {
    const auto refusal = refusal_in(answer);
    if (refusal.code != "no-such-page") return refusal;
    return Refusal{"no-such-reference", {{"field", "--body"}, {"id", options.body}}};
  }
  const auto page = parse_json(answer.body, {true, false, 64});
  if (!page) throw Fault("answer-malformed", answer.body);
  std::vector<VersionTold> out;
  for (const auto& row : list_in(*page, "versions")) out.push_back(version_told(row));
  return out;
}

// --- what each step enters -----------------------------------------------------------------------------------------

struct StepAsked {
  const VersionOptions& options;
  const std::vector<VersionTold>& versions;
  Language own{};  // of the texts given
  ReportKind paper{};

  Texts given() const {
    Texts out;
    out.official.emplace(own, options.text);
    return out;
  }
  // The latest version of the paper in that stage.
  Result<std::int64_t> latest(ReportStage stage) const {
    std::optional<std::int64_t> found;
    for (const auto& one : versions)
      if (one.paper == paper && one.stage == stage) found = one.entry;
    if (found) return *found;
    return Refusal{"version-missing", {{"stage", std::string(code_of(stage))}, {"cycle", options.cycle}}};
  }
};

Result<Act> freeze_step(const StepAsked& asked) {
  ReportFrozen act{{asked.options.body}, asked.options.cycle, asked.paper, Basis::actual, {}};
  if (asked.options.planned) act.basis = Basis::planned;
  if (!asked.options.until.empty()) {
    act.corrections_until = parse_date(asked.options.until);
    if (!act.corrections_until || !act.corrections_until->whole())
      return Refusal{"version-until", {{"value", asked.options.until}}};
  }
  return Act(std::move(act));
}

Result<Act> ask_step(const StepAsked& asked) {
  const auto frozen = asked.latest(asked.options.planned ? ReportStage::draft : ReportStage::frozen);
  if (!frozen) return frozen.refusal();
  ReportCorrectionAsked act{*frozen, asked.options.paragraph, {}, {}, asked.given()};
  if (!asked.options.language.empty()) act.language = asked.own;
  if (!asked.options.by.empty()) act.by = StateId{asked.options.by};
  return Act(std::move(act));
}

Result<Act> answer_step(const StepAsked& asked) {
  const auto outcome = from_code<CorrectionOutcome>(asked.options.outcome);
  if (!outcome) return Refusal{"outcome-unknown", {{"value", asked.options.outcome}}};
  std::int64_t entry = 0;
  const auto& named = asked.options.correction;
  const auto read = std::from_chars(named.data(), named.data() + named.size(), entry);
  if (read.ec != std::errc() || read.ptr != named.data() + named.size())
    return Refusal{"no-such-correction", {{"entry", named}}};
  return Act(ReportCorrectionAnswered{entry, *outcome, asked.given()});
}

Result<Act> finalise_step(const StepAsked& asked) {
  const auto frozen = asked.latest(ReportStage::frozen);
  if (!frozen) return frozen.refusal();
  return Act(ReportFinalised{*frozen});
}

Result<Act> correct_step(const StepAsked& asked) {
  const auto final = asked.latest(ReportStage::final);
  if (!final) return final.refusal();
  return Act(ReportCorrected{*final, asked.given()});
}

struct StepRow {
  std::string_view name;
  Result<Act> (*act)(const StepAsked& asked);
  bool makes_version;
  bool needs_text;
};
constexpr std::array<StepRow, 5> steps{{{"freeze", freeze_step, true, false},
                                        {"ask", ask_step, false, true},
                                        {"answer", answer_step, false, true},
                                        {"finalise", finalise_step, true, false},
                                        {"correct", correct_step, true, true}}};

// --- entering it, and keeping the words ----------------------------------------------------------------------------

// `after`: the latest version, so that the same step is a new request once there is another.
EntryRequest request_of(Act act, const VersionOptions& options, std::int64_t after) {
  EntryRequest out{{}, options.body, {std::move(act), {}}, operator_of_secretariat};
  out.fact.around.sources = {{{}, {}, "Comity", options.body + "/reports/" + options.cycle, {}}};
  out.fact.around.certainty = Certainty::reported;
  out.id = "report-version:" + std::to_string(after) + ":" + to_hex(sha256(canonical(to_json(out)))).substr(0, 32);
  return out;
}

struct KeptBlob {
  std::string sha256;
  std::int64_t size = 0;
};

// The words of the report as the record stood with the version's entry.
Result<KeptBlob> keep_words(Door& door, const VersionOptions& options, const VersionTold& version, Language language) {
  auto address = "/" + std::string(code_of(language)) + report_path(options, version.paper) + ".txt";
  if (version.stage == ReportStage::draft) add_query(address, "basis", std::string(code_of(Basis::planned)));
  add_query(address, "as-of", std::to_string(version.entry + 1));
  const auto answer = door.ask(Method::post, "/local/report-text", address);
  if (answer.status != 200) return refusal_in(answer);
  const auto json = parse_json(answer.body);
  if (!json) throw Fault("answer-malformed", answer.body);
  return KeptBlob{text_in(*json, "sha256"), *number(*member(*json, "size"))};
}

Verdict keep_all(Door& door, const VersionOptions& options, const VersionTold& version) {
  std::vector<EntryRequest> requests;
  for (const auto language : languages) {
    if (version.kept.contains(language)) continue;
    const auto kept = keep_words(door, options, version, language);
    if (!kept) return kept.refusal();
    requests.push_back(
        request_of(ReportTextKept{version.entry, language, kept->sha256, kept->size}, options, version.entry));
  }
  const auto outcome = enter(door, requests);
  if (!outcome.refused.empty()) return outcome.refused.front().why;
  return Granted{};
}

// Nothing is frozen that cannot be written.
Verdict may_be_made(Door& door, const StepRow& step, const StepAsked& asked) {
  if (!step.makes_version) return Granted{};
  auto address = "/en" + report_path(asked.options, asked.paper) + ".json";
  if (asked.options.planned) add_query(address, "basis", std::string(code_of(Basis::planned)));
  const auto answer = door.ask(Method::get, address);
  return answer.status == 200 ? Verdict(Granted{}) : Verdict(refusal_in(answer));
}

int take_step(Door& door, const StepRow& step, const StepAsked& asked, const Terminal& terminal) {
  auto act = step.act(asked);
  if (!act) return terminal.refuse(act.refusal());
  if (const auto there = may_be_made(door, step, asked); !there) return terminal.refuse(there.refusal());
  const auto after = asked.versions.empty() ? 0 : asked.versions.back().entry;
  const auto outcome = enter(door, {request_of(*std::move(act), asked.options, after)});
  if (!outcome.refused.empty()) return terminal.refuse(outcome.refused.front().why);
  const auto entry = outcome.entered.front().number;
  if (step.makes_version) {
    const auto now_told = versions_told(door, asked.options);
    if (!now_told) return terminal.refuse(now_told.refusal());
    for (const auto& version : *now_told)
      if (version.entry == entry)
        if (const auto kept = keep_all(door, asked.options, version); !kept) return terminal.refuse(kept.refusal());
  }
  terminal.say("cli.report-version." + std::string(step.name), {{"entry", std::to_string(entry)}});
  return Exit::done;
}

// Whether this program writes today what was kept: it does until patterns of sentences are revised.
int check_words(Door& door, const VersionOptions& options, const std::vector<VersionTold>& versions,
                const Terminal& terminal) {
  std::int64_t same = 0, other = 0;
  for (const auto& version : versions)
    for (const auto& [language, sha256] : version.kept) {
      const auto now = keep_words(door, options, version, language);
      if (!now) return terminal.refuse(now.refusal());
      ++(now->sha256 == sha256 ? same : other);
      if (now->sha256 != sha256)
        terminal.say("cli.report-version.other",
                     {{"entry", std::to_string(version.entry)}, {"language", std::string(code_of(language))}});
    }
  terminal.say("cli.report-version.check", {{"same", same}, {"other", other}});
  return Exit::done;
}

int run_step(const VersionOptions& options, const Terminal& terminal) {
  const auto step =
      std::find_if(steps.begin(), steps.end(), [&](const StepRow& row) { return row.name == options.step; });
  if (step == steps.end() && options.step != "check")
    return terminal.refuse({"version-step", {{"value", options.step}}});
  const auto paper = from_code<ReportKind>(options.paper);
  if (!paper) return terminal.refuse({"report-kind", {{"value", options.paper}}});
  const auto own =
      options.language.empty() ? std::optional(terminal.tongue().language()) : language_of(options.language);
  if (!own) return terminal.refuse({"language-unknown", {{"value", options.language}}});
  if (step != steps.end() && step->needs_text && options.text.empty())
    return terminal.refuse({"version-text", {{"value", options.step}}});
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  const auto versions = versions_told(**door, options);
  if (!versions) return terminal.refuse(versions.refusal());
  if (step == steps.end()) return check_words(**door, options, *versions, terminal);
  return take_step(**door, *step, {options, *versions, *own, *paper}, terminal);
}

}  // namespace

Command report_version_command() {
  const auto o = std::make_shared<VersionOptions>();
  return {"report-version",
          "freeze a report, ask for corrections of it, make it final, correct it",
          {o->option(),
           {"STEP", "freeze, ask, answer, finalise, correct or check", &o->step, true},
           {"--body", "whose report", &o->body, true},
           {"--cycle", "the year of the report, or mandate: all cycles", &o->cycle, true},
           {"--paper", "procedural (the default), documents, agenda, programme, invitation or note", &o->paper},
           {"--planned", "the draft on what was planned, not what took place", &o->planned},
           {"--until", "freeze: the last day on which corrections may be asked for", &o->until},
           {"--paragraph", "ask: of the report", &o->paragraph},
           {"--by", "ask: the State that asks; may be left out", &o->by},
           {"--correction", "answer: the entry that asked", &o->correction},
           {"--outcome", "answer: made or not-made", &o->outcome},
           {"--language", "of the text; ask: the language that is wrong", &o->language},
           {"--text", "ask, answer, correct: what is wrong, or why", &o->text}},
          [o](const Terminal& terminal) { return run_step(*o, terminal); }};
}

}  // namespace comity
