#include "words/order.h"

#include <unicode/coll.h>

#include <array>
#include <memory>

#include "base/check.h"

namespace comity {
namespace {

// Function-local: a collator is immutable once made, and making the Chinese one is slow.
const icu::Collator& collator(Language language) {
  static const auto all = [] {
    constexpr std::array<const char*, languages.size()> locales{"ar", "zh-u-co-pinyin", "en", "fr", "ru", "es"};
    std::array<std::unique_ptr<icu::Collator>, languages.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
      UErrorCode status = U_ZERO_ERROR;
      made[i].reset(icu::Collator::createInstance(icu::Locale::forLanguageTag(locales[i], status), status));
      check(U_SUCCESS(status), "ICU has no order for a language");
      made[i]->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);  // "2nd" before "10th"
      check(U_SUCCESS(status), "ICU cannot order numbers");
    }
    return made;
  }();
  return *all[static_cast<std::size_t>(language)];
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
    out.replace(at, from.size(), to);
  return out;
}

// What the text is looked up under.
std::string looked_up(Language language, std::string_view text) {
  // docs/decisions/arabic-order.md: the article does not count. Written with bare alif it is the article;
  // a stem that begins with alif and lam carries a hamza (ألبانيا).
  constexpr std::string_view article = "ال";
  if (language == Language::ar && text.starts_with(article)) return std::string(text.substr(article.size()));
  // docs/decisions/chinese-order.md: 秘 is read bì in the name of Peru, and mì elsewhere; 必 is read bì.
  if (language == Language::zh) return replaced(text, "秘鲁", "必鲁");
  return std::string(text);
}

}  // namespace

std::string sort_key(Language language, std::string_view text) {
  const auto found = looked_up(language, text);
  const auto unicode = icu::UnicodeString::fromUTF8(found);
  std::string key;
  const auto& order = collator(language);
  key.resize(static_cast<std::size_t>(order.getSortKey(unicode, nullptr, 0)));
  order.getSortKey(unicode, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
  // Equal in the language's eyes, yet not the same: the bytes decide, so that an order is always the same order.
  return key + std::string(text);
}

bool before(Language language, std::string_view a, std::string_view b) {
  return sort_key(language, a) < sort_key(language, b);
}

}  // namespace comity
