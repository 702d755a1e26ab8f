// A text by what stands on the command line: a file, or the symbol of a document of the record.
#pragma once

#include <functional>

#include "cli/door.h"
#include "texts/structure.h"

namespace comity {

struct NamedText {
  Language language{};
  std::vector<Paragraph> paragraphs{};  // and notes, with their numbers as printed
};

// A file where there is one of that name, else a symbol. The language is that of a file's name, else of the tongue.
// `door`: asked for a symbol only. Refuses what read_as_text does, with {file}; `neither` {name}; no-such-symbol
// {symbol}, diff-not-held {symbol, language}.
Result<NamedText> text_named(const std::string& named, const Tongue& tongue, const char* neither,
                             const std::function<Result<Door*>()>& door);

}  // namespace comity
