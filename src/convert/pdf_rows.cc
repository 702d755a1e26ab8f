#include "convert/pdf_rows.h"

#include <algorithm>

#include "base/reading_order.h"
#include "convert/xml.h"
#include "texts/raised.h"
#include "texts/signs.h"

namespace comity {
namespace {

struct PlacedWord {
  std::string text{};
  double left = 0, top = 0, right = 0, bottom = 0;
  double height() const { return bottom - top; }
};

using PlacedWords = std::vector<PlacedWord>;

double measure(const pugi::xml_node& node, const char* name) {
  constexpr double most = 100'000;
  const auto points = node.attribute(name).as_double();
  return points > -most && points < most ? points : 0;  // no number is neither
}

PlacedWord placed(const pugi::xml_node& node) {
  return {node.text().get(), measure(node, "xMin"), measure(node, "yMin"), measure(node, "xMax"),
          measure(node, "yMax")};
}

double top_of(const PlacedWords& words) {
  return std::min_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.top < b.top; })->top;
}
double bottom_of(const PlacedWords& words) {
  return std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.bottom < b.bottom; })
      ->bottom;
}

// poppler parts what stands far from each other on one line, and a raised figure from its word.
bool stand_in_one_row(const PlacedWords& row, const PlacedWords& line) {
  constexpr double most_of = 0.6;
  const auto overlap = std::min(bottom_of(row), bottom_of(line)) - std::max(top_of(row), top_of(line));
  const auto smaller = std::min(bottom_of(row) - top_of(row), bottom_of(line) - top_of(line));
  return overlap > most_of * smaller;
}

std::vector<PlacedWords> rows_of(const pugi::xml_node& page) {
  std::vector<PlacedWords> lines;
  for (const auto& found : page.select_nodes(".//line")) {
    PlacedWords words;
    for (const auto& word : found.node().children("word"))
      if (auto one = placed(word); !one.text.empty()) words.push_back(std::move(one));
    if (!words.empty()) lines.push_back(std::move(words));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return top_of(a) < top_of(b); });
  std::vector<PlacedWords> rows;
  for (auto& line : lines) {
    if (!rows.empty() && stand_in_one_row(rows.back(), line))
      rows.back().insert(rows.back().end(), line.begin(), line.end());
    else
      rows.push_back(std::move(line));
  }
  for (auto& row : rows)
    std::stable_sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.left < b.left; });
  return rows;
}

bool is_raised_figure(const PlacedWord& word, const PlacedWord& beside) {
  constexpr double small = 0.85, above = 0.1;
  return std::all_of(word.text.begin(), word.text.end(), is_digit) && word.height() < small * beside.height() &&
         word.bottom < beside.bottom - above * beside.height();
}

// Chinese is set without room between words, and its figures with a little.
std::vector<std::string> words_of_row(const PlacedWords& row, const PlacedWord& typical) {
  constexpr double hardly = 0.08;         // of the height of letters: less is no room between words
  constexpr double beside_chinese = 0.4;  // of the same
  std::vector<std::string> out;
  double end = 0;
  for (const auto& word : row) {
    const auto text = is_raised_figure(word, typical) ? raised(word.text) : word.text;
    const bool chinese = !out.empty() && (ends_chinese(out.back()) || begins_chinese(text));
    if (out.empty() || word.left - end > (chinese ? beside_chinese : hardly) * typical.height())
      out.push_back(text);
    else
      out.back() += text;
    end = word.right;
  }
  return out;
}

std::string text_of(const PlacedWords& row, const PlacedWord& typical, bool from_right) {
  const auto words = words_of_row(row, typical);
  if (from_right) return line_from_right(words);
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Of a document in Arabic, whatever stands in the row.
bool is_from_right(const pugi::xml_node& document) {
  std::int64_t more = 0;
  for (const auto& found : document.select_nodes(".//word")) more += letters_from_right(found.node().text().get());
  return more > 0;
}

PdfRow row_of(const PlacedWords& words, std::size_t page, bool from_right) {
  const auto& typical = *std::max_element(
      words.begin(), words.end(), [](const auto& a, const auto& b) { return a.right - a.left < b.right - b.left; });
  const auto& last =
      *std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.right < b.right; });
  return {text_of(words, typical, from_right),
          page,
          typical.top,
          typical.bottom,
          words.front().left,
          last.right,
          typical.height()};
}

}  // namespace

std::vector<PdfPage> pdf_pages(const pugi::xml_node& document) {
  const bool from_right = is_from_right(document);
  std::vector<PdfPage> out;
  for (const auto& found : document.select_nodes(".//page")) {
    PdfPage page{measure(found.node(), "height"), {}};
    for (const auto& words : rows_of(found.node())) page.rows.push_back(row_of(words, out.size(), from_right));
    out.push_back(std::move(page));
  }
  return out;
}

}  // namespace comity
