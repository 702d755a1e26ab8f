#include "texts/structure_json.h"

#include <algorithm>
#include <array>
#include <optional>

namespace comity {
namespace {

constexpr std::array<std::string_view, 10> kinds_of_paragraph{
    "masthead", "heading", "text", "preambular", "numbered", "item", "closing", "quotation", "column", "cell"};

Json to_json(const Paragraph& paragraph) {
  JsonObject out{{"id", paragraph.id}, {"kind", name_of(paragraph.kind)}, {"text", paragraph.text}};
  if (!paragraph.number.empty()) out.emplace("number", paragraph.number);
  JsonList marks;
  for (const auto& mark : paragraph.marks)
    marks.push_back(JsonObject{{"at", static_cast<std::int64_t>(mark.at)}, {"number", mark.number}});
  if (!marks.empty()) out.emplace("marks", std::move(marks));
  return out;
}

Json to_json(const Footnote& note) { return JsonObject{{"number", note.number}, {"text", note.text}}; }

const std::string* text_if_in(const Json& json, std::string_view name) {
  const auto* value = member(json, name);
  return value ? text(*value) : nullptr;
}

// Where a mark stands is a place in its text, between two characters, and no mark stands before the one before it.
bool read_marks(const Json& json, Paragraph& paragraph) {
  const auto* marks = member(json, "marks");
  if (!marks) return true;
  if (!list(*marks)) return false;
  std::size_t last = 0;
  for (const auto& mark : *list(*marks)) {
    const auto* at = member(mark, "at");
    const auto* number_of_note = text_if_in(mark, "number");
    if (!at || !number(*at) || *number(*at) < 0 || !number_of_note || number_of_note->empty()) return false;
    const auto place = static_cast<std::size_t>(*number(*at));
    const bool splits = place < paragraph.text.size() && (static_cast<unsigned char>(paragraph.text[place]) >> 6) == 2;
    if (place < last || place > paragraph.text.size() || splits) return false;
    paragraph.marks.push_back({last = place, *number_of_note});
  }
  return true;
}

std::optional<Paragraph> read_paragraph(const Json& json) {
  const auto* id = text_if_in(json, "id");
  const auto* kind = text_if_in(json, "kind");
  const auto* words = text_if_in(json, "text");
  if (!id || id->empty() || !kind || !words) return std::nullopt;
  const auto known = std::find(kinds_of_paragraph.begin(), kinds_of_paragraph.end(), *kind);
  if (known == kinds_of_paragraph.end()) return std::nullopt;
  Paragraph out{*id, static_cast<Paragraph::Kind>(known - kinds_of_paragraph.begin()), {}, *words};
  if (const auto* number_printed = text_if_in(json, "number")) out.number = *number_printed;
  return read_marks(json, out) ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<Footnote> read_note(const Json& json) {
  const auto* number_of_note = text_if_in(json, "number");
  const auto* words = text_if_in(json, "text");
  if (!number_of_note || number_of_note->empty() || !words) return std::nullopt;
  return Footnote{*number_of_note, *words};
}

// The members of a list, each read; false at the first that cannot be.
template <class T>
bool read_all(const Json& json, const char* name, std::optional<T> (*read)(const Json&), std::vector<T>& out) {
  const auto* items = member(json, name);
  if (!items || !list(*items)) return false;
  for (const auto& item : *list(*items)) {
    auto one = read(item);
    if (!one) return false;
    out.push_back(*std::move(one));
  }
  return true;
}

}  // namespace

std::string_view name_of(Paragraph::Kind kind) { return kinds_of_paragraph[static_cast<std::size_t>(kind)]; }

Json to_json(const TextStructure& text) {
  JsonList paragraphs;
  for (const auto& paragraph : text.paragraphs) paragraphs.push_back(to_json(paragraph));
  JsonList notes;
  for (const auto& note : text.notes) notes.push_back(to_json(note));
  return JsonObject{{"format", 1}, {"notes", std::move(notes)}, {"paragraphs", std::move(paragraphs)}};
}

Result<TextStructure> read_structure(std::string_view bytes) {
  const auto malformed = [](const std::string& place) { return Refusal{"structure-malformed", {{"place", place}}}; };
  const auto json = parse_json(bytes);
  if (!json) return json.refusal();
  const auto* format = member(*json, "format");
  if (!format || !number(*format) || *number(*format) != 1) return malformed("format");
  TextStructure out;
  if (!read_all(*json, "paragraphs", read_paragraph, out.paragraphs))
    return malformed("paragraphs/" + std::to_string(out.paragraphs.size()));
  if (!read_all(*json, "notes", read_note, out.notes)) return malformed("notes/" + std::to_string(out.notes.size()));
  return out;
}

}  // namespace comity
