#include "search/words.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/check.h"
#include "base/folding.h"

namespace comity {
namespace {

const char* stemmer_of(Language language) {
  switch (language) {
    case Language::ar:
      return "arabic";
    case Language::en:
      return "english";
    case Language::es:
      return "spanish";
    case Language::fr:
      return "french";
    case Language::ru:
      return "russian";
    case Language::zh:
      break;
  }
  return "none";
}

// Without marks; but й is a letter of its own, and stays.
std::string folded(const icu::UnicodeString& word, const icu::Normalizer2& decomposed,
                   const icu::Normalizer2& composed) {
  UErrorCode status = U_ZERO_ERROR;
  // Hamza is a mark once taken apart: the letters of Arabic are told first.
  icu::UnicodeString letters;
  for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1))
    if (const auto letter = plain_arabic(static_cast<char32_t>(word.char32At(i))); letter != 0)
      letters.append(static_cast<UChar32>(letter));
  const auto apart = decomposed.normalize(letters, status);
  icu::UnicodeString out;
  UChar32 before = 0;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const auto sign = apart.char32At(i);
    const bool mark = u_charType(sign) == U_NON_SPACING_MARK;
    const bool short_i = sign == 0x0306 && before == 0x0438;
    if (!mark || short_i) out.append(sign);
    before = sign;
  }
  std::string utf8;
  composed.normalize(out, status).toUTF8String(utf8);
  check(U_SUCCESS(status) != 0, "ICU cannot normalize");
  return utf8;
}

// The article or particle that French ties to a word: "l’", "qu’", "jusqu’".
std::size_t elided(std::string_view word) {
  static constexpr std::array<std::string_view, 13> ties{"l", "d",  "c",     "j",      "m",      "n",     "s",
                                                         "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"};
  static constexpr std::array<std::string_view, 2> apostrophes{"'", "\xE2\x80\x99"};
  for (const auto apostrophe : apostrophes) {
    const auto at = word.find(apostrophe);
    if (at == std::string_view::npos) continue;
    std::string head(word.substr(0, at));
    for (auto& c : head) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (std::find(ties.begin(), ties.end(), head) != ties.end()) return at + apostrophe.size();
  }
  return 0;
}

constexpr std::size_t most_forms = 50'000;

}  // namespace

struct WordReader::Tools {
  Language language{};
  std::unique_ptr<icu::BreakIterator> breaks;
  const icu::Normalizer2* casefolded = nullptr;
  const icu::Normalizer2* composed = nullptr;
  const icu::Normalizer2* decomposed = nullptr;
  Xapian::Stem stem;

  SearchWord word(std::string_view text, Stretch place) {
    if (language == Language::fr) place.begin += elided(text.substr(place.begin, place.end - place.begin));
    const std::string letters(text.substr(place.begin, place.end - place.begin));
    auto known = forms.find(letters);
    if (known == forms.end()) {
      if (forms.size() == most_forms) forms.clear();
      known = forms.emplace(letters, forms_of(letters)).first;
    }
    return {known->second.first, known->second.second, place};
  }

 private:
  // Folded, and the stem.
  std::pair<std::string, std::string> forms_of(const std::string& word) const {
    UErrorCode status = U_ZERO_ERROR;
    auto letters = icu::UnicodeString::fromUTF8(word);
    letters.findAndReplace(icu::UnicodeString(UChar32{0x2019}), icu::UnicodeString(UChar32{'\''}));
    if (language == Language::ar)  // the stemmer knows a yeh at the end, in whatever form it is written
      letters.findAndReplace(icu::UnicodeString(UChar32{0x0649}), icu::UnicodeString(UChar32{0x064a}));
    const auto lower = casefolded->normalize(letters, status);
    check(U_SUCCESS(status) != 0, "ICU cannot fold");
    std::string utf8;
    lower.toUTF8String(utf8);
    return {folded(lower, *decomposed, *composed),
            folded(icu::UnicodeString::fromUTF8(stem(utf8)), *decomposed, *composed)};
  }

  std::unordered_map<std::string, std::pair<std::string, std::string>> forms{};  // the same words come again and again
};

WordReader::WordReader(Language language) : tools_(std::make_unique<Tools>()) {
  UErrorCode status = U_ZERO_ERROR;
  tools_->language = language;
  const std::string code(code_of(language));
  tools_->breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale(code.c_str()), status));
  tools_->casefolded = icu::Normalizer2::getNFKCCasefoldInstance(status);
  tools_->composed = icu::Normalizer2::getNFCInstance(status);
  tools_->decomposed = icu::Normalizer2::getNFDInstance(status);
  tools_->stem = Xapian::Stem(stemmer_of(language));
  check(U_SUCCESS(status) != 0, "ICU knows no words");
}

WordReader::~WordReader() = default;

const WordReader& reader_of(Language language) {
  thread_local std::array<std::unique_ptr<WordReader>, languages.size()> readers;
  auto& reader = readers[static_cast<std::size_t>(language)];
  if (!reader) reader = std::make_unique<WordReader>(language);
  return *reader;
}

std::vector<SearchWord> WordReader::read(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  UText* open = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  check(U_SUCCESS(status) != 0, "ICU opens no text");
  const std::unique_ptr<UText, UText* (*)(UText*)> closed(open, utext_close);
  auto& breaks = *tools_->breaks;
  breaks.setText(open, status);
  check(U_SUCCESS(status) != 0, "ICU breaks no text");
  std::vector<SearchWord> out;
  auto begin = breaks.first();
  for (auto end = breaks.next(); end != icu::BreakIterator::DONE; begin = end, end = breaks.next()) {
    if (breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    auto word = tools_->word(text, {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
    if (!word.folded.empty()) out.push_back(std::move(word));
  }
  return out;
}

}  // namespace comity
