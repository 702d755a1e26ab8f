// A document of the record as a flat ODT: masthead, text and notes as the house prints them.
#include <algorithm>
#include <map>

#include "convert/exported.h"
#include "convert/flat_odt.h"
#include "convert/odt_table.h"

namespace comity {
namespace {

class Writer {
 public:
  explicit Writer(const ExportedDocument& document)
      : document_(document),
        odt_({document.language, document.symbol.text + " " + document.title, document.symbol.text, document.caution}) {
    for (const auto& note : document.text->notes) notes_.emplace(note.number, &note);
  }

  std::string write() {
    put_words(odt_.paragraph("Symbol"), document_.symbol.text);
    put_words(odt_.paragraph("Caution"), document_.caution);
    link(odt_.paragraph("Masthead"), document_.official, document_.official);
    if (!told_in_text(document_.title)) put_words(odt_.paragraph("Title"), document_.title);
    for (const auto& row : document_.text->paragraphs) add(row);
    for (const auto& note : document_.text->notes)
      if (notes_.contains(note.number)) add_unmarked(note);
    return odt_.text();
  }

 private:
  static const char* style_of(const ParagraphRow& row) {
    if (row.kind == "masthead") return "Masthead";
    if (!row.quotation.empty()) return "Quotation";
    return row.level.empty() ? "Standard" : row.level == "1" ? "Item" : "Item2";
  }
  // Most texts begin with their title.
  bool told_in_text(const std::string& title) const {
    const auto& rows = document_.text->paragraphs;
    return std::any_of(rows.begin(), rows.end(), [&](const ParagraphRow& row) {
      return !row.heading.empty() && row.pieces.size() == 1 && row.pieces.front().text == title;
    });
  }
  void add(const ParagraphRow& row) {
    auto node = row.cell              ? table_.add(*row.cell, row.kind == "column")
                : row.heading.empty() ? odt_.paragraph(style_of(row))
                                      : odt_.heading(std::stoi(row.heading));
    node.append_child("text:bookmark").append_attribute("text:name") = row.id.c_str();
    if (!row.label.empty()) put_words(node, row.label + "\t");
    say(node, row.pieces);
  }
  // Notes whose mark stands nowhere come last.
  void add_unmarked(const NoteRow& note) {
    auto node = odt_.paragraph("Footnote");
    put_words(node, note.number + "\t");
    say(node, note.pieces);
  }
  void say(pugi::xml_node node, const std::vector<PieceRow>& pieces) {
    for (const auto& piece : pieces) {
      if (!piece.note.empty())
        mark(node, piece.note);
      else if (!piece.anchor.empty())
        link(node, "#" + piece.anchor, piece.text);
      else if (!piece.official.empty() || !piece.href.path.empty())
        link(node, piece.official.empty() ? "https://undocs.org" + piece.href.path : piece.official, piece.text);
      else
        put_words(node, piece.text);
    }
  }
  static void link(pugi::xml_node node, const std::string& target, const std::string& words) {
    auto out = node.append_child("text:a");
    out.append_attribute("xlink:type") = "simple";
    out.append_attribute("xlink:href") = target.c_str();
    put_words(out, words);
  }
  // The first mark of a note holds it; a later one only repeats its number.
  void mark(pugi::xml_node node, const std::string& number) {
    const auto found = notes_.find(number);
    if (found == notes_.end()) {
      auto again = node.append_child("text:span");
      again.append_attribute("text:style-name") = "Mark";
      put_words(again, number);
      return;
    }
    const auto* note = found->second;
    notes_.erase(found);
    auto out = node.append_child("text:note");
    out.append_attribute("text:note-class") = "footnote";
    auto citation = out.append_child("text:note-citation");
    // Numbered by whoever reads the file, as far as that gives the same number.
    if (number == std::to_string(numbered_ + 1))
      ++numbered_;
    else
      citation.append_attribute("text:label") = number.c_str();
    put_words(citation, number);
    auto body = FlatOdt::paragraph_in(out.append_child("text:note-body"), "Footnote");
    put_words(body, " ");
    say(body, note->pieces);
  }

  const ExportedDocument& document_;
  FlatOdt odt_;
  OdtTable table_{odt_.body()};
  std::map<std::string, const NoteRow*> notes_{};  // not told yet
  int numbered_ = 0;                               // notes that bear their number by counting
};

}  // namespace

std::string as_flat_odt(const ExportedDocument& document) { return Writer(document).write(); }

}  // namespace comity
