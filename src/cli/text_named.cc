#include "cli/text_named.h"

#include "cli/importing.h"
#include "cli/reading_file.h"
#include "texts/compare.h"
#include "texts/file_name.h"
#include "texts/symbol.h"
#include "views/links.h"
#include "views/reading.h"
#include "web/face_json.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

// Where a cell or quotation stands, in brackets, since the text does not say it; `place` is the twin of a value of
// views/reading.h places_told.
std::string place_words(const Tongue& tongue, const Json& place) {
  Values values;
  for (const auto& [name, value] : *object(place))
    if (name != "say" && text(value)) values.emplace(name, *text(value));
  return "[" + tongue.say(text_in(place, "say"), values) + "]";
}

// Paragraphs and notes of a text, with their numbers as printed; what has none and stands apart, with its place.
std::vector<Paragraph> labelled(const TextStructure& text, const Tongue& tongue) {
  auto out = with_notes(text);
  const auto places = places_told(text.paragraphs);
  for (auto& paragraph : out) {
    if (paragraph.id.starts_with("note-")) continue;
    const auto place = places.find(paragraph.id);
    paragraph.number = place == places.end() ? paragraph_label(paragraph, tongue.language())
                                             : place_words(tongue, twin(place->second));
  }
  return out;
}

Result<NamedText> from_file(const fs::path& file, const Tongue& asked) {
  const auto bytes = bytes_to_import(file);
  if (!bytes) return bytes.refusal();
  const auto named = named_by_file(file.filename().string());
  const auto tongue = named ? asked.catalogue().in(named->language) : asked;
  const auto read = read_as_text(*bytes, tongue.language(), {});
  if (read) return NamedText{tongue.language(), labelled(read->imported.text, tongue)};
  auto refusal = read.refusal();
  refusal.values["file"] = file.string();
  return refusal;
}

// The words of a paragraph as its page has them, without the marks of notes.
std::string words_of(const Json& row) {
  std::string out;
  for (const auto& piece : list_in(row, "pieces")) out += text_in(piece, "text");
  return out;
}

std::string label_of(const Json& row, const Tongue& tongue) {
  const auto* place = member(row, "place");
  return place ? place_words(tongue, *place) : text_in(row, "label");
}

Paragraph::Kind kind_of_row(const Json& row) {
  if (member(row, "cell")) return Paragraph::Kind::cell;
  return text_in(row, "heading").empty() ? Paragraph::Kind::text : Paragraph::Kind::heading;
}

std::vector<Paragraph> from_reading(const Json& reading, const Tongue& tongue) {
  TextStructure out;
  for (const auto& row : list_in(reading, "paragraphs"))
    out.paragraphs.push_back({text_in(row, "id"), kind_of_row(row), label_of(row, tongue), words_of(row), {}});
  for (const auto& row : list_in(reading, "notes")) out.notes.push_back({text_in(row, "number"), words_of(row)});
  return with_notes(out);
}

Result<NamedText> from_record(Door& door, const DocumentSymbol& symbol, const Tongue& tongue) {
  const Symbol id{print(symbol)};
  const auto answer = door.ask(Method::get, "/en" + href_of(id).path + ".json");
  if (answer.status == 404) return Refusal{"no-such-symbol", {{"symbol", id.text}}};
  const auto page = parse_json(answer.body, {true, false, 64});
  if (answer.status != 200 || !page) throw Fault("answer-malformed", answer.body);
  const auto* readings = member(*page, "reading");
  const auto* reading = readings ? member(*readings, code_of(tongue.language())) : nullptr;
  if (!reading)
    return Refusal{"diff-not-held", {{"symbol", id.text}, {"language", std::string(code_of(tongue.language()))}}};
  return NamedText{tongue.language(), from_reading(*reading, tongue)};
}

}  // namespace

Result<NamedText> text_named(const std::string& named, const Tongue& tongue, const char* neither,
                             const std::function<Result<Door*>()>& door) {
  if (fs::exists(named)) return from_file(named, tongue);
  const auto symbol = parse_symbol(named);
  if (!symbol) return Refusal{neither, {{"name", named}}};
  const auto opened = door();
  if (!opened) return opened.refusal();
  return from_record(**opened, *symbol, tongue);
}

}  // namespace comity
