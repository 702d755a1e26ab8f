// comity serve: the site on a port, the operators' port and the local socket of the data directory, until it is told to
// stop.
#include <algorithm>
#include <list>

#include "cli/commands.h"
#include "cli/confine.h"
#include "cli/door.h"
#include "cli/operations.h"
#include "cli/press_room.h"
#include "cli/settings.h"
#include "cli/stopping.h"
#include "record/files.h"
#include "registrar/erasing.h"
#include "registrar/rhythm.h"
#include "web/client.h"

namespace comity {
namespace {

constexpr std::chrono::seconds time_to_settle{15};  // after the last answer: the disk's, and a witness's that is asked

// What stands on the command line, by the names of the settings; the rest is the file's, and the defaults'.
struct ServeOptions {
  struct Given {
    std::string_view setting;
    std::string option;
    std::optional<std::string> value{};
  };
  std::list<Given> given{};
  std::optional<std::string> config{};
};

Result<ServeSettings> settings_of(const ServeOptions& options) {
  ServeSettings settings;
  if (options.config) {
    const auto text = read_file(*options.config);
    if (!text) return Refusal{"file-missing", {{"file", *options.config}}};
    auto read = read_settings(*text, settings);
    if (!read) {
      auto why = read.refusal();
      why.values.emplace("file", *options.config);
      return why;
    }
  }
  for (const auto& one : options.given) {
    if (!one.value) continue;
    const auto put = put_setting(settings, one.setting, *one.value);
    if (!put) {
      auto why = put.refusal();
      why.values["key"] = one.option;
      return why;
    }
  }
  return settings;
}

// Asks nobody where no policy is given.
Result<Policy> policy_of(const ServeSettings& settings) {
  if (settings.witnesses.empty()) return Policy{};
  const auto text = read_file(settings.witnesses);
  if (!text) return Refusal{"file-missing", {{"file", settings.witnesses}}};
  return parse_policy(*text);
}

ServerLimits limits_of(const ServeSettings& settings) {
  using std::chrono::seconds;
  ServerLimits limits;
  limits.header_bytes = static_cast<std::size_t>(settings.header_bytes);
  limits.target_bytes = limits.header_bytes / 2;
  limits.body_bytes = static_cast<std::size_t>(settings.body_bytes);
  limits.connections = static_cast<std::size_t>(settings.connections);
  limits.connections_per_source = static_cast<std::size_t>(settings.connections_per_source);
  limits.header_time = seconds(settings.header_seconds);
  limits.body_time = seconds(settings.body_seconds);
  limits.idle_time = seconds(settings.idle_seconds);
  limits.write_time = seconds(settings.reader_seconds);
  limits.stop_time = seconds(settings.stop_seconds);
  return limits;
}

ServerOptions public_options(const ServeSettings& settings, House& house, Operations& operations) {
  ServerOptions options;
  options.host = settings.host;
  options.port = static_cast<std::uint16_t>(settings.port);
  options.socket = socket_path(std::filesystem::absolute(settings.data).string());
  options.limits = limits_of(settings);
  options.secure = settings.public_address.starts_with("https://");
  options.trusted_proxies = words_in(settings.trusted_proxy);
  options.at_hand = [&house](const Request& request) { return house.at_hand(request); };
  options.error_page = [&house](const Rejected& rejected) { return house.site().error(rejected); };
  options.complain = [&operations](const auto& code, const auto& detail) { operations.complain(code, detail); };
  options.served = [&operations](const Served& served) { operations.served(served); };
  return options;
}

// Of this machine only, whoever else listens where.
std::unique_ptr<Server> operators_server(const ServeSettings& settings, Operations& operations) {
  if (settings.operators_port == 0) return nullptr;
  ServerOptions options;
  options.port = static_cast<std::uint16_t>(settings.operators_port);
  options.threads = options.workers = 1;
  options.complain = [&operations](const auto& code, const auto& detail) { operations.complain(code, detail); };
  return std::make_unique<Server>(
      options, [&operations](const Request& request) { return operations.answer_operators(request); });
}

Telling telling_of(const std::string& log) {
  if (log == "none") return Telling::none;
  return log == "requests" ? Telling::requests : Telling::notices;
}

JsonObject values_of(const Refusal& why) {
  JsonObject out{{"code", why.code}};
  for (const auto& [name, value] : why.values) out.emplace(name, value);
  return out;
}

Rhythms rhythms_of(const ServeSettings& settings) {
  constexpr std::int64_t minute = 60'000'000;
  Rhythms rhythms;
  rhythms.anchor = settings.anchor_minutes * minute;
  rhythms.scrub = settings.scrub_hours * 60 * minute;
  rhythms.disk_alarm = static_cast<double>(settings.disk_alarm_percent) / 100;
  return rhythms;
}

House::Manner manner_of(const ServeSettings& settings, Press& press) {
  return {settings.reserve_mib << 20, Signing::later, &press};
}

// Before the record is read and before the first thread.
Confined confined(const ServeSettings& settings, const Policy& policy) {
  if (settings.confine == "no" || !holds_record(settings.data)) return {};
  std::vector<std::uint16_t> ports{static_cast<std::uint16_t>(settings.port)};
  if (settings.operators_port != 0) ports.push_back(static_cast<std::uint16_t>(settings.operators_port));
  return confine({settings.data, ports, !policy.witnesses.empty()});
}

// What makes documents for print, and the queue before it.
class Printing {
 public:
  explicit Printing(PressRoom& room)
      : room_(room),
        press_([&room](const auto& flat_odt, const auto& format) { return room.make(flat_odt, format); },
               [&room] { return room.stands(); }, {}) {}
  ~Printing() { leave_off(); }
  Printing(const Printing&) = delete;
  Printing& operator=(const Printing&) = delete;

  Press& press() { return press_; }
  // Whoever waits for a document need not hold up the end.
  void leave_off() {
    press_.close();
    room_.leave_off();
  }

 private:
  PressRoom& room_;
  Press press_;
};

// Everything that runs while the site is served, begun in this order and ended in the other.
int serve_house(House& house, Printing& printing, const ServeSettings& settings, Policy policy,
                std::chrono::duration<double> startup, const Confined& confinement, const Stopping& stopping,
                const Terminal& terminal) {
  std::optional<Hurrying> hurrying;  // first, so that it also ends what the others wait for at their end
  Notices notices(
      telling_of(settings.log), [&house] { return house.registrar().now(); }, put_on_standard_error);
  Operations operations(house, notices, settings.data, startup);
  Server server(public_options(settings, house, operations),
                [&operations](const Request& request) { return operations.answer(request); });
  const auto for_operators = operators_server(settings, operations);
  const auto entries = house.registrar().size();
  terminal.say("cli.serve.at", {{"address", server.origin()}, {"entries", entries}});
  tell(terminal, confinement);
  std::fflush(stdout);
  notices.say(Notices::Level::notice, "started",
              {{"address", server.origin()}, {"entries", entries}, {"version", COMITY_VERSION}});
  const auto failing = [&notices](const Refusal& why) {
    notices.say(Notices::Level::warning, "witness-failing", values_of(why));
  };
  const Witnesses witnesses(house.registrar().record(), std::move(policy), house.cosigned(), failing, {});
  operations.watch(server, witnesses, printing.press());
  Rhythm rhythm(
      house.registrar(), house.record(), house.blobs(), house.room(), rhythms_of(settings),
      [&operations](const Refusal& what, bool holds) { operations.conditions().put(what.code, holds, what.values); },
      [&house] { carry_out_erasures(house.registrar(), house.vault()); });
  std::optional<Turning> turning(std::in_place, rhythm, wall_clock);
  stopping.wait();
  hurrying.emplace(stopping, std::chrono::seconds(settings.stop_seconds) + time_to_settle);
  notices.say(Notices::Level::notice, "stopping");
  printing.leave_off();
  server.stop();
  if (for_operators) for_operators->stop();
  turning.reset();
  house.settle();
  notices.settle();
  notices.say(Notices::Level::notice, "stopped");
  terminal.say("cli.serve.stopped");
  std::fflush(stdout);
  return Exit::done;
}

// Whoever searches first need not wait. A record whose words cannot be indexed is served all the same: the search page
// says what is wrong.
void index_what_is_held(House& house, const Terminal& terminal) {
  try {
    index_words(house, terminal);
  } catch (const Fault& fault) {
    terminal.fault(fault);
  }
}

int serve(const ServeOptions& options, const Terminal& terminal) {
  const auto begun = std::chrono::steady_clock::now();
  const Stopping stopping;
  const auto settings = settings_of(options);
  if (!settings) return terminal.refuse(settings.refusal());
  auto policy = policy_of(*settings);
  if (!policy) return terminal.refuse(policy.refusal());
  PressRoom room(settings->confine != "no");
  const auto confinement = confined(*settings, *policy);
  Printing printing(room);
  auto house = House::open(settings->data, terminal.tongue().catalogue(), manner_of(*settings, printing.press()));
  if (!house) return terminal.refuse(house.refusal());
  index_what_is_held(**house, terminal);
  return serve_house(**house, printing, *settings, *std::move(policy), std::chrono::steady_clock::now() - begun,
                     confinement, stopping, terminal);
}

constexpr std::array<std::string_view, 8> on_command_line{"data",      "host",           "port", "public-address",
                                                          "witnesses", "operators-port", "log",  "confine"};

}  // namespace

Command serve_command() {
  const auto options = std::make_shared<ServeOptions>();
  Command command{"serve", "serve the site until Ctrl-C", {}, {}};
  command.options.push_back({"--config", "a file of settings, as comity settings prints them", &options->config});
  for (const auto& setting : settings()) {
    if (std::find(on_command_line.begin(), on_command_line.end(), setting.name) == on_command_line.end()) continue;
    options->given.push_back({setting.name, "--" + std::string(setting.name)});
    auto& given = options->given.back();
    command.options.push_back(
        {given.option, std::string(setting.meaning), &given.value, false, setting.name == "data" ? "COMITY_DATA" : ""});
  }
  command.run = [options](const Terminal& terminal) { return serve(*options, terminal); };
  return command;
}

}  // namespace comity
