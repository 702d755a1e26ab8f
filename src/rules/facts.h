// Facts of one kind in an order. Every kind is kept and walked by the same code: half a hundred kinds of act are
// compiled into each file that asks for them, so what differs between kinds is one cast.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include "acts/codec.h"

namespace comity {

// Where a fact comes from: the entry, its instant, and what was said around it.
struct Provenance {
  std::uint64_t entry = 0;
  Instant at{};
  Circumstances around{};
  std::optional<std::uint64_t> corrects{};  // the entry that this one corrects
  bool operator==(const Provenance&) const = default;
};

// What every fact tells, whatever its kind.
struct AnyFact {
  Provenance from;
};

template <class A>
struct Fact : AnyFact {
  Fact(A stated, Provenance whence) : AnyFact{std::move(whence)}, act(std::move(stated)) {}
  A act;
};

using AnyFacts = std::vector<const AnyFact*>;

// Facts of the kind A, each read as `const Fact<A>*`. They are the world's, and last as long as it does.
template <class A>
class Facts {
 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = const Fact<A>*;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = value_type;

    Iterator() = default;
    explicit Iterator(AnyFacts::const_iterator at) : at_(at) {}
    value_type operator*() const { return static_cast<value_type>(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator& operator+=(difference_type count) {
      at_ += count;
      return *this;
    }
    difference_type operator-(Iterator other) const { return at_ - other.at_; }
    bool operator==(const Iterator&) const = default;

   private:
    AnyFacts::const_iterator at_{};
  };

  Facts() = default;
  // Who makes one says that all of them are of the kind.
  explicit Facts(AnyFacts facts) : facts_(std::move(facts)) {}

  Iterator begin() const { return Iterator(facts_.begin()); }
  Iterator end() const { return Iterator(facts_.end()); }
  bool empty() const { return facts_.empty(); }
  std::size_t size() const { return facts_.size(); }
  const Fact<A>* operator[](std::size_t at) const { return static_cast<const Fact<A>*>(facts_[at]); }
  const Fact<A>* front() const { return (*this)[0]; }
  const Fact<A>* back() const { return (*this)[size() - 1]; }

  AnyFacts any() && { return std::move(facts_); }

  // Those of which the question holds, in their order.
  template <class Question>
  Facts where(Question&& question) const {
    Facts out;
    for (const auto* fact : *this)
      if (question(*fact)) out.facts_.push_back(fact);
    return out;
  }
  // By the order given; those that are equal in it stay as they were.
  template <class Less>
  Facts sorted(Less&& less) && {
    std::stable_sort(facts_.begin(), facts_.end(), [&less](const AnyFact* a, const AnyFact* b) {
      return less(*static_cast<const Fact<A>*>(a), *static_cast<const Fact<A>*>(b));
    });
    return std::move(*this);
  }

 private:
  AnyFacts facts_{};
};

}  // namespace comity
