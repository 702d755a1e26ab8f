// comity witness: a small witness that any mission can run. It watches logs and signs that it saw them grow.
#include <chrono>

#include "cli/commands.h"
#include "cli/confine.h"
#include "cli/stopping.h"
#include "record/witness.h"
#include "web/server.h"

namespace comity {
namespace {

struct WitnessOptions {
  std::string folder = "witness";
  std::string name;
  std::string log;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8081;
  std::string confine = "yes";
};

std::int64_t seconds_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

int make(const WitnessOptions& options, const Terminal& terminal) {
  const auto key = SignKey::generate();
  if (const auto made = Witness::init(options.folder, options.name, key); !made) return terminal.refuse(made.refusal());
  terminal.say("cli.witness.made", {{"key", print(VerifierKey{options.name, key.public_key(), KeyUse::cosigner})}});
  return Exit::done;
}

int trust(Witness& witness, const WitnessOptions& options, const Terminal& terminal) {
  const auto log = parse_verifier_key(options.log);
  if (!log) return terminal.refuse(log.refusal());
  if (const auto trusted = witness.trust(*log); !trusted) return terminal.refuse(trusted.refusal());
  terminal.say("cli.witness.trusts", {{"origin", log->name}});
  return Exit::done;
}

Response answer(Witness& witness, const Request& request) {
  if (joined(request.address) != "add-checkpoint") return {404, "text/plain; charset=utf-8", "POST /add-checkpoint\n"};
  if (request.method != Method::post) return {405, "text/plain; charset=utf-8", "POST /add-checkpoint\n"};
  auto said = witness.add_checkpoint(request.body, seconds_now());
  Response response{said.status, std::move(said.content_type), std::move(said.body)};
  response.keep = Keep::nowhere;
  return response;
}

int serve(Witness& witness, const WitnessOptions& options, const Terminal& terminal) {
  const Stopping stopping;
  const auto confined = options.confine == "no" ? Confined{} : confine({options.folder, {options.port}});
  ServerOptions server_options;
  server_options.host = options.host;
  server_options.port = options.port;
  Server server(server_options, [&witness](const Request& request) { return answer(witness, request); });
  terminal.say("cli.witness.serving", {{"address", server.origin()}});
  tell(terminal, confined);
  std::fflush(stdout);
  stopping.wait();
  server.stop();
  terminal.say("cli.serve.stopped");
  return Exit::done;
}

int run(const WitnessOptions& options, const Terminal& terminal) {
  if (!options.name.empty()) return make(options, terminal);
  const auto witness = Witness::open(options.folder);
  if (!witness) return terminal.refuse(witness.refusal());
  return options.log.empty() ? serve(**witness, options, terminal) : trust(**witness, options, terminal);
}

}  // namespace

Command witness_command() {
  const auto options = std::make_shared<WitnessOptions>();
  const Option folder{"--data", "the witness's folder", &options->folder};
  const Option name{"--init", "make a new witness of this name, as witness.example/1", &options->name};
  const Option log{"--trust", "begin to watch the log with this key", &options->log};
  const Option host{"--host", "the address to listen on", &options->host};
  const Option port{"--port", "the port to listen on; 0 takes a free one", &options->port};
  const Option confine{"--confine", "yes, or no on a machine where the kernel's confinement does not work",
                       &options->confine};
  return {"witness",
          "watch logs and cosign their checkpoints until Ctrl-C (or make a witness, or trust a log)",
          {folder, name, log, host, port, confine},
          [options](const Terminal& terminal) { return run(*options, terminal); }};
}

}  // namespace comity
