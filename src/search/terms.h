// What stands in the index: terms of words, of stems and of where a word may be looked for; what each document is.
#pragma once

#include <xapian.h>

#include <string>

#include "views/searching.h"

namespace comity {

inline constexpr Xapian::valueno entry_slot = 0;
inline constexpr Xapian::valueno place_slot = 1;
inline constexpr std::size_t longest_term = 200;  // bytes; Xapian takes 245

inline std::string stem_term(const std::string& stem) { return "Z" + stem; }
inline std::string part_term(const std::string& part) { return "XP" + part; }
inline std::string place_term(std::uint64_t entry, const std::string& place) {
  return "Q" + std::to_string(entry) + ":" + place;
}

// What the reader wrote, as a query of the index. `any`: one of the words is enough.
Xapian::Query query_of(const Xapian::Database& database, const SearchQuery& query, Language language, bool any);
// Of these, the words that had to stand there, apart.
std::string demanded_words(const Xapian::Database& database, const SearchQuery& query, Language language);
// The words with those replaced that the index does not have but has a near one of; empty where there is none.
std::string corrected(const Xapian::Database& database, const SearchQuery& query, Language language);

}  // namespace comity
