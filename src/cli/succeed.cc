// comity freeze and comity succeed: the end of a log, and the one that goes on in its place.
#include <sstream>

#include "cli/commands.h"
#include "cli/house.h"
#include "cli/report.h"
#include "record/directory.h"
#include "record/files.h"
#include "registrar/succeeding.h"
#include "seal/random.h"

namespace comity {
namespace {

struct SucceedOptions : DataOption {
  std::string backup;
  std::string origin;
  std::string erratum;
};

// A file with a line "[en]" before the text of each of the six languages.
Result<Texts> read_erratum(const std::string& file) {
  const auto text = read_file(file);
  if (!text) return Refusal{"file-missing", {{"file", file}}};
  Texts erratum;
  std::string* into = nullptr;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    const bool heads = line.size() == 4 && line.front() == '[' && line.back() == ']';
    if (const auto language = heads ? language_of(line.substr(1, 2)) : std::nullopt)
      into = &erratum.official[*language];
    else if (into)
      *into += line + "\n";
  }
  for (const auto language : languages) {
    auto& said = erratum.official[language];
    while (said.ends_with('\n')) said.pop_back();
    if (said.empty()) return Refusal{"erratum-missing", {{"file", file}, {"language", std::string(code_of(language))}}};
  }
  return erratum;
}

int succeed_log(const SucceedOptions& options, const Terminal& terminal) {
  const auto erratum = read_erratum(options.erratum);
  if (!erratum) return terminal.refuse(erratum.refusal());
  const auto earlier = read_predecessor(options.backup);
  if (!earlier) return terminal.refuse(earlier.refusal());
  if (const auto report = judge_backup(options.backup); !report.sound())
    return print_outcome(outcome_of(report), terminal);
  const auto now = wall_clock();
  const auto first = first_entries(*earlier, *erratum, random_bytes(32), date_of(now));
  const auto made = succeed(options.backup, options.path(), options.origin, SignKey::generate(), first, now);
  if (!made) return terminal.refuse(made.refusal());
  const auto opened = open_directory(options.path());
  if (!opened) return terminal.refuse(opened.refusal());
  terminal.say(
      "cli.succeed.done",
      {{"folder", options.data}, {"origin", opened->record->origin()}, {"entries", opened->record->size(Log::open)}});
  return Exit::done;
}

}  // namespace

Command freeze_command() {
  struct Options : DataOption {
    std::string reason;
  };
  const auto options = std::make_shared<Options>();
  const Option reason{"--reason", "why, in a sentence that is kept beside the record", &options->reason, true};
  return {"freeze",
          "end the log: nothing more is entered in it",
          {options->option(), reason},
          [options](const Terminal& terminal) {
            const auto ended = freeze_directory(options->path(), options->reason);
            if (!ended) return terminal.refuse(ended.refusal());
            terminal.say("cli.freeze.done", {{"folder", options->data}});
            return int(Exit::done);
          }};
}

Command succeed_command() {
  const auto options = std::make_shared<SucceedOptions>();
  const Option backup{"BACKUP", "the earlier record up to its last good checkpoint, as backup made it",
                      &options->backup, true};
  const Option origin{"--origin", "the new log's name, fixed for life", &options->origin, true};
  const Option erratum{"--erratum", "a file that says in six languages what went wrong, each after a line [en] …",
                       &options->erratum, true};
  return {"succeed",
          "make a record that succeeds another which cannot be carried on",
          {options->option(), backup, origin, erratum},
          [options](const Terminal& terminal) { return succeed_log(*options, terminal); }};
}

}  // namespace comity
