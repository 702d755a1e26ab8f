#include "views/register_page.h"

#include <map>

#include "texts/symbol.h"
#include "views/dates.h"
#include "views/links.h"
#include "views/reading.h"

namespace comity {
namespace {

// What the record knows of one series, by number.
struct Known {
  DocumentSymbol example{};
  std::map<std::int64_t, Symbol> entered{};
  std::map<std::int64_t, const Fact<SymbolUnused>*> unused{};

  std::int64_t last() const {
    std::int64_t out = 0;
    if (!entered.empty()) out = entered.rbegin()->first;
    if (!unused.empty()) out = std::max(out, unused.rbegin()->first);
    return out;
  }
};
using Series = std::map<std::string, Known>;

bool belongs(const Symbol& symbol, const std::string& prefix) { return symbol.text.starts_with(prefix + "/"); }

Known* series_of(Series& series, const Symbol& symbol, std::int64_t& number) {
  const auto parsed = parse_symbol(symbol.text);
  const auto place = parsed ? numbered(*parsed) : std::nullopt;
  if (!place) return nullptr;
  number = place->number;
  auto& known = series[place->series];
  known.example = *parsed;
  return &known;
}

Series all_series(const Lens& lens, const std::string& prefix) {
  Series out;
  std::int64_t number = 0;
  for (const auto* fact : facts<DocumentRegistered>(lens))
    if (belongs(fact->act.id, prefix))
      if (auto* known = series_of(out, fact->act.id, number)) known->entered[number] = fact->act.id;
  for (const auto* fact : facts<SymbolUnused>(lens))
    if (belongs(fact->act.id, prefix))
      if (auto* known = series_of(out, fact->act.id, number)) known->unused[number] = fact;
  return out;
}

Symbol symbol_of(const Known& known, std::int64_t number) { return {print(with_number(known.example, number))}; }

NumberRow gap(const Known& known, std::int64_t from, std::int64_t to) {
  NumberRow row;
  row.first = symbol_of(known, from);
  if (to > from) row.last = symbol_of(known, to);
  row.count = to - from + 1;
  row.official = official_address(row.first, Language::en);
  return row;
}

NumberRow unused_row(const Lens& lens, const Fact<SymbolUnused>& fact) {
  NumberRow row;
  row.first = fact.act.id;
  row.official = official_address(fact.act.id, Language::en);
  row.reason = fact.act.reason;
  row.mark = mark(lens, fact);
  return row;
}

// From 1 to the last that is known. What is not entered between two that are stands as one row.
std::vector<NumberRow> numbers_of(const Lens& lens, const Known& known) {
  std::map<std::int64_t, NumberRow> rows;
  for (const auto& [number, symbol] : known.entered) {
    NumberRow row;
    row.document = document_link(lens, symbol);
    rows.emplace(number, std::move(row));
  }
  for (const auto& [number, fact] : known.unused) rows.emplace(number, unused_row(lens, *fact));
  std::vector<NumberRow> out;
  std::int64_t next = 1;
  for (auto& [number, row] : rows) {
    if (number > next) out.push_back(gap(known, next, number - 1));
    out.push_back(std::move(row));
    next = number + 1;
  }
  return out;
}

bool is_year(const std::string& text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

// The first symbol of the same series in another year.
Symbol first_in(const Known& known, const std::string& year, const std::string& other) {
  auto symbol = with_number(known.example, 1);
  for (auto at = symbol.parts.begin(); at + 1 != symbol.parts.end(); ++at)
    if (at->kind == SymbolPart::Kind::number && at->number == year) at->number = other;
  return {print(symbol)};
}

std::string series_name(const Symbol& symbol) {
  const auto parsed = parse_symbol(symbol.text);
  const auto place = parsed ? numbered(*parsed) : std::nullopt;
  return place ? place->series : std::string();
}

// Each kind of document begins anew with the year: what last year had, this year will have.
void propose_new_year(const Series& series, const std::string& year, std::vector<SeriesRow>& rows) {
  std::string latest;
  for (const auto& row : rows)
    if (is_year(row.year)) latest = std::max(latest, row.year);
  if (latest.empty() || latest >= year) return;
  std::vector<SeriesRow> fresh;
  for (const auto& row : rows) {
    const auto& known = series.at(row.series);
    if (row.year != latest || suffixed(known.example)) continue;
    const auto first = first_in(known, latest, year);
    fresh.push_back({series_name(first), year, first, {}});
  }
  rows.insert(rows.end(), fresh.begin(), fresh.end());
}

}  // namespace

std::optional<RegisterPage> register_page(const Lens& lens, const BodyId& body) {
  const auto* established = lens.world.one<BodyEstablished>(body);
  if (!established) return std::nullopt;
  RegisterPage page;
  page.body = named(lens, body);
  if (established->act.series.empty()) return page;
  const auto series = all_series(lens, established->act.series);
  const bool runs = body_status(lens, established->act) != Status::ended;
  const auto this_year = std::to_string(lens.today().year);
  for (const auto& [name, known] : series) {
    SeriesRow row{name, session_or_year(known.example).value_or(""), {}, numbers_of(lens, known)};
    if (runs && (row.year == this_year || !is_year(row.year))) row.next = symbol_of(known, known.last() + 1);
    page.series.push_back(std::move(row));
  }
  if (runs) propose_new_year(series, this_year, page.series);
  std::sort(page.series.begin(), page.series.end(), [](const SeriesRow& a, const SeriesRow& b) {
    return a.year != b.year ? natural_less(b.year, a.year) : natural_less(a.series, b.series);
  });
  return page;
}

}  // namespace comity
