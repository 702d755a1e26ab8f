// How the first words of a line tell what it is: numbers, letters, bullets, headings, the lines of a masthead. In six
// languages; knows nothing of what stands before or after.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"
#include "texts/numbering.h"

namespace comity {

struct Marker {
  enum class Kind {
    number,    // "16. Los Estados"
    inserted,  // "12 bis. …": between 12 and 13
    item,      // "a) …", "(ii) …", "a. …"
    bullet,    // "• …", "- …"
    chapter,   // "II. Cuestiones de organización"
    section,   // "B. Participantes"
    named      // "Anexo I", "Anotaciones", "Próximas medidas recomendadas"
  };
  Kind kind{};
  std::string number{};                   // "16", "12bis", "a", "II", "B"; of an annex "I" or nothing
  std::string printed{};                  // the same as the line has it: "أ", "一", "12 bis"
  std::string rest{};                     // the text after it
  Container container = Container::body;  // of what is named
};

std::optional<Marker> marker(std::string_view line, Language language);

// "Distr. limitada", "Original: inglés", "13 de julio de 2023", "Español", "Asamblea General": what stands above a
// title.
bool is_masthead(std::string_view line, Language language);
// "La Asamblea General,": the organ speaks, and a preamble begins.
bool is_organ_line(std::string_view line, Language language);
// "46ª sesión plenaria": where and when a resolution was adopted.
bool is_closing(std::string_view line, Language language);

}  // namespace comity
