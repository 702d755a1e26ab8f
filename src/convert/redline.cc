// Two texts as one flat ODT with tracked changes (ODF 1.3, part 3, 5.5): accepted they give the later text, rejected
// the earlier one.
#include "convert/redline.h"

#include "convert/flat_odt.h"

namespace comity {
namespace {

using Kind = ComparedRow::Kind;
using Words = ComparedWords::Kind;

// Where a paragraph that is in both texts, or only in the later one, begins, the changes before it end.
class Redline {
 public:
  explicit Redline(const RedlineFace& face) : face_(face), odt_({face.language, face.title, face.title, face.caution}) {
    changes_ = odt_.body().append_child("text:tracked-changes");
  }

  void add(const RedlineRow& row) {
    if (row.kind == Kind::removed || row.kind == Kind::moved_away) {
      gone_.push_back(row.before);
      return;
    }
    auto node = next();
    if (row.kind == Kind::added || row.kind == Kind::moved_here) {
      open_ = begin(node);
      put_words(node, row.after);
    } else {  // the words of a paragraph may be the same while its number is not
      for (const auto& words : compare_words(row.before, row.after)) say(node, words);
    }
  }

  // The changes of the last paragraphs end in one without words.
  std::string text() {
    next();
    return odt_.text();
  }

 private:
  pugi::xml_node next() {
    auto node = odt_.paragraph("Standard");
    if (!open_.empty()) mark(node, "text:change-end", open_);
    open_.clear();
    if (!gone_.empty()) {
      gone_.push_back({});  // what was removed ends with the end of a paragraph
      mark(node, "text:change", deletion(gone_));
      gone_.clear();
    }
    return node;
  }

  void say(pugi::xml_node node, const ComparedWords& words) {
    if (words.kind == Words::removed) {
      mark(node, "text:change", deletion({words.text}));
      return;
    }
    const auto id = words.kind == Words::added ? begin(node) : std::string();
    put_words(node, words.text);
    if (!id.empty()) mark(node, "text:change-end", id);
  }

  static void mark(pugi::xml_node node, const char* name, const std::string& id) {
    node.append_child(name).append_attribute("text:change-id") = id.c_str();
  }
  std::string begin(pugi::xml_node node) {
    const auto [id, change] = region("text:insertion");
    mark(node, "text:change-start", id);
    return id;
  }
  std::string deletion(const std::vector<std::string>& paragraphs) {
    auto [id, change] = region("text:deletion");
    for (const auto& words : paragraphs) put_words(FlatOdt::paragraph_in(change, "Standard"), words);
    return id;
  }
  std::pair<std::string, pugi::xml_node> region(const char* name) {
    const auto id = "ct" + std::to_string(++count_);
    auto out = changes_.append_child("text:changed-region");
    out.append_attribute("xml:id") = id.c_str();
    out.append_attribute("text:id") = id.c_str();
    auto change = out.append_child(name);
    auto info = change.append_child("office:change-info");
    info.append_child("dc:creator").text() = face_.author.c_str();
    info.append_child("dc:date").text() = face_.at.c_str();
    return {id, change};
  }

  const RedlineFace& face_;
  FlatOdt odt_;
  pugi::xml_node changes_{};
  std::string open_{};               // an insertion that ends where the next paragraph begins
  std::vector<std::string> gone_{};  // paragraphs removed since the last one that stands
  int count_ = 0;
};

}  // namespace

std::string as_redline_odt(const RedlineFace& face, const std::vector<RedlineRow>& rows) {
  Redline redline(face);
  for (const auto& row : rows) redline.add(row);
  return redline.text();
}

}  // namespace comity
