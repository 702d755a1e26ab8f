// Chance that is the same on every machine and under every library: all that a simulation decides comes from a seed.
#pragma once

#include <cstdint>
#include <string>

namespace comity {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  // SplitMix64 (Steele, Lea, Flood 2014).
  std::uint64_t next() {
    auto z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t bound) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
  }
  bool one_in(std::int64_t times) { return below(times) == 0; }
  std::string bytes(std::size_t count) {
    std::string out;
    while (out.size() < count) out += static_cast<char>(next() & 0xff);
    return out;
  }
  template <class List>
  const auto& among(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(list))))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace comity
