// The six official languages, and a text in some of them.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace comity {

// In the order of the United Nations' lists (decisions.md 7: ar…zh sorted by code in the record's bytes).
enum class Language { ar, zh, en, fr, ru, es };
inline constexpr std::array<Language, 6> languages{Language::ar, Language::zh, Language::en,
                                                   Language::fr, Language::ru, Language::es};

constexpr std::string_view code_of(Language language) {
  constexpr std::array<std::string_view, 6> codes{"ar", "zh", "en", "fr", "ru", "es"};
  return codes[static_cast<std::size_t>(language)];
}

inline std::optional<Language> language_of(std::string_view code) {
  for (const auto language : languages)
    if (code_of(language) == code) return language;
  return std::nullopt;
}

constexpr bool right_to_left(Language language) { return language == Language::ar; }

// One text in up to six languages. `official`: taken from an official text in that language.
// `working`: our own translation, which every page, answer and file marks "working translation, not official".
// No language stands in both.
struct Texts {
  std::map<Language, std::string> official{};
  std::map<Language, std::string> working{};

  bool empty() const { return official.empty() && working.empty(); }
  bool operator==(const Texts&) const = default;
};

// The text in the language, whichever kind; null where there is none.
inline const std::string* find(const Texts& texts, Language language) {
  if (const auto it = texts.official.find(language); it != texts.official.end()) return &it->second;
  if (const auto it = texts.working.find(language); it != texts.working.end()) return &it->second;
  return nullptr;
}

}  // namespace comity
