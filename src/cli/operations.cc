#include "cli/operations.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <fstream>

#include "record/checkpoint.h"

namespace comity {
namespace {

std::vector<std::string_view> all_routes() {
  auto routes = Site::route_names();
  for (const std::string_view own : {"healthz", "metrics", "local"}) routes.push_back(own);
  return routes;
}

bool asks_for(const Request& request, std::string_view path) {
  const auto& address = request.address;
  return request.method == Method::get && !address.language && address.suffix == Suffix::none &&
         joined(address) == path;
}

Response told(std::string_view route, int status, std::string content_type, std::string body) {
  Response response{status, std::move(content_type), std::move(body)};
  response.keep = Keep::nowhere;
  response.route = route;
  return response;
}

JsonObject json_of(const Conditions::Values& values) {
  JsonObject out;
  for (const auto& [name, value] : values) out.emplace(name, value);
  return out;
}

// The second figure of statm is resident pages (proc(5)).
double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double all = 0;
  double resident = 0;
  statm >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

// As a process of no privilege sees it: what is kept for root counts as used.
double disk_used_ratio(const std::filesystem::path& folder) {
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0 || disk.f_blocks == 0) return 1;
  return 1 - static_cast<double>(disk.f_bavail) / static_cast<double>(disk.f_blocks);
}

}  // namespace

Operations::Operations(House& house, Notices& notices, std::filesystem::path data,
                       std::chrono::duration<double> startup)
    : house_(house),
      notices_(notices),
      data_(std::move(data)),
      startup_(startup),
      conditions_([&notices](const std::string& code, bool holds, const Conditions::Values& values) {
        auto line = json_of(values);
        line.emplace("condition", code);
        notices.say(holds ? Notices::Level::fault : Notices::Level::notice, holds ? "wrong" : "right-again", line);
      }),
      traffic_(all_routes()) {}

Response Operations::answer(const Request& request) {
  if (asks_for(request, "healthz")) return health();
  if (asks_for(request, "metrics"))
    return request.peer.local() ? figures() : house_.site().error({404, Refusal{"no-such-page"}, &request});
  auto response = house_.answer(request);
  if (response.route.empty() && request.peer.local()) response.route = "local";
  return response;
}

Response Operations::answer_operators(const Request& request) {
  if (asks_for(request, "healthz")) return health();
  if (asks_for(request, "metrics")) return figures();
  return told("error", 404, "text/plain; charset=utf-8", "/healthz\n/metrics\n");
}

void Operations::served(const Served& served) {
  traffic_.count(served);
  if (!served.refusal.empty()) notices_.limit(served.refusal);
  notices_.request(served);
}

void Operations::complain(const std::string& code, const std::string& detail) {
  notices_.say(Notices::Level::fault, "fault", {{"code", code}, {"detail", detail}});
  look();
}

Operations::~Operations() {
  if (auto* press = press_.load()) press->tell_refusals({});
}

void Operations::watch(const Server& server, const Witnesses& witnesses, Press& press) {
  server_ = &server;
  witnesses_ = &witnesses;
  press_ = &press;
  press.tell_refusals([this](std::string_view code) {
    notices_.limit(code);
    if (code == "press-gone") look();
  });
}

void Operations::look() {
  const auto& record = house_.registrar().record();
  conditions_.put("record-stopped", record.stopped() && !record.frozen());
  const auto* witnesses = witnesses_.load();
  conditions_.put("witnesses-behind", witnesses && witnesses->behind());
  const auto* press = press_.load();
  conditions_.put("press-gone", press && !press->stands());
}

Response Operations::health() {
  look();
  std::string codes;
  for (const auto& [code, values] : conditions_.present()) codes += code + "\n";
  return told("healthz", codes.empty() ? 200 : 503, "text/plain; charset=utf-8", codes.empty() ? "ok\n" : codes);
}

Response Operations::figures() {
  look();
  Exposition out;
  print_process(out);
  print_record(out);
  out.family("comity_wrong", "gauge", "What is wrong at present, by code.");
  for (const auto& [code, values] : conditions_.present()) out.sample(1, {{"code", code}});
  traffic_.print(out);
  print_witnesses(out);
  print_press(out);
  return told("metrics", 200, "text/plain; version=0.0.4; charset=utf-8", out.text());
}

void Operations::print_record(Exposition& out) const {
  const auto& record = house_.registrar().record();
  out.family("comity_entries", "gauge", "Entries of each log.");
  for (const auto log : logs) out.sample(static_cast<double>(record.size(log)), {{"log", std::string(name_of(log))}});
  out.family("comity_checkpoint_size", "gauge", "Entries under the last signed checkpoint of each log.");
  for (const auto log : logs) {
    const auto note = parse_note(record.checkpoint(log));
    const auto checkpoint = parse_checkpoint(note ? note->text : "");
    if (checkpoint) out.sample(static_cast<double>(checkpoint->size), {{"log", std::string(name_of(log))}});
  }
  out.family("comity_record_stopped", "gauge", "1 after a failed write: nothing more is entered until a restart.");
  out.sample(record.stopped() ? 1 : 0);
  out.family("comity_disk_used_ratio", "gauge", "Of the disk with the data directory, as this process may use it.");
  out.sample(disk_used_ratio(data_));
}

void Operations::print_process(Exposition& out) const {
  const std::chrono::duration<double> up = std::chrono::steady_clock::now() - begun_;
  const auto* server = server_.load();
  const auto& cache = house_.site().cache();
  out.family("comity_build", "gauge", "The version of the program.").sample(1, {{"version", COMITY_VERSION}});
  out.family("comity_uptime_seconds", "gauge", "Since the record was verified.").sample(up.count());
  out.family("comity_startup_seconds", "gauge", "Until the record was verified.").sample(startup_.count());
  out.family("comity_resident_bytes", "gauge", "Memory in use.").sample(resident_bytes());
  out.family("comity_connections_open", "gauge", "Connections of readers.");
  out.sample(server ? static_cast<double>(server->connections()) : 0);
  out.family("comity_page_cache_hits_total", "counter", "Pages that were found in the cache.");
  out.sample(static_cast<double>(cache.hits()));
  out.family("comity_page_cache_misses_total", "counter", "Pages that had to be made.");
  out.sample(static_cast<double>(cache.misses()));
  out.family("comity_page_cache_bytes", "gauge", "Size of the pages in the cache.");
  out.sample(static_cast<double>(cache.bytes()));
}

void Operations::print_witnesses(Exposition& out) const {
  const auto* witnesses = witnesses_.load();
  const auto seen = witnesses ? witnesses->seen() : std::vector<Witnesses::Seen>();
  out.family("comity_witness_last_success_seconds", "gauge",
             "When the witness cosigned last, by its clock, since 1970; 0: not since this program began.");
  for (const auto& one : seen) out.sample(static_cast<double>(one.seconds), {{"witness", one.witness}});
  out.family("comity_witness_checkpoint_size", "gauge", "Entries under the checkpoint that the witness cosigned last.");
  for (const auto& one : seen) out.sample(static_cast<double>(one.size), {{"witness", one.witness}});
}

void Operations::print_press(Exposition& out) const {
  const auto* press = press_.load();
  const auto seen = press ? press->figures() : Press::Figures();
  out.family("comity_press_up", "gauge", "Whether the process that has documents made for print is there.");
  out.sample(press && press->stands() ? 1 : 0);
  out.family("comity_prints_made_total", "counter", "Documents that were made for print, by format and outcome.");
  for (const auto* format : {"odt", "docx", "pdf"})
    for (const auto& [outcome, counts] : {std::pair("made", &seen.made), std::pair("failed", &seen.failed)}) {
      const auto found = counts->find(format);
      out.sample(found == counts->end() ? 0 : static_cast<double>(found->second),
                 {{"format", format}, {"outcome", outcome}});
    }
  out.family("comity_prints_seconds_total", "counter", "Time spent in making them.").sample(seen.seconds);
  out.family("comity_prints_found_total", "counter", "Readers of documents that were held, or being made already.");
  out.sample(static_cast<double>(seen.found));
  out.family("comity_prints_turned_away_total", "counter", "Readers who were asked to come again.");
  out.sample(static_cast<double>(seen.turned_away));
  out.family("comity_prints_waiting", "gauge", "Documents that are being made or wait for it.");
  out.sample(static_cast<double>(seen.documents));
  out.family("comity_prints_bytes", "gauge", "Size of the documents that are held.");
  out.sample(static_cast<double>(seen.bytes));
}

}  // namespace comity
