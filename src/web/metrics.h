// Figures for whoever watches the program: requests counted as they are answered, and the text that Prometheus reads
// (exposition format 0.0.4). Knows routes by name and statuses by class; nobody and nothing that was asked for.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "web/server.h"

namespace comity {

// Builds the text: a family, then its samples. Names and labels are ours; values of labels may be anything.
class Exposition {
 public:
  using Labels = std::vector<std::pair<std::string_view, std::string>>;
  // `type`: counter, gauge or histogram.
  Exposition& family(std::string_view name, std::string_view type, std::string_view help);
  Exposition& sample(double value, const Labels& labels = {}, std::string_view suffix = {});
  const std::string& text() const { return text_; }

 private:
  std::string name_;
  std::string text_;
};

// Requests by route and class of status, their time, their bytes, and connections that were turned away.
class Traffic {
 public:
  // `routes`: all names that may come; others are counted as "other".
  explicit Traffic(const std::vector<std::string_view>& routes);
  void count(const Served& served);
  void print(Exposition& out) const;

 private:
  using Count = std::atomic<std::uint64_t>;
  static constexpr std::array<double, 9> bounds{0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};  // seconds
  void count_time(std::chrono::microseconds time);
  void print_times(Exposition& out) const;

  std::map<std::string_view, std::array<Count, 5>> routes_;  // by status 1xx … 5xx; the map itself never changes
  std::array<Count, bounds.size() + 1> times_{};             // each request in one; the last has no bound
  Count microseconds_ = 0;
  Count bytes_ = 0;
  std::map<std::string_view, Count> turned_away_;
};

}  // namespace comity
