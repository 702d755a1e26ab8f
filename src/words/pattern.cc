#include "words/pattern.h"

#include <unicode/messagepattern.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "words/forms.h"
#include "words/letters.h"
#include "words/numbers.h"
#include "words/unicode.h"

namespace comity {
namespace {

// Walks the flat list of parts that ICU leaves behind.
class Walk {
 public:
  Walk(const icu::MessagePattern& parsed) : parsed_(parsed) {}

  // The message whose MSG_START is the current part; afterwards the part behind its MSG_LIMIT is current.
  Pieces message() {
    Pieces pieces;
    auto from = parsed_.getPart(at_).getLimit();
    for (++at_;;) {
      const auto& part = parsed_.getPart(at_);
      words(pieces, from, part.getIndex());
      from = part.getLimit();
      const auto type = part.getType();
      if (type == UMSGPAT_PART_TYPE_REPLACE_NUMBER) pieces.push_back({Piece::Kind::number, counted_});
      if (type == UMSGPAT_PART_TYPE_ARG_START) {
        pieces.push_back(argument());
        from = parsed_.getPart(at_).getLimit();
      }
      ++at_;
      if (type == UMSGPAT_PART_TYPE_MSG_LIMIT) return pieces;
    }
  }

  const std::string& unknown() const { return unknown_; }

 private:
  // Stops at ARG_LIMIT.
  Piece argument() {
    const auto kind = parsed_.getPart(at_).getArgType();
    Piece piece{Piece::Kind::value, utf8(parsed_.getSubstring(parsed_.getPart(++at_)))};
    if (parsed_.getPart(at_).getType() != UMSGPAT_PART_TYPE_ARG_NAME) unknown_ = piece.text;
    ++at_;
    if (kind == UMSGPAT_ARG_TYPE_NONE) return piece;
    if (kind == UMSGPAT_ARG_TYPE_SIMPLE) return form(std::move(piece));
    if (kind == UMSGPAT_ARG_TYPE_PLURAL || kind == UMSGPAT_ARG_TYPE_SELECT) return choice(std::move(piece), kind);
    unknown_ = piece.text;
    at_ = parsed_.getLimitPartIndex(start_of(at_));
    return piece;
  }

  int start_of(int at) const {
    while (parsed_.getPart(at).getType() != UMSGPAT_PART_TYPE_ARG_START) --at;
    return at;
  }

  Piece form(Piece piece) {
    piece.kind = Piece::Kind::form;
    piece.form = utf8(parsed_.getSubstring(parsed_.getPart(at_++)));
    if (parsed_.getPart(at_).getType() == UMSGPAT_PART_TYPE_ARG_STYLE)
      piece.style = utf8(parsed_.getSubstring(parsed_.getPart(at_++)).trim());
    if (!known_form(piece.form, piece.style)) unknown_ = piece.form + " " + piece.style;
    return piece;
  }

  Piece choice(Piece piece, UMessagePatternArgType kind) {
    piece.kind = kind == UMSGPAT_ARG_TYPE_PLURAL ? Piece::Kind::plural : Piece::Kind::select;
    const auto outer = counted_;
    if (piece.kind == Piece::Kind::plural) counted_ = piece.text;
    while (parsed_.getPart(at_).getType() != UMSGPAT_PART_TYPE_ARG_LIMIT) {
      // "offset:1" would make the number said another than the number given.
      if (parsed_.getPart(at_).getType() != UMSGPAT_PART_TYPE_ARG_SELECTOR) {
        unknown_ = "offset";
        ++at_;
        continue;
      }
      auto selector = utf8(parsed_.getSubstring(parsed_.getPart(at_++)));
      if (parsed_.getPart(at_).getType() != UMSGPAT_PART_TYPE_MSG_START) ++at_;  // the value of an "=1"
      piece.cases.push_back({std::move(selector), message()});
    }
    counted_ = outer;
    return piece;
  }

  void words(Pieces& pieces, std::int32_t from, std::int32_t to) {
    if (from >= to) return;
    auto text = utf8(parsed_.getPatternString().tempSubStringBetween(from, to));
    if (text.find('}') != std::string::npos) unknown_ = text;  // ICU would print it; a translator lost its {
    pieces.push_back({Piece::Kind::words, std::move(text)});
  }

  const icu::MessagePattern& parsed_;
  std::int32_t at_ = 0;
  std::string counted_{};
  std::string unknown_{};
};

const Pieces& chosen(const Piece& piece, const std::string& exact, std::string_view name) {
  const Pieces* found = nullptr;
  for (const auto& [selector, message] : piece.cases) {
    if (selector == exact) return message;
    if (selector == name || (!found && selector == "other")) found = &message;
  }
  check(found != nullptr, "a choice without “other” was loaded");
  return *found;
}

using Many = std::vector<std::string>;

// Latin letters within Arabic: without isolation "A/77/275 (2022)" would be torn apart (UAX #9, 4.3 HL4).
std::string isolated(Language language, const std::string& text) {
  if (!right_to_left(language)) return text;
  bool latin = false;
  const auto unicode = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const auto direction = u_charDirection(unicode.char32At(i));
    if (direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_RIGHT_TO_LEFT) return text;
    latin |= direction == U_LEFT_TO_RIGHT;
  }
  return latin ? "\u2066" + text + "\u2069" : text;
}

const Value& value_of(const Values& values, const std::string& name) {
  const auto it = values.find(name);
  check(it != values.end(), "a message was said without its value " + name);
  return it->second;
}

std::int64_t number_of(const Values& values, const std::string& name) {
  const auto counted = as_number(value_of(values, name));
  check(counted.has_value(), "a message counts what is not a number: " + name);
  return *counted;
}

std::string plain(Language language, const Value& value) {
  if (const auto* verbatim = std::get_if<Verbatim>(&value)) return verbatim->text;
  if (const auto* count = std::get_if<std::int64_t>(&value)) return number(language, *count);
  if (const auto* text = std::get_if<std::string>(&value)) return isolated(language, *text);
  auto items = *std::get_if<Many>(&value);
  for (auto& item : items) item = isolated(language, item);
  return join(language, items);
}

bool has_case(const Piece& piece, std::string_view selector) {
  return std::any_of(piece.cases.begin(), piece.cases.end(),
                     [selector](const auto& one) { return one.first == selector; });
}

// What a select looks at: a list is told by how many it holds, unless it is one of the words that are chosen from.
std::string_view selector_of(const Piece& piece, const Value& value) {
  if (std::holds_alternative<Verbatim>(value)) return "other";
  if (const auto* many = std::get_if<Many>(&value)) {
    const bool word = many->size() == 1 && has_case(piece, many->front());
    return word ? std::string_view(many->front()) : many->size() == 1 ? "one" : many->size() == 2 ? "two" : "other";
  }
  const auto* text = std::get_if<std::string>(&value);
  check(text != nullptr, "a message selects by a number: " + piece.text);
  return *text;
}

bool is_verbatim(const Value& value) { return std::holds_alternative<Verbatim>(value); }

std::string counted(Language language, const Values& values, const std::string& name) {
  const auto& value = value_of(values, name);
  return is_verbatim(value) ? plain(language, value) : number(language, number_of(values, name));
}

std::string formed(const Tongue& tongue, const Piece& piece, const Value& value) {
  if (is_verbatim(value)) return plain(tongue.language(), value);
  if (piece.form == "capital") return capitalised(plain(tongue.language(), value));
  return say_form(tongue, piece.form, piece.style, value);
}

std::string say_choice(const Tongue& tongue, const Piece& piece, const Values& values) {
  if (piece.kind == Piece::Kind::plural && !is_verbatim(value_of(values, piece.text))) {
    const auto count = number_of(values, piece.text);
    const auto& message = chosen(piece, "=" + std::to_string(count), plural_class(tongue.language(), count));
    return say_pieces(tongue, message, values);
  }
  // ICU takes no hyphen in a selector: the code "vice-chair" is chosen as vice_chair.
  std::string name(selector_of(piece, value_of(values, piece.text)));
  std::replace(name.begin(), name.end(), '-', '_');
  return say_pieces(tongue, chosen(piece, name, name), values);
}

}  // namespace

Result<Pieces> parse_pattern(std::string_view pattern) {
  // No sentence is so long; a longer one is nested without end.
  if (pattern.size() > 16'000) return Refusal{"words-pattern", {{"found", std::string(pattern.substr(0, 40))}}};
  const auto text = icu::UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessagePattern parsed(text, &where, status);
  if (U_FAILURE(status)) return Refusal{"words-pattern", {{"found", utf8(icu::UnicodeString(where.preContext))}}};
  Walk walk(parsed);
  auto pieces = walk.message();
  if (!walk.unknown().empty()) return Refusal{"words-pattern", {{"found", walk.unknown()}}};
  return pieces;
}

std::optional<std::int64_t> as_number(const Value& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return *count;
  if (const auto* many = std::get_if<Many>(&value)) return static_cast<std::int64_t>(many->size());
  const auto* said = std::get_if<std::string>(&value);
  if (!said) return std::nullopt;
  const auto& text = *said;
  std::int64_t read = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), read);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return read;
}

std::string say_pieces(const Tongue& tongue, const Pieces& pieces, const Values& values) {
  std::string said;
  for (const auto& piece : pieces) {
    switch (piece.kind) {
      case Piece::Kind::words:
        said += piece.text;
        break;
      case Piece::Kind::value:
        said += plain(tongue.language(), value_of(values, piece.text));
        break;
      case Piece::Kind::number:
        said += counted(tongue.language(), values, piece.text);
        break;
      case Piece::Kind::form:
        said += formed(tongue, piece, value_of(values, piece.text));
        break;
      case Piece::Kind::plural:
      case Piece::Kind::select:
        said += say_choice(tongue, piece, values);
        break;
    }
  }
  return said;
}

}  // namespace comity
