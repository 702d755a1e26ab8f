// How many members an aggregate has, and how many its field list visits: so that no member is forgotten.
#pragma once

#include <cstddef>
#include <utility>

namespace comity {

// Stands for a member of any type.
template <std::size_t>
struct AnyMember {
  template <class T>
  operator T() const;  // never called, hence without a body
};

template <class T, std::size_t... I>
constexpr bool holds(std::index_sequence<I...>) {
  return requires { T{{AnyMember<I>{}}...}; };
}

// The largest number of braced values from which a T can be made. T must be an aggregate.
template <class T, std::size_t N = 40>
constexpr std::size_t members() {
  if constexpr (N == 0 || holds<T>(std::make_index_sequence<N>()))
    return N;
  else
    return members<T, N - 1>();
}

// Counts whatever a field list visits.
template <class T>
std::size_t visited() {
  std::size_t count = 0;
  const T value{};
  T::fields(value, [&count](auto&&...) { ++count; });
  return count;
}

}  // namespace comity
