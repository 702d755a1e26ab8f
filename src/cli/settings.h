// The settings of `comity serve`: one table, from which the command line, the configuration file, `comity settings` and
// comity.conf(5) come. Knows no parser of options and opens no file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace comity {

struct ServeSettings {
  std::string data = "var";
  std::string host = "127.0.0.1";
  std::int64_t port = 8080;
  std::string public_address{};
  std::string trusted_proxy{};
  std::string witnesses{};
  std::int64_t operators_port = 0;
  std::string log = "notices";
  std::string confine = "yes";
  std::int64_t connections = 4096;
  std::int64_t connections_per_source = 256;
  std::int64_t header_bytes = 16 * 1024;
  std::int64_t body_bytes = 1024 * 1024;
  std::int64_t header_seconds = 10;
  std::int64_t body_seconds = 10;
  std::int64_t reader_seconds = 7;
  std::int64_t idle_seconds = 12;
  std::int64_t stop_seconds = 10;
  std::int64_t scrub_hours = 1;
  std::int64_t disk_alarm_percent = 80;
  std::int64_t reserve_mib = 16;
  std::int64_t anchor_minutes = 60;

  bool operator==(const ServeSettings&) const = default;
};

struct Setting {
  std::string_view name;     // "header-bytes": the key of the file, and the option with two hyphens before it
  std::string_view meaning;  // English: sentences
  std::variant<std::string ServeSettings::*, std::int64_t ServeSettings::*> into;
  std::int64_t least = 0;  // of a number
  std::int64_t most = 0;
  // Whether a text can stand there; and what it is refused with where it cannot: {key, value}.
  bool (*sound)(std::string_view) = nullptr;
  std::string_view refusal{};
};
const std::vector<Setting>& settings();

// Refuses setting-unknown {key}, setting-number {key, value, least, most}, setting-text {key}, setting-address,
// setting-addresses, setting-origin, setting-telling, setting-yes-no {key, value}.
Verdict put_setting(ServeSettings& into, std::string_view name, std::string_view value);

// Reads a configuration file into what stands there already: lines `name = value`, empty lines, and comments, which are
// lines that begin with #. Refuses, with {line}: setting-line, setting-twice {key}, and as put_setting.
Verdict read_settings(std::string_view text, ServeSettings& into);

std::string printed(const ServeSettings& from, const Setting& setting);
// The file that says nothing but the defaults, each explained, as comments.
std::string default_settings_file();
std::vector<std::string> words_in(std::string_view text);  // what spaces part

}  // namespace comity
