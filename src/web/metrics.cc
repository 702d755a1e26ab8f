#include "web/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace comity {
namespace {

constexpr auto relaxed = std::memory_order_relaxed;
constexpr std::array<std::string_view, 5> classes{"1xx", "2xx", "3xx", "4xx", "5xx"};

std::string label_value(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

Exposition& Exposition::family(std::string_view name, std::string_view type, std::string_view help) {
  name_ = name;
  text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
  return *this;
}

Exposition& Exposition::sample(double value, const Labels& labels, std::string_view suffix) {
  text_ += name_;
  text_ += suffix;
  for (std::size_t i = 0; i < labels.size(); ++i)
    text_ += fmt::format("{}{}=\"{}\"", i == 0 ? "{" : ",", labels[i].first, label_value(labels[i].second));
  text_ += fmt::format("{} {}\n", labels.empty() ? "" : "}", value);
  return *this;
}

Traffic::Traffic(const std::vector<std::string_view>& routes) {
  for (const auto route : routes) routes_.try_emplace(route);
  for (const std::string_view route : {"other", "refused", "fault"}) routes_.try_emplace(route);
  for (const std::string_view why : {"server-full", "source-crowded"}) turned_away_.try_emplace(why);
}

void Traffic::count(const Served& served) {
  if (const auto why = turned_away_.find(served.refusal); why != turned_away_.end()) why->second.fetch_add(1, relaxed);
  if (served.status == 0) return;
  auto route = routes_.find(served.route);
  if (route == routes_.end()) route = routes_.find("other");
  const auto status = static_cast<std::size_t>(std::clamp(served.status / 100, 1, 5) - 1);
  route->second[status].fetch_add(1, relaxed);
  bytes_.fetch_add(served.bytes, relaxed);
  count_time(served.time);
}

void Traffic::count_time(std::chrono::microseconds time) {
  const auto seconds = std::chrono::duration<double>(time).count();
  const auto bucket =
      static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin());
  times_[bucket].fetch_add(1, relaxed);
  microseconds_.fetch_add(static_cast<std::uint64_t>(time.count()), relaxed);
}

void Traffic::print(Exposition& out) const {
  out.family("comity_requests_total", "counter", "Requests answered, by route and class of status.");
  for (const auto& [route, counts] : routes_)
    for (std::size_t i = 0; i < classes.size(); ++i)
      if (const auto count = counts[i].load(relaxed); count > 0)
        out.sample(static_cast<double>(count), {{"route", std::string(route)}, {"status", std::string(classes[i])}});
  print_times(out);
  out.family("comity_answer_bytes_total", "counter", "Bytes of answers, with their headers.");
  out.sample(static_cast<double>(bytes_.load(relaxed)));
  out.family("comity_turned_away_total", "counter", "Connections and requests beyond what one source or all may have.");
  for (const auto& [why, count] : turned_away_)
    out.sample(static_cast<double>(count.load(relaxed)), {{"reason", std::string(why)}});
}

void Traffic::print_times(Exposition& out) const {
  out.family("comity_request_seconds", "histogram", "From a whole request to its whole answer, without the network.");
  double sum = 0;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    sum += static_cast<double>(times_[i].load(relaxed));
    out.sample(sum, {{"le", i < bounds.size() ? fmt::format("{}", bounds[i]) : "+Inf"}}, "_bucket");
  }
  out.sample(static_cast<double>(microseconds_.load(relaxed)) / 1e6, {}, "_sum");
  out.sample(sum, {}, "_count");
}

}  // namespace comity
