// Words of two texts against each other: the shortest script of E. W. Myers, "An O(ND) Difference Algorithm and Its
// Variations", Algorithmica 1 (1986).
#include <algorithm>
#include <utility>

#include "texts/compare.h"
#include "texts/signs.h"

namespace comity {
namespace {

using Words = std::vector<std::string_view>;
using How = ComparedWords::Kind;

constexpr std::size_t most_changes = 2'000;  // beyond, what differs is shown as one change

bool is_han(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0xe3 && byte <= 0xe9 && at + 2 < text.size();
}

bool is_in_word(char c) { return is_letter(c) || is_digit(c); }

// Words, Chinese signs, and everything else sign by sign.
Words words_of(std::string_view text) {
  Words out;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at + 1;
    if (is_han(text, at))
      end = at + 3;
    else if (is_in_word(text[at]))
      while (end < text.size() && is_in_word(text[end]) && !is_han(text, end)) ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

// The steps from one list to the other, as far as `most_changes`; true for what both have.
class Script {
 public:
  Script(const Words& before, const Words& after) : before_(before), after_(after) {}

  // One kind for each step; empty where there are too many changes.
  std::vector<How> steps() {
    const auto longest = static_cast<std::ptrdiff_t>(std::min(most_changes, before_.size() + after_.size()));
    reach_.assign(static_cast<std::size_t>(2 * longest + 3), 0);
    for (std::ptrdiff_t changes = 0; changes <= longest; ++changes)
      if (advance(changes, longest)) return back();
    return {};
  }

 private:
  using Place = std::ptrdiff_t;

  std::size_t at(Place diagonal, Place longest) const { return static_cast<std::size_t>(diagonal + longest + 1); }

  bool advance(Place changes, Place longest) {
    kept_.emplace_back(reach_.begin() + (longest + 1 - changes), reach_.begin() + (longest + 2 + changes));
    for (Place diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const bool down = diagonal == -changes ||
                        (diagonal != changes && reach_[at(diagonal - 1, longest)] < reach_[at(diagonal + 1, longest)]);
      Place x = down ? reach_[at(diagonal + 1, longest)] : reach_[at(diagonal - 1, longest)] + 1;
      while (x < size(before_) && x - diagonal < size(after_) && same(x, x - diagonal)) ++x;
      reach_[at(diagonal, longest)] = x;
      if (x >= size(before_) && x - diagonal >= size(after_)) return true;
    }
    return false;
  }

  // From the end to the beginning, through what was reached before each change.
  std::vector<How> back() const {
    std::vector<How> out;
    Place x = size(before_);
    Place y = size(after_);
    for (auto changes = static_cast<Place>(kept_.size()) - 1; changes > 0; --changes) {
      const auto& reach = kept_[static_cast<std::size_t>(changes)];
      const auto from = [&](Place diagonal) { return reach[static_cast<std::size_t>(diagonal + changes)]; };
      const Place diagonal = x - y;
      const bool down = diagonal == -changes || (diagonal != changes && from(diagonal - 1) < from(diagonal + 1));
      const Place last_x = from(down ? diagonal + 1 : diagonal - 1);
      const Place last_y = last_x - (down ? diagonal + 1 : diagonal - 1);
      for (; x > last_x && y > last_y; --x, --y) out.push_back(How::same);
      out.push_back(down ? How::added : How::removed);
      x = last_x;
      y = last_y;
    }
    out.insert(out.end(), static_cast<std::size_t>(x), How::same);
    std::reverse(out.begin(), out.end());
    return out;
  }

  bool same(Place x, Place y) const {
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }
  static Place size(const Words& words) { return static_cast<Place>(words.size()); }

  const Words& before_;
  const Words& after_;
  std::vector<Place> reach_{};
  std::vector<std::vector<Place>> kept_{};  // around the middle, before each change
};

bool has_word(std::string_view text) { return std::any_of(text.begin(), text.end(), is_in_word); }

// Puts pieces together: first what is removed, then what is added, then what both have.
class Pieces {
 public:
  void take(How kind, std::string_view word) {
    if (kind == How::removed) {
      give_same();
      removed_ += word;
    } else if (kind == How::added) {
      give_same();
      added_ += word;
    } else {
      same_ += word;
    }
  }
  std::vector<ComparedWords> all() {
    give_changes();
    give(How::same, same_);
    return std::move(out_);
  }

 private:
  // What both have ends a change, unless it holds no word and a change stands on either side.
  void give_same() {
    if (same_.empty()) return;
    const bool between = !removed_.empty() || !added_.empty();
    if (between && !has_word(same_)) {
      removed_ += same_;
      added_ += same_;
      same_.clear();
      return;
    }
    give_changes();
    give(How::same, same_);
  }
  void give_changes() {
    give(How::removed, removed_);
    give(How::added, added_);
  }
  void give(How kind, std::string& text) {
    if (!text.empty()) out_.push_back({kind, std::exchange(text, {})});
  }

  std::vector<ComparedWords> out_{};
  std::string removed_{};
  std::string added_{};
  std::string same_{};
};

}  // namespace

std::vector<ComparedWords> compare_words(std::string_view before, std::string_view after) {
  auto old_words = words_of(before);
  auto new_words = words_of(after);
  const auto shorter = std::min(old_words.size(), new_words.size());
  std::size_t head = 0;
  while (head < shorter && old_words[head] == new_words[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && old_words[old_words.size() - 1 - tail] == new_words[new_words.size() - 1 - tail])
    ++tail;
  Pieces pieces;
  for (std::size_t i = 0; i < head; ++i) pieces.take(How::same, old_words[i]);
  const Words old_middle(old_words.begin() + static_cast<std::ptrdiff_t>(head),
                         old_words.end() - static_cast<std::ptrdiff_t>(tail));
  const Words new_middle(new_words.begin() + static_cast<std::ptrdiff_t>(head),
                         new_words.end() - static_cast<std::ptrdiff_t>(tail));
  const auto steps = Script(old_middle, new_middle).steps();
  std::size_t x = 0;
  std::size_t y = 0;
  for (const auto step : steps) {
    pieces.take(step, step == How::added ? new_middle[y] : old_middle[x]);
    x += step == How::added ? 0 : 1;
    y += step == How::removed ? 0 : 1;
  }
  for (; x < old_middle.size(); ++x) pieces.take(How::removed, old_middle[x]);
  for (; y < new_middle.size(); ++y) pieces.take(How::added, new_middle[y]);
  for (std::size_t i = old_words.size() - tail; i < old_words.size(); ++i) pieces.take(How::same, old_words[i]);
  return pieces.all();
}

}  // namespace comity
