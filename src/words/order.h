// The alphabetical order of each language, for States and titles. United Nations texts list States in the order of each
// language version (DGACM editorial manual). Chinese: docs/decisions/chinese-order.md; Arabic: arabic-order.md.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"

namespace comity {

// Bytes that compare as the texts do in the language.
std::string sort_key(Language language, std::string_view text);
bool before(Language language, std::string_view a, std::string_view b);

// The items in the order of the texts that `text_of` gives. Stable.
template <class Item, class TextOf>
std::vector<Item> in_order(Language language, std::vector<Item> items, TextOf text_of) {
  std::vector<std::pair<std::string, std::size_t>> keys;
  for (std::size_t i = 0; i < items.size(); ++i)
    keys.push_back({sort_key(language, std::invoke(text_of, items[i])), i});
  std::sort(keys.begin(), keys.end());
  std::vector<Item> sorted;
  for (const auto& key : keys) sorted.push_back(std::move(items[key.second]));
  return sorted;
}

}  // namespace comity
