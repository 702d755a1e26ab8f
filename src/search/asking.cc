// What a reader wrote, as a query: words in quotation marks stand together, a word after a minus must not stand there.
#include <algorithm>
#include <cctype>

#include "search/terms.h"
#include "search/words.h"

namespace comity {
namespace {

using Query = Xapian::Query;

struct Piece {
  std::string_view text;
  bool together = false;
  bool without = false;
};

// The marks that open and close a quotation, in the habits of six languages.
std::size_t quotation(std::string_view text) {
  for (const std::string_view mark :
       {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB", "\xE3\x80\x8C", "\xE3\x80\x8D"})
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  bool together = false;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (end > begin) out.push_back({text.substr(begin, end - begin), together, false});
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = quotation(text.substr(at));
    if (mark == 0 && (together || text[at] != ' ')) {
      ++at;
      continue;
    }
    add(at);
    if (mark > 0) together = !together;
    begin = at += std::max<std::size_t>(mark, 1);
  }
  add(text.size());
  for (auto& piece : out)
    if (!piece.together && piece.text.size() > 1 && piece.text.front() == '-') {
      piece.without = true;
      piece.text.remove_prefix(1);
    }
  return out;
}

// Words that stand nearly everywhere tell little and are not demanded.
bool is_common(const Xapian::Database& database, const SearchWord& word) {
  const auto all = database.get_doccount();
  return all > 20 && database.get_termfreq(word.folded) > all / 4;
}

Query of_word(const SearchWord& word) { return Query(Query::OP_OR, Query(word.folded), Query(stem_term(word.stem))); }

Query of_phrase(const std::vector<SearchWord>& words) {
  std::vector<Query> terms;
  for (const auto& word : words) terms.emplace_back(word.folded);
  return Query(Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size()));
}

struct Parts {
  std::vector<Query> demanded{};
  std::vector<Query> welcome{};
  std::vector<Query> unwanted{};
};

void sort_in(const Xapian::Database& database, const Piece& piece, const std::vector<SearchWord>& words, Parts& parts) {
  if (words.empty()) return;
  if (piece.without) return parts.unwanted.push_back(of_phrase(words));
  if (piece.together && words.size() > 1) return parts.demanded.push_back(of_phrase(words));
  for (const auto& word : words) (is_common(database, word) ? parts.welcome : parts.demanded).push_back(of_word(word));
}

Query joined(Query::op how, const std::vector<Query>& queries) { return Query(how, queries.begin(), queries.end()); }

// Any of the rarer words of a wording; the more of them, the better.
Query of_wording(const std::vector<SearchWord>& words) {
  constexpr Xapian::termcount telling = 20;
  std::vector<Query> terms;
  for (const auto& word : words) terms.push_back(of_word(word));
  return Query(Query::OP_ELITE_SET, terms.begin(), terms.end(), telling);
}

Query in_parts(const Query& query, const std::vector<std::string>& parts) {
  if (parts.empty() || query.empty()) return query;
  std::vector<Query> allowed;
  for (const auto& part : parts) allowed.emplace_back(part_term(part));
  return Query(Query::OP_FILTER, query, joined(Query::OP_OR, allowed));
}

}  // namespace

Query query_of(const Xapian::Database& database, const SearchQuery& query, Language language, bool any) {
  const auto& reader = reader_of(language);
  if (query.resembling) return in_parts(of_wording(reader.read(query.words)), query.parts);
  Parts parts;
  for (const auto& piece : pieces_of(query.words)) sort_in(database, piece, reader.read(piece.text), parts);
  if (parts.demanded.empty()) std::swap(parts.demanded, parts.welcome);
  if (parts.demanded.empty()) return {};
  auto out = joined(any ? Query::OP_OR : Query::OP_AND, parts.demanded);
  if (!parts.welcome.empty()) out = Query(Query::OP_AND_MAYBE, out, joined(Query::OP_OR, parts.welcome));
  if (!parts.unwanted.empty()) out = Query(Query::OP_AND_NOT, out, joined(Query::OP_OR, parts.unwanted));
  return in_parts(out, query.parts);
}

std::string demanded_words(const Xapian::Database& database, const SearchQuery& query, Language language) {
  std::string telling;
  std::string common;
  for (const auto& piece : pieces_of(query.words)) {
    if (piece.without) continue;
    for (const auto& word : reader_of(language).read(piece.text)) {
      auto& words = piece.together || !is_common(database, word) ? telling : common;
      words += std::string(piece.text.substr(word.place.begin, word.place.end - word.place.begin)) + " ";
    }
  }
  return telling.empty() ? common : telling;
}

std::string corrected(const Xapian::Database& database, const SearchQuery& query, Language language) {
  const auto& reader = reader_of(language);
  auto words = reader.read(query.words);
  std::string out = query.words;
  bool any = false;
  std::reverse(words.begin(), words.end());  // so that places stay true while words before them change
  for (const auto& word : words) {
    if (database.term_exists(word.folded) || database.term_exists(stem_term(word.stem))) continue;
    const auto near = database.get_spelling_suggestion(word.folded, 2);
    if (near.empty()) continue;
    out.replace(word.place.begin, word.place.end - word.place.begin, near);
    any = true;
  }
  return any ? out : std::string();
}

}  // namespace comity
