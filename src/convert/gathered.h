// Lines and notes as they are gathered from a file that tells its paragraphs apart.
#pragma once

#include <set>

#include "base/result.h"
#include "texts/lines.h"

namespace comity {

class Gathered {
 public:
  // Blanks at both ends go; a line that is empty then is none, unless it is a cell.
  void line(std::string text, std::optional<Paragraph::Kind> said = {}, const CellPlace& place = {});
  // The note, under its number as printed or, where that is taken or no number, under the next free one; the mark that
  // stands for it in the line.
  std::string note(const std::string& printed, std::string text);
  void find(const char* code, std::int64_t count);  // where there is something to count
  // Refuses text-empty, text-too-large {limit}.
  Result<PlainText> done();

 private:
  std::string sound_text(std::string text);

  PlainText out_{};
  std::set<std::string> numbers_{};
  std::int64_t removed_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace comity
