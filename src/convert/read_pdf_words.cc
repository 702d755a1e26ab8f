// The rows of a PDF as lines: what is furniture, what is a note, where a paragraph ends. By measure alone.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "convert/pdf_rows.h"
#include "convert/read_file.h"
#include "convert/xml.h"
#include "texts/raised.h"
#include "texts/signs.h"
#include "texts/symbol.h"

namespace comity {
namespace {

// What recurs on pages differs in its numbers alone.
std::string without_figures(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_digit(c)) out += c;
    if (is_digit(c) && !out.ends_with('#')) out += '#';
  }
  return out;
}

// The number of a note and its text, where a row at the foot of a page begins one.
std::optional<Footnote> note_begun(std::string_view text) {
  constexpr std::size_t longest = 3;
  if (const auto mark = raised_digits(text); !mark.number.empty() && mark.number.size() <= longest)
    return Footnote{mark.number, std::string(trimmed(text.substr(mark.bytes)))};
  const auto stars = std::min(text.find_first_not_of('*'), text.size());
  const auto figures = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  const auto size = std::max(stars, figures);
  if (size == 0 || size > longest || size == text.size()) return std::nullopt;
  // Chinese leaves no room behind the number.
  const bool parted = text[size] == ' ' || static_cast<unsigned char>(text[size]) >= 0x80;
  if (!parted) return std::nullopt;
  return Footnote{std::string(text.substr(0, size)), std::string(trimmed(text.substr(size)))};
}

class PdfReader {
 public:
  explicit PdfReader(std::vector<PdfPage> pages) : pages_(std::move(pages)) {}

  Result<PlainText> read() {
    make_sound();
    body_ = usual_height();
    take_furniture();
    pitch_ = usual_pitch();
    right_ = rightmost();
    for (auto& page : pages_) take(page);
    if (out_.lines.empty()) return Refusal{"text-empty"};
    if (bytes_ > plain_text_limit) return Refusal{"text-too-large", {{"limit", std::to_string(plain_text_limit)}}};
    find("signs-removed", removed_);
    find("furniture-removed", furniture_);
    out_.wrapped = out_.measured = true;
    return std::move(out_);
  }

 private:
  using Rows = std::vector<PdfRow>;

  void find(const char* code, std::int64_t count) {
    if (count > 0) out_.findings.push_back({code, {{"count", std::to_string(count)}}});
  }

  void make_sound() {
    for (auto& page : pages_) {
      for (auto& row : page.rows) {
        auto [text, removed] = sound(row.text);
        row.text = trimmed(text);
        removed_ += removed;
        bytes_ += row.text.size();
      }
      std::erase_if(page.rows, [](const PdfRow& row) { return row.text.empty(); });
    }
  }

  // --- the head and foot of pages ---

  using Key = std::pair<std::string, int>;
  static Key key(const PdfRow& row) {
    constexpr double apart = 6;  // points
    return {without_figures(row.text), static_cast<int>(row.top / apart)};
  }
  // What stands at the same height again and again, on a third of the pages at least. Notes may repeat themselves.
  bool recurs(const PdfRow& row) const {
    const auto found = times_.find(key(row));
    const bool often = found != times_.end() && found->second > 1 && found->second * 3 >= pages_.size();
    return is_furniture(row.text) || (often && !(is_small(row) && note_begun(row.text)));
  }
  void take_furniture() {
    for (const auto& page : pages_)
      for (const auto& row : page.rows) ++times_[key(row)];
    for (auto& page : pages_) {
      auto& rows = page.rows;
      const auto before = rows.size();
      while (!rows.empty() && recurs(rows.back())) rows.pop_back();
      const bool symbol = !rows.empty() && rows.front().page > 0 && parse_symbol(rows.front().text);
      auto begin = std::find_if_not(rows.begin(), rows.end(), [this](const PdfRow& row) { return recurs(row); });
      if (symbol && begin == rows.begin()) ++begin;
      rows.erase(rows.begin(), begin);
      furniture_ += static_cast<std::int64_t>(before - rows.size());
      furniture_ +=
          static_cast<std::int64_t>(std::erase_if(rows, [](const PdfRow& row) { return is_furniture(row.text); }));
    }
  }

  // --- what is usual in this document ---

  // The height of letters that most letters have.
  double usual_height() const {
    std::map<int, std::size_t> letters;
    for (const auto& page : pages_)
      for (const auto& row : page.rows) letters[static_cast<int>(row.height * 2)] += row.text.size();
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first / 2.0;
  }
  bool is_small(const PdfRow& row) const {
    constexpr double smaller = 0.93;
    return row.height < smaller * body_;
  }
  // From row to row within a paragraph.
  double usual_pitch() const {
    std::vector<double> pitches;
    for (const auto& page : pages_)
      for (std::size_t i = 1; i < page.rows.size(); ++i)
        if (!is_small(page.rows[i]) && !is_small(page.rows[i - 1]))
          pitches.push_back(page.rows[i].top - page.rows[i - 1].top);
    constexpr double widest = 1.5;
    if (pitches.empty()) return widest * body_;
    const auto low = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 5);
    std::nth_element(pitches.begin(), low, pitches.end());
    return std::min(*low, widest * body_);
  }
  double rightmost() const {
    double out = 0;
    for (const auto& page : pages_)
      for (const auto& row : page.rows) out = std::max(out, row.right);
    return out;
  }

  // --- a page ---

  void take(const PdfPage& page) {
    const auto foot = beginning_of_notes(page.rows);
    for (std::size_t i = 0; i < foot; ++i) {
      const auto& row = page.rows[i];
      const bool apart = out_.lines.empty() || (i == 0 ? !goes_on() : stands_apart(page.rows[i - 1], row));
      out_.lines.push_back({row.text, apart, 0, !apart, {}, {}});
      constexpr double nearly = 0.95;
      ran_to_the_edge_ = row.right > nearly * right_;
    }
    for (auto i = foot; i < page.rows.size(); ++i) take_note(page.rows[i].text);
  }
  // Over the end of a page.
  bool goes_on() const { return ran_to_the_edge_ || !ends_a_sentence(out_.lines.back().text); }
  // By room, or by a little room and letters of another height.
  bool stands_apart(const PdfRow& before, const PdfRow& row) const {
    constexpr double more = 1.25, a_little_more = 1.1, other = 1.05;
    const auto pitch = row.top - before.top;
    const bool differs = std::max(before.height, row.height) > other * std::min(before.height, row.height);
    return pitch > more * pitch_ || (differs && pitch > a_little_more * pitch_);
  }
  // The small rows at the foot, where one of them begins a note.
  std::size_t beginning_of_notes(const Rows& rows) const {
    auto foot = rows.size();
    while (foot > 0 && is_small(rows[foot - 1])) --foot;
    const bool some = std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(foot), rows.end(),
                                  [](const PdfRow& row) { return note_begun(row.text).has_value(); });
    return some ? foot : rows.size();
  }
  // Notes are counted: a figure at the beginning of a row that is not among the next few is a word of the note before.
  bool is_next(const std::string& number) {
    constexpr int few = 3;
    if (number.front() == '*') return true;
    const int value = std::stoi(number);
    if (last_note_ > 0 && (value <= last_note_ || value > last_note_ + few)) return false;
    last_note_ = value;
    return true;
  }
  void take_note(const std::string& text) {
    if (auto note = note_begun(text); note && is_next(note->number))
      out_.notes.push_back(*std::move(note));
    else if (!out_.notes.empty())
      out_.notes.back().text += ' ' + text;
    else
      out_.lines.push_back({text, true, 0, false, {}, {}});
  }

  std::vector<PdfPage> pages_;
  PlainText out_{};
  std::map<Key, std::size_t> times_{};
  double body_ = 0;
  double pitch_ = 0;
  double right_ = 0;
  bool ran_to_the_edge_ = false;
  int last_note_ = 0;
  std::int64_t furniture_ = 0;
  std::int64_t removed_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

Result<PlainText> lines_of_pdf_words(std::string_view xml) {
  pugi::xml_document document;
  if (auto read = read_xml(xml, document); !read) return read.refusal();
  return PdfReader(pdf_pages(document)).read();
}

}  // namespace comity
