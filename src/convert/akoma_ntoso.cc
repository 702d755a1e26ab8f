// A document as Akoma Ntoso: who, what and when above, then the text as a tree.
#include <pugixml.hpp>

#include <map>
#include <sstream>

#include "convert/exported.h"

namespace comity {
namespace {

constexpr const char* xmlns = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

const char* iso_639_2(Language language) {
  static constexpr std::array<const char*, 6> codes{"ara", "zho", "eng", "fra", "rus", "spa"};
  return codes[static_cast<std::size_t>(language)];
}

// "A/AC.292/2023/L.1" is "A-AC.292-2023-L.1" in a name (AKN4UN, part 3, on numbers).
std::string number_of(const Symbol& symbol) {
  auto out = symbol.text;
  for (auto& c : out)
    if (c == '/' || c == ' ') c = '-';
  return out;
}

std::string whole_date(const ExportedDocument& document) {
  return print(document.date && document.date->whole() ? *document.date : document.recorded);
}

void value(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).append_attribute("value") = text.c_str();
}

// What work, expression and manifestation say alike.
void level(pugi::xml_node parent, const ExportedDocument& document, const std::string& uri, const std::string& date) {
  value(parent, "FRBRthis", uri + "/!main");
  value(parent, "FRBRuri", uri);
  auto when = parent.append_child("FRBRdate");
  when.append_attribute("date") = date.c_str();
  when.append_attribute("name") = document.date && document.date->whole() ? "document" : "recorded";
  parent.append_child("FRBRauthor").append_attribute("href") = document.made ? "#comity" : "#un";
}

void identify(pugi::xml_node meta, const ExportedDocument& document) {
  auto identification = meta.append_child("identification");
  identification.append_attribute("source") = "#comity";
  const auto date = whole_date(document);
  // What is made here takes no name of the Organization's.
  const auto work = std::string(document.made ? "/akn/x-comity/doc/" : "/akn/un/doc/") + document.kind + "/" + date +
                    "/" + number_of(document.symbol);
  const auto expression = work + "/" + iso_639_2(document.language) + "@" + date;
  auto of_work = identification.append_child("FRBRWork");
  level(of_work, document, work, date);
  value(of_work, "FRBRcountry", document.made ? "x-comity" : "un");
  value(of_work, "FRBRnumber", document.symbol.text);
  auto of_expression = identification.append_child("FRBRExpression");
  level(of_expression, document, expression, date);
  of_expression.append_child("FRBRlanguage").append_attribute("language") = iso_639_2(document.language);
  auto of_manifestation = identification.append_child("FRBRManifestation");
  level(of_manifestation, document, expression + ".akn", date);
  value(of_manifestation, "FRBRformat", "application/akn+xml");
}

void organization(pugi::xml_node references, const char* id, const std::string& name) {
  auto row = references.append_child("TLCOrganization");
  row.append_attribute("eId") = id;
  row.append_attribute("href") = (std::string("/akn/ontology/organization/un/") + id).c_str();
  row.append_attribute("showAs") = name.c_str();
}

// The text as a tree: items stand in the paragraph whose id theirs continues.
class Body {
 public:
  Body(pugi::xml_node body, const ExportedDocument& document) : body_(body), document_(document) {
    for (const auto& note : document.text->notes) notes_.emplace(note.number, &note);
  }

  void add(const ParagraphRow& row) {
    if (row.cell) return add_cell(*row.cell, row);
    auto node = holder_of(row.id).append_child(name_of(row));
    if (std::string_view(node.name()) == "hcontainer") node.append_attribute("name") = row.kind.c_str();
    node.append_attribute("eId") = row.id.c_str();
    if (!row.label.empty()) node.append_child("num").text() = row.label.c_str();
    if (!row.heading.empty()) {
      say(node.append_child("heading"), row.pieces);
      node.append_child("content").append_child("p");
      return;
    }
    say(node.append_child("content").append_child("p"), row.pieces);
    nodes_[row.id] = node;
  }
  void say(pugi::xml_node node, const std::vector<PieceRow>& pieces) {
    for (const auto& piece : pieces) {
      const auto target = !piece.anchor.empty() ? "#" + piece.anchor : address_of(piece);
      if (!piece.note.empty()) {
        mark(node, piece);
      } else if (target.empty()) {
        node.append_child(pugi::node_pcdata).set_value(piece.text.c_str());
      } else {
        auto link = node.append_child("ref");
        link.append_attribute("href") = target.c_str();
        link.text() = piece.text.c_str();
      }
    }
  }
  // Notes whose mark stands nowhere.
  void add_the_other_notes() {
    for (const auto& note : document_.text->notes) {
      if (!notes_.contains(note.number)) continue;
      auto node = body_.append_child("hcontainer");
      node.append_attribute("name") = "note";
      node.append_attribute("eId") = ("note-" + note.number).c_str();
      node.append_child("num").text() = note.number.c_str();
      say(node.append_child("content").append_child("p"), note.pieces);
    }
  }

 private:
  static const char* name_of(const ParagraphRow& row) {
    if (row.kind == "numbered") return "paragraph";
    return row.kind == "item" ? "point" : "hcontainer";
  }
  static std::string address_of(const PieceRow& piece) {
    if (!piece.official.empty()) return piece.official;
    return piece.href.path.empty() ? "" : "https://undocs.org" + piece.href.path;
  }
  void add_cell(const CellRow& cell, const ParagraphRow& row) {
    if (!cell.table_begins.empty()) table_ = begin_table(cell.table);
    if (!cell.row_begins.empty()) table_.append_child("tr");
    auto in_row = table_.last_child();
    if (!cell.gap.empty()) append_cell(in_row, "td", cell.gap);
    auto node = append_cell(in_row, row.kind == "column" ? "th" : "td", cell.span);
    node.prepend_attribute("eId") = row.id.c_str();
    say(node.child("p"), row.pieces);
  }
  static pugi::xml_node append_cell(pugi::xml_node row, const char* name, const std::string& columns) {
    auto node = row.append_child(name);
    if (!columns.empty()) node.append_attribute("colspan") = columns.c_str();
    node.append_child("p");
    return node;
  }
  // A table is a block, which stands in no paragraph but in its content.
  pugi::xml_node begin_table(const std::string& id) {
    auto around = holder_of(id).append_child("hcontainer");
    around.append_attribute("name") = "table";
    around.append_attribute("eId") = (id + "-around").c_str();
    auto table = around.append_child("content").append_child("table");
    table.append_attribute("eId") = id.c_str();
    return table;
  }
  // What comes before the parts of a paragraph is its introduction.
  pugi::xml_node holder_of(const std::string& id) {
    for (auto at = id.rfind('-'); at != std::string::npos && at > 0; at = id.rfind('-', at - 1)) {
      const auto above = nodes_.find(id.substr(0, at));
      if (above == nodes_.end()) continue;
      if (auto content = above->second.child("content")) content.set_name("intro");
      return above->second;
    }
    return body_;
  }
  void mark(pugi::xml_node node, const PieceRow& piece) {
    const auto note = notes_.find(piece.note);
    if (note == notes_.end()) {
      auto again = node.append_child("noteRef");
      again.append_attribute("href") = ("#note-" + piece.note).c_str();
      again.append_attribute("marker") = piece.note.c_str();
      return;
    }
    const auto* row = note->second;
    notes_.erase(note);
    auto here = node.append_child("authorialNote");
    here.append_attribute("marker") = piece.note.c_str();
    here.append_attribute("eId") = ("note-" + piece.note).c_str();
    say(here.append_child("p"), row->pieces);
  }

  pugi::xml_node body_;
  pugi::xml_node table_{};  // the last one
  const ExportedDocument& document_;
  std::map<std::string, pugi::xml_node> nodes_{};
  std::map<std::string, const NoteRow*> notes_{};  // not told yet
};

void preface(pugi::xml_node doc, const ExportedDocument& document) {
  auto node = doc.append_child("preface");
  auto caution = node.append_child("p");
  caution.text() = document.caution.c_str();
  auto number = node.append_child("p").append_child("docNumber");
  number.text() = document.symbol.text.c_str();
  auto title = node.append_child("p").append_child("docTitle");
  title.text() = document.title.c_str();
}

}  // namespace

std::string as_akoma_ntoso(const ExportedDocument& document) {
  pugi::xml_document xml;
  auto declaration = xml.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto root = xml.append_child("akomaNtoso");
  root.append_attribute("xmlns") = xmlns;
  auto doc = root.append_child("doc");
  doc.append_attribute("name") = document.kind.c_str();
  auto meta = doc.append_child("meta");
  identify(meta, document);
  auto references = meta.append_child("references");
  references.append_attribute("source") = "#comity";
  organization(references, "un", "United Nations");
  organization(references, "comity", document.caution);
  preface(doc, document);
  Body body(doc.append_child("mainBody"), document);
  for (const auto& row : document.text->paragraphs) body.add(row);
  body.add_the_other_notes();
  std::ostringstream out;
  xml.save(out, " ", pugi::format_raw, pugi::encoding_utf8);
  return out.str() + "\n";
}

}  // namespace comity
