// Akoma Ntoso as lines: which of its elements are paragraphs, numbers, headings, notes and cells.
#include <algorithm>

#include "base/text.h"
#include "convert/gathered.h"
#include "convert/read_file.h"
#include "convert/xml.h"
#include "texts/raised.h"
#include "texts/signs.h"

namespace comity {
namespace {

using namespace std::string_view_literals;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_named_container(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
  return local_name(node) == "hcontainer" && is_one_of(node.attribute("name").value(), names);
}

// "16" of a paragraph is printed "16.", "a" of a point "(a)"; what has its own stop or brackets stays as it is.
std::string printed_number(std::string_view number, std::string_view element) {
  if (number.empty() || !std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || is_letter(c); }))
    return std::string(number);
  const bool inner = is_one_of(element, {"point", "item", "indent", "alinea"}) && !is_digit(number.front());
  return inner ? "(" + std::string(number) + ")" : std::string(number) + ".";
}

class AknReader {
 public:
  Result<PlainText> read(const pugi::xml_node& document) {
    whole_document(document);
    return out_.done();
  }

 private:
  void whole_document(const pugi::xml_node& document) {
    for (const auto& child : document.children()) {
      if (is_one_of(local_name(child), {"meta", "preface", "coverPage"})) continue;
      if (is_one_of(local_name(child), {"mainBody", "body", "debateBody", "judgmentBody"})) above(document, child);
      block(child);
    }
  }

  // What stands before the body counts where the body has no masthead or heading of its own.
  void above(const pugi::xml_node& document, const pugi::xml_node& body) {
    const auto first = body.find_child([](const pugi::xml_node& node) { return node.type() == pugi::node_element; });
    if (is_named_container(first, {"masthead", "heading"})) return;
    title_ = true;
    blocks(document.child("preface"));
    title_ = false;
  }

  void blocks(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) block(node);
  }

  void block(const pugi::xml_node& node) {
    const auto name = local_name(node);
    if (is_one_of(name, {"", "meta", "toc", "num", "heading", "subheading", "componentRef", "documentRef"})) return;
    if (is_one_of(name, {"p", "block", "listIntroduction", "listWrapUp"})) return words(node);
    if (name == "table") return table(node);
    if (is_one_of(name, {"quotedStructure", "embeddedStructure"}) || is_named_container(node, {"quotation"})) {
      ++quoted_;
      numbered(node);
      --quoted_;
    } else if (is_named_container(node, {"note"})) {
      loose_note(node);
    } else {
      numbered(node);
    }
  }

  // An element with its number and heading.
  void numbered(const pugi::xml_node& node) {
    if (const auto number = child_named(node, "num"))
      label_ = printed_number(trimmed(inside(number)), local_name(node));
    if (const auto heading = child_named(node, "heading")) line(inside(heading), Paragraph::Kind::heading);
    blocks(node);
    label_.clear();
  }

  static pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
  }

  void words(const pugi::xml_node& node) {
    const bool title =
        title_ && node.find_node([](const pugi::xml_node& one) { return local_name(one) == "docTitle"sv; });
    auto said = title ? std::optional(Paragraph::Kind::heading) : std::nullopt;
    if (quoted_ > 0) said = Paragraph::Kind::quotation;
    line(inside(node), said);
  }

  void line(std::string text, std::optional<Paragraph::Kind> said) {
    if (trimmed(text).empty()) return;
    const auto label = std::exchange(label_, "");
    out_.line(label.empty() ? std::move(text) : label + ' ' + text, said);
  }

  std::string inside(const pugi::xml_node& parent) {
    std::string out;
    for (const auto& node : parent.children()) {
      const auto name = local_name(node);
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
        out += node.value();
      else if (name == "authorialNote")
        out += note(node, node.attribute("marker").value());
      else if (name == "noteRef")
        out += mark(node.attribute("marker").value());
      else if (is_one_of(name, {"eol", "br"}))
        out += ' ';
      else if (node.type() == pugi::node_element)
        out += inside(node);
    }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }

  static std::string mark(std::string_view printed) {
    return std::all_of(printed.begin(), printed.end(), is_digit) ? raised(printed) : std::string(printed);
  }
  std::string note(const pugi::xml_node& node, const char* printed) {
    std::string text;
    for (const auto& child : node.children()) text += (text.empty() ? "" : " ") + inside(child);
    return out_.note(printed, std::move(text));
  }
  // A note whose mark stands nowhere, as Comity sends it out.
  void loose_note(const pugi::xml_node& node) {
    out_.note(inside(child_named(node, "num")), inside(child_named(node, "content")));
  }

  void table(const pugi::xml_node& node) {
    int row = 0;
    bool first = true;
    for (const auto& tr : node.children()) {
      if (local_name(tr) != "tr") continue;
      ++row;
      int column = 0;
      for (const auto& cell : tr.children()) {
        const bool head = local_name(cell) == "th";
        if (!head && local_name(cell) != "td") continue;
        out_.line(inside(cell), head ? Paragraph::Kind::column : Paragraph::Kind::cell,
                  {row, column + 1, std::exchange(first, false)});
        constexpr int widest = 200;
        column += std::clamp(cell.attribute("colspan").as_int(1), 1, widest);
        if (column > widest) break;
      }
    }
  }

  Gathered out_{};
  std::string label_{};
  bool title_ = false;
  int quoted_ = 0;
};

}  // namespace

Result<PlainText> lines_of_akoma_ntoso(std::string_view xml) {
  pugi::xml_document document;
  if (auto read = read_xml(xml, document); !read) return read.refusal();
  const auto root = document.document_element();
  const auto first = root.find_child([](const pugi::xml_node& node) { return node.type() == pugi::node_element; });
  return AknReader().read(first);
}

}  // namespace comity
