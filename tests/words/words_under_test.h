// The shipped catalogue, loaded once for the tests of one file.
#pragma once

#include <string>

#include "base/assets.h"
#include "words/catalogue.h"

namespace comity {

inline const Catalogue& shipped() {
  static const Catalogue loaded = [] {
    auto read = Catalogue::from(assets());
    if (!read) {
      std::string why = read.refusal().code;
      for (const auto& [name, value] : read.refusal().values) why += " " + name + "=" + value;
      check(false, why);
    }
    return *std::move(read);
  }();
  return loaded;
}

}  // namespace comity
