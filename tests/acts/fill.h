// Fills an act through its field list: with fixed values (the golden example of each kind) or with random ones.
#pragma once

#include <random>

#include "acts/codec.h"

namespace comity {

// Answers the questions that a filling asks. The fixed one always says the same.
class Choices {
 public:
  static Choices fixed() { return Choices(std::nullopt); }
  static Choices random(unsigned seed) { return Choices(seed); }

  // A number from 0 to n - 1; the fixed choice is the first.
  std::size_t below(std::size_t n) {
    if (!random_) return 0;
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(*random_);
  }
  // Whether to fill in a field that may be absent; the fixed choice fills in all.
  bool wanted() { return below(3) != 2; }

 private:
  explicit Choices(std::optional<unsigned> seed) {
    if (seed) random_.emplace(*seed);
  }
  std::optional<std::mt19937> random_{};
};

class Filler {
 public:
  explicit Filler(Choices& choices) : choices_(choices) {}

  template <class T>
  void operator()(std::string_view name, T& value, Need need) {
    if (need == Need::must || choices_.wanted()) fill(name, value);
  }

 private:
  void fill(std::string_view name, std::string& value) {
    constexpr std::array<std::string_view, 4> tails{"", " «é»", " 中文 \"\\\n", " العربية"};
    value = "A " + std::string(name) + std::string(tails[choices_.below(tails.size())]);
  }
  void fill(std::string_view, std::int64_t& value) {
    constexpr std::array<std::int64_t, 4> numbers{7, 0, -1, 9007199254740991};
    value = numbers[choices_.below(numbers.size())];
  }
  void fill(std::string_view, Date& value) {
    constexpr std::array<Date, 3> dates{Date{2022, 4, 22}, Date{2022, 4, 0}, Date{2022, 0, 0}};
    value = dates[choices_.below(dates.size())];
  }
  void fill(std::string_view, Days& value) { value = {{2022, 3, 28}, {2022, 4, 1}}; }
  void fill(std::string_view, Happened& value) {
    value = choices_.below(2) == 0 ? Happened{{2022, 4, 22}, "10:00", "America/New_York", "-04:00"}
                                   : Happened{{2022, 4, 0}, {}, {}, {}};
  }
  void fill(std::string_view, Language& value) { value = languages[choices_.below(languages.size())]; }
  void fill(std::string_view, Json& value) { value = JsonObject{{"meeting", "oewg-ict/s4/2023-03-06-am"}}; }
  void fill(std::string_view name, Texts& value) {
    value.official.emplace(Language::es, "Texto oficial: " + std::string(name));
    for (const auto language : {Language::ar, Language::fr})
      if (choices_.wanted()) value.working.emplace(language, "Working text: " + std::string(name));
  }
  void fill(std::string_view, Symbol& value) { value.text = "A/AC.292/2023/L.1"; }
  template <class Tag>
  void fill(std::string_view name, Id<Tag>& value) {
    value.text = "oewg-ict/" + std::string(name) + "-" + std::to_string(choices_.below(9));
  }
  template <class E>
  requires requires { Codes<E>::all; }
  void fill(std::string_view, E& value) { value = static_cast<E>(choices_.below(Codes<E>::all.size())); }
  template <class T>
  void fill(std::string_view name, std::optional<T>& value) {
    fill(name, value.emplace());
  }
  template <class T>
  void fill(std::string_view name, std::vector<T>& values) {
    const auto count = 1 + choices_.below(3);
    for (std::size_t i = 0; i < count; ++i) fill(name, values.emplace_back());
  }

  Choices& choices_;
};

template <class A>
A filled(Choices& choices) {
  A act{};
  A::fields(act, Filler(choices));
  return act;
}

// Calls visit.operator()<A>() for each kind of act.
template <class... A, class Visit>
void each_kind_of(const std::variant<A...>*, Visit&& visit) {
  (visit.template operator()<A>(), ...);
}
template <class Visit>
void each_kind(Visit&& visit) {
  each_kind_of(static_cast<const Act*>(nullptr), visit);
}

}  // namespace comity
