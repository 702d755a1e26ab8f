#include "views/facts.h"

#include <cctype>

#include "views/links.h"

namespace comity {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Takes the run of digits (without leading zeros), or the one other character, with which the text begins.
std::string_view take_part(std::string_view& text) {
  while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
  std::size_t size = 1;
  if (is_digit(text[0]))
    while (size < text.size() && is_digit(text[size])) ++size;
  const auto part = text.substr(0, size);
  text.remove_prefix(size);
  return part;
}

MarkKind mark_kind(const Provenance& from, bool foreseen) {
  if (foreseen) return MarkKind::planned;
  switch (from.around.certainty.value_or(Certainty::unverified)) {
    case Certainty::confirmed:
      return MarkKind::confirmed;
    case Certainty::asserted:
      return MarkKind::asserted;
    case Certainty::reported:
      return MarkKind::reported;
    case Certainty::unverified:
      break;
  }
  return MarkKind::unverified;
}

SourceRow source_row(const Lens& lens, const Source& source) {
  SourceRow row{source.symbol.text, source.paragraph, source.publisher, source.title, source.date, {}};
  if (lens.world.one<DocumentRegistered>(source.symbol)) row.href = href_of(source.symbol);
  return row;
}

}  // namespace

bool seen(const Lens& lens, const std::optional<Date>& since) {
  return !lens.on || !since || first_instant(*since) < end_instant(*lens.on);
}

AnyFacts seen_strongest_first(const Lens& lens, AnyFacts facts, Since since) {
  const auto day = [since](const AnyFact& fact) -> std::optional<Date> {
    if (since) return since(fact);
    return fact.from.around.happened ? std::optional(fact.from.around.happened->date) : std::nullopt;
  };
  std::erase_if(facts, [&](const AnyFact* fact) { return !seen(lens, day(*fact)); });
  std::stable_sort(facts.begin(), facts.end(),
                   [](const AnyFact* a, const AnyFact* b) { return strength(a->from) < strength(b->from); });
  return facts;
}

int strength(const Provenance& from) {
  return from.around.certainty ? static_cast<int>(*from.around.certainty)
                               : static_cast<int>(Codes<Certainty>::all.size());
}

FactMark mark(const Lens& lens, const Provenance& from, bool foreseen) {
  FactMark mark;
  mark.mark = mark_kind(from, foreseen);
  mark.entry = static_cast<std::int64_t>(from.entry);
  mark.href = entry_href(from.entry);
  mark.happened = from.around.happened;
  if (from.corrects) mark.corrects = static_cast<std::int64_t>(*from.corrects);
  mark.sources = each(from.around.sources, [&lens](const Source& source) { return source_row(lens, source); });
  return mark;
}

bool natural_less(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const auto one = take_part(a), other = take_part(b);
    if (one == other) continue;
    const bool numbers = is_digit(one[0]) && is_digit(other[0]);
    return numbers && one.size() != other.size() ? one.size() < other.size() : one < other;
  }
  return a.empty() && !b.empty();
}

std::int64_t days_between(const Date& from, const Date& to) {
  constexpr std::int64_t day_us = 86'400'000'000;
  return (first_instant(to).us - first_instant(from).us) / day_us;
}

}  // namespace comity
