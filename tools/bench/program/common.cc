#include <algorithm>
#include <cmath>
#include <cstdio>

#include "bench.h"

namespace comity {
namespace {

std::int64_t microseconds(double seconds) { return std::llround(seconds * 1e6); }

Texts titles(std::int64_t number) {
  const auto text = std::to_string(number);
  return {{{Language::ar, "ورقة غرفة الاجتماع " + text},
           {Language::en, "Conference room paper " + text},
           {Language::es, "Documento de sesión " + text},
           {Language::fr, "Document de séance " + text},
           {Language::ru, "Документ зала заседаний " + text},
           {Language::zh, "会议室文件 " + text}},
          {}};
}

Symbol paper(std::int64_t number) { return {"A/AC.292/2025/CRP." + std::to_string(number + 1)}; }

Act act_of(std::int64_t number) {
  if (number > 1 && number % 2 == 1) return DocumentRelated{paper(number - 1), Relation::recalls, paper(0)};
  DocumentRegistered act;
  act.id = paper(number);
  act.type = DocumentKind::conference_room_paper;
  act.titles = titles(number);
  act.date = parse_date("2025-07-01");
  return act;
}

}  // namespace

EntryRequest act_number(std::int64_t number) {
  EntryRequest request;
  request.id = "bench:paper-" + std::to_string(number) + ":0123456789abcdef";
  request.fact.act = act_of(number);
  request.fact.around.certainty = Certainty::confirmed;
  request.fact.around.sources.push_back({{"A/80/257"}, "12"});
  request.by = operator_of_secretariat;
  return request;
}

Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

std::int64_t number_at(const Words& words, std::size_t index, std::int64_t otherwise) {
  return index < words.size() ? std::stoll(words[index]) : otherwise;
}

JsonObject percentiles(std::vector<double> seconds) {
  check(!seconds.empty(), "a measurement that measured something");
  std::sort(seconds.begin(), seconds.end());
  const auto at = [&](double share) {
    return microseconds(seconds[static_cast<std::size_t>(share * static_cast<double>(seconds.size() - 1))]);
  };
  return {{"most", microseconds(seconds.back())}, {"p50", at(0.5)}, {"p95", at(0.95)}, {"p99", at(0.99)}};
}

JsonObject Stopwatch::read() const {
  const auto used = static_cast<double>(std::clock() - used_) / CLOCKS_PER_SEC;
  return {{"microseconds", microseconds(seconds())}, {"processor", microseconds(used)}};
}

void tell(JsonObject result, const JsonObject& more) {
  result.insert(more.begin(), more.end());
  std::puts(canonical(result).c_str());
}

}  // namespace comity
