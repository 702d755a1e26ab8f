// comity verify: a record, or what it gives out, judged by nothing but its key. What comity-verify judges, and besides
// a record that a server holds.
#include <fstream>

#include "cli/commands.h"
#include "cli/door.h"
#include "cli/report.h"
#include "record/directory.h"
#include "record/export.h"
#include "web/client.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct VerifyOptions : DataOption {
  Question question{};
};

// A folder of our own for as long as it is needed.
class ScratchFolder {
 public:
  ScratchFolder() : path_(fs::temp_directory_path() / "comity-verify-XXXXXX") {
    std::string name = path_.string();
    if (::mkdtemp(name.data()) == nullptr) throw Fault("disk", name);
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// While a server holds the record, its four public files are fetched through the socket and judged here.
Report verify_served(const std::string& socket, const std::optional<VerifierKey>& key) {
  const ScratchFolder scratch;
  for (const std::string name : {"entries.jsonl", "batches.jsonl", "checkpoint", "key"}) {
    const auto received = request(socket, "GET", "/record/" + name);
    if (received.status != 200) throw Fault("answer-malformed", name);
    std::ofstream(scratch.path() / name, std::ios::binary) << received.body;
  }
  return verify_export(scratch.path(), key);
}

// Whether another process holds the record, and answers for it.
bool served(const fs::path& folder) {
  return holds_record(folder) && fs::exists(socket_path(fs::absolute(folder).string())) && !Lock::take(folder / "lock");
}

int run(const VerifyOptions& options, const Terminal& terminal) {
  auto question = options.question;
  const bool other = !(question.exported + question.mirrored + question.proof + question.receipt).empty();
  if (!other && served(options.path())) {
    const auto key = question.key.empty() ? std::nullopt : std::optional(parse_verifier_key(question.key));
    if (key && !*key) return terminal.refuse(key->refusal());
    const auto socket = socket_path(fs::absolute(options.path()).string());
    const auto report = verify_served(socket, key ? std::optional(**key) : std::nullopt);
    return print_outcome(outcome_of(report), terminal);
  }
  if (!other) question.data = options.data;
  const auto outcome = answer(question);
  return outcome ? print_outcome(*outcome, terminal) : terminal.refuse(outcome.refusal());
}

}  // namespace

Command verify_command() {
  const auto options = std::make_shared<VerifyOptions>();
  auto& question = options->question;
  const Option exported{"--export", "a folder with entries.jsonl, batches.jsonl, checkpoint and key",
                        &question.exported};
  const Option mirrored{"--mirror", "a folder with a log as static files, as comity mirror makes it",
                        &question.mirrored};
  const Option key{"--key", "the key that you trust, as the log published it", &question.key};
  const Option proof{"--proof", "a .tlog-proof file to judge, instead of a record", &question.proof};
  const Option receipt{"--receipt", "a receipt to judge, instead of a record", &question.receipt};
  const Option entry{"--entry", "with --proof or --receipt: the file with the entry's bytes", &question.entry};
  const Option policy{"--policy", "with these: a file of trusted logs, witnesses and their quorum (C2SP tlog-policy)",
                      &question.policy};
  return {"verify",
          "verify the whole record, an export, a copy of the log, a proof, or a receipt",
          {options->option(), exported, mirrored, key, proof, receipt, entry, policy},
          [options](const Terminal& terminal) { return run(*options, terminal); }};
}

}  // namespace comity
