// One message, read by ICU's MessagePattern and kept as a tree that never changes: any number of threads may say it.
// (icu::MessageFormat makes its formatters on first use and must not be shared.)
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "words/catalogue.h"

namespace comity {

struct Piece;
using Pieces = std::vector<Piece>;

// A stretch of a message.
struct Piece {
  enum class Kind { words, value, number, plural, select, form };
  Kind kind = Kind::words;
  std::string text{};                                   // words: the words themselves; else: the name of the value
  std::vector<std::pair<std::string, Pieces>> cases{};  // plural, select: selector ("=1", "few", "other") and message
  std::string form{};                                   // form: "date", "days" or "ordinal"
  std::string style{};                                  // form: "when"; "meeting genitive words"
};

// Refuses words-pattern {found}: what ICU cannot read, and forms that we do not have.
Result<Pieces> parse_pattern(std::string_view pattern);

// The names of all values that the message may ask for, sorted, each once.
std::vector<std::string> names_in(const Pieces& pieces);
// The first plural class of the language that a plural of the message lacks. `=1` stands for a class that is only 1.
std::optional<std::string> missing_class(const Pieces& pieces, Language language);
std::string plural_class(Language language, std::int64_t value);

// The values of refusals are texts: "3" counts as 3.
std::optional<std::int64_t> as_number(const Value& value);

std::string say_pieces(const Tongue& tongue, const Pieces& pieces, const Values& values);

}  // namespace comity
