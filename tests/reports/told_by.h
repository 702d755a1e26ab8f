// What the sentences of a report tell, as tests look at it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "views/report.h"

namespace comity {

inline std::vector<SentenceRow> all_sentences(const ReportView& report) {
  std::vector<SentenceRow> out;
  for (const auto& section : report.sections)
    for (const auto& paragraph : section.paragraphs)
      for (const auto* some : {&paragraph.sentences, &paragraph.items})
        out.insert(out.end(), some->begin(), some->end());
  return out;
}

// All strings among the values of a sentence.
inline void values_of(const Say& say, std::vector<std::string>& out) {
  for (const auto& [name, value] : say.values) {
    if (const auto* text = std::get_if<std::string>(&value)) out.push_back(*text);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value))
      out.insert(out.end(), texts->begin(), texts->end());
    if (const auto* says = std::get_if<std::vector<Say>>(&value))
      for (const auto& one : *says) values_of(one, out);
  }
}

inline std::multiset<std::string> dates_of(const SentenceRow& sentence) {
  std::vector<std::string> values;
  values_of(sentence.say, values);
  std::multiset<std::string> out;
  for (const auto& value : values) {
    const auto slash = value.find('/');
    const auto from = parse_date(value.substr(0, slash));
    if (!from || !from->whole()) continue;
    const auto to = slash == std::string::npos ? from : parse_date(value.substr(slash + 1));
    if (!to) continue;
    const bool pair = first_instant(*to).us - first_instant(*from).us == 86'400'000'000;  // "on 30 and 31 March"
    if (pair) out.insert(print(*from));
    out.insert(*from == *to || pair ? print(*to) : print(*from) + "/" + print(*to));
  }
  return out;
}

}  // namespace comity
