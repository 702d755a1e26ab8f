// comity verify: the whole record, or an exported one, judged by nothing but its key.
#include <fmt/format.h>

#include <fstream>

#include "cli/commands.h"
#include "cli/door.h"
#include "cli/report.h"
#include "cli/verify_proof.h"
#include "record/checkpoint.h"
#include "record/export.h"
#include "record/files.h"
#include "record/sqlite.h"
#include "record/verify.h"
#include "web/client.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct VerifyOptions : DataOption {
  std::string exported;
  std::string key;
  ProofQuestion question{};
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

int verify_data(const VerifyOptions& options, const std::optional<VerifierKey>& key, const Terminal& terminal) {
  if (!holds_record(options.path())) return terminal.refuse({"record-missing", {{"folder", options.data}}});
  const auto lock = Lock::take(options.path() / "lock");
  const auto socket = socket_path(fs::absolute(options.path()).string());
  if (!lock && fs::exists(socket)) return print_report(verify_served(socket, key), terminal);
  if (!lock) return terminal.refuse(lock.refusal());
  return print_report(verify(*open_sqlite(options.path() / "record.db"), key), terminal);
}

int run(const VerifyOptions& options, const Terminal& terminal) {
  if (!options.question.proof.empty()) {
    auto question = options.question;
    question.key = options.key;
    return verify_proof(question, terminal);
  }
  std::optional<VerifierKey> key;
  if (!options.key.empty()) {
    const auto read = parse_verifier_key(options.key);
    if (!read) return terminal.refuse(read.refusal());
    key = *read;
  }
  if (!options.exported.empty()) return print_report(verify_export(options.exported, key), terminal);
  return verify_data(options, key, terminal);
}

}  // namespace

Command verify_command() {
  const auto options = std::make_shared<VerifyOptions>();
  const Option exported{"--export", "a folder with entries.jsonl, batches.jsonl, checkpoint and key",
                        &options->exported};
  const Option key{"--key", "the key that you trust, as the log published it", &options->key};
  const Option proof{"--proof", "a .tlog-proof file to judge, instead of a record", &options->question.proof};
  const Option entry{"--entry", "with --proof: the file with the entry's bytes", &options->question.entry};
  const Option policy{"--policy", "with --proof: a file of trusted logs, witnesses and their quorum (C2SP tlog-policy)",
                      &options->question.policy};
  return {"verify",
          "verify the whole record, an exported one, or a proof",
          {options->option(), exported, key, proof, entry, policy},
          [options](const Terminal& terminal) { return run(*options, terminal); }};
}

}  // namespace comity
