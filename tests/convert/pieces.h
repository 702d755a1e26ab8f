// Parts of a text, as a reader meets them.
#pragma once

#include "views/reading.h"

namespace comity {

inline PieceRow words(const std::string& text) { return {text}; }
inline PieceRow mark_of(const std::string& note) {
  PieceRow row;
  row.note = note;
  return row;
}

}  // namespace comity
