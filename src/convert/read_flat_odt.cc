// Flat ODT as lines: what LibreOffice writes of paragraphs, lists, notes, tables and tracked changes.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "convert/gathered.h"
#include "convert/odt_lists.h"
#include "convert/read_file.h"
#include "convert/xml.h"
#include "texts/raised.h"
#include "texts/signs.h"

namespace comity {
namespace {

// What the names of styles tell: a style's own, and those of the styles that it continues.
class OdtStyles {
 public:
  void learn(const pugi::xml_node& styles) {
    for (const auto& node : styles.children()) {
      if (local_name(node) != "style") continue;
      auto& own = styles_[node.attribute("style:name").value()];
      own.above = node.attribute("style:parent-style-name").value();
      const std::string_view place = node.child("style:text-properties").attribute("style:text-position").value();
      own.is_raised = place.starts_with("super") || (!place.empty() && is_digit(place.front()) && place.front() != '0');
    }
  }
  bool is_heading(std::string_view name) const {
    return some_of(
        name, [](const std::string& one) { return one.starts_with("Heading") || one == "Title" || one == "Subtitle"; });
  }
  bool is_quotation(std::string_view name) const {
    return some_of(name, [](const std::string& one) { return one.find("Quot") != one.npos; });
  }
  bool is_column(std::string_view name) const {
    return some_of(name, [](const std::string& one) { return one == "Table_20_Heading"; });
  }
  bool is_raised(std::string_view name) const {
    return some_of(name, [this](const std::string& one) {
      const auto found = styles_.find(one);
      return one == "Footnote_20_Symbol" || (found != styles_.end() && found->second.is_raised);
    });
  }

 private:
  struct Style {
    std::string above{};
    bool is_raised = false;
  };

  template <class Asked>
  bool some_of(std::string_view name, Asked asked) const {
    constexpr int furthest = 20;  // styles may continue one another in a circle
    std::string at(name);
    for (int steps = 0; !at.empty() && steps < furthest; ++steps) {
      if (asked(at)) return true;
      const auto found = styles_.find(at);
      at = found == styles_.end() ? "" : found->second.above;
    }
    return false;
  }

  std::map<std::string, Style> styles_{};
};

class OdtReader {
 public:
  Result<PlainText> read(const pugi::xml_node& document) {
    for (const auto* part : {"office:styles", "office:automatic-styles"}) {
      styles_.learn(document.child(part));
      lists_.learn(document.child(part));
    }
    blocks(document.child("office:body").child("office:text"));
    out_.line(std::move(carried_));
    out_.find("changes-accepted", changes_);
    out_.find("comments-left", comments_);
    out_.find("pictures-left", pictures_);
    out_.find("contents-left", contents_);
    return out_.done();
  }

 private:
  void blocks(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) block(node);
  }

  void block(const pugi::xml_node& node) {
    const auto name = local_name(node);
    if (name == "p" || name == "h") return paragraph(node);
    if (name == "list") return list(node);
    if (name == "table") return table(node);
    if (name == "tracked-changes") {
      for (const auto& region : node.children("text:changed-region")) take_change(region);
    } else if (name == "change-start" || name == "change-end") {
      turn(node);
    } else if (name == "table-of-content" || name.ends_with("-index") || name == "bibliography") {
      ++contents_;
    } else if (name == "section") {
      if (std::string_view(node.attribute("text:display").value()) != "none") blocks(node);
    } else if (name == "frame") {
      frame(node);
    } else if (is_shape(node)) {
      blocks(node);
    }
  }
  // A drawing may have words in it, or others that have.
  static bool is_shape(const pugi::xml_node& node) { return std::string_view(node.name()).starts_with("draw:"); }

  void paragraph(const pugi::xml_node& node) {
    const std::string_view style = node.attribute("text:style-name").value();
    auto label = std::exchange(label_, "");
    const bool own_number = local_name(node) == "h" && depth_ == 0 && !node.attribute("text:is-list-header").as_bool();
    if (own_number) label = lists_.heading(node.attribute("text:outline-level").as_int(1));
    auto words = std::exchange(carried_, "") + inside(node);
    if (!going_.empty()) {  // its end is taken away too
      carried_ = std::move(words);
      return;
    }
    if (!label.empty() && !trimmed(words).empty()) words = label + ' ' + words;
    std::optional<Paragraph::Kind> said;
    if (local_name(node) == "h" || styles_.is_heading(style))
      said = Paragraph::Kind::heading;
    else if (styles_.is_quotation(style))
      said = Paragraph::Kind::quotation;
    if (styles_.is_column(style)) column_ = true;
    if (cell_)
      *cell_ += (cell_->empty() ? "" : "\n") + words;
    else
      out_.line(std::move(words), said);
    // What stands in a frame is read after the paragraph that it is fixed to.
    for (const auto& one : std::exchange(frames_, {})) blocks(one);
  }

  // --- tracked changes, each of which stands between two marks ---

  void take_change(const pugi::xml_node& region) {
    ++changes_;
    const auto id = region.attribute("xml:id") ? region.attribute("xml:id") : region.attribute("text:id");
    if (region.child("text:deletion")) deletions_.insert(id.value());
  }
  void turn(const pugi::xml_node& mark) {
    const std::string id = mark.attribute("text:change-id").value();
    if (local_name(mark) == "change-end")
      going_.erase(id);
    else if (deletions_.contains(id))
      going_.insert(id);
  }

  void list(const pugi::xml_node& node) {
    lists_.enter(node);
    ++depth_;
    for (const auto& item : node.children()) {
      const auto name = local_name(item);
      if (name != "list-item" && name != "list-header") continue;
      label_ = name == "list-item" ? lists_.item(item) : "";
      blocks(item);
      label_.clear();
    }
    --depth_;
    lists_.leave();
  }

  // --- the words of a paragraph ---

  std::string inside(const pugi::xml_node& parent) {
    std::string out;
    for (const auto& node : parent.children()) {
      if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata)
        piece(node, out);
      else if (going_.empty())
        put_blanks_as_one(out, without_mark(node.value()));
    }
    return out;
  }

  // LibreOffice leaves the mark that Word printed for a note, where it is longer than one sign, behind the note too.
  std::string_view without_mark(std::string_view words) {
    const auto mark = std::exchange(mark_, "");
    if (mark.size() > 1 && words.starts_with(mark)) words.remove_prefix(mark.size());
    return words;
  }

  static void put_blanks_as_one(std::string& out, std::string_view words) {
    for (const char c : words) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) out += c;
      if (blank && (out.empty() || out.back() != ' ')) out += ' ';
    }
  }

  void piece(const pugi::xml_node& node, std::string& out) {
    const auto name = local_name(node);
    if (name == "change-start" || name == "change-end") {
      turn(node);
    } else if (!going_.empty()) {
      if (name == "span" || name == "a") out += inside(node);
    } else if (name == "s" || name == "tab") {
      out += ' ';
    } else if (name == "line-break") {
      out += '\n';
    } else if (name == "note") {
      note(node, out);
    } else if (name == "annotation") {
      ++comments_;
    } else if (name == "frame") {
      frame(node);
    } else if (is_shape(node)) {
      frames_.push_back(node);
    } else if (name == "span" && styles_.is_raised(node.attribute("text:style-name").value())) {
      raise(inside(node), out);
    } else if (name != "ruby-text" && name != "hidden-text" && name != "hidden-paragraph" && name != "script") {
      out += inside(node);  // spans, links, and fields of any kind
    }
  }

  // Small raised figures are the mark of a note that somebody typed.
  static void raise(const std::string& words, std::string& out) {
    const auto number = trimmed(words);
    const bool figures = !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
    out += figures ? raised(number) : words;
  }

  static std::string raised_figures(const std::string& number) {
    return std::all_of(number.begin(), number.end(), is_digit) ? raised(number) : "";
  }

  void note(const pugi::xml_node& node, std::string& out) {
    std::string words;
    for (const auto& one : node.child("text:note-body").children()) words += (words.empty() ? "" : " ") + inside(one);
    const auto citation = node.child("text:note-citation");
    // What nobody typed is counted: LibreOffice writes such a number only where it has laid out the page.
    const auto label = citation.attribute("text:label");
    const std::string printed = label ? std::string(label.value()) : std::to_string(++counted_notes_);
    // LibreOffice keeps the number that Word prints at the head of the note itself.
    auto rest = trimmed(words);
    for (const auto& own : {printed, raised_figures(printed)})
      if (!own.empty() && rest.starts_with(own + ' ')) rest.remove_prefix(own.size());
    out += out_.note(printed, std::string(trimmed(rest)));
    mark_ = label.value();
  }

  void frame(const pugi::xml_node& node) {
    for (const auto& child : node.children()) {
      if (local_name(child) == "text-box") frames_.push_back(child);
      if (local_name(child) == "image" || local_name(child) == "object") ++pictures_;
    }
  }

  // --- tables ---

  static std::int64_t cells_in(const pugi::xml_node& node) {
    std::int64_t cells = 0;
    for (const auto& child : node.children()) cells += local_name(child) == "table-cell" ? 1 : cells_in(child);
    return cells;
  }

  void table(const pugi::xml_node& node) {
    if (cell_ || cells_in(node) < 2) return boxed(node);  // a box round words, or a table in a cell
    row_ = 0;
    first_ = true;
    rows(node, false);
  }
  void boxed(const pugi::xml_node& node) {
    for (const auto& child : node.children()) {
      if (local_name(child) == "table-cell")
        blocks(child);
      else
        boxed(child);
    }
  }
  void rows(const pugi::xml_node& parent, bool head) {
    for (const auto& node : parent.children()) {
      const auto name = local_name(node);
      if (name == "table-row")
        cells(node, head);
      else if (name == "table-header-rows" || name == "table-row-group" || name == "table-rows")
        rows(node, head || name == "table-header-rows");
    }
  }
  void cells(const pugi::xml_node& row, bool head) {
    constexpr int widest = 200;
    ++row_;
    int column = 0;
    for (const auto& node : row.children()) {
      const bool covered = local_name(node) == "covered-table-cell";
      if (!covered && local_name(node) != "table-cell") continue;
      const auto times = std::clamp(node.attribute("table:number-columns-repeated").as_int(1), 1, widest);
      if (column + 1 > widest) return;
      if (!covered) one_cell(node, head, column + 1);
      column += times;
    }
  }
  void one_cell(const pugi::xml_node& node, bool head, int column) {
    std::string words;
    cell_ = &words;
    column_ = false;
    blocks(node);
    cell_ = nullptr;
    out_.line(std::move(words), head || column_ ? Paragraph::Kind::column : Paragraph::Kind::cell,
              {row_, column, std::exchange(first_, false)});
  }

  OdtStyles styles_{};
  OdtLists lists_{};
  Gathered out_{};
  std::string label_{};  // of the item whose first paragraph comes next
  std::string mark_{};   // of the note that was read last, as somebody typed it
  int counted_notes_ = 0;
  int depth_ = 0;  // of lists
  std::vector<pugi::xml_node> frames_{};
  std::set<std::string> deletions_{};  // tracked ones
  std::set<std::string> going_{};      // those that have begun and not ended
  std::string carried_{};              // words of a paragraph whose end was taken away
  std::string* cell_ = nullptr;        // whose words are read
  bool column_ = false;
  bool first_ = false;
  int row_ = 0;
  std::int64_t changes_ = 0;
  std::int64_t comments_ = 0;
  std::int64_t pictures_ = 0;
  std::int64_t contents_ = 0;
};

}  // namespace

Result<PlainText> lines_of_flat_odt(std::string_view xml) {
  pugi::xml_document document;
  if (auto read = read_xml(xml, document); !read) return read.refusal();
  return OdtReader().read(document.child("office:document"));
}

}  // namespace comity
