#include "texts/note_marks.h"

#include <algorithm>
#include <optional>

#include "texts/raised.h"
#include "texts/signs.h"
#include "texts/symbol.h"

namespace comity {
namespace {

// "2021" with no digit before it.
bool ends_in_a_year(std::string_view text) {
  if (text.size() < 4 || !std::all_of(text.end() - 4, text.end(), is_digit)) return false;
  const auto century = text.substr(text.size() - 4, 2);
  return (century == "19" || century == "20") && (text.size() == 4 || !is_digit(text[text.size() - 5]));
}

bool closes(std::string_view rest) {
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  return rest.empty() || std::string_view(".,;:)").find(rest.front()) != rest.npos || rest.starts_with("”") ||
         rest.starts_with("»");
}

// "A/AC.292/2021/INF/1/Add." in which a figure is part of a symbol.
bool ends_in_a_symbol(std::string_view text) {
  text.remove_prefix(text.size() - std::min(text.size(), symbol_limit));
  const auto word = text.substr(text.rfind(' ') + 1);
  return word.find('/') != word.npos && word.back() != ')';
}

// Whether `number` at `at` may be a mark: glued to a word, a bracket or a year, or, where its note is there, after a
// space and before a stop.
bool may_be_a_mark(std::string_view text, std::size_t at, std::size_t size, bool has_note) {
  const auto before = text.substr(0, at);
  const auto rest = text.substr(at + size);
  if (before.empty() || (!rest.empty() && (is_digit(rest.front()) || is_letter(rest.front())) && !closes(rest)))
    return false;
  if (ends_in_a_symbol(before) || (!rest.empty() && rest.front() == '/')) return false;
  const char last = before.back();
  if (is_letter(last) || last == ')' || last == '"') return true;
  if (!has_note) return false;
  if (ends_in_a_year(before)) return true;
  if (std::string_view(".,;").find(last) != std::string_view::npos)
    return before.size() > 1 && !is_digit(before[before.size() - 2]);
  const bool spaced = last == ' ' && before.size() > 1;
  return spaced && (rest.empty() || closes(rest)) &&
         (is_letter(before[before.size() - 2]) || closes(before.substr(before.size() - 2, 1)) ||
          ends_in_a_year(before.substr(0, before.size() - 1)));
}

class Marks {
 public:
  Marks(TextStructure& text, std::vector<Finding>& findings) : text_(text), findings_(findings) {
    for (const auto& note : text.notes) marked_.emplace(note.number, false);
  }

  void find_all() {
    take_raised_and_stars();
    if (const auto last = last_counted()) count_through(*last);
    for (const auto& note : text_.notes)
      if (!marked_[note.number]) findings_.push_back({"note-unused", {{"number", note.number}}});
  }

 private:
  void take_raised_and_stars() {
    for (auto& paragraph : text_.paragraphs) {
      for (std::size_t at = 0; at < paragraph.text.size();) {
        const auto digits = raised_digits(std::string_view(paragraph.text).substr(at));
        if (digits.number.empty()) {
          ++at;
          continue;
        }
        take(paragraph, at, digits.bytes, digits.number);
        raised_ = true;
      }
      take_stars(paragraph);
    }
  }

  // Stars glued to a word, whose note is there and has no mark yet.
  void take_stars(Paragraph& paragraph) {
    for (auto at = paragraph.text.find('*'); at != std::string::npos; at = paragraph.text.find('*', at)) {
      const auto end = std::min(paragraph.text.find_first_not_of('*', at), paragraph.text.size());
      const auto mark = paragraph.text.substr(at, end - at);
      const auto note = marked_.find(mark);
      const bool glued = at > 0 && paragraph.text[at - 1] != ' ';
      const bool closed = end == paragraph.text.size() || closes(std::string_view(paragraph.text).substr(end)) ||
                          paragraph.text[end] == ' ';
      if (glued && closed && note != marked_.end() && !note->second)
        at = take(paragraph, at, mark.size(), mark);
      else
        at = end;
    }
    std::stable_sort(paragraph.marks.begin(), paragraph.marks.end(),
                     [](const NoteMark& a, const NoteMark& b) { return a.at < b.at; });
  }

  // The greatest number of a note whose mark is not raised.
  std::optional<int> last_counted() const {
    std::optional<int> last;
    for (const auto& note : text_.notes)
      if (!raised_ && is_digit(note.number.front())) last = std::max(last.value_or(0), std::stoi(note.number));
    return last;
  }

  void count_through(int last) {
    std::size_t paragraph = 0;
    std::size_t from = 0;
    for (int number = 1;; ++number) {
      const auto mark = std::to_string(number);
      if (!find(mark, marked_.contains(mark), paragraph, from) && number > last) return;
    }
  }

  // From there on; stands behind the mark afterwards.
  bool find(const std::string& mark, bool has_note, std::size_t& paragraph, std::size_t& from) {
    auto begin = from;
    for (auto at = paragraph; at < text_.paragraphs.size(); ++at, begin = 0) {
      auto& one = text_.paragraphs[at];
      for (auto found = one.text.find(mark, begin); found != one.text.npos; found = one.text.find(mark, found + 1)) {
        if (!may_be_a_mark(one.text, found, mark.size(), has_note)) continue;
        paragraph = at;
        from = take(one, found, mark.size(), mark);
        return true;
      }
    }
    return false;
  }

  // Where the mark stood, once it and a space before it are out.
  std::size_t take(Paragraph& paragraph, std::size_t at, std::size_t bytes, const std::string& mark) {
    const auto begin = at > 0 && paragraph.text[at - 1] == ' ' ? at - 1 : at;
    const bool loose_stop =
        paragraph.text.compare(at + bytes, 2, " ,") == 0 || paragraph.text.compare(at + bytes, 2, " .") == 0;
    const auto erased = at + bytes - begin + (loose_stop ? 1 : 0);
    paragraph.text.erase(begin, erased);
    for (auto& behind : paragraph.marks)
      if (behind.at > begin) behind.at -= erased;
    paragraph.marks.push_back({begin, mark});
    if (const auto note = marked_.find(mark); note != marked_.end())
      note->second = true;
    else
      findings_.push_back({"note-missing", {{"number", mark}, {"paragraph", paragraph.id}}});
    return begin;
  }

  TextStructure& text_;
  std::vector<Finding>& findings_;
  std::map<std::string, bool> marked_{};  // by number of the note: whether its mark was found
  bool raised_ = false;
};

}  // namespace

void mark_notes(TextStructure& text, std::vector<Finding>& findings) { Marks(text, findings).find_all(); }

}  // namespace comity
