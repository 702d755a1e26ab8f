#include "texts/terms.h"

#include <algorithm>
#include <map>

#include "base/folding.h"
#include "texts/term_words.h"

namespace comity {
namespace {

// A name that says both genders, "Président(e)", is one without the bracket and one with its letters.
std::vector<std::string> genders(std::string_view name) {
  std::vector<std::string> out{std::string(name)};
  const auto open = name.find('('), close = name.find(')', open == name.npos ? 0 : open);
  if (open == name.npos || close == name.npos || open == 0 || name[open - 1] == ' ') return out;
  const std::string before(name.substr(0, open)), inside(name.substr(open + 1, close - open - 1));
  for (const auto& rest : genders(name.substr(close + 1)))
    for (const auto& middle : {std::string(), inside}) out.push_back(before + middle + rest);
  return out;
}

std::vector<std::u32string> spelt(Language language, std::string_view form) {
  std::vector<std::u32string> out;
  for (auto& word : term_words(language, form)) out.push_back(std::move(word.keys.front()));
  return out;
}

// A run of words that reads as forms do.
struct TermPlace {
  std::size_t first = 0;
  std::size_t count = 0;
  const std::vector<std::size_t>* forms = nullptr;
};

// The longer takes the place; of two as long, the earlier.
std::vector<TermPlace> without_overlaps(std::vector<TermPlace> places, std::size_t words) {
  std::stable_sort(places.begin(), places.end(),
                   [](const TermPlace& a, const TermPlace& b) { return a.count > b.count; });
  std::vector<bool> taken(words, false);
  std::erase_if(places, [&](const TermPlace& place) {
    const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(place.first);
    const auto end = begin + static_cast<std::ptrdiff_t>(place.count);
    if (std::find(begin, end, true) != end) return true;
    std::fill(begin, end, true);
    return false;
  });
  std::sort(places.begin(), places.end(), [](const TermPlace& a, const TermPlace& b) { return a.first < b.first; });
  return places;
}

using Sort = TermForm::Sort;

// A short form of one word is an abbreviation, and shorter than any name.
std::size_t form_words(Language language, const TermForm& form) {
  const auto words = spelt(language, form.text).size();
  return words == 1 && form.sort == Sort::short_form ? 0 : words;
}

// In the order of the text, so that what stood before is known. `words`: of each form.
void judge(const std::vector<TermForm>& forms, const std::vector<std::size_t>& words,
           std::vector<TermFinding>& findings) {
  std::map<std::size_t, std::size_t> in_full;  // by term: the words of the longest form that is no short one
  for (auto& finding : findings) {
    finding.amiss = std::all_of(finding.forms.begin(), finding.forms.end(), [&](std::size_t at) {
      const auto& form = forms[at];
      return form.sort == Sort::short_form ? in_full[form.term] <= words[at] : form.sort != Sort::name;
    });
    for (const auto at : finding.forms)
      if (forms[at].sort != Sort::short_form) in_full[forms[at].term] = std::max(in_full[forms[at].term], words[at]);
  }
}

}  // namespace

std::u32string bare_form(Language language, std::string_view form) {
  std::u32string out;
  for (const auto& word : spelt(language, form)) out += word + U' ';
  return out;
}

bool has_words(std::string_view form) {
  const auto signs = folded(form);
  return std::any_of(signs.begin(), signs.end(), [](const FoldedSign& sign) { return in_a_word(sign.sign); });
}

TermChecker::TermChecker(Language language, std::vector<TermForm> forms)
    : language_(language), forms_(std::move(forms)) {
  for (const auto& form : forms_)
    for (const auto& name : genders(form.text))
      for (auto& word : spelt(language_, name)) words_.push_back(std::move(word));
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  for (std::size_t at = 0; at < forms_.size(); ++at)
    for (const auto& name : genders(forms_[at].text)) learn(at, name);
}

void TermChecker::learn(std::size_t form, std::string_view text) {
  std::size_t node = 0;
  for (const auto& word : spelt(language_, text)) {
    const auto known = static_cast<std::size_t>(std::lower_bound(words_.begin(), words_.end(), word) - words_.begin());
    auto next = step(node, known);
    if (next == 0) {
      next = nodes_.size();
      nodes_.emplace_back();
      auto& rows = nodes_[node].next;
      rows.insert(std::lower_bound(rows.begin(), rows.end(), std::pair(known, std::size_t{0})), {known, next});
    }
    node = next;
  }
  auto& ends = nodes_[node].forms;
  if (node != 0 && std::find(ends.begin(), ends.end(), form) == ends.end()) ends.push_back(form);
}

std::size_t TermChecker::step(std::size_t node, std::size_t word) const {
  const auto& rows = nodes_[node].next;
  const auto found = std::lower_bound(rows.begin(), rows.end(), std::pair(word, std::size_t{0}));
  return found != rows.end() && found->first == word ? found->second : 0;
}

void TermChecker::find(const std::string& id, std::string_view text, std::vector<TermFinding>& out) const {
  const auto words = term_words(language_, text);
  std::vector<std::vector<std::size_t>> known(words.size());
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const auto& key : words[at].keys)
      if (const auto it = std::lower_bound(words_.begin(), words_.end(), key); it != words_.end() && *it == key)
        known[at].push_back(static_cast<std::size_t>(it - words_.begin()));
  std::vector<TermPlace> places;
  for (std::size_t first = 0; first < words.size(); ++first) {
    TermPlace longest{first, 0, nullptr};
    std::vector<std::size_t> here{0};
    for (auto at = first; at < words.size() && !here.empty(); ++at) {
      std::vector<std::size_t> there;
      for (const auto node : here)
        for (const auto word : known[at])
          if (const auto next = step(node, word); next != 0) there.push_back(next);
      for (const auto node : there)
        if (!nodes_[node].forms.empty()) longest = {first, at + 1 - first, &nodes_[node].forms};
      here = std::move(there);
    }
    if (longest.forms) places.push_back(longest);
  }
  for (const auto& place : without_overlaps(std::move(places), words.size()))
    out.push_back({id, words[place.first].begin, words[place.first + place.count - 1].end, *place.forms, false});
}

std::vector<TermFinding> TermChecker::check(const TextStructure& text) const {
  std::vector<TermFinding> out;
  for (const auto& paragraph : text.paragraphs) find(paragraph.id, paragraph.text, out);
  for (const auto& note : text.notes) find("note-" + note.number, note.text, out);
  std::vector<std::size_t> words;
  for (const auto& form : forms_) words.push_back(form_words(language_, form));
  judge(forms_, words, out);
  return out;
}

std::vector<std::int64_t> tally(const TermChecker& checker, const std::vector<TermFinding>& findings) {
  std::vector<std::int64_t> out(checker.forms().size(), 0);
  for (const auto& finding : findings)
    for (const auto form : finding.forms) ++out[form];
  return out;
}

}  // namespace comity
