#include "texts/numbering.h"

#include <algorithm>

#include "texts/roman.h"
#include "texts/signs.h"

namespace comity {
namespace {

std::string joined(const std::string& before, const std::string& after) {
  return before.empty() || after.empty() ? before + after : before + '-' + after;
}

// The letter after "h" is "i", unless no "h" stood before: then it is a Roman one.
bool continues(const std::string& last, const std::string& mark) {
  if (mark.size() != 1) return false;
  return last.empty() ? mark == "a" : last.size() == 1 && mark[0] == last[0] + 1;
}

}  // namespace

std::string Numbering::unique(std::string id) {
  const int times = ++used_[id];
  return times == 1 ? id : unique(id + "-again" + std::to_string(times));
}

std::string Numbering::counted(const std::string& in, const std::string& letter) {
  const auto stem = joined(in, letter);
  return unique(stem + std::to_string(++counts_[stem]));
}

void Numbering::leave_paragraph() {
  paragraph_.clear();
  inner_.reset();
  letter_.clear();
  roman_.clear();
}

std::string Numbering::heading(Container container, const std::string& number) {
  leave_paragraph();
  fresh_ = true;
  switch (container) {
    case Container::annex:
      main_ = joined("annex",
                     number.empty() ? "" : std::to_string(std::max(roman_value(number), std::atoi(number.c_str()))));
      section_.clear();
      chapter_.clear();
      inside_ = main_;
      next_.emplace(main_, 1);
      return unique(main_);
    case Container::steps:
      inside_ = joined(joined(main_, section_), "rec");
      next_[inside_] = 1;
      return unique(inside_);
    case Container::annotations:
      main_ = inside_ = "ann";
      section_.clear();
      next_.emplace(inside_, 1);
      return unique(inside_);
    case Container::body:
      break;
  }
  inside_ = main_;
  if (number.empty()) return counted(main_, "h");
  section_ = in_small_letters(number);
  if (roman_value(number) == (chapter_.empty() ? 0 : roman_value(chapter_)) + 1) chapter_ = number;
  return unique(joined(main_, "s" + section_));
}

bool Numbering::expects(int number, bool after_colon) const {
  const auto due = [&](const std::string& container) {
    const auto next = next_.find(container);
    return next != next_.end() && next->second == number;
  };
  return inner_ == number || due(inside_) || due(main_) || (number == 1 && (after_colon || fresh_));
}

bool Numbering::expects_item(const std::string& mark) const {
  return continues(letter_, mark) || roman_value(mark) == (roman_.empty() ? 0 : roman_value(roman_)) + 1;
}

bool Numbering::expects_heading(const std::string& number) const {
  const bool next = section_.size() == 1 && number.size() == 1 && in_small_letters(number)[0] == section_[0] + 1;
  return number == "A" || number == "I" || next ||
         roman_value(number) == (chapter_.empty() ? 0 : roman_value(chapter_)) + 1;
}

bool Numbering::takes(std::map<std::string, int>::iterator next, int number) {
  if (next == next_.end() || next->second != number) return false;
  inside_ = next->first;
  ++next->second;
  return true;
}

std::string Numbering::prefixed(const std::string& tail) const {
  const bool own_name = inside_ == "ann" || inside_.ends_with("rec");
  return joined(inside_, own_name ? tail : (resolution_ && inside_.empty() ? "op" : "p") + tail);
}

Numbering::Placed Numbering::paragraph(int number, bool after_colon) {
  const auto text = std::to_string(number);
  letter_.clear();
  roman_.clear();
  if (inner_ == number || (number == 1 && after_colon && !paragraph_.empty())) {
    inner_ = number + 1;
    inner_id_ = unique(joined(paragraph_, text));
    return {inner_id_, Paragraph::Kind::item};
  }
  inner_.reset();
  const int due = next_[inside_];
  const bool expected = takes(next_.find(inside_), number) || takes(next_.find(main_), number);
  if (!expected && number == 1 && fresh_) {  // a heading without a name of its own, under which numbers begin anew
    inside_ = joined(main_, "h" + std::to_string(counts_[joined(main_, "h")]));
    next_[inside_] = 2;
  } else if (!expected) {
    next_[inside_] = number + 1;
  }
  const bool anew = !expected && number == 1 && fresh_;
  fresh_ = false;
  paragraph_ = unique(prefixed(text));
  return {paragraph_, Paragraph::Kind::numbered, expected || anew, due};
}

Numbering::Placed Numbering::inserted(const std::string& number) {
  leave_paragraph();
  fresh_ = false;
  paragraph_ = unique(prefixed(number));
  return {paragraph_, Paragraph::Kind::numbered};
}

Numbering::Placed Numbering::item(const std::string& mark) {
  const auto base = inner_ ? inner_id_ : paragraph_.empty() ? inside_ : paragraph_;
  const int due = (roman_.empty() ? 0 : roman_value(roman_)) + 1;
  if (mark.size() == 1 && (continues(letter_, mark) || roman_value(mark) != due)) {
    const bool expected = continues(letter_, mark);
    letter_ = mark;
    roman_.clear();
    return {unique(joined(base, mark)), Paragraph::Kind::item, expected, 0};
  }
  const bool expected = roman_value(mark) == due;
  roman_ = mark;
  return {unique(joined(joined(base, letter_), mark)), Paragraph::Kind::item, expected, 0};
}

// The paragraph, or item of it, to which belongs what has no number.
std::string Numbering::holder() const {
  return joined(inner_ ? inner_id_ : paragraph_.empty() ? inside_ : paragraph_, letter_);
}

std::string Numbering::bullet() { return counted(holder(), "b"); }

std::string Numbering::text() {
  fresh_ = false;
  return counted(holder(), "t");
}

std::string Numbering::preambular() { return counted("", "pp"); }

std::string Numbering::masthead() { return counted("", "m"); }

std::string Numbering::closing() { return unique("closing"); }

std::string Numbering::quotation() { return counted(holder(), "q"); }

void Numbering::table() { table_ = counted(holder(), "table"); }

std::string Numbering::cell(int row, int column) {
  return unique(table_ + "-r" + std::to_string(row) + "-c" + std::to_string(column));
}

}  // namespace comity
