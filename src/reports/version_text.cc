#include "reports/version_text.h"

#include <algorithm>

#include "reports/said.h"
#include "texts/structure_json.h"

namespace comity {
namespace {

// Words, and where the marks of notes stand in them.
std::string words_of(const std::vector<PieceRow>& pieces, std::vector<NoteMark>* marks = nullptr) {
  std::string out;
  for (const auto& piece : pieces) {
    if (marks && !piece.note.empty()) marks->push_back({out.size(), piece.note});
    out += piece.text;
  }
  return out;
}

// What a language prints around a number, which a reader's page prints again: 16 of "16.", a of "(a)", 一 of "一、".
std::string bare_number(std::string label) {
  if (label.starts_with('(')) label.erase(0, 1);
  bool cut = true;
  while (cut) {
    cut = false;
    for (const std::string_view around : {".", ")", "-", "、", " "})
      if (label.size() > around.size() && label.ends_with(around)) {
        label.resize(label.size() - around.size());
        cut = true;
      }
  }
  return label;
}

Paragraph::Kind kind_named(const std::string& name) {
  using Kind = Paragraph::Kind;
  for (const auto kind : {Kind::masthead, Kind::heading, Kind::preambular, Kind::numbered, Kind::item, Kind::closing,
                          Kind::quotation, Kind::column, Kind::cell})
    if (name == name_of(kind)) return kind;
  return Kind::text;
}

// "p12" is paragraph 12, "p12-3" the third item of it; what else changed is named by nothing but its words.
Say place_of(const ComparedParagraph& row) {
  const auto id = row.after.empty() ? row.before : row.after;
  const auto dash = id.find('-');
  const auto number = id.substr(0, dash).substr(std::min<std::size_t>(1, id.size()));
  const bool numbered =
      id.starts_with('p') && !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
  if (!numbered) return {"report.corrigendum.heading", {}};
  if (dash == std::string::npos) return {"report.corrigendum.paragraph", {{"paragraph", number}}};
  return {"report.corrigendum.item", {{"paragraph", number}, {"item", id.substr(dash + 1)}}};
}

std::string side(const ComparedParagraph& row, bool after) {
  std::string out;
  for (const auto& words : row.words)
    if ((after ? words.removed : words.added).empty()) out += words.text;
  return out;
}

std::string change_said(const ComparedParagraph& row, const Tongue& tongue) {
  const auto place = said(tongue, place_of(row));
  const auto before = side(row, false), after = side(row, true);
  if (row.kind == "added" || row.kind == "moved")
    return tongue.say("report.corrigendum.added", {{"place", place}, {"after", after}});
  if (row.kind == "removed" || row.kind == "moved-away")
    return tongue.say("report.corrigendum.removed", {{"place", place}, {"before", before}});
  return tongue.say("report.corrigendum.changed", {{"place", place}, {"before", before}, {"after", after}});
}

}  // namespace

TextStructure kept_structure(const Reading& text) {
  TextStructure out;
  for (const auto& row : text.paragraphs) {
    auto& paragraph = out.paragraphs.emplace_back();
    paragraph.id = row.id;
    paragraph.kind = row.heading.empty() ? kind_named(row.kind) : Paragraph::Kind::heading;
    paragraph.number = bare_number(row.label);
    paragraph.text = words_of(row.pieces, &paragraph.marks);
  }
  for (const auto& note : text.notes) out.notes.push_back({note.number, words_of(note.pieces)});
  return out;
}

Reading corrigendum_text(const ReportVersionPage& page, const std::vector<ComparedParagraph>& changes,
                         const Tongue& tongue) {
  Reading out;
  const auto add = [&out](const std::string& id, const std::string& kind, std::string text) {
    ParagraphRow row;
    row.id = id;
    row.kind = kind;
    row.pieces = {{std::move(text), "", "", "", {}, "", ""}};
    out.paragraphs.push_back(std::move(row));
    return &out.paragraphs.back();
  };
  add("reference", "masthead", page.reference)->masthead = "1";
  add("title", "heading", said(tongue, page.version.name))->heading = "1";
  out.contents.push_back({"title", "", said(tongue, page.version.name)});
  add("reason", "text", said(tongue, {"report.text", {{"text", page.version.reason}}}));
  if (changes.empty()) add("none", "text", tongue.say("report.corrigendum.none"));
  int count = 0;
  for (const auto& row : changes) add("c" + std::to_string(++count), "text", change_said(row, tongue));
  return out;
}

}  // namespace comity
