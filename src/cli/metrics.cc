// comity metrics: the figures of the running server, as Prometheus reads them.
#include <fmt/format.h>

#include "cli/commands.h"
#include "web/client.h"

namespace comity {
namespace {

int print_metrics(const DataOption& options) {
  const auto received = request(socket_path(options.path().string()), "GET", "/metrics");
  if (received.status != 200) throw Fault("answer-malformed", received.body);
  fmt::print("{}", received.body);
  return Exit::done;
}

}  // namespace

Command metrics_command() {
  const auto options = std::make_shared<DataOption>();
  return {"metrics",
          "print the figures of the running server, in Prometheus's text format",
          {options->option()},
          [options](const Terminal&) { return print_metrics(*options); }};
}

}  // namespace comity
