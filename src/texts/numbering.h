// The numbers of a document's paragraphs: which container each continues, and the id that follows from it. Knows the
// order of numbers, and no words.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "texts/structure.h"

namespace comity {

// A part of a document in which numbers begin anew and that has a name in every language.
enum class Container { body, annex, steps, annotations };

class Numbering {
 public:
  // Of a resolution: "op1" in place of "p1".
  explicit Numbering(bool resolution = false) : resolution_(resolution) {}

  // A heading begins. `number` as printed: "II", "B"; for an annex "", "I" or "2".
  std::string heading(Container container, const std::string& number);
  // Paragraph `number` ("16"); `after_colon`: what stands before it ends in a colon. The id, and its kind: numbered, or
  // item where it is counted inside a paragraph.
  struct Placed {
    std::string id{};
    Paragraph::Kind kind{};
    bool expected = true;  // false: another number was due; `due` is that number
    int due = 0;
  };
  Placed paragraph(int number, bool after_colon);
  // Whether that number, letter or heading is the next somewhere; where it is not, it may be no number at all.
  bool expects(int number, bool after_colon) const;
  bool expects_item(const std::string& mark) const;
  bool expects_heading(const std::string& number) const;
  // "12bis": between two paragraphs that are counted.
  Placed inserted(const std::string& number);
  // "(a)", "i)": the mark in small letters.
  Placed item(const std::string& mark);
  std::string bullet();
  std::string text();  // without a number, inside the last paragraph or container
  std::string preambular();
  std::string masthead();
  std::string closing();
  std::string quotation();
  // A table begins inside the last paragraph or container; its cells, rows and columns counted from 1.
  void table();
  std::string cell(int row, int column);

 private:
  std::string prefixed(const std::string& tail) const;
  std::string counted(const std::string& in, const std::string& letter);
  std::string unique(std::string id);
  std::string holder() const;
  void leave_paragraph();
  bool takes(std::map<std::string, int>::iterator next, int number);

  bool resolution_;
  std::string main_{};                        // "", "annex", "annex-2"
  std::string section_{};                     // the last lettered or Roman heading in it, in small letters
  std::string chapter_{};                     // the last Roman one
  std::string inside_{};                      // what numbers are counted in now: main_, "annex-b-rec", "ann", "h2"
  bool fresh_ = false;                        // a heading stands right before
  std::map<std::string, int> next_{{"", 1}};  // by container
  std::string paragraph_{};                   // id of the last numbered paragraph
  std::optional<int> inner_{};                // next number of a list inside it
  std::string inner_id_{};                    // id of that list's last item
  std::string letter_{};                      // last letter, last Roman numeral under it
  std::string roman_{};
  std::string table_{};  // id of the last one
  std::map<std::string, int> counts_{};
  std::map<std::string, int> used_{};  // how often each id was asked for
};

}  // namespace comity
