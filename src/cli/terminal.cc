#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

namespace comity {
namespace {

constexpr int bar_width = 30;

Values words_of(const std::map<std::string, std::string>& values) {
  Values out;
  for (const auto& [name, value] : values) out.emplace(name, value);
  return out;
}

}  // namespace

void Terminal::say(std::string_view key, const Values& values) const { fmt::print("{}\n", tongue_.say(key, values)); }

void Terminal::warn(std::string_view key, const Values& values) const {
  fmt::print(stderr, "{}\n", tongue_.say(key, values));
}

int Terminal::refuse(const Refusal& refusal) const {
  const auto key = "refusal." + refusal.code;
  const auto file = refusal.values.find("file");
  const auto line = refusal.values.find("line");
  if (file != refusal.values.end()) fmt::print(stderr, "{}", file->second);
  if (line != refusal.values.end()) fmt::print(stderr, ":{}", line->second);
  if (file != refusal.values.end() || line != refusal.values.end()) fmt::print(stderr, ": ");
  const bool words = tongue_.catalogue().has(key);
  fmt::print(stderr, "{}\n", words ? tongue_.say(key, words_of(refusal.values)) : refusal.code);
  return Exit::refused;
}

int Terminal::fault(const Fault& fault) const {
  const auto key = "fault." + fault.code;
  if (tongue_.catalogue().has(key)) fmt::print(stderr, "{}\n", tongue_.say(key));
  fmt::print(stderr, "{}: {}\n", fault.code, fault.what());
  return Exit::broken;
}

Progress::Progress(const Terminal& terminal, std::string_view key, std::int64_t total)
    : label_(terminal.tongue().say(key)), total_(total), terminal_(::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (terminal_ && shown_ >= 0) fmt::print(stderr, "\r{:{}}\r", "", static_cast<int>(label_.size()) + bar_width + 10);
}

void Progress::step(std::int64_t done) {
  const int percent = total_ > 0 ? static_cast<int>(done * 100 / total_) : 100;
  if (!terminal_ || percent == shown_) return;
  shown_ = percent;
  const int filled = percent * bar_width / 100;
  fmt::print(stderr, "\r{} [{:=<{}}{:{}}] {:3} %", label_, "", filled, "", bar_width - filled, percent);
}

}  // namespace comity
