// One passage: which words stand there, and which of them are shown.
#include "views/passages.h"

#include <algorithm>

#include "texts/compare.h"
#include "texts/structure_json.h"
#include "texts/tables.h"

namespace comity {
namespace {

constexpr std::size_t longest_passage = 340;   // bytes, about
constexpr std::size_t before_first_hit = 110;  // bytes, about

bool begins_sign(const std::string& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

Stretch window_of(const std::string& text, const std::vector<Stretch>& hits) {
  if (text.size() <= longest_passage) return {0, text.size()};
  const auto first = hits.empty() ? 0 : hits.front().begin;
  const auto begin = first <= before_first_hit ? 0 : std::min(cut_near(text, first - before_first_hit, 30), first);
  return {begin, cut_near(text, begin + longest_passage, 30)};
}

// The numbered paragraphs and items that a paragraph stands in, outermost first.
std::vector<const Paragraph*> holders(const TextStructure& text, const Paragraph& paragraph) {
  std::vector<const Paragraph*> out;
  for (const auto& other : text.paragraphs) {
    if (&other == &paragraph) break;
    if (!other.number.empty() && other.kind != Paragraph::Kind::heading && paragraph.id.starts_with(other.id + "-"))
      out.push_back(&other);
  }
  return out;
}

// With the numbers of what it stands in: "16 (a)"; of a cell or quotation, the label of what holds it.
std::string whole_label(const TextStructure& text, const Paragraph& paragraph, Language language) {
  using Kind = Paragraph::Kind;
  const bool apart = paragraph.kind == Kind::quotation || is_cell(paragraph);
  if (!apart && paragraph.kind != Kind::item) return paragraph_label(paragraph, language);
  const auto above = holders(text, paragraph);
  if (apart) return above.empty() ? "" : whole_label(text, *above.back(), language);
  std::string out;
  for (const auto* other : above)
    out += (other->kind == Kind::item ? paragraph_label(*other, language) : other->number) + " ";
  return out + paragraph_label(paragraph, language);
}

}  // namespace

std::size_t cut_near(const std::string& text, std::size_t at, std::size_t by) {
  if (at == 0 || at >= text.size()) return std::min(at, text.size());
  for (std::size_t i = at; i < std::min(text.size(), at + by); ++i)
    if (text[i] == ' ') return i;
  while (!begins_sign(text, at)) ++at;
  return at;
}

void show(const std::string& text, const std::vector<Stretch>& hits, PassageRow& row) {
  const auto window = window_of(text, hits);
  if (window.begin > 0) row.before.assign(1, '1');
  if (window.end < text.size()) row.after.assign(1, '1');
  auto at = window.begin;
  const auto add = [&](std::size_t end, const char* hit) {
    if (end > at) row.pieces.push_back({text.substr(at, end - at), hit});
    at = std::max(at, end);
  };
  for (const auto& hit : hits) {
    if (hit.begin < at || hit.end > window.end) continue;
    add(hit.begin, "");
    add(hit.end, "1");
  }
  add(window.end, "");
}

std::optional<PassageWords> passage_words(const TextStructure& text, const std::string& place, Language language) {
  for (const auto& paragraph : text.paragraphs)
    if (paragraph.id == place)
      return PassageWords{paragraph.text, std::string(name_of(paragraph.kind)), whole_label(text, paragraph, language)};
  for (const auto& note : text.notes)
    if ("note-" + note.number == place) return PassageWords{note.text, "note", note.number};
  return std::nullopt;
}

Likeness likeness(const std::string& wording, const std::string& text, std::int64_t least_share) {
  Likeness out;
  if (text.size() * 100 < wording.size() * static_cast<std::size_t>(least_share)) return out;  // it has too few words
  std::size_t at = 0, same = 0;
  for (const auto& piece : compare_words(wording, text)) {
    if (piece.kind == ComparedWords::Kind::removed) continue;
    if (piece.kind == ComparedWords::Kind::same) {
      same += piece.text.size();
      out.same.push_back({at, at + piece.text.size()});
    }
    at += piece.text.size();
  }
  out.share = static_cast<std::int64_t>(same * 100 / std::max<std::size_t>(wording.size(), 1));
  return out;
}

}  // namespace comity
