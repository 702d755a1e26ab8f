// comity load FOLDER…: enters the facts of data sets, each set whole or not at all.
#include <set>

#include "cli/commands.h"
#include "cli/dataset.h"
#include "cli/door.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct LoadOptions : DataOption {
  std::vector<std::string> folders;
  std::string reason;
};

// What the record holds of a data set: by fact, its latest entry and the content of that.
using Held = std::map<std::string, Registrar::Found>;

Held held(Door& door, const Dataset& set) {
  const auto answer = door.ask(Method::get, "/local/latest?prefix=" + escaped(request_prefix(set)));
  const auto json = parse_json(answer.body);
  if (answer.status != 200 || !json || !list(*json)) throw Fault("answer-malformed", answer.body);
  Held out;
  for (const auto& row : *list(*json)) {
    const Registrar::Found found{*number(*member(row, "number")), *text(*member(row, "request"))};
    auto& latest = out[fact_part(found.request)];
    if (latest.request.empty() || latest.number < found.number) latest = found;
  }
  return out;
}

// A changed fact is a correction of its latest entry; the request id says which, so that a change back is a new one.
EntryRequest correction(const Dataset& set, const DataFact& fact, const Registrar::Found& latest,
                        const std::string& reason) {
  FactCorrected act{latest.number, reason, fact.kind, to_json(fact.fact.act)};
  return {request_of(set, fact) + ":" + std::to_string(latest.number),
          set.body,
          {std::move(act), fact.fact.around},
          operator_of_secretariat};
}

struct Plan {
  std::vector<EntryRequest> requests{};
  std::vector<const DataFact*> facts{};  // of the requests
  std::int64_t unchanged = 0;
  std::int64_t corrected = 0;
  std::vector<std::int64_t> missing{};  // entries whose fact has gone from the files
};

Plan plan(const Dataset& set, const Held& in_record, const std::string& reason) {
  Plan out;
  std::set<std::string> present;
  for (const auto& fact : set.facts) {
    const auto id = request_of(set, fact);
    present.insert(fact_part(id));
    const auto it = in_record.find(fact_part(id));
    if (it != in_record.end() && content_part(it->second.request) == content_part(id)) {
      ++out.unchanged;
      continue;
    }
    const bool known = it != in_record.end();
    if (known) ++out.corrected;
    out.requests.push_back(known ? correction(set, fact, it->second, reason)
                                 : EntryRequest{id, set.body, fact.fact, operator_of_secretariat});
    out.facts.push_back(&fact);
  }
  for (const auto& [fact, latest] : in_record)
    if (!present.contains(fact)) out.missing.push_back(latest.number);
  return out;
}

int report(const Terminal& terminal, const Dataset& set, const Plan& plan) {
  const auto entered = static_cast<std::int64_t>(plan.requests.size()) - plan.corrected;
  terminal.say("cli.load.done",
               {{"set", set.name}, {"entered", entered}, {"corrected", plan.corrected}, {"unchanged", plan.unchanged}});
  for (const auto number : plan.missing) terminal.warn("cli.load.missing", {{"set", set.name}, {"entry", number}});
  return Exit::done;
}

int load_one(Door& door, const Terminal& terminal, const fs::path& folder, const std::string& reason) {
  Problems problems;
  const auto set = read_dataset(folder, problems);
  for (const auto& problem : problems) terminal.refuse(problem);
  if (!problems.empty()) {
    terminal.warn("cli.load.nothing-entered", {{"set", folder.string()}});
    return Exit::refused;
  }
  const auto work = plan(set, held(door, set), reason);
  if (work.requests.empty()) return report(terminal, set, work);
  Progress progress(terminal, "cli.load.entering", static_cast<std::int64_t>(work.requests.size()));
  progress.step(0);
  const auto outcome = enter(door, work.requests);
  for (const auto& row : outcome.refused) {
    auto refusal = row.why;
    refusal.values["file"] = work.facts[row.index]->file;
    refusal.values["line"] = std::to_string(work.facts[row.index]->line);
    terminal.refuse(refusal);
  }
  if (outcome.refused.empty()) return report(terminal, set, work);
  terminal.warn("cli.load.nothing-entered", {{"set", set.name}});
  return Exit::refused;
}

int load(const LoadOptions& options, const Terminal& terminal) {
  const auto folders = in_needed_order({options.folders.begin(), options.folders.end()});
  if (!folders) return terminal.refuse(folders.refusal());
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  const auto reason = options.reason.empty() ? "data file corrected" : options.reason;
  for (const auto& folder : *folders)
    if (const int exit = load_one(**door, terminal, folder, reason); exit != Exit::done) return exit;
  return Exit::done;
}

}  // namespace

Command load_command() {
  const auto options = std::make_shared<LoadOptions>();
  const Option folders{"FOLDER", "data sets (docs/data-files.md)", &options->folders, true};
  const Option reason{"--reason", "why facts that changed are corrected", &options->reason};
  return {"load",
          "enter data sets, with those that they need",
          {options->option(), folders, reason},
          [options](const Terminal& terminal) { return load(*options, terminal); }};
}

}  // namespace comity
