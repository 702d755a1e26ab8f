// Any bytes as a plain text in each language: no crash, ids that are unique, marks inside their paragraphs, texts that
// are sound; a structure that is read as it was written, and compared with its own first half.
#include <cstdint>
#include <set>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "texts/citations.h"
#include "texts/compare.h"
#include "texts/masthead.h"
#include "texts/plain.h"
#include "texts/structure_json.h"
#include "texts/terms.h"

using namespace comity;

namespace {

// The first words of the text as a name, some from its middle as another form of the same term.
void check_terms(const TextStructure& text, Language language) {
  const auto& words = text.paragraphs.front().text;
  const TermChecker checker(language, {{0, TermForm::Sort::name, words.substr(0, 12)},
                                       {0, TermForm::Sort::short_form, words.substr(words.size() / 2, 4)}});
  std::string place;
  std::size_t end = 0;
  for (const auto& finding : checker.check(text)) {
    check(finding.paragraph != place || finding.begin >= end, "no finding over another");
    check(finding.begin < finding.end && !finding.forms.empty(), "a finding of a form");
    place = finding.paragraph;
    end = finding.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto language = languages[data[0] % languages.size()];
  const auto import = import_plain(bytes, language);
  if (!import) return 0;
  check(!import->text.paragraphs.empty(), "a text that is not refused has paragraphs");
  std::set<std::string> ids;
  for (const auto& paragraph : import->text.paragraphs) {
    check(!paragraph.id.empty() && ids.insert(paragraph.id).second, "an id of its own");
    check(valid_utf8(paragraph.text) && paragraph.text.find('\n') == paragraph.text.npos, "one sound line");
    for (const auto& mark : paragraph.marks) check(mark.at <= paragraph.text.size(), "a mark inside its paragraph");
  }
  for (const auto& one : citations(import->text, language).citations)
    check(one.citation.begin < one.citation.end && !one.in.empty(), "a citation that stands somewhere");
  std::set<std::string> numbers;
  for (const auto& note : import->text.notes)
    check(valid_utf8(note.text) && !note.number.empty() && numbers.insert(note.number).second, "a sound note");
  const auto told = masthead(import->text, language);
  check(!told.date || told.date->whole(), "a whole date");
  check_terms(import->text, language);
  const auto again = read_structure(canonical(to_json(import->text)));
  check(again && *again == import->text, "a structure that reads back");
  constexpr std::size_t compared = 1'000;  // bytes: longer texts show nothing new, and take their time
  if (size > compared) return 0;
  const auto all = with_notes(import->text);
  const std::vector<Paragraph> half(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
  check(compare(half, all).size() >= all.size() - half.size(), "each paragraph stands in a row");
  return 0;
}
