// What a reader may have meant by a symbol that the record does not know.
#include <cctype>

#include "views/documents_pages.h"
#include "views/links.h"

namespace comity {
namespace {

// Letters and digits alone, in capitals: "ac.292 2023 crp1" and "A/AC.292/2023/CRP.1" differ by one letter.
std::string bare(std::string_view symbol) {
  std::string out;
  for (const char c : symbol)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

// Optimal string alignment: how many letters to put in, leave out, replace, or swap with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      const auto change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.size()][b.size()];
}

struct Candidate {
  std::size_t distance = 0;
  Symbol symbol{};
};

constexpr std::size_t longest = 100;  // longer than any symbol: not worth comparing

}  // namespace

std::optional<Symbol> symbol_meant(const Lens& lens, std::string_view asked) {
  const auto wanted = bare(asked.substr(0, longest));
  if (wanted.empty()) return std::nullopt;
  const auto documents = facts<DocumentRegistered>(lens);
  for (const auto& letters : {wanted, "A" + wanted})
    for (const auto* fact : documents)
      if (bare(fact->act.id.text) == letters) return fact->act.id;
  return std::nullopt;
}

std::optional<Symbol> symbol_now(const Lens& lens, std::string_view earlier) {
  const auto& world = lens.world;
  for (const auto& [entry, correction] : world.corrections()) {
    const auto* then = world.of_entry<DocumentRegistered>(entry);
    if (!then || then->act.id.text != earlier) continue;
    auto last = correction;
    while (const auto again = world.corrected_by(last)) last = *again;
    const auto* now = world.of_entry<DocumentRegistered>(last);
    if (now && world.one<DocumentRegistered>(now->act.id) == now) return now->act.id;
  }
  return std::nullopt;
}

std::vector<DocumentLink> near_symbols(const Lens& lens, std::string_view asked, std::size_t limit) {
  const auto wanted = bare(asked.substr(0, longest));
  const auto near = std::max<std::size_t>(1, wanted.size() / 5);
  std::vector<Candidate> candidates;
  for (const auto* fact : facts<DocumentRegistered>(lens))
    if (const auto d = distance(wanted, bare(fact->act.id.text)); d <= near) candidates.push_back({d, fact->act.id});
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : natural_less(a.symbol.text, b.symbol.text);
  });
  if (candidates.size() > limit) candidates.resize(limit);
  return each(candidates, [&lens](const Candidate& candidate) { return document_link(lens, candidate.symbol); });
}

}  // namespace comity
