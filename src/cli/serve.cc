// comity serve: the site on a port, and the local socket of the data directory, until it is told to stop.
#include "cli/commands.h"
#include "cli/confine.h"
#include "cli/house.h"
#include "cli/stopping.h"
#include "record/directory.h"
#include "record/files.h"
#include "web/client.h"
#include "web/server.h"
#include "web/witnesses.h"

namespace comity {
namespace {

struct ServeOptions : DataOption {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string witnesses;
  bool unconfined = false;
};

// Asks nobody where no policy is given.
Result<Policy> policy_of(const ServeOptions& options) {
  if (options.witnesses.empty()) return Policy{};
  const auto text = read_file(options.witnesses);
  if (!text) return Refusal{"file-missing", {{"file", options.witnesses}}};
  return parse_policy(*text);
}

// Before the record is read and before the first thread.
Confined confined(const ServeOptions& options, const Policy& policy) {
  if (options.unconfined || !holds_record(options.path())) return {};
  return confine({options.path(), {options.port}, !policy.witnesses.empty()});
}

int serve(const ServeOptions& options, const Terminal& terminal) {
  const Stopping stopping;
  auto policy = policy_of(options);
  if (!policy) return terminal.refuse(policy.refusal());
  const auto confinement = confined(options, *policy);
  auto house = House::open(options.path(), terminal.tongue().catalogue());
  if (!house) return terminal.refuse(house.refusal());
  ServerOptions server_options;
  server_options.host = options.host;
  server_options.port = options.port;
  server_options.socket = socket_path(std::filesystem::absolute(options.path()).string());
  server_options.error_page = [&house](const Rejected& rejected) { return (*house)->site().error(rejected); };
  Server server(server_options, [&house](const Request& request) { return (*house)->answer(request); });
  terminal.say("cli.serve.at", {{"address", server.origin()}, {"entries", (*house)->registrar().size()}});
  tell(terminal, confinement);
  std::fflush(stdout);
  const Witnesses witnesses((*house)->registrar().record(), *std::move(policy), (*house)->cosigned(),
                            [&terminal](const Refusal& why) { terminal.refuse(why); }, {});
  stopping.wait();
  server.stop();
  terminal.say("cli.serve.stopped");
  return Exit::done;
}

}  // namespace

Command serve_command() {
  const auto options = std::make_shared<ServeOptions>();
  const Option host{"--host", "the address to listen on", &options->host};
  const Option port{"--port", "the port to listen on; 0 takes a free one", &options->port};
  const Option witnesses{"--witnesses", "a file of the log's witnesses, who are asked to cosign (C2SP tlog-policy)",
                         &options->witnesses};
  const Option unconfined{"--unconfined", "do not let the kernel confine it, on a machine where that does not work",
                          &options->unconfined};
  return {"serve",
          "serve the site until Ctrl-C",
          {options->option(), host, port, witnesses, unconfined},
          [options](const Terminal& terminal) { return serve(*options, terminal); }};
}

}  // namespace comity
