#include "texts/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "texts/compare_tables.h"
#include "texts/signs.h"
#include "texts/tables.h"

namespace comity {
namespace {

using Row = ComparedRow::Kind;

// How often a text has each of its words, as numbers that both texts share: enough to say how alike two are.
using Bag = std::vector<std::uint32_t>;  // sorted

class Bags {
 public:
  Bag of(std::string_view text) {
    Bag out;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = word_end(text, at);
      if (end > at) out.push_back(number(text.substr(at, end - at)));
      at = std::max(end, at + 1);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  // Of a word; in a run of signs outside ASCII, which may be one word or a sentence in Chinese, of three bytes.
  static std::size_t word_end(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xe3 && lead <= 0xe9) return std::min(text.size(), at + 3);
    auto end = at;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    return end;
  }
  std::uint32_t number(std::string_view word) {
    return numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::unordered_map<std::string, std::uint32_t> numbers_{};
};

std::size_t shared(const Bag& a, const Bag& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count;
    const bool left = *i <= *j;
    const bool right = *j <= *i;
    i += left ? 1 : 0;
    j += right ? 1 : 0;
  }
  return count;
}

constexpr std::size_t most_pairs = 4'000'000;  // beyond, only paragraphs of the same id are looked at

// A heading becomes no paragraph, and a cell neither.
bool of_one_sort(const Paragraph& a, const Paragraph& b) {
  const auto heading = Paragraph::Kind::heading;
  return is_cell(a) == is_cell(b) && (a.kind == heading) == (b.kind == heading);
}

// Which paragraph became which.
class Pairing {
 public:
  Pairing(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after)
      : before_(before), after_(after), pairs_{std::vector<Match>(before.size()), std::vector<Match>(after.size())} {
    pair_rows(before_, after_, pairs_);
    pair_equal();
    pair_alike();
    pair_cells_in_place(before_, after_, pairs_);
  }
  Pairs take() { return std::move(pairs_); }

 private:
  // The same words under the same id; then the same words anywhere, in their order.
  void pair_equal() {
    std::multimap<std::string_view, std::size_t> by_text;
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < before_.size(); ++i) by_id.emplace(before_[i].id, i);
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto found = by_id.find(after_[j].id);
      if (pairs_.was[j] || found == by_id.end() || pairs_.became[found->second]) continue;
      if (before_[found->second].text == after_[j].text) pairs_.pair(found->second, j);
    }
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (!pairs_.became[i]) by_text.emplace(before_[i].text, i);
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto found = pairs_.was[j] ? by_text.end() : by_text.find(after_[j].text);
      if (found == by_text.end()) continue;
      pairs_.pair(found->second, j);
      by_text.erase(found);
    }
  }

  struct Alike {
    std::size_t score;  // in thousandths: words shared, of the words of both
    bool same_id;
    std::size_t before;
    std::size_t after;
  };
  void pair_alike() {
    Bags bags;
    std::map<std::size_t, Bag> old_bags;
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (!pairs_.became[i]) old_bags.emplace(i, bags.of(before_[i].text));
    const auto left = static_cast<std::size_t>(std::count(pairs_.was.begin(), pairs_.was.end(), Match()));
    const bool each_with_each = old_bags.size() * left <= most_pairs;
    std::vector<Alike> found;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (pairs_.was[j]) continue;
      const auto bag = bags.of(after_[j].text);
      for (const auto& [i, old_bag] : old_bags)
        if (each_with_each || before_[i].id == after_[j].id) look(i, old_bag, j, bag, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Alike& a, const Alike& b) {
      return std::pair(a.score, a.same_id) > std::pair(b.score, b.same_id);
    });
    for (const auto& alike : found)
      if (!pairs_.became[alike.before] && !pairs_.was[alike.after]) pairs_.pair(alike.before, alike.after);
  }
  void look(std::size_t i, const Bag& old_bag, std::size_t j, const Bag& bag, std::vector<Alike>& found) const {
    const auto both = old_bag.size() + bag.size();
    if (!of_one_sort(before_[i], after_[j]) || both == 0) return;
    const auto most = 2 * std::min(old_bag.size(), bag.size()) * 1'000 / both;
    constexpr std::size_t least = 500;
    if (most < least) return;
    const auto score = 2 * shared(old_bag, bag) * 1'000 / both;
    if (score >= least) found.push_back({score, before_[i].id == after_[j].id, i, j});
  }
  const std::vector<Paragraph>& before_;
  const std::vector<Paragraph>& after_;
  Pairs pairs_;
};

// Of the pairs, those that keep their order when as many as can be do so; the others have moved.
std::vector<bool> in_order(const std::vector<Match>& was) {
  std::vector<std::size_t> last_of;  // by length of a rising row: where the lowest such row ends
  std::vector<Match> before_it(was.size());
  for (std::size_t j = 0; j < was.size(); ++j) {
    if (!was[j]) continue;
    const auto place = std::lower_bound(last_of.begin(), last_of.end(), *was[j],
                                        [&](std::size_t at, std::size_t value) { return *was[at] < value; });
    if (place != last_of.begin()) before_it[j] = *std::prev(place);
    if (place == last_of.end())
      last_of.push_back(j);
    else
      *place = j;
  }
  std::vector<bool> out(was.size(), false);
  for (Match at = last_of.empty() ? Match() : Match(last_of.back()); at; at = before_it[*at]) out[*at] = true;
  return out;
}

}  // namespace

std::vector<ComparedRow> compare(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after) {
  auto pairs = Pairing(before, after).take();
  const auto stays = in_order(pairs.was);
  part_moved_cells(after, stays, pairs);
  std::vector<ComparedRow> rows;
  std::size_t i = 0;
  // What stood before the place that the earlier text has reached, and does not stand there any more.
  const auto leave_until = [&](std::size_t end) {
    for (; i < end; ++i) {
      const auto& became = pairs.became[i];
      rows.push_back({became ? Row::moved_away : Row::removed, i, became, {}});
    }
  };
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto& was = pairs.was[j];
    if (!was) {
      rows.push_back({Row::added, {}, j, {}});
      continue;
    }
    const bool same = before[*was].text == after[j].text;
    auto words = same && stays[j] ? std::vector<ComparedWords>() : compare_words(before[*was].text, after[j].text);
    if (!stays[j]) {
      rows.push_back({Row::moved_here, was, j, std::move(words)});
      continue;
    }
    leave_until(*was);
    rows.push_back({same ? Row::same : Row::changed, was, j, std::move(words)});
    ++i;
  }
  leave_until(before.size());
  return rows;
}

std::string_view name_of(ComparedRow::Kind kind) {
  static constexpr std::array<std::string_view, 6> names{"same", "changed", "added", "removed", "moved", "moved-away"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(ComparedWords::Kind kind) {
  static constexpr std::array<std::string_view, 3> names{"same", "removed", "added"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Paragraph> with_notes(const TextStructure& text) {
  auto out = text.paragraphs;
  std::erase_if(out, [](const Paragraph& one) { return one.text.empty() && is_cell(one); });
  for (const auto& note : text.notes)
    out.push_back({"note-" + note.number, Paragraph::Kind::text, note.number, note.text, {}});
  return out;
}

}  // namespace comity
