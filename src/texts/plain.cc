#include "texts/plain.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "texts/markers.h"
#include "texts/mend.h"
#include "texts/note_marks.h"
#include "texts/signs.h"

namespace comity {
namespace {

using ParagraphKind = Paragraph::Kind;

// Chinese is set without spaces.
bool is_chinese(std::string_view text, std::size_t at) {
  return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xe3 &&
         static_cast<unsigned char>(text[at]) <= 0xe9;
}

void append(std::string& text, std::string_view more) {
  const auto word = text.rfind(' ') + 1;  // 0 where there is none
  const bool address = text.compare(word, 4, "http") == 0 && (text.ends_with('-') || text.ends_with('/'));
  const bool chinese = text.size() >= 3 && is_chinese(text, text.size() - 3) && is_chinese(more, 0);
  const auto in_a_word = [](char c) { return is_letter(c) || is_digit(c); };
  const bool hyphen = text.size() >= 2 && text.back() == '-' && in_a_word(text[text.size() - 2]) && !more.empty() &&
                      in_a_word(more.front());
  if (!address && !chinese && !hyphen && !text.empty()) text += ' ';
  text += more;
}

std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Links and emphasis of Markdown, in a file that has links of that kind. Emphasis that ends and begins at once parts
// two paragraphs that were glued together.
class Markup {
 public:
  explicit Markup(std::string_view bytes) : bytes_(bytes) {}

  std::string without() {
    while (at_ < bytes_.size())
      if (!link() && !emphasis() && !address()) out_ += bytes_[at_++];
    return std::move(out_);
  }

 private:
  static bool is_room(char c) { return c == '\n' || c == ' '; }

  // "[A/77/275](#)", on one line: what stands in the square brackets.
  bool link() {
    if (bytes_[at_] != '[') return false;
    const auto close = bytes_.find_first_of("[]\n", at_ + 1);
    if (close == bytes_.npos || !bytes_.substr(close).starts_with("](")) return false;
    const auto end = bytes_.find_first_of(")\n", close);
    if (end == bytes_.npos || bytes_[end] != ')') return false;
    out_ += bytes_.substr(at_ + 1, close - at_ - 1);
    at_ = end + 1;
    return true;
  }
  bool emphasis() {
    if (bytes_[at_] != '*') return false;
    const auto begin = at_;
    while (at_ < bytes_.size() && bytes_[at_] == '*') ++at_;
    const bool glued = !out_.empty() && !is_room(out_.back()) && at_ < bytes_.size() && !is_room(bytes_[at_]);
    if (at_ - begin > 1 && glued) out_ += "\n\n";
    return true;
  }
  // "<https://…>".
  bool address() {
    const auto rest = bytes_.substr(at_);
    if (!rest.starts_with("<http")) return false;
    const auto end = rest.find_first_of("> \n");
    if (end == rest.npos || rest[end] != '>') return false;
    out_ += rest.substr(1, end - 1);
    at_ += end + 1;
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string out_{};
};

std::string without_markup(std::string_view bytes) {
  return bytes.find("](") == bytes.npos ? std::string(bytes) : Markup(bytes).without();
}

// Puts lines together to paragraphs, and gives these their numbers and ids.
class Assembly {
 public:
  Assembly(const PlainText& plain, Language language, Imported& out)
      : plain_(plain), language_(language), out_(out), resolution_(is_resolution()), numbering_(resolution_) {}

  void run() {
    has_headings_ = std::any_of(plain_.lines.begin(), plain_.lines.end(),
                                [](const Line& line) { return line.said == ParagraphKind::heading; });
    for (std::size_t i = 0; i < plain_.lines.size(); ++i) {
      const auto& line = plain_.lines[i];
      if (line.text.find('\n') != line.text.npos)
        take_broken(line);
      else
        take(line, i + 1 < plain_.lines.size() ? &plain_.lines[i + 1] : nullptr);
    }
  }

 private:
  bool is_resolution() const {
    return std::any_of(plain_.lines.begin(), plain_.lines.end(),
                       [this](const Line& line) { return is_organ_line(line.text, language_); });
  }

  // Whoever wrote it broke the line: above the title each part is a line, elsewhere it is one paragraph.
  void take_broken(Line line) {
    for (auto end = line.text.find('\n'); end != line.text.npos && stands_above(); end = line.text.find('\n')) {
      auto first = line;
      first.text = trimmed(line.text.substr(0, end));
      if (!is_masthead(first.text, language_)) break;
      unnumbered(first, nullptr);
      line.text = trimmed(line.text.substr(end + 1));
    }
    std::replace(line.text.begin(), line.text.end(), '\n', ' ');
    if (!line.text.empty()) take(line, nullptr);
  }

  void take(const Line& line, const Line* next) {
    if (line.said == ParagraphKind::cell || line.said == ParagraphKind::column) return in_table(line);
    if (line.said == ParagraphKind::quotation) return add({numbering_.quotation(), *line.said, "", line.text});
    if (const auto found = marker(line.text, language_); found && stands(*found, line)) return begin(*found, line);
    if (line.said == ParagraphKind::heading)
      return add({numbering_.heading(Container::body, ""), *line.said, "", line.text});
    if (continues(line)) return append(last().text, line.text);
    unnumbered(line, next);
  }

  // What looks like a number within a page's running text is one only where it is due.
  bool stands(const Marker& found, const Line& line) const {
    const bool loose = !plain_.wrapped || line.apart;
    switch (found.kind) {
      case Marker::Kind::number:
        return numbering_.expects(std::stoi(found.number), after_colon()) || loose;
      case Marker::Kind::item:
        return numbering_.expects_item(found.number) || loose;
      case Marker::Kind::chapter:
      case Marker::Kind::section:
        return numbering_.expects_heading(found.number) && !begins_small(found.rest);
      case Marker::Kind::inserted:
      case Marker::Kind::bullet:
      case Marker::Kind::named:
        return true;
    }
    return false;
  }

  void in_table(const Line& line) {
    if (stands_above() && is_masthead(line.text, language_)) return unnumbered(line, nullptr);
    if (line.place.first) numbering_.table();
    add({numbering_.cell(line.place.row, line.place.column), *line.said, "", line.text});
  }

  void begin(const Marker& found, const Line& line) {
    const bool counted_heading = found.kind == Marker::Kind::number && line.said == ParagraphKind::heading;
    switch (counted_heading ? Marker::Kind::chapter : found.kind) {
      case Marker::Kind::number:
        return place(numbering_.paragraph(std::stoi(found.number), after_colon()), found);
      case Marker::Kind::inserted:
        return place(numbering_.inserted(found.number), found);
      case Marker::Kind::item:
        return place(numbering_.item(found.number), found);
      case Marker::Kind::bullet:
        return add({numbering_.bullet(), ParagraphKind::item, found.printed, found.rest});
      case Marker::Kind::chapter:
      case Marker::Kind::section:
      case Marker::Kind::named:
        return add(
            {numbering_.heading(found.container, found.number), ParagraphKind::heading, found.printed, found.rest});
    }
  }

  void place(const Numbering::Placed& placed, const Marker& found) {
    if (!placed.expected && found.kind == Marker::Kind::item)
      out_.findings.push_back({"item-unexpected", {{"mark", found.printed}, {"id", placed.id}}});
    if (!placed.expected && found.kind == Marker::Kind::number)
      out_.findings.push_back(
          {"number-unexpected", {{"number", found.number}, {"due", std::to_string(placed.due)}, {"id", placed.id}}});
    add({placed.id, placed.kind, found.printed, found.rest});
    numbers_ = true;
  }

  bool continues(const Line& line) const {
    if (paragraphs().empty() || plain_.whole) return false;
    const auto& before = last();
    switch (before.kind) {
      case ParagraphKind::masthead:
        return false;
      case ParagraphKind::heading:
      case ParagraphKind::closing:
        if (plain_.measured) return !line.apart;
        return line.runs_on && line.indent < 2 && !is_organ_line(line.text, language_);
      default:
        break;
    }
    if (plain_.measured) return !line.apart;
    if (begins_small(line.text) && !ends_a_sentence(before.text) && !before.text.ends_with(',')) return true;
    if (!plain_.wrapped) return line.runs_on && !ends_a_sentence(before.text);
    return line.indent < 2 && !(line.apart && ends_a_sentence(before.text)) && !is_closing(line.text, language_);
  }

  // What the line's paragraph will have on it, as far as that is measured.
  std::string with_what_runs_on(const Line& line, const Line* next) const {
    auto text = line.text;
    const auto* end = plain_.lines.data() + plain_.lines.size();
    if (plain_.measured && next != nullptr)
      for (; next != end && !next->apart && !marker(next->text, language_); ++next) append(text, next->text);
    return text;
  }

  // On a page, room is left below a heading, unless it runs over two lines or numbers begin under it.
  bool may_be_a_heading(const Line& line, const Line* next) const {
    if (has_headings_) return false;      // those that are say so
    constexpr std::size_t longest = 300;  // bytes
    const auto text = with_what_runs_on(line, next);
    if (begins_small(text) || text.size() > longest || text.ends_with(',')) return false;
    if (ends_a_sentence(text) && !text.ends_with(')')) return false;
    return plain_.measured || !plain_.wrapped || next == nullptr || next->apart || next->runs_on ||
           marker(next->text, language_);
  }

  void unnumbered(const Line& line, const Line* next) {
    if (stands_above() && is_masthead(line.text, language_))
      return add({numbering_.masthead(), ParagraphKind::masthead, "", line.text});
    if (resolution_ && is_organ_line(line.text, language_)) preamble_ = true;
    if (resolution_ && is_closing(line.text, language_))
      return add({numbering_.closing(), ParagraphKind::closing, "", line.text});
    if (preamble_ && !numbers_ && !is_organ_line(line.text, language_))
      return add({numbering_.preambular(), ParagraphKind::preambular, "", line.text});
    if (may_be_a_heading(line, next))
      return add({numbering_.heading(Container::body, ""), ParagraphKind::heading, "", line.text});
    add({numbering_.text(), ParagraphKind::text, "", line.text});
  }

  bool stands_above() const { return paragraphs().empty() || last().kind == ParagraphKind::masthead; }
  bool after_colon() const { return !paragraphs().empty() && ends_in_a_colon(last().text); }
  std::vector<Paragraph>& paragraphs() { return out_.text.paragraphs; }
  const std::vector<Paragraph>& paragraphs() const { return out_.text.paragraphs; }
  Paragraph& last() { return paragraphs().back(); }
  const Paragraph& last() const { return paragraphs().back(); }
  void add(Paragraph paragraph) { paragraphs().push_back(std::move(paragraph)); }

  const PlainText& plain_;
  Language language_;
  Imported& out_;
  bool resolution_;
  Numbering numbering_;
  bool has_headings_ = false;
  bool preamble_ = false;
  bool numbers_ = false;
};

void mend(Imported& out) {
  std::vector<std::string*> texts;
  for (auto& paragraph : out.text.paragraphs) texts.push_back(&(paragraph.text = single_spaced(paragraph.text)));
  for (auto& note : out.text.notes) texts.push_back(&(note.text = single_spaced(note.text)));
  const auto mended = mend_words(texts);
  if (mended.empty()) return;
  constexpr std::size_t shown = 10;
  std::string examples;
  for (std::size_t i = 0; i < std::min(mended.size(), shown); ++i) examples += (i == 0 ? "" : ", ") + mended[i];
  out.findings.push_back({"words-mended", {{"count", std::to_string(mended.size())}, {"examples", examples}}});
}

// A number that two notes bear is the first one's; the other gets the next that none has.
void tell_notes_apart(Imported& out) {
  std::set<std::string> numbers;
  for (const auto& note : out.text.notes) numbers.insert(note.number);
  std::set<std::string> told;
  std::size_t next = 1;
  for (auto& note : out.text.notes) {
    if (told.insert(note.number).second) continue;
    while (!numbers.insert(std::to_string(next)).second) ++next;
    out.findings.push_back({"note-renumbered", {{"number", std::to_string(next)}, {"printed", note.number}}});
    note.number = std::to_string(next);
    told.insert(note.number);
  }
}

// No document has such a paragraph: its lines have been lost on the way.
std::optional<Refusal> too_long(const TextStructure& text) {
  const auto refused = [](const std::string& in, std::string_view paragraph) {
    constexpr std::size_t shown = 60;  // bytes
    return Refusal{"paragraph-too-long",
                   {{"in", in},
                    {"begin", std::string(first_bytes(paragraph, shown))},
                    {"limit", std::to_string(paragraph_limit)}}};
  };
  for (const auto& paragraph : text.paragraphs)
    if (paragraph.text.size() > paragraph_limit) return refused(paragraph.id, paragraph.text);
  for (const auto& note : text.notes)
    if (note.text.size() > paragraph_limit) return refused("note-" + note.number, note.text);
  return std::nullopt;
}

}  // namespace

Result<PlainText> lines_of_plain(std::string_view bytes) { return plain_text(without_markup(bytes)); }

Result<Imported> import_plain(std::string_view bytes, Language language) {
  const auto plain = lines_of_plain(bytes);
  if (!plain) return plain.refusal();
  return import_lines(*plain, language);
}

Result<Imported> import_lines(const PlainText& plain, Language language) {
  Imported out;
  out.findings = plain.findings;
  out.text.notes = plain.notes;
  tell_notes_apart(out);
  Assembly(plain, language, out).run();
  if (auto refusal = too_long(out.text)) return *std::move(refusal);
  if (plain.wrapped) mend(out);
  mark_notes(out.text, out.findings);
  const auto& all = out.text.paragraphs;
  if (std::none_of(all.begin(), all.end(), [](const Paragraph& one) { return one.kind == ParagraphKind::numbered; }))
    out.findings.push_back({"no-numbers", {}});
  return out;
}

}  // namespace comity
