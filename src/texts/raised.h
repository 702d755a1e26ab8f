// Small raised figures: "²³" is 23.
#pragma once

#include <string>
#include <string_view>

namespace comity {

struct Raised {
  std::string number{};   // in plain digits; empty where the text does not begin with a raised one
  std::size_t bytes = 0;  // of the raised ones
};
Raised raised_digits(std::string_view text);
// "23" is "²³".
std::string raised(std::string_view digits);

}  // namespace comity
