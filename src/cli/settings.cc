#include "cli/settings.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/text.h"

namespace comity {
namespace {

constexpr std::size_t file_width = 100;

bool is_ascii_shown(char c) { return c > ' ' && c < '\x7f'; }
bool is_any(std::string_view) { return true; }
bool is_some(std::string_view text) { return !text.empty(); }

bool is_numeric_address(std::string_view text) {
  in6_addr unused{};
  const std::string address(text);
  return ::inet_pton(AF_INET, address.c_str(), &unused) == 1 || ::inet_pton(AF_INET6, address.c_str(), &unused) == 1;
}

bool is_host(std::string_view text) { return text == "localhost" || is_numeric_address(text); }

bool are_addresses(std::string_view text) {
  const auto all = words_in(text);
  return std::all_of(all.begin(), all.end(), is_numeric_address);
}

bool is_origin(std::string_view text) {
  if (text.empty()) return true;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    const auto host = text.substr(scheme.size());
    return !host.empty() && std::all_of(host.begin(), host.end(), is_ascii_shown) &&
           host.find_first_of("/?#@\\\"") == host.npos;
  }
  return false;
}

bool is_telling(std::string_view text) { return text == "none" || text == "notices" || text == "requests"; }
bool is_yes_or_no(std::string_view text) { return text == "yes" || text == "no"; }

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<Setting> places() {
  using S = ServeSettings;
  return {
      {"data", "The data directory.", &S::data, 0, 0, is_some, "setting-text"},
      {"host", "The address to listen on: a numeric one, or localhost.", &S::host, 0, 0, is_host, "setting-address"},
      {"port", "The port to listen on; 0 takes a free one.", &S::port, 0, 65535},
      {"public-address",
       "Where readers reach the site, as https://record.example; empty: where it listens. With https, a proxy in front "
       "speaks TLS, and browsers are told to come by TLS only (Strict-Transport-Security, two years).",
       &S::public_address, 0, 0, is_origin, "setting-origin"},
      {"trusted-proxy",
       "Numeric addresses of proxies in front, parted by spaces. What they bring counts for the source that they name "
       "last in X-Forwarded-For; from anybody else, that header means nothing.",
       &S::trusted_proxy, 0, 0, are_addresses, "setting-addresses"},
      {"witnesses",
       "A file of the log's witnesses, who are asked to cosign (C2SP tlog-policy); empty: nobody is asked.",
       &S::witnesses, 0, 0, is_any, ""},
      {"operators-port",
       "A port of this machine only (127.0.0.1) for /metrics and /healthz, in Prometheus's text format; 0: none.",
       &S::operators_port, 0, 65535},
      {"log",
       "What is told on standard error, one JSON object a line: none, notices, or requests (route, status, size and "
       "time of each). Never who asked, nor for what.",
       &S::log, 0, 0, is_telling, "setting-telling"},
      {"confine",
       "Whether the program shuts itself in before it reads the record (Landlock, seccomp): yes, or no on a machine "
       "where that does not work.",
       &S::confine, 0, 0, is_yes_or_no, "setting-yes-no"}};
}

std::vector<Setting> limits() {
  using S = ServeSettings;
  return {
      {"connections", "Open connections in all; beyond, 503.", &S::connections, 16, 100'000},
      {"connections-per-source",
       "Open connections of one source, an IPv4 address or an IPv6 /64; beyond, 429. Of what a trusted proxy brings: "
       "requests at once.",
       &S::connections_per_source, 1, 100'000},
      {"header-bytes", "The header of a request; beyond, 431.", &S::header_bytes, 1024, 1024 * 1024},
      {"body-bytes", "The body of a request; beyond, 413.", &S::body_bytes, 1024, 256 * 1024 * 1024},
      {"header-seconds", "From the first byte of a request to the end of its header; beyond, 408.", &S::header_seconds,
       1, 600},
      {"body-seconds", "From there to the end of its body; beyond, 408.", &S::body_seconds, 1, 600},
      {"reader-seconds",
       "In which a reader takes at least 16 KiB of an answer, or its rest; whoever takes less is cut off.",
       &S::reader_seconds, 1, 600},
      {"idle-seconds", "Between two requests of a connection; beyond, it is closed.", &S::idle_seconds, 1, 600},
      {"stop-seconds", "For answers under way when the program is told to stop; beyond, they are cut off.",
       &S::stop_seconds, 1, 600}};
}

std::vector<Setting> upkeep() {
  using S = ServeSettings;
  return {
      {"scrub-hours", "How often the whole record is read again and compared with what was signed; 0: never.",
       &S::scrub_hours, 0, 8760},
      {"disk-alarm-percent", "How full the data directory's disk may be before /healthz says disk-alarm.",
       &S::disk_alarm_percent, 1, 100},
      {"reserve-mib", "Set aside on the disk, so that what must be closed can be closed when it is full; 0: none.",
       &S::reserve_mib, 0, 65536},
      {"anchor-minutes", "How often the closed log is anchored in the public one, whether or not anything happened.",
       &S::anchor_minutes, 1, 1440}};
}

const Setting* find_setting(std::string_view name) {
  const auto& all = settings();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Setting& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

// A setting and its value; nothing where the line is neither that nor empty nor a comment.
std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == line.npos) return std::nullopt;
  const auto name = trimmed(line.substr(0, equals));
  const auto value = trimmed(line.substr(equals + 1));
  const auto controls = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_ascii_shown)) return std::nullopt;
  if (std::any_of(value.begin(), value.end(), controls)) return std::nullopt;
  return std::pair{name, value};
}

Refusal at_line(Refusal why, int line) {
  why.values.emplace("line", std::to_string(line));
  return why;
}

// The sentences of a setting as comment lines of no more than `file_width` columns.
std::string comment(std::string_view text) {
  std::string out = "#";
  std::size_t column = 1;
  for (const auto& word : words_in(text)) {
    if (column + 1 + word.size() > file_width) out += "\n#", column = 1;
    out += " " + word;
    column += 1 + word.size();
  }
  return out + "\n";
}

}  // namespace

const std::vector<Setting>& settings() {
  static const std::vector<Setting> all = [] {
    std::vector<Setting> out;
    for (const auto part : {places, limits, upkeep})
      for (const auto& one : part()) out.push_back(one);
    return out;
  }();
  return all;
}

Verdict put_setting(ServeSettings& into, std::string_view name, std::string_view value) {
  const auto* setting = find_setting(name);
  const std::string key(name);
  const std::string given(value);
  if (!setting) return Refusal{"setting-unknown", {{"key", key}}};
  if (const auto* member = std::get_if<std::string ServeSettings::*>(&setting->into)) {
    if (!setting->sound(value)) return Refusal{std::string(setting->refusal), {{"key", key}, {"value", given}}};
    into.** member = value;
    return Granted{};
  }
  const auto number = whole_number(value);
  const auto least = std::to_string(setting->least);
  const auto most = std::to_string(setting->most);
  if (!number || *number < setting->least || *number > setting->most)
    return Refusal{"setting-number", {{"key", key}, {"value", given}, {"least", least}, {"most", most}}};
  into.*std::get<std::int64_t ServeSettings::*>(setting->into) = *number;
  return Granted{};
}

Verdict read_settings(std::string_view text, ServeSettings& into) {
  std::map<std::string, int, std::less<>> given;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    line = trimmed(line);
    if (line.empty() || line.starts_with('#')) continue;
    const auto pair = halves(line);
    if (!pair) return at_line({"setting-line"}, number);
    const std::string key(pair->first);
    if (given.contains(key)) return at_line({"setting-twice", {{"key", key}}}, number);
    if (const auto put = put_setting(into, key, pair->second); !put) return at_line(put.refusal(), number);
    given.emplace(key, number);
  }
  return Granted{};
}

std::string printed(const ServeSettings& from, const Setting& setting) {
  if (const auto* member = std::get_if<std::string ServeSettings::*>(&setting.into)) return from.**member;
  return std::to_string(from.*std::get<std::int64_t ServeSettings::*>(setting.into));
}

std::string default_settings_file() {
  auto out = comment(
      "What comity serve --config reads: lines \"name = value\". A line that begins with # says nothing. The command "
      "line stands above this file; what neither says is as shown here. See comity.conf(5).");
  const ServeSettings defaults;
  for (const auto& one : settings()) {
    out += "\n" + comment(one.meaning);
    if (std::holds_alternative<std::int64_t ServeSettings::*>(one.into))
      out += fmt::format("# From {} to {}.\n", one.least, one.most);
    const auto value = printed(defaults, one);
    out += fmt::format("#{} ={}{}\n", one.name, value.empty() ? "" : " ", value);
  }
  return out;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  while (!(text = trimmed(text)).empty()) {
    const auto end = std::min(text.find_first_of(" \t"), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace comity
