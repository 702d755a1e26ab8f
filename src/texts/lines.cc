#include "texts/lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "texts/raised.h"
#include "texts/signs.h"

namespace comity {
namespace {

// Zero width, joiners of words, soft hyphens, and what turns the direction of a text: none of it is ever printed.
constexpr std::array<std::string_view, 13> unseen{"\u200b", "\u2060", "\ufeff", "\u00ad", "\u202a", "\u202b", "\u202c",
                                                  "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"};
// How programs and machines of other kinds end a line or page.
constexpr std::array<std::string_view, 5> ends_of_lines{"\r", "\f", "\u0085", "\u2028", "\u2029"};

bool is_control(char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 127; }

// The bytes of one character.
std::size_t width(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

Sound cleaned(std::string_view bytes) {
  Sound out;
  out.text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const auto one = bytes.substr(i, width(bytes[i]));
    i += one.size();
    if (std::find(ends_of_lines.begin(), ends_of_lines.end(), one) != ends_of_lines.end()) {
      if (one != "\r" || !bytes.substr(i).starts_with('\n')) out.text += '\n';
    } else if (one == "\t" || one == "\u00a0" || one == "\u202f") {
      out.text += ' ';
    } else if (std::find(unseen.begin(), unseen.end(), one) != unseen.end() || is_control(one.front())) {
      ++out.removed;
    } else {
      out.text += one;
    }
  }
  return out;
}

struct Raw {
  std::string text{};      // without spaces at either end
  std::size_t indent = 0;  // spaces before it
  bool spaced = false;     // nothing but spaces
};

std::vector<Raw> raw_lines(std::string_view text) {
  std::vector<Raw> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const auto first = line.find_first_not_of(' ');
    if (first == line.npos) {
      lines.push_back({"", 0, !line.empty()});
    } else {
      lines.push_back({std::string(line.substr(first, line.find_last_not_of(' ') - first + 1)), first, false});
    }
  }
  return lines;
}

// A page's text runs on from line to line; a file of paragraphs has one line for each.
bool is_wrapped(const std::vector<Raw>& lines) {
  constexpr std::size_t longest = 160;  // bytes of a printed line
  std::size_t all = 0;
  std::size_t too_long = 0;
  std::size_t running_on = 0;
  const std::string* last = nullptr;
  for (const auto& line : lines) {
    if (line.text.empty()) continue;
    ++all;
    if (line.text.size() > longest) ++too_long;
    if (last != nullptr && !ends_a_sentence(*last) && last->size() > 40 && begins_small(line.text)) ++running_on;
    last = &line.text;
  }
  return all > 0 && too_long * 50 < all && running_on * 5 > all;
}

// Whether an empty line stands after nearly every line, so that it says nothing.
bool is_double_spaced(const std::vector<Raw>& lines) {
  std::size_t all = 0;
  std::size_t followed = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].text.empty()) continue;
    ++all;
    if (lines[i + 1].text.empty() && !lines[i + 1].spaced) ++followed;
  }
  return followed * 5 > all * 3;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

bool is_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && text.find(' ') == text.npos;
}

bool is_separator(std::string_view text) { return text.size() >= 5 && all_of(text, "_"); }

// "23 Informe …", "* Publicado …", "¹ A/77/275.": the note, if the line begins one.
std::optional<Footnote> begun_note(std::string_view text) {
  const auto space = text.find(' ');
  if (space == text.npos || space == 0) return std::nullopt;
  const auto mark = text.substr(0, space);
  const auto rest = std::string(text.substr(space + 1));
  if (mark.size() <= 3 && (all_of(mark, "0123456789") || all_of(mark, "*"))) return Footnote{std::string(mark), rest};
  const auto raised = raised_digits(mark);
  if (!raised.number.empty() && raised.number.size() <= 3 && raised.bytes == mark.size())
    return Footnote{raised.number, rest};
  return std::nullopt;
}

// "The report:*", and no line of stars.
bool ends_in_a_star(std::string_view text) {
  const auto last = text.find_last_not_of('*');
  return text.ends_with('*') && last != text.npos && text[last] != ' ';
}

// Walks over the lines of pages; keeps what was printed for the reader of the text.
class Pages {
 public:
  Pages(const std::vector<Raw>& raw, PlainText& out)
      : raw_(raw), out_(out), double_spaced_(out.wrapped && is_double_spaced(raw)) {
    starred_ = std::any_of(raw.begin(), raw.end(), [](const Raw& line) { return ends_in_a_star(line.text); });
  }

  void read() {
    for (at_ = 0; at_ < raw_.size(); ++at_) take(raw_[at_]);
    find("links-removed", links_);
    find("furniture-removed", furniture_);
  }

 private:
  void take(const Raw& line) {
    if (line.text.empty()) {
      apart_ = apart_ || line.spaced || !double_spaced_;
      return;
    }
    if (out_.wrapped && is_address(line.text)) return drop(links_);
    if (is_furniture(line.text)) return drop(furniture_);
    if (is_separator(line.text)) {
      in_notes_ = true;
      apart_ = false;
      return;
    }
    if (taken_as_note(line)) {
      apart_ = false;
      return;
    }
    in_notes_ = false;
    out_.lines.push_back({line.text, apart_ || out_.lines.empty(), line.indent, kept_ && *kept_ + 1 == at_});
    kept_ = at_;
    apart_ = false;
  }
  void drop(std::int64_t& counted) {
    ++counted;
    in_notes_ = false;
  }
  // Below a line drawn over the foot of a page. Raised figures begin a note anywhere, and so do stars where another
  // line ends in one.
  bool taken_as_note(const Raw& line) {
    const bool is_raised = !raised_digits(line.text).number.empty();
    const bool is_starred = starred_ && line.text.starts_with('*');
    if (!in_notes_ && !is_raised && !is_starred) return false;
    if (auto note = begun_note(line.text)) {
      out_.notes.push_back(*std::move(note));
      return true;
    }
    if (!in_notes_ || out_.notes.empty() || line.indent > 0 || apart_) return false;
    out_.notes.back().text += ' ' + line.text;
    return true;
  }
  void find(const char* code, std::int64_t count) {
    if (count > 0) out_.findings.push_back({code, {{"count", std::to_string(count)}}});
  }

  const std::vector<Raw>& raw_;
  PlainText& out_;
  bool double_spaced_;
  std::size_t at_ = 0;
  std::optional<std::size_t> kept_;
  bool apart_ = false;
  bool in_notes_ = false;
  bool starred_ = false;
  std::int64_t links_ = 0;
  std::int64_t furniture_ = 0;
};

std::int64_t first_bad_line(std::string_view bytes) {
  std::int64_t line = 1;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    if (!valid_utf8(bytes.substr(begin, end - begin))) return line;
    begin = end + 1;
  }
  return line;
}

}  // namespace

Sound sound(std::string_view utf8) {
  auto out = cleaned(utf8);
  out.text = nfc(out.text);
  return out;
}

bool is_furniture(std::string_view text) {
  const auto slash = text.find('/');
  const bool page = slash != text.npos && text.size() <= 7 && all_of(text.substr(0, slash), "0123456789") &&
                    all_of(text.substr(slash + 1), "0123456789");
  const bool job = text.size() >= 8 && all_of(text.substr(0, 2), "0123456789") && text[2] == '-' &&
                   all_of(text.substr(3, 5), "0123456789") && (text.size() == 8 || text[8] == ' ');
  const bool bars =
      text.size() == 9 && text.front() == '*' && text.back() == '*' && all_of(text.substr(1, 7), "0123456789");
  return page || job || bars;
}

Result<PlainText> plain_text(std::string_view bytes) {
  if (bytes.size() > plain_text_limit) return Refusal{"text-too-large", {{"limit", std::to_string(plain_text_limit)}}};
  if (!valid_utf8(bytes)) return Refusal{"text-not-utf8", {{"line", std::to_string(first_bad_line(bytes))}}};
  const auto [text, removed] = sound(bytes);
  PlainText out;
  if (removed > 0) out.findings.push_back({"signs-removed", {{"count", std::to_string(removed)}}});
  const auto raw = raw_lines(text);
  out.wrapped = is_wrapped(raw);
  Pages(raw, out).read();
  if (out.lines.empty()) return Refusal{"text-empty"};
  return out;
}

}  // namespace comity
