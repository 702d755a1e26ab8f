// Result<T>: a value, or a Refusal that the edge translates. (std::expected is not in the compilers that we support.)
#pragma once

#include <map>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace comity {

// Why something was refused: a stable kebab-case code and the values that its sentence names.
// Every code has a message `refusal.<code>` in the six catalogues (tools/tidy checks).
struct Refusal {
  std::string code;
  std::map<std::string, std::string> values{};

  bool operator==(const Refusal&) const = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Refusal refusal) : held_(std::move(refusal)) {}

  explicit operator bool() const { return std::holds_alternative<T>(held_); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value_for_move()); }
  const T* operator->() const { return &value(); }
  const Refusal& refusal() const {
    check(!*this, "asked for the refusal of a granted result");
    return *std::get_if<Refusal>(&held_);
  }

 private:
  const T& value() const {
    check(bool(*this), "asked for the value of a refused result");
    return *std::get_if<T>(&held_);
  }
  T& value_for_move() {
    check(bool(*this), "asked for the value of a refused result");
    return *std::get_if<T>(&held_);
  }

  std::variant<T, Refusal> held_;
};

struct Granted {
  bool operator==(const Granted&) const = default;
};
using Verdict = Result<Granted>;

}  // namespace comity
