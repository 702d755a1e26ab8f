// Finds where the marks of notes stand in a text, glued to words or apart, and takes them out of it.
#pragma once

#include "texts/structure.h"

namespace comity {

// Notes are counted through a document, so that a figure is a mark only where its number is the next. Findings:
// note-missing {number, paragraph}: a mark whose note is not there; note-unused {number}: a note whose mark was not
// found.
void mark_notes(TextStructure& text, std::vector<Finding>& findings);

}  // namespace comity
