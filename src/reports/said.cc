#include "reports/said.h"

#include <algorithm>

namespace comity {
namespace {

// Around a text in another language while a sentence is made: characters that Unicode keeps out of all texts (U+FDD0
// and following, one for each language, and U+FDDF).
constexpr std::string_view mark_stem = "\xEF\xB7";
constexpr char first_mark = '\x90';
constexpr char end_mark = '\x9F';

std::string marked(Language language, const std::string& text) {
  const auto at = std::find(languages.begin(), languages.end(), language) - languages.begin();
  const auto opening = static_cast<char>(static_cast<unsigned char>(first_mark) + at);
  return std::string(mark_stem) + opening + text + std::string(mark_stem) + end_mark;
}

bool is_mark(std::string_view rest) {
  if (!rest.starts_with(mark_stem) || rest.size() <= mark_stem.size()) return false;
  const auto index = static_cast<unsigned char>(rest[mark_stem.size()]) - static_cast<unsigned char>(first_mark);
  return rest[mark_stem.size()] == end_mark || (index >= 0 && index < static_cast<int>(languages.size()));
}

std::string with_marks(const Tongue& tongue, const Say& say);

struct SayInWords {
  const Tongue& tongue;
  Value operator()(std::int64_t value) const { return value; }
  Value operator()(const std::string& value) const { return value; }
  // A text of another language names it.
  Value operator()(const Texts& value) const {
    const auto language = shown(tongue.language(), languages_of(value));
    if (!language) return std::string();
    if (*language == tongue.language()) return *find(value, *language);
    return tongue.say("said.in-language", {{"text", marked(*language, *find(value, *language))},
                                           {"language", tongue.say("language." + std::string(code_of(*language)))}});
  }
  Value operator()(const std::vector<std::string>& value) const { return value; }
  Value operator()(const std::vector<Say>& value) const {
    if (value.empty()) return std::string();
    if (value.size() == 1 && value.front().verbatim) return Verbatim{with_marks(tongue, value.front())};
    std::vector<std::string> all;
    for (const auto& one : value) all.push_back(with_marks(tongue, one));
    return all;
  }
};

std::string with_marks(const Tongue& tongue, const Say& say) {
  if (say.empty()) return {};
  Values values;
  for (const auto& [name, value] : say.values) values.emplace(name, std::visit(SayInWords{tongue}, value));
  if (say.around)
    for (const auto& [name, value] : *say.around) values.emplace(name, std::visit(SayInWords{tongue}, value));
  return tongue.say(say.key, values);
}

}  // namespace

std::vector<SaidPiece> said_in_pieces(const Tongue& tongue, const Say& say) {
  std::vector<SaidPiece> out;
  std::optional<Language> language;
  const auto whole = with_marks(tongue, say);
  std::string_view rest = whole;
  while (!rest.empty()) {
    auto end = rest.find(mark_stem);
    while (end != rest.npos && !is_mark(rest.substr(end))) end = rest.find(mark_stem, end + 1);
    if (end != 0) out.push_back({std::string(rest.substr(0, end)), language});
    if (end == rest.npos) break;
    const char mark = rest[end + mark_stem.size()];
    language.reset();
    if (mark != end_mark) language = languages[static_cast<std::size_t>(mark - first_mark)];
    rest.remove_prefix(end + mark_stem.size() + 1);
  }
  return out;
}

std::string said(const Tongue& tongue, const Say& say) {
  std::string out;
  for (const auto& piece : said_in_pieces(tongue, say)) out += piece.text;
  return out;
}

std::optional<Language> shown(Language own, const std::vector<Language>& there) {
  for (const auto wanted : {own, Language::en})
    if (std::find(there.begin(), there.end(), wanted) != there.end()) return wanted;
  return there.empty() ? std::nullopt : std::optional(there.front());
}

std::vector<Language> languages_of(const Texts& texts) {
  std::vector<Language> out;
  for (const auto* some : {&texts.official, &texts.working})
    for (const auto& [language, text] : *some) out.push_back(language);
  return out;
}

}  // namespace comity
