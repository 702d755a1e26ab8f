#include "record/merkle.h"

#include <bit>

#include "base/check.h"
#include "seal/hash.h"

namespace comity {
namespace {

// The largest power of two smaller than n; n > 1 (RFC 6962, 2.1).
std::uint64_t split(std::uint64_t n) { return std::bit_floor(n - 1); }

void extend(Path& path, const Path& more) { path.insert(path.end(), more.begin(), more.end()); }

}  // namespace

Digest leaf_hash(std::string_view bytes) { return Hasher().add(std::string_view("\0", 1)).add(bytes).finish(); }

Digest node_hash(const Digest& left, const Digest& right) {
  return Hasher().add(std::string_view("\1", 1)).add(left).add(right).finish();
}

Digest empty_root() { return sha256(""); }

void Tree::append(const Digest& leaf) {
  Digest hash = leaf;
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    auto& row = levels_[level];
    row.push_back(hash);
    if (row.size() % 2 != 0) return;
    hash = node_hash(row[row.size() - 2], row.back());
  }
}

const Digest& Tree::leaf(std::uint64_t number) const {
  check(number < size(), "a leaf that the tree holds");
  return levels_.front()[number];
}

const Digest& Tree::subtree(std::size_t level, std::uint64_t index) const {
  check(level < levels_.size() && index < levels_[level].size(), "a subtree that is full");
  return levels_[level][index];
}

// The root of the leaves [begin, end): kept where the subtree is full and aligned, else made of its two halves.
Digest Tree::range(std::uint64_t begin, std::uint64_t end) const {
  const auto n = end - begin;
  if (std::has_single_bit(n) && begin % n == 0) {
    const auto level = static_cast<std::size_t>(std::countr_zero(n));
    return levels_[level][begin >> level];
  }
  const auto k = split(n);
  return node_hash(range(begin, begin + k), range(begin + k, end));
}

Digest Tree::root_at(std::uint64_t at_size) const {
  check(at_size <= size(), "a root that the tree has had");
  return at_size == 0 ? empty_root() : range(0, at_size);
}

Path Tree::inclusion(std::uint64_t number, std::uint64_t at_size) const {
  check(number < at_size && at_size <= size(), "an inclusion that the tree can prove");
  Path downwards;
  std::uint64_t begin = 0;
  std::uint64_t end = at_size;
  while (end - begin > 1) {
    const auto middle = begin + split(end - begin);
    if (number < middle) {
      downwards.push_back(range(middle, end));
      end = middle;
    } else {
      downwards.push_back(range(begin, middle));
      begin = middle;
    }
  }
  return {downwards.rbegin(), downwards.rend()};
}

// SUBPROOF of RFC 6962, 2.1.2, walked from the root down and turned round at the end.
Path Tree::consistency(std::uint64_t from, std::uint64_t to) const {
  check(0 < from && from <= to && to <= size(), "a consistency that the tree can prove");
  Path downwards;
  std::uint64_t begin = 0;
  std::uint64_t end = to;
  while (from != end) {
    const auto middle = begin + split(end - begin);
    if (from <= middle) {
      downwards.push_back(range(middle, end));
      end = middle;
    } else {
      downwards.push_back(range(begin, middle));
      begin = middle;
    }
  }
  // The old root itself is known to the verifier; an inner subtree is not.
  Path path;
  if (begin != 0) path.push_back(range(begin, end));
  extend(path, {downwards.rbegin(), downwards.rend()});
  return path;
}

void Frontier::append(const Digest& leaf) {
  Digest hash = leaf;
  for (auto rest = size_; rest % 2 != 0; rest /= 2) {
    hash = node_hash(subtrees_.back(), hash);
    subtrees_.pop_back();
  }
  subtrees_.push_back(hash);
  ++size_;
}

Digest Frontier::root() const {
  if (subtrees_.empty()) return empty_root();
  Digest hash = subtrees_.back();
  for (auto i = subtrees_.size() - 1; i-- > 0;) hash = node_hash(subtrees_[i], hash);
  return hash;
}

Digest root_of(const std::vector<Digest>& leaves) {
  Frontier tree;
  for (const auto& leaf : leaves) tree.append(leaf);
  return tree.root();
}

bool verify_inclusion(std::uint64_t number, std::uint64_t size, const Digest& leaf, const Path& path,
                      const Digest& root) {
  if (number >= size) return false;
  auto fn = number;
  auto sn = size - 1;
  Digest hash = leaf;
  for (const auto& step : path) {
    if (sn == 0) return false;
    if (fn % 2 != 0 || fn == sn) {
      hash = node_hash(step, hash);
      for (; fn % 2 == 0 && fn != 0; fn /= 2) sn /= 2;
    } else {
      hash = node_hash(hash, step);
    }
    fn /= 2;
    sn /= 2;
  }
  return sn == 0 && hash == root;
}

bool verify_consistency(std::uint64_t from, std::uint64_t to, const Digest& from_root, const Digest& to_root,
                        const Path& path) {
  // Everything extends the empty tree: there is nothing to prove, and RFC 6962 defines no proof.
  if (from == 0 || from > to) return false;
  if (from == to) return path.empty() && from_root == to_root;
  // Where the old tree is full, its root opens the path without being written in it.
  Path steps;
  if (std::has_single_bit(from)) steps.push_back(from_root);
  extend(steps, path);
  if (steps.empty()) return false;
  auto fn = from - 1;
  auto sn = to - 1;
  for (; fn % 2 != 0; fn /= 2) sn /= 2;
  Digest older = steps.front();
  Digest newer = steps.front();
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (sn == 0) return false;
    if (fn % 2 != 0 || fn == sn) {
      older = node_hash(steps[i], older);
      newer = node_hash(steps[i], newer);
      for (; fn % 2 == 0 && fn != 0; fn /= 2) sn /= 2;
    } else {
      newer = node_hash(newer, steps[i]);
    }
    fn /= 2;
    sn /= 2;
  }
  return sn == 0 && older == from_root && newer == to_root;
}

}  // namespace comity
