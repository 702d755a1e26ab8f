// The tree of RFC 6962 (section 2.1): roots, inclusion and consistency proofs, and how a stranger checks them.
// Knows hashes only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace comity {

using Path = std::vector<Digest>;  // the hashes of a proof, from the leaf upwards

Digest leaf_hash(std::string_view bytes);                   // SHA-256(0x00 ‖ bytes)
Digest node_hash(const Digest& left, const Digest& right);  // SHA-256(0x01 ‖ left ‖ right)
Digest empty_root();                                        // SHA-256 of nothing

// Append-only. Keeps the hash of every full subtree, so that the root and proofs of any earlier size
// cost O(log n). Indices and sizes beyond the tree are mistakes.
class Tree {
 public:
  void append(const Digest& leaf);
  std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
  const Digest& leaf(std::uint64_t number) const;
  const Digest& subtree(std::size_t level, std::uint64_t index) const;  // of leaves [index*2^level, (index+1)*2^level)
  Digest root() const { return root_at(size()); }
  Digest root_at(std::uint64_t size) const;
  Path inclusion(std::uint64_t number, std::uint64_t size) const;  // number < size
  Path consistency(std::uint64_t from, std::uint64_t to) const;    // 0 < from <= to

 private:
  Digest range(std::uint64_t begin, std::uint64_t end) const;
  std::vector<std::vector<Digest>> levels_;  // levels_[k][i] = root of leaves [i*2^k, (i+1)*2^k)
};

// The same root from O(log n) memory, without proofs: for whoever reads a log once, front to back.
class Frontier {
 public:
  void append(const Digest& leaf);
  std::uint64_t size() const { return size_; }
  Digest root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> subtrees_;  // one per set bit of the size, largest first
};

Digest root_of(const std::vector<Digest>& leaves);

// As RFC 9162, 2.1.3.2 and 2.1.4.2. Never throw: the path is foreign. From size 0 there is nothing to prove: false.
bool verify_inclusion(std::uint64_t number, std::uint64_t size, const Digest& leaf, const Path& path,
                      const Digest& root);
bool verify_consistency(std::uint64_t from, std::uint64_t to, const Digest& from_root, const Digest& to_root,
                        const Path& path);

}  // namespace comity
