// PO files as the catalogues use them (decisions.md 26): msgctxt = key, msgid = English, msgstr = ICU pattern.
// Knows the file format only, and refuses what translators' tools would silently accept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace comity {

struct PoMessage {
  std::string key;          // msgctxt
  std::string english;      // msgid
  std::string text;         // msgstr; empty = not yet translated
  std::string comment{};    // `#.`: what the translator should know
  bool unverified = false;  // `#, fuzzy`: not yet checked by a linguist
  int line = 0;             // of msgctxt, from 1
};

struct PoFile {
  std::string header;  // the msgstr of the first entry, whose msgid is empty
  std::vector<PoMessage> messages;
};

// Refuses po-syntax {file, line, found} and po-duplicate {file, line, key}. `file` is only named, never opened.
Result<PoFile> parse_po(std::string_view file, std::string_view bytes);

}  // namespace comity
