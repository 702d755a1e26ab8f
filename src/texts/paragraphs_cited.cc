// Paragraphs and annexes as texts cite them; the words for them in each language, and how numbers are listed.
#include <algorithm>
#include <array>

#include "texts/arabic_letters.h"
#include "texts/cited.h"
#include "texts/roman.h"
#include "texts/signs.h"

namespace comity {
namespace {

using Words = std::vector<std::string_view>;

struct Tongue {
  Words paragraph;  // before the number; the longest first
  Words between;    // "operative", "dispositivo": between the word and the number
  Words parts;      // "subparagraphs (a) and (b) of paragraph 15"
  Words of;         // before the paragraph that they are parts of
  Words annex;
  Words to;    // "8 to 13"
  Words and_;  // "8 and 9"
};

const Tongue& words_of(Language language) {
  static const std::array<Tongue, 6> six{{
      {{"الفقرتان ", "الفقرتين ", "الفقرات ", "الفقرة ", "للفقرة ", "بالفقرة "},
       {"من منطوق القرار "},
       {"الفقرتان الفرعيتان ", "الفقرتين الفرعيتين ", "الفقرات الفرعية ", "الفقرة الفرعية "},
       {" من "},
       {"المرفق"},
       {" إلى ", "-"},
       {" و ", " و", "، "}},
      {{"第"}, {"执行部分"}, {}, {}, {"附件"}, {"至第", "至", "-", "到"}, {"和第", "和", "、第", "、", "及"}},
      {{"paragraphs ", "paragraph ", "paras. ", "para. ", "Paragraph ", "Paragraphs "},
       {"operative "},
       {"subparagraphs ", "subparagraph ", "subparas. ", "subpara. "},
       {" of "},
       {"annex", "Annex"},
       {" to ", "–", "-"},
       {" and ", ", "}},
      {{"paragraphes ", "paragraphe ", "par. ", "Paragraphe ", "Paragraphes "},
       {"du dispositif "},
       {"alinéas ", "alinéa ", "al. "},
       {" du ", " des "},
       {"annexe", "Annexe"},
       {" à ", "–", "-"},
       {" et ", ", "}},
      {{"пунктами ", "пунктах ", "пунктов ", "пунктам ", "пунктом ", "пункты ", "пункте ", "пункта ", "пункту ",
        "пункт ", "пп. ", "п. "},
       {"постановляющей части "},
       {"подпунктами ", "подпунктах ", "подпунктов ", "подпункты ", "подпункте ", "подпункта ", "подпункт "},
       {" "},
       {"приложениям", "приложение", "приложении", "приложения", "приложению"},
       {"–", " по ", "-"},
       {" и ", ", "}},
      {{"párrafos ", "párrafo ", "párrs. ", "párr. ", "Párrafos ", "Párrafo "},
       {"dispositivo ", "operativo ", "de la parte dispositiva "},
       {"apartados ", "apartado ", "incisos ", "inciso "},
       {" del ", " de los "},
       {"anexo", "Anexo"},
       {" a ", "–", "-"},
       {" y ", " e ", ", "}},
  }};
  return six[static_cast<std::size_t>(language)];
}

// Reads along a text.
class Reading {
 public:
  Reading(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }
  void go(std::size_t to) { at_ = to; }
  bool take(const Words& words) {
    for (const auto word : words)
      if (rest().starts_with(word)) {
        at_ += word.size();
        return true;
      }
    return false;
  }
  std::string digits() {
    const auto begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }
  // " e)", "(a)", " (ii)", "b)": the letter or small Roman numeral; empty where none stands here.
  // In Arabic the letter of that place in the order of numerals.
  std::string letter() {
    auto begin = at_;
    if (begin < text_.size() && text_[begin] == ' ') ++begin;
    if (begin < text_.size() && text_[begin] == '(') ++begin;
    if (const auto arabic = arabic_letter(text_.substr(begin)); arabic.bytes > 0) {
      if (!text_.substr(begin + arabic.bytes).starts_with(')')) return "";
      at_ = begin + arabic.bytes + 1;
      return std::string(1, arabic.letter);
    }
    auto end = begin;
    while (end < text_.size() && end < begin + 5 && is_small(text_[end])) ++end;
    const auto mark = text_.substr(begin, end - begin);
    if (mark.empty() || end >= text_.size() || text_[end] != ')' || (mark.size() > 1 && roman_value(mark) == 0))
      return "";
    at_ = end + 1;
    return std::string(mark);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// "14 c) ii)" as "14-c-ii".
std::string read_number(Reading& in) {
  auto out = in.digits();
  if (out.empty() || out.size() > 3) return "";
  for (auto letter = in.letter(); !letter.empty(); letter = in.letter()) out += '-' + letter;
  return out;
}

void add_range(std::vector<std::string>& numbers, const std::string& last) {
  constexpr int longest = 60;  // paragraphs; more is no range
  const int from = std::atoi(numbers.back().c_str());
  const int to = std::atoi(last.c_str());
  for (int number = from + 1; number < to && to - from <= longest; ++number) numbers.push_back(std::to_string(number));
  numbers.push_back(last);
}

std::vector<std::string> read_numbers(Reading& in, const Tongue& words) {
  std::vector<std::string> numbers{read_number(in)};
  if (numbers.front().empty()) return {};
  for (;;) {
    const auto before = in.at();
    const bool range = in.take(words.to);
    if (!range && !in.take(words.and_)) return numbers;
    const auto same = numbers.back().substr(0, numbers.back().find('-'));
    if (const auto letter = range ? "" : in.letter(); !letter.empty()) {  // "57 b) y d)"
      numbers.push_back(same + '-' + letter);
      continue;
    }
    const auto next = read_number(in);
    const bool follows =
        !next.empty() && std::atoi(next.c_str()) > std::atoi(same.c_str()) && !in.rest().starts_with('/');
    if (!follows) {
      in.go(before);
      return numbers;
    }
    range ? add_range(numbers, next) : numbers.push_back(next);
  }
}

int chinese_number(std::string_view text) {
  constexpr std::array<std::string_view, 10> figures{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (text.starts_with(figures[i])) return static_cast<int>(i) + 1;
  return 0;
}

int arabic_ordinal(std::string_view text) {
  constexpr std::array<std::string_view, 5> ordinals{" الأول", " الثاني", " الثالث", " الرابع", " الخامس"};
  for (std::size_t i = 0; i < ordinals.size(); ++i)
    if (text.starts_with(ordinals[i])) return static_cast<int>(i) + 1;
  return 0;
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
}

// "annex I", "附件一", "المرفق الأول", "annex": its id, with the reading behind it.
std::string read_annex(Reading& in) {
  const auto rest = in.rest();
  if (const int number = chinese_number(rest)) {
    in.go(in.at() + std::string_view("一").size());
    return "annex-" + std::to_string(number);
  }
  if (const int number = arabic_ordinal(rest)) {
    in.go(in.at() + 1 + letters(rest.substr(1)));
    return "annex-" + std::to_string(number);
  }
  if (!rest.starts_with(' ')) return "annex";
  const auto word = rest.substr(1, letters(rest.substr(1)));
  if (!word.empty() && is_capital(word.front()) && roman_value(word) > 0) {
    in.go(in.at() + 1 + word.size());
    return "annex-" + std::to_string(roman_value(word));
  }
  return "annex";
}

bool word_begins(std::string_view text, std::size_t at) {
  return at == 0 || !is_letter(text[at - 1]) || static_cast<unsigned char>(text[at]) >= 0xe3;
}

class Paragraphs {
 public:
  Paragraphs(std::string_view text, Language language) : text_(text), language_(language), words_(words_of(language)) {}

  std::vector<ParagraphFound> all() {
    std::vector<ParagraphFound> out;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!word_begins(text_, at)) continue;
      if (auto found = annexed(at); found || (found = plain(at))) {
        at = found->place.end - 1;
        out.push_back(*std::move(found));
      }
    }
    return out;
  }

 private:
  // "annex I, para. 29"; "annex II" alone.
  std::optional<ParagraphFound> annexed(std::size_t begin) const {
    Reading in(text_, begin);
    if (!in.take(words_.annex)) return std::nullopt;
    ParagraphFound found{{begin, 0}, read_annex(in), {}};
    const auto end = in.at();
    in.take({", ", "，", "، ", " "});
    if (auto more = plain(in.at())) {
      more->place.begin = begin;
      more->annex = found.annex;
      return more;
    }
    if (found.annex == "annex") return std::nullopt;  // "the annex": a word like any other
    found.place.end = end;
    return found;
  }
  // "los apartados a) y b) del párrafo 15".
  std::optional<ParagraphFound> parted(std::size_t begin) const {
    Reading in(text_, begin);
    if (!in.take(words_.parts)) return std::nullopt;
    std::vector<std::string> parts{in.letter()};
    for (; !parts.back().empty(); parts.push_back(in.letter()))
      if (!in.take(words_.and_)) break;
    if (parts.back().empty()) return std::nullopt;
    if (!in.take(words_.of) || !in.take(words_.paragraph)) return std::nullopt;
    const auto number = read_number(in);
    if (number.empty()) return std::nullopt;
    for (auto& part : parts) part = number + '-' + part;
    return ParagraphFound{{begin, in.at()}, "", std::move(parts)};
  }
  std::optional<ParagraphFound> plain(std::size_t begin) const {
    if (auto found = parted(begin)) return found;
    Reading in(text_, begin);
    if (language_ == Language::zh) in.take(words_.between);
    if (!in.take(words_.paragraph)) return std::nullopt;
    if (language_ != Language::zh) in.take(words_.between);
    auto numbers = read_numbers(in, words_);
    if (numbers.empty() || (language_ == Language::zh && !in.take({"段"}))) return std::nullopt;
    return ParagraphFound{{begin, in.at()}, "", std::move(numbers)};
  }

  std::string_view text_;
  Language language_;
  const Tongue& words_;
};

}  // namespace

std::vector<ParagraphFound> find_paragraphs(std::string_view text, Language language) {
  return Paragraphs(text, language).all();
}

}  // namespace comity
