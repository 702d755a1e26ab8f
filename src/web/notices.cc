#include "web/notices.h"

#include <unistd.h>

#include <utility>

namespace comity {
namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::size_t longest = 400;  // bytes of one value

std::string_view name_of(Notices::Level level) {
  switch (level) {
    case Notices::Level::notice:
      return "notice";
    case Notices::Level::warning:
      return "warning";
    case Notices::Level::fault:
      return "fault";
  }
  return "fault";
}

// House rule: a line is ASCII, whatever a disk or a library says: no terminal and no reader of lines is led astray.
Json printable(const Json& json) {
  const auto* words = text(json);
  if (!words) return json;
  std::string out = words->substr(0, longest);
  for (char& c : out)
    if (c < 0x20 || c > 0x7e) c = '?';
  return out;
}

}  // namespace

Notices::Notices(Telling telling, std::function<Instant()> clock, Put put)
    : telling_(telling), clock_(std::move(clock)), put_(std::move(put)) {}

void Notices::say(Level level, std::string_view what, const JsonObject& values) {
  if (telling_ == Telling::none) return;
  const std::lock_guard lock(mutex_);
  write(level, what, values);
}

void Notices::write(Level level, std::string_view what, const JsonObject& values) {
  JsonObject line{{"at", print(clock_())}, {"level", name_of(level)}, {"what", what}};
  for (const auto& [name, value] : values) line.emplace(name, printable(value));
  put_(canonical(line) + "\n");
}

void Notices::limit(std::string_view code) {
  if (telling_ == Telling::none) return;
  const std::lock_guard lock(mutex_);
  auto& counted = limits_[std::string(code)];
  ++counted.untold;
  const auto now = clock_();
  if (counted.told == Instant{} || now.us - counted.told.us >= minute) tell(std::string(code), counted, now);
}

void Notices::tell(const std::string& code, Counted& counted, Instant now) {
  write(Level::warning, "limit-reached", {{"limit", code}, {"times", counted.untold}});
  counted = {0, now};
}

void Notices::settle() {
  const std::lock_guard lock(mutex_);
  for (auto& [code, counted] : limits_)
    if (counted.untold > 0) tell(code, counted, clock_());
}

void Notices::request(const Served& served) {
  if (telling_ != Telling::requests) return;
  say(Level::notice, "request",
      {{"bytes", static_cast<std::int64_t>(served.bytes)},
       {"method", served.method == Method::post ? "POST" : "GET"},
       {"microseconds", std::int64_t{served.time.count()}},
       {"route", served.route.empty() ? std::string_view("other") : served.route},
       {"status", served.status}});
}

void put_on_standard_error(std::string_view line) {
  while (!line.empty()) {
    const auto written = ::write(STDERR_FILENO, line.data(), line.size());
    if (written <= 0) return;  // nobody to tell it to
    line.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace comity
