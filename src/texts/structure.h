// A document as structure: headings, paragraphs with their numbers, notes. Of one language version; what the document
// is and whether it exists is not known here.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace comity {

// Where the mark of a note stood in a paragraph: before the byte `at` of its text.
struct NoteMark {
  std::size_t at = 0;
  std::string number{};  // "23", "*"
  bool operator==(const NoteMark&) const = default;
};

struct Paragraph {
  enum class Kind {
    masthead,    // organ, distribution, date, language: before the title
    heading,     // of a chapter, section or annex; number "II", "B", or none
    text,        // without a number
    preambular,  // of a resolution, before its first operative paragraph
    numbered,    // "16."; an operative paragraph of a resolution too
    item,        // "(a)", "i)", "•", or a number inside a paragraph
    closing,     // of a resolution: meeting and date
    quotation,   // words of another text, set apart
    column,      // of a table: the heading of a column
    cell         // of a table
  };
  // Names its container, and neither its language nor its words, so that the same paragraph of another language has the
  // same id: "p16", "p6-5-a", "annex-p16-b", "annex-e-rec-2" (a recommended next step), "ann-3" (an annotation),
  // "pp1", "op7". What has no number counts within what it belongs to: "p3-t1", "annex-h2", "p7-b4" (a bullet), "p7-q1"
  // (a quotation), "p7-table1-r2-c3" (of a table, its row and column).
  std::string id{};
  Kind kind{};
  std::string number{};  // as printed, without brackets and full stop: "16", "a", "ii"
  std::string text{};    // UTF-8, NFC, one line
  std::vector<NoteMark> marks{};
  bool operator==(const Paragraph&) const = default;
};

struct Footnote {
  std::string number{};
  std::string text{};
  bool operator==(const Footnote&) const = default;
};

struct TextStructure {
  std::vector<Paragraph> paragraphs{};
  std::vector<Footnote> notes{};
  bool operator==(const TextStructure&) const = default;
};

// What whoever commits an import should know: a code and the values that its sentence names.
struct Finding {
  std::string code{};
  std::map<std::string, std::string> values{};
  bool operator==(const Finding&) const = default;
};

}  // namespace comity
