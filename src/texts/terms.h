// How a text calls things: each place where it uses a name of the institution, or another form of it. Of one language;
// which terms there are, whoever asks must say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "texts/structure.h"

namespace comity {

// A form of a term: its name, or a variant of it. `short_form`: stands for the name after that was given in full.
struct TermForm {
  enum class Sort { name, spelling, wording, short_form };
  std::size_t term = 0;  // a number that whoever asks gives
  Sort sort{};
  std::string text{};
};

// A place in a text that reads as forms do: one, but where several terms have the same name in the language.
struct TermFinding {
  std::string paragraph{};  // its id, "note-3" of a note
  std::size_t begin = 0;    // bytes of its text
  std::size_t end = 0;
  std::vector<std::size_t> forms{};  // in the order in which they were given
  bool amiss = false;                // the name should stand here
  bool operator==(const TermFinding&) const = default;
};

// A form as it is compared: the same for all that are the same. House rule: two words are the same where only what
// readers overlook (base/folding.h) or the ending of number and case parts them; in Arabic also the article, and the
// particles that are tied to a word. The order of words, dashes and brackets counts (docs/decisions/term-forms.md).
std::u32string bare_form(Language language, std::string_view form);
bool has_words(std::string_view form);

class TermChecker {
 public:
  TermChecker(Language language, std::vector<TermForm> forms);

  // In the order of the text; none overlaps another: the longest form is the one that is meant. A short form is amiss
  // where no longer one of the same term, itself no short form, stands before it.
  std::vector<TermFinding> check(const TextStructure& text) const;
  const std::vector<TermForm>& forms() const { return forms_; }

 private:
  struct Node {
    std::vector<std::pair<std::size_t, std::size_t>> next{};  // word, node; sorted
    std::vector<std::size_t> forms{};                         // that end here
  };
  void learn(std::size_t form, std::string_view text);
  std::size_t step(std::size_t node, std::size_t word) const;  // 0: there is none
  void find(const std::string& id, std::string_view text, std::vector<TermFinding>& out) const;

  Language language_;
  std::vector<TermForm> forms_;
  std::vector<std::u32string> words_{};  // sorted
  std::vector<Node> nodes_{1};
};

// How often a text uses each form, in the order of forms.
std::vector<std::int64_t> tally(const TermChecker& checker, const std::vector<TermFinding>& findings);

}  // namespace comity
